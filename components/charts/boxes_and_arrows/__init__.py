"""Charts of links: boxes, and lines whose style is the status of what they join."""

from components.charts.boxes_and_arrows.before_and_after import before_and_after
from components.charts.boxes_and_arrows.link_list import link_list

__all__ = [
    "before_and_after",
    "link_list",
]
