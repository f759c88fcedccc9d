"""What one identifier or system joins: it stands in the middle, each link is a card beside it."""

from collections.abc import Sequence
from typing import Any

from components.charts.chart import Chart, View
from components.charts.flows import STYLES
from components.charts.matrix import STRENGTH
from components.charts.sheet import EDGE, marks
from components.charts.style import BREAK, columns_of, longest_word, note, wrap
from components.charts.text_width import letters
from components.charts.themes import LABEL_SIZE, SMALL_SIZE
from components.data.links import Flow

LINE = 15  # pixels of a line of small text
PAD = 7
Card = tuple[str, str]  # a status and the wrapped words


def star(view: View, flows: Sequence[Flow], *, centre: Sequence[str]) -> Chart:
    """
    Draw the flows of one identifier or system as cards to its left and right.

    centre holds its codes: the first gives the name, none is named as an end of a link, and links
    under the second do not repeat it. A card says status, from and to, data, identifier and basis;
    its line has the style of the status. Where the room has a height that the cards do not fit in,
    there is one card a status; on a phone the cards stand one below the other. Raises ValueError
    without flows.
    """
    if not flows:
        raise ValueError("no flows to draw")
    ordered = sorted(
        flows,
        key=lambda flow: STRENGTH.index(flow.status) if flow.status in STRENGTH else len(STRENGTH),
    )
    middle, gap = (0, 46) if view.narrow else (view.canvas.width * 0.17, view.canvas.width * 0.055)
    wide = view.canvas.width - gap if view.narrow else (view.canvas.width - middle) / 2 - gap
    fits = letters(view, wide - 2 * PAD, SMALL_SIZE)
    cards = [_card(view, flow, centre, fits) for flow in ordered]
    columns = _columns(cards, 1 if view.narrow else 2)
    if view.canvas.height and max(map(_depth, columns)) > view.canvas.height:
        columns = _columns(_grouped(view, ordered, centre, fits), 2)
    name, size = _name_of(view, centre[0], middle or view.canvas.width)
    head = 40 if view.narrow else 0
    deep = max(head, 19 * (name.count(BREAK) + 2), *(head + _depth(each) for each in columns))
    shapes, notes = [_spine(view, deep)], [_name(view, name, size, deep)]
    for side, column in enumerate(columns):
        more, words = _beside(
            view, side, column, (middle, wide), head or (deep - _depth(column)) / 2
        )
        shapes += more
        notes += words
    return marks(
        view,
        shapes,
        notes,
        across=(0, view.canvas.width),
        down=(-deep, 2),
        rows=ordered,
        height=int(deep) + 6,
        margin=EDGE | {"b": 2},
    )


def _beside(
    view: View, side: int, column: Sequence[Card], widths: tuple[float, float], used: float
) -> tuple[list, list]:
    """The cards of one side, each tied to the middle; on a phone they stand below it."""
    middle, wide = widths
    left = view.canvas.width - wide if side or view.narrow else 0
    edge = 8 if view.narrow else (view.canvas.width + (2 * side - 1) * middle) / 2
    near = left if side or view.narrow else left + wide
    shapes, notes = [], []
    for status, words in column:
        tall = _tall(words)
        shapes.append(_box(view, left, wide, used, tall))
        shapes.append(_line(view, edge, near, -used - tall / 2, status))
        notes.append(_words(view, words, left + PAD, -used - tall / 2))
        used += tall + PAD
    return shapes, notes


def _card(view: View, flow: Flow, centre: Sequence[str], fits: int) -> Card:
    def said(words: Any) -> str:
        return view.render_plain(words)

    data = said(flow.data)
    if flow.identifier not in (*centre[:2], "identifier_none"):
        known = view.label(flow.identifier)
        data += f"　〔{known}〕" if view.language == "ja" else f" [{known}]"
    lines = [f"{view.label(flow.status)}{_between(view)}{_joined(view, flow, centre)}", data]
    if basis := said(flow.basis):
        lines.append(f"{view.step_text('basis')}{'：' if view.language == 'ja' else ': '}{basis}")
    first, *rest = (wrap(line, fits) for line in lines)
    return flow.status, BREAK.join([f"<b>{first}</b>", *rest])


