"""Who passes what to whom, each node drawn once: boxes in columns, links between them."""

from collections.abc import Mapping, Sequence
from typing import Any

from components.charts.chart import Chart, View
from components.charts.flows import STYLES, data_of, ledger, names_identifier
from components.charts.sheet import marks
from components.charts.style import BREAK, note, wrap
from components.charts.text_width import letters, pixels
from components.charts.themes import LABEL_SIZE, SMALL_SIZE
from components.data.links import Flow

HEIGHT, STAGE_HEIGHT = 62, 46  # pixels of a box
GAP = 66  # pixels between two boxes of a column
WIDTH = 0.21  # of the drawing
COLUMNS = 20  # of the words on a link
Places = Mapping[str, tuple[float, float]]


def network(
    view: View, flows: Sequence[Flow], *, columns: Sequence[Sequence[str]], focus: str = ""
) -> Chart:
    """
    Draw flows between nodes set out in columns, left to right; on a phone as a list.

    Each link has the line style of its status, the status in words, and its identifier (what
    passes, where no identifier is named). focus is a node or identifier code: links without it are
    drawn in grey. Raises ValueError without flows, or for a flow whose node stands in no column.
    """
    if view.narrow or not flows:
        return ledger(view, flows, focus=focus)
    box = STAGE_HEIGHT if view.staged else HEIGHT
    places = _places(columns, box, _gap(view, columns))
    if missing := {code for flow in flows for code in (flow.start, flow.end)} - places.keys():
        raise ValueError(f"no place for {sorted(missing)}")
    depth = max(-y for _, y in places.values()) + box
    shapes, notes = [], []
    for code, (x, y) in places.items():
        shapes.append(_box(view, x, y, box))
        notes.append(_name(view, code, x, y, box))
    for flow in flows:
        twins = [each for each in flows if {each.start, each.end} == {flow.start, flow.end}]
        shift = (twins.index(flow) - (len(twins) - 1) / 2) * 16
        line, words = _link(view, flow, places, shift, box, faint=_is_faint(flow, focus))
        shapes.append(line)
        notes += words
    return marks(view, shapes, notes, down=(-depth - 6, 6), rows=flows, height=int(depth) + 16)


def _gap(view: View, columns: Sequence[Sequence[str]]) -> float:
    """Room between two boxes of a column; a stage shares out what its height leaves."""
    most = max(len(column) for column in columns)
    if view.canvas.height is None or most < 2:
        return GAP
    return min(GAP, (view.canvas.height - 16 - most * STAGE_HEIGHT) / (most - 1))


def _places(
    columns: Sequence[Sequence[str]], box: float, gap: float
) -> dict[str, tuple[float, float]]:
    """Give each node the left edge and the top of its box; shorter columns stand in the middle."""
    step = (1 - WIDTH) / max(1, len(columns) - 1)
    longest = max(len(column) for column in columns)
    return {
        code: (place * step, -(row + (longest - len(column)) / 2) * (box + gap))
        for place, column in enumerate(columns)
        for row, code in enumerate(column)
    }


def _is_faint(flow: Flow, focus: str) -> bool:
    return bool(focus) and focus not in (flow.start, flow.end, flow.identifier)


def _box(view: View, x: float, y: float, height: float) -> dict[str, Any]:
    return {
        "type": "rect",
        "x0": x,
        "x1": x + WIDTH,
        "y0": y,
        "y1": y - height,
        "fillcolor": view.theme.aside,
        "line": {"color": view.theme.ink, "width": 1.5},
    }


def _name(view: View, code: str, x: float, y: float, height: float) -> dict[str, Any]:
    is_japanese = view.language == "ja"
    columns = (
        (26 if is_japanese else 22,) if not view.staged else (22,) if is_japanese else (16, 19)
    )
    return note(
        _low(view.label(code), columns),
        x + WIDTH / 2,
        y - height / 2,
        SMALL_SIZE if view.staged else LABEL_SIZE,
        view.theme.ink,
    )


def _low(words: str, widths: Sequence[int]) -> str:
    """Wrap words at the first width that makes two lines of them, at the last where none does."""
    wrapped = [wrap(words, width) for width in widths]
    return next((each for each in wrapped if each.count(BREAK) < 2), wrapped[-1])


