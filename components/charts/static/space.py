"""Where things stand: from a figure's axes, margins and paper to pixels."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

Layout = Mapping[str, Any]
DAY = 86_400_000  # milliseconds


class Space:
    """The pixel space of a figure of a given width; its height is the layout's own."""

    def __init__(self, layout: Layout, width: float) -> None:
        margin = {"l": 80, "r": 80, "t": 100, "b": 80} | dict(layout.get("margin") or {})
        self.layout = layout
        self.width, self.height = width, float(layout["height"])
        self.left, self.top = float(margin["l"]), float(margin["t"])
        self.right, self.bottom = width - float(margin["r"]), self.height - float(margin["b"])

    def axis(self, ref: str) -> Layout:
        """Give an axis's settings by its reference: x, y2 and so on."""
        return self.layout.get(f"{ref[0]}axis{ref[1:]}") or {}

    def span(self, ref: str) -> tuple[float, float]:
        """Give the pixels an axis runs between: left to right, or bottom to top."""
        low, high = self.axis(ref).get("domain") or (0, 1)
        if ref[0] == "x":
            wide = self.right - self.left
            return self.left + low * wide, self.left + high * wide
        tall = self.bottom - self.top
        return self.bottom - low * tall, self.bottom - high * tall

    def at(self, ref: str, value: Any, way: str = "x") -> float:
        """Give the pixel of a value on an axis, on its domain ("x domain") or on the paper."""
        if ref == "paper":
            across = self.left + float(value) * (self.right - self.left)
            return across if way == "x" else self.bottom - float(value) * (self.bottom - self.top)
        if ref.endswith(" domain"):
            start, end = self.span(ref.removesuffix(" domain"))
            return start + float(value) * (end - start)
        start, end = self.span(ref)
        low, high = (number(each) for each in self.axis(ref).get("range") or (0, 1))
        return start + (number(value) - low) / ((high - low) or 1) * (end - start)

    def size(self, ref: str, amount: Any) -> float:
        """Read a length along an axis: on a time axis Plotly counts it in milliseconds."""
        return number(amount) / (DAY if self.axis(ref).get("type") == "date" else 1)

    def length(self, ref: str, size: float) -> float:
        """Give the pixels that a size on an axis takes."""
        return abs(self.at(ref, size) - self.at(ref, 0))


def number(value: Any) -> float:
    """Read a coordinate: a number, or a date as days with their fraction."""
    if isinstance(value, str):
        moment = datetime.fromisoformat(value)
        return moment.toordinal() + (moment.hour * 60 + moment.minute) / 1440
    return float(value.toordinal()) if isinstance(value, date) else float(value)
