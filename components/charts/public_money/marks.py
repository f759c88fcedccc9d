"""What the charts of money share: parts of bars, their key, and names with amounts."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from components.charts.drawing import Drawing
from components.charts.text_width import line_count, text_width, wrap_text
from components.charts.themes import SMALL_SIZE, Theme
from components.data.records import Figure

KEY, LINE = 12, 20  # pixels of a square of the key, and of a line of words
BAR = 18  # pixels of a bar
THIN = 3  # and of its thinnest part, which must still be seen


@dataclass(frozen=True)
class Look:
    """How a part of a bar is filled: solid, hatched, or an outline; never by colour alone."""

    fill: str
    edge: str
    hatch: str = ""


def look(theme: Theme, name: str) -> Look:
    """
    Give the look of a part by name.

    Grey is where money came from, blue where it went: solid what was paid out or paid to somebody
    named, hatched what went on into the next year or has no name. Outlines are what was not used
    or not printed.
    """
    looks = {
        "initial": Look(theme.context, theme.context),
        "supplementary": Look(theme.context, theme.context, theme.ground),
        "carried_in": Look(theme.ground, theme.context, theme.context),
        "reserve": Look(theme.aside, theme.context),
        "executed": Look(theme.main, theme.main),
        "carried_out": Look(theme.ground, theme.main, theme.main),
        "left_over": Look(theme.ground, theme.accent),
        "moved_away": Look(theme.ground, theme.muted),
        "open": Look(theme.aside, theme.muted),
        "state": Look(theme.context, theme.context),
        "named": Look(theme.main, theme.ground),
        "anonymous": Look(theme.aside, theme.context, theme.context),
        "not_disclosed": Look(theme.ground, theme.muted),
        "used": Look(theme.main, theme.main),
        "not_used": Look(theme.ground, theme.accent),
        "bulk": Look(theme.ground, theme.main, theme.main),
        "other": Look(theme.aside, theme.muted),
        "target": Look(theme.ground, theme.ink),
        "actual": Look(theme.main, theme.main),
        "not_listed": Look(theme.ground, theme.context),
    }
    return looks[name]


def part(
    drawing: Drawing, place: tuple[float, float, float], name: str, record: Figure | None
) -> None:
    """Draw a part of a bar at left edge, upper edge and width."""
    x, y, width = place
    how = look(drawing.view.theme, name)
    edge = how.edge if width > THIN else how.hatch or how.fill  # an edge would hide a thin part
    place_of = (x, y, max(width, THIN), BAR)
    drawing.bar(place_of, record, fill=how.fill, edge=edge, hatch=how.hatch)


def key(drawing: Drawing, names: Iterable[str]) -> None:
    """Write what each look means, in as many lines as the width asks for."""
    x, lines = 0.0, 1
    for name in names:
        room = drawing.width - KEY - 10
        words = wrap_text(drawing.view.label(f"money_{name}"), room, SMALL_SIZE)
        wide = KEY + 6 + text_width(words, SMALL_SIZE)
        if x and x + wide > drawing.width:
            x, drawing.used = 0.0, drawing.used + LINE
        how = look(drawing.view.theme, name)
        square = (x + 1, drawing.used + 4, KEY, KEY)
        drawing.bar(square, None, fill=how.fill, edge=how.edge, hatch=how.hatch)
        drawing.text(words, x + KEY + 6, drawing.used + 2, SMALL_SIZE, drawing.view.theme.muted)
        x, lines = x + wide + 18, line_count(words)
    drawing.used += LINE * lines + 8


def stacked(
    drawing: Drawing,
    parts: Sequence[tuple[str, Figure]],
    per_pixel: float,
    *,
    words: bool = True,
    least: float = 0,
) -> None:
    """
    Draw records end to end as one bar, with their amounts inside where there is room for them.

    parts are pairs of look and record; least is the width of a part without an amount, in pixels.
    """
    x = 0.0
    for name, record in parts:
        width = max(abs(record.number or 0) / per_pixel, least)
        if not width:
            continue
        part(drawing, (x, drawing.used, width), name, record)
        if words and record.number:
            _amount(drawing, name, record, x, width)
        x += width
    drawing.used += BAR


def _amount(drawing: Drawing, name: str, record: Figure, x: float, width: float) -> None:
    view = drawing.view
    words = view.format_value(record, bare=True).removeprefix("-")  # moved away: the look says so
    if text_width(words, SMALL_SIZE) + 8 > width:
        return
    solid = look(view.theme, name).fill == view.theme.main
    # The words have a ground of their own, clear of the hatching.
    ground, ink = view.theme.ground, view.theme.ink
    ground, ink = (view.theme.main, ground) if solid else (ground, ink)
    middle, look_of = drawing.used + BAR / 2, (SMALL_SIZE, ink)
    at = "middle center"
    drawing.text(words, x + width / 2, middle, *look_of, at=at, bgcolor=ground, borderpad=0)