def _link(
    view: View, flow: Flow, places: Places, shift: float, box: float, *, faint: bool
) -> tuple[dict[str, Any], list[dict[str, Any]]]:
    (x0, y0), (x1, y1) = places[flow.start], places[flow.end]
    dash, width = STYLES.get(flow.status, ("solid", 2))
    colour = view.theme.context if faint else view.theme.main
    if abs(x0 - x1) < 0.01:
        down = y1 < y0
        start = (x0 + WIDTH / 2 + shift / 400, y0 - box if down else y0)
        end = (x1 + WIDTH / 2 + shift / 400, y1 if down else y1 - box)
        outermost = x0 + WIDTH > 0.98
        side = "right" if outermost else "left"
        middle = (start[0] + (-0.008 if outermost else 0.008), (start[1] + end[1]) / 2)
    else:
        right = x1 > x0
        start = (x0 + WIDTH if right else x0, y0 - box / 2 + shift)
        end = (x1 if right else x1 + WIDTH, y1 - box / 2 + shift)
        side, middle = "center", ((start[0] + end[0]) / 2, (start[1] + end[1]) / 2)
    line = {
        "type": "line",
        "x0": start[0],
        "y0": start[1],
        "x1": end[0],
        "y1": end[1],
        "line": {"color": colour, "width": width, "dash": dash},
    }
    reach = 0.3 if side in ("left", "right") else 0.06  # a link up or down is short
    back = (end[0] - (end[0] - start[0]) * reach, end[1] - (end[1] - start[1]) * reach)
    head = {
        "text": "",
        "x": end[0],
        "y": end[1],
        "ax": back[0],
        "ay": back[1],
        "xref": "x",
        "yref": "y",
        "axref": "x",
        "ayref": "y",
        "showarrow": True,
        "arrowhead": 2,
        "arrowsize": 1.2,
        "arrowwidth": width,
        "arrowcolor": colour,
    }
    tight = view.staged and side == "center" and not shift
    word = _word(view, flow, middle, side, COLUMNS)
    room = abs(start[0] - end[0]) * view.canvas.width
    fits = letters(view, room - view.canvas.width * 0.03, SMALL_SIZE)
    if (
        tight
        and _is_beside_a_box(word, places, box)
        and pixels(word["text"], SMALL_SIZE) > room - 7
    ):
        word = _word(view, flow, middle, side, fits)
    if shift:  # two links between the same boxes: one is named above, the other below
        word |= {"yanchor": "bottom" if shift > 0 else "top", "bgcolor": "rgba(0,0,0,0)"}
    if tight and y0 == y1:
        return line, [head, *_along(view, flow, middle, fits)]
    return line, [head, word]


def _is_beside_a_box(word: Mapping[str, Any], places: Places, box: float) -> bool:
    """Tell whether words stand as high as a box, so that wide ones would lie on its edge."""
    half = 8 * (word["text"].count(BREAK) + 1)
    return any(y - box - half < word["y"] < y + half for _, y in places.values())


def _along(
    view: View, flow: Flow, middle: tuple[float, float], columns: int
) -> list[dict[str, Any]]:
    """Words of a level link where room is short: status above the line, identifier below it."""
    status = f"<b>{view.label(flow.status)}</b>"
    identifier = _low(view.label(flow.identifier), (min(columns, COLUMNS), COLUMNS))
    plain = _word(view, flow, middle, "center", columns) | {"bgcolor": "rgba(0,0,0,0)"}
    return [
        plain | {"text": status, "yanchor": "bottom", "yshift": 2},
        plain | {"text": identifier, "yanchor": "top", "yshift": -2},
    ]


def _word(
    view: View, flow: Flow, middle: tuple[float, float], side: str, columns: int
) -> dict[str, Any]:
    below = view.label(flow.identifier) if names_identifier(flow) else data_of(view, flow)
    status = wrap(view.label(flow.status), columns)
    words = f"<b>{status}</b>{BREAK}{wrap(below, columns)}"
    return note(
        words,
        middle[0],
        middle[1],
        SMALL_SIZE,
        view.theme.ink,
        xanchor=side,
        align=side,
        bgcolor=view.theme.ground,
        borderpad=1,
    )
