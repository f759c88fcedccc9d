"""Small pictures of things: drawn from a left upper corner, `width` pixels wide."""

from collections.abc import Callable, Mapping
from typing import Any

from components.charts.drawing import Drawing

HIGH = 0.63  # of its width, for a picture's height at most
Picture = Callable[[Drawing, float, float, float], None]


def _card(drawing: Drawing, x: float, y: float, width: float) -> None:
    """The front of a card: a face and lines of writing."""
    theme, height = drawing.view.theme, width * 0.63
    drawing.box(x, y, width, height, fill=theme.aside, edge=theme.ink)
    face = width * 0.26
    drawing.box(x + width * 0.08, y + height * 0.2, face, face * 1.2, fill=theme.ground)
    drawing.box(x + width * 0.14, y + height * 0.26, face * 0.5, face * 0.5, kind="circle")
    for place in range(3):
        down = y + height * (0.25 + 0.2 * place)
        drawing.line((x + width * 0.44, down), (x + width * (0.92 - 0.1 * place), down), theme.ink)


def _number(drawing: Drawing, x: float, y: float, width: float) -> None:
    """The back of a card: twelve places for the digits."""
    theme, height = drawing.view.theme, width * 0.63
    drawing.box(x, y, width, height, fill=theme.aside, edge=theme.ink)
    drawing.box(x, y + height * 0.12, width, height * 0.16, fill=theme.muted, edge=theme.muted)
    each = width * 0.92 / 14
    for place in range(12):
        left = x + width * 0.04 + each * (place + place // 4)
        drawing.box(
            left, y + height * 0.5, each * 0.7, height * 0.26, fill=theme.main, edge_width=0
        )


def _chip(drawing: Drawing, x: float, y: float, width: float) -> None:
    """A chip with two certificates, each with a line for its serial."""
    theme, height = drawing.view.theme, width * 0.63
    drawing.box(x, y, width * 0.42, height, fill=theme.aside, edge=theme.ink)
    for place in (1, 2):
        down = y + height * place / 3
        drawing.line((x, down), (x + width * 0.42, down), theme.ink)
    for place in range(2):
        down = y + place * height * 0.54
        drawing.box(
            x + width * 0.56, down, width * 0.44, height * 0.46, fill=theme.ground, edge=theme.ink
        )
        middle = down + height * 0.3
        drawing.line((x + width * 0.62, middle), (x + width * 0.94, middle), theme.main, 4)


def _screen(drawing: Drawing, x: float, y: float, width: float) -> None:
    """A screen with a page of records."""
    theme, height = drawing.view.theme, width * 0.6
    drawing.box(x, y, width, height, fill=theme.ground, edge=theme.ink)
    drawing.box(x, y, width, height * 0.18, fill=theme.main, edge=theme.ink)
    for place in range(3):
        down = y + height * (0.38 + 0.2 * place)
        drawing.line((x + width * 0.1, down), (x + width * 0.9, down), theme.muted, 3)


def _reader(drawing: Drawing, x: float, y: float, width: float) -> None:
    """A reader at a counter: a screen with a face, and a card in its slot."""
    theme, height = drawing.view.theme, width * HIGH
    drawing.box(x + width * 0.2, y, width * 0.6, height * 0.66, fill=theme.aside, edge=theme.ink)
    face = height * 0.26
    drawing.box(x + (width - face) / 2, y + height * 0.16, face, face, kind="circle")
    drawing.box(x + width * 0.1, y + height * 0.66, width * 0.8, height * 0.2, edge=theme.ink)
    card: Any = {"fill": theme.main, "edge": theme.main}
    drawing.box(x + width * 0.32, y + height * 0.8, width * 0.36, height * 0.2, **card)


def _building(drawing: Drawing, x: float, y: float, width: float) -> None:
    """A house with two rows of windows and a door."""
    theme, height = drawing.view.theme, width * HIGH
    drawing.box(x + width * 0.18, y, width * 0.64, height, fill=theme.aside, edge=theme.ink)
    for place in range(6):
        left, down = (
            x + width * (0.26 + 0.18 * (place % 3)),
            y + height * (0.14 + 0.26 * (place // 3)),
        )
        window: Any = {"fill": theme.ground, "edge": theme.muted, "edge_width": 1}
        drawing.box(left, down, width * 0.11, height * 0.15, **window)
    door: Any = {"fill": theme.main, "edge": theme.main}
    drawing.box(x + width * 0.44, y + height * 0.7, width * 0.12, height * 0.3, **door)


def _clinic(drawing: Drawing, x: float, y: float, width: float) -> None:
    """A low house with a cross."""
    theme, height = drawing.view.theme, width * HIGH
    drawing.box(x + width * 0.08, y + height * 0.3, width * 0.84, height * 0.7, edge=theme.ink)
    drawing.box(x + width * 0.32, y, width * 0.36, height, fill=theme.ground, edge=theme.ink)
    cross: Any = {"fill": theme.main, "edge": theme.main}
    drawing.box(x + width * 0.46, y + height * 0.12, width * 0.08, height * 0.4, **cross)
    drawing.box(x + width * 0.4, y + height * 0.25, width * 0.2, height * 0.14, **cross)


def _server(drawing: Drawing, x: float, y: float, width: float) -> None:
    """Three computers in a rack, each with its lamp."""
    theme, height = drawing.view.theme, width * HIGH
    for place in range(3):
        down = y + place * height * 0.35
        drawing.box(x + width * 0.16, down, width * 0.68, height * 0.28, edge=theme.ink)
        lamp = height * 0.12
        light: Any = {"fill": theme.main, "edge": theme.main, "kind": "circle"}
        drawing.box(x + width * 0.24, down + height * 0.08, lamp, lamp, **light)


def lock(drawing: Drawing, x: float, y: float, width: float) -> None:
    """A closed lock."""
    theme = drawing.view.theme
    ring: Any = {"fill": theme.ground, "edge": theme.ink, "edge_width": 2, "kind": "circle"}
    drawing.box(x + width * 0.2, y, width * 0.6, width * 0.7, **ring)
    drawing.box(x, y + width * 0.4, width, width * 0.66, fill=theme.ink)


PICTURES: Mapping[str, Picture] = {
    "card": _card,
    "number": _number,
    "chip": _chip,
    "screen": _screen,
    "reader": _reader,
    "building": _building,
    "clinic": _clinic,
    "server": _server,
}