def _grouped(view: View, flows: Sequence[Flow], centre: Sequence[str], fits: int) -> list[Card]:
    """One card a status, naming what it joins."""
    groups: dict[str, list[str]] = {}
    for flow in flows:
        groups.setdefault(flow.status, []).append(_joined(view, flow, centre))
    return [
        (
            status,
            BREAK.join(
                [
                    f"<b>{view.label(status)}</b>",
                    *(wrap(each, fits) for each in dict.fromkeys(joined)),
                ]
            ),
        )
        for status, joined in groups.items()
    ]


def _joined(view: View, flow: Flow, centre: Sequence[str]) -> str:
    ends = ["" if code in centre else view.label(code) for code in (flow.start, flow.end)]
    return " → ".join(ends).strip()


def _between(view: View) -> str:
    return "　" if view.language == "ja" else ": "


def _columns(cards: Sequence[Card], count: int) -> list[list[Card]]:
    """Deal cards to the column that is shorter so far."""
    columns: list[list[Card]] = [[] for _ in range(count)]
    for card in cards:
        min(columns, key=_depth).append(card)
    return columns


def _tall(words: str) -> int:
    return LINE * (words.count(BREAK) + 1) + 2 * PAD


def _depth(column: Sequence[Card]) -> int:
    return sum(_tall(words) + PAD for _, words in column)


def _spine(view: View, deep: float) -> dict[str, Any]:
    middle = view.canvas.width / 2
    half = view.canvas.width * 0.085
    place = (
        {"x0": 0, "x1": view.canvas.width, "y0": 0, "y1": -32}
        if view.narrow
        else {"x0": middle - half, "x1": middle + half, "y0": 0, "y1": -deep + PAD}
    )
    line = {"color": view.theme.main, "width": 2.5}
    return {"type": "rect", "fillcolor": view.theme.aside, "line": line} | place


def _name_of(view: View, code: str, canvas: float) -> tuple[str, int]:
    """Give the name in the middle in lines, and its size: small where a word of it would break."""
    fits = letters(view, canvas, LABEL_SIZE) - 2
    if longest_word(view.label(code)) > fits:
        return wrap(view.label(code), letters(view, canvas, SMALL_SIZE) - 1), SMALL_SIZE
    name = wrap(view.label(code), fits)
    edge = letters(view, canvas * (1 if view.narrow else 0.88), LABEL_SIZE) - 1
    return name, SMALL_SIZE if max(map(columns_of, name.split(BREAK))) >= edge else LABEL_SIZE


def _name(view: View, words: str, size: int, deep: float) -> dict[str, Any]:
    return note(
        f"<b>{words}</b>",
        view.canvas.width / 2,
        -16 if view.narrow else (PAD - deep) / 2,
        size,
        view.theme.ink,
    )


def _box(view: View, left: float, wide: float, used: float, tall: float) -> dict[str, Any]:
    line = {"color": view.theme.rule, "width": 1}
    place = {"x0": left, "x1": left + wide, "y0": -used, "y1": -used - tall}
    return {"type": "rect", "layer": "below", "fillcolor": view.theme.ground, "line": line} | place


def _line(view: View, edge: float, near: float, y: float, status: str) -> dict[str, Any]:
    dash, width = STYLES.get(status, ("solid", 2))
    line = {"color": view.theme.main, "width": width, "dash": dash}
    return {"type": "line", "x0": edge, "x1": near, "y0": y, "y1": y, "line": line}


def _words(view: View, words: str, x: float, y: float) -> dict[str, Any]:
    font = {"size": SMALL_SIZE, "color": view.theme.ink}
    place = {"x": x, "y": y, "xanchor": "left", "yanchor": "middle", "align": "left"}
    return {"text": words, "showarrow": False, "font": font} | place
