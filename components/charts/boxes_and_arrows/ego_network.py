"""What one identifier or system joins: it stands in the middle, each link is a card beside it."""

from collections.abc import Sequence

from components.charts.chart import Chart, View
from components.charts.drawing import Drawing
from components.charts.status_lines import data_of, line_style, rank, with_identifier
from components.charts.text_width import BREAK, line_count, longest_word, text_width, wrap_text
from components.charts.themes import LABEL_SIZE, SMALL_SIZE
from components.data.links import Flow

LINE = 15  # pixels of a line of small text
PAD = 7
MIDDLE, GAP = 0.17, 0.055  # of the width: the box in the middle, and from it to a card
NARROW_HEAD, NARROW_GAP = 40, 46  # pixels of the box above the cards, and of the lines to them
Card = tuple[str, str]  # a status and the broken words


def ego_network(view: View, flows: Sequence[Flow], *, centre: Sequence[str]) -> Chart:
    """
    Draw the flows of one identifier or system as cards to its left and right.

    centre holds its codes: the first gives the name, none is named as an end of a link, and links
    under the second do not repeat it. A card says status, from and to, data, identifier and basis;
    its line has the style of the status. Where the canvas has a height that the cards do not fit
    in, there is one card a status; on a phone the cards stand one below the other. Raises
    ValueError without flows.

    >>> ego_network(view, flows, centre=["node_card", "identifier_card"])
    """
    if not flows:
        raise ValueError("no flows to draw")
    ordered, width = sorted(flows, key=lambda flow: rank(flow.status)), view.canvas.width
    middle = 0 if view.narrow else MIDDLE * width
    wide = width - NARROW_GAP if view.narrow else (width - middle) / 2 - GAP * width
    room = wide - 2 * PAD
    cards = [(flow.status, _card(view, flow, centre, room)) for flow in ordered]
    columns = _deal(cards, 1 if view.narrow else 2)
    if view.canvas.height and max(map(_depth, columns)) > view.canvas.height:
        columns = _deal(_grouped(view, ordered, centre, room), 2)
    name, size = _name(view, view.label(centre[0]), middle or width)
    head = NARROW_HEAD if view.narrow else 0
    deep = max(head, 19 * (line_count(name) + 1), *(head + _depth(each) for each in columns))
    drawing, main = Drawing(view), view.theme.main
    box = (0, 0, width, 32) if view.narrow else ((width - middle) / 2, 0, middle, deep - PAD)
    drawing.box(*box, edge=main, edge_width=2.5)
    centre_y = 16 if view.narrow else (deep - PAD) / 2
    drawing.text(name, width / 2, centre_y, size, bold=True, at="middle center")
    for side, column in enumerate(columns):
        drawing.used = head or (deep - _depth(column)) / 2
        left = width - wide if side or view.narrow else 0
        edge = 8 if view.narrow else (width + (2 * side - 1) * middle) / 2
        near = left if side or view.narrow else wide
        for status, words in column:
            _draw_card(drawing, status, words, (left, wide), (edge, near))
    drawing.used = deep
    return drawing.chart(ordered)


def _draw_card(
    drawing: Drawing,
    status: str,
    words: str,
    place: tuple[float, float],
    line: tuple[float, float],
) -> None:
    """Draw a card at its left edge and width, tied to the middle by a line between two places."""
    theme, (left, wide), height = drawing.view.theme, place, _height(words)
    y, (dash, thick) = drawing.used + height / 2, line_style(status)
    drawing.box(left, drawing.used, wide, height, fill=theme.ground, edge=theme.rule, edge_width=1)
    drawing.line((line[0], y), (line[1], y), theme.main, thick, dash)
    drawing.text(words, left + PAD, y, SMALL_SIZE, at="middle left")
    drawing.used += height + PAD


def _card(view: View, flow: Flow, centre: Sequence[str], room: float) -> str:
    data = data_of(view, flow)
    if flow.identifier not in (*centre[:2], "identifier_none"):
        data = with_identifier(view, data, flow.identifier)
    japanese = view.language == "ja"
    status = f"{view.label(flow.status)}{'　' if japanese else ': '}"
    lines = [status + _ends(view, flow, centre), data]
    if basis := view.render_plain(flow.basis):
        lines.append(f"{view.step_text('basis')}{'：' if japanese else ': '}{basis}")
    return _titled(lines, room)


def _titled(lines: Sequence[str], room: float) -> str:
    first, *rest = (wrap_text(line, room, SMALL_SIZE) for line in lines)
    return BREAK.join([f"<b>{first}</b>", *rest])


def _grouped(view: View, flows: Sequence[Flow], centre: Sequence[str], room: float) -> list[Card]:
    """One card a status, naming what it joins."""
    groups: dict[str, dict[str, None]] = {}
    for flow in flows:
        groups.setdefault(flow.status, {})[_ends(view, flow, centre)] = None
    return [
        (status, _titled([view.label(status), *joined], room)) for status, joined in groups.items()
    ]


def _ends(view: View, flow: Flow, centre: Sequence[str]) -> str:
    ends = ["" if code in centre else view.label(code) for code in (flow.start, flow.end)]
    return " → ".join(ends).strip()


def _deal(cards: Sequence[Card], count: int) -> list[list[Card]]:
    """Deal cards to the column that is shorter so far."""
    columns: list[list[Card]] = [[] for _ in range(count)]
    for card in cards:
        min(columns, key=_depth).append(card)
    return columns


def _height(words: str) -> int:
    return LINE * line_count(words) + 2 * PAD


def _depth(column: Sequence[Card]) -> int:
    return sum(_height(words) + PAD for _, words in column)


def _name(view: View, name: str, width: float) -> tuple[str, int]:
    """Give the name in the middle in lines, and its size: small where a word of it would break."""
    room = width - LABEL_SIZE
    if longest_word(name, LABEL_SIZE) > room:
        return wrap_text(name, width - SMALL_SIZE / 2, SMALL_SIZE), SMALL_SIZE
    broken = wrap_text(name, room, LABEL_SIZE)
    edge = width * (1 if view.narrow else 0.88) - LABEL_SIZE / 2
    wide = text_width(broken, LABEL_SIZE) >= edge
    return broken, SMALL_SIZE if wide else LABEL_SIZE
