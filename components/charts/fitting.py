"""Keeping to a stage's height: lower rows where they do, parts where they do not."""

from collections.abc import Sequence
from typing import TypeVar

from components.charts.chart import View

T = TypeVar("T")


def row_height(view: View, natural: int, count: int, *, around: int) -> float:
    """
    Give the height of one of `count` rows: its natural one, lower where a stage asks for it.

    around is what the chart needs above and below its rows.
    """
    if view.canvas.height is None or not count:
        return natural
    return min(natural, (view.canvas.height - around) / count)


def part_of(view: View, items: Sequence[T], most: int) -> tuple[list[T], int]:
    """Give the items of the part wanted, at most `most`, and how many parts there are."""
    if view.canvas.height is None or len(items) <= most:
        return list(items), 1
    parts = -(-len(items) // most)
    size = -(-len(items) // parts)
    wanted = min(view.page_index, parts - 1)
    return list(items[wanted * size : (wanted + 1) * size]), parts


def wanted(view: View, parts: Sequence[slice]) -> slice:
    """Give the page wanted of several; the last where there are fewer."""
    return parts[min(view.page_index, len(parts) - 1)]


def pages(heights: Sequence[float], canvas: float | None) -> list[slice]:
    """
    Share items out over as few pages as hold them, as evenly as that allows.

    heights are the items' own; an item higher than the canvas has a page of its own. Without a
    height of the canvas there is one page.
    """
    if not heights or canvas is None:
        return [slice(0, len(heights))]
    fewest = len(_filled(heights, canvas))
    limit = sum(heights) / fewest
    while limit < canvas and len(_filled(heights, limit)) > fewest:
        limit += max(canvas / 40, 1)
    return _filled(heights, min(limit, canvas))


def _filled(heights: Sequence[float], canvas: float) -> list[slice]:
    starts, used = [0], 0.0
    for place, height in enumerate(heights):
        if used and used + height > canvas:
            starts.append(place)
            used = 0.0
        used += height
    return [slice(a, b) for a, b in zip(starts, [*starts[1:], len(heights)], strict=True)]
