"""How the status of a link is drawn and ranked, wherever links are drawn."""

from collections.abc import Iterable

from components.charts.chart import View
from components.data.links import Flow

# Each status has its own line: colour is never the only sign, and the word stands beside it.
# What exists comes before what may come, and that before what is feared or denied.
STYLES: dict[str, tuple[str, float]] = {
    "status_in_use": ("solid", 3),
    "status_unasked": ("solid", 4),
    "status_consent": ("solid", 1.5),
    "status_enabled_by_law": ("longdash", 2.5),
    "status_found_by_court": ("longdashdot", 3),
    "status_planned": ("dash", 2.5),
    "status_under_study": ("dot", 2.5),
    "status_tried": ("4px,3px", 2.5),
    "status_criticised": ("dashdot", 2.5),
    "status_feared": ("2px,9px", 2.5),
    "status_assured_absent": ("12px,4px,2px,4px,2px,4px", 2),
    "status_dropped": ("1px,5px", 1.5),
}
ORDER = list(STYLES)


def line_style(status: str) -> tuple[str, float]:
    """Give Plotly's dash and the width in pixels of a status's line."""
    return STYLES.get(status, ("solid", 2))


def rank(status: str) -> int:
    """Give the place of a status from the strongest, 0; one that is not known comes last."""
    return ORDER.index(status) if status in STYLES else len(ORDER)


def strongest(flows: Iterable[Flow]) -> str:
    """Give the status that comes first among those of some links. Raises ValueError without."""
    return min((flow.status for flow in flows), key=rank)


def names_identifier(flow: Flow) -> bool:
    """Tell whether the documents name an identifier for a link; that they do not is no news."""
    return flow.identifier not in ("", "identifier_not_stated", "identifier_none")


def data_of(view: View, flow: Flow) -> str:
    """Say in the view's language what passes along a link."""
    return view.render_plain(flow.data)


def with_identifier(view: View, data: str, identifier: str) -> str:
    """Write what passes along a link with the identifier behind it."""
    name = view.label(identifier)
    return f"{data}　〔{name}〕" if view.language == "ja" else f"{data}　[{name}]"
