"""Which data goes from whom to whom: boxes, and a line and a word for each status."""

from collections.abc import Sequence
from typing import Any

from components.charts.chart import Chart, View
from components.charts.fitting import pages
from components.charts.sheet import marks
from components.charts.style import BREAK, LEFT, note, wrap
from components.charts.text_width import letters
from components.charts.themes import LABEL_SIZE, SMALL_SIZE
from components.data.links import Flow

# Each status has its own line: colour is never the only sign, and the word stands beside it.
STYLES: dict[str, tuple[str, float]] = {
    "status_in_use": ("solid", 3),
    "status_consent": ("solid", 1.5),
    "status_planned": ("dash", 2.5),
    "status_under_study": ("dot", 2.5),
    "status_enabled_by_law": ("longdash", 2.5),
    "status_criticised": ("dashdot", 2.5),
    "status_feared": ("2px,9px", 2.5),
    "status_assured_absent": ("12px,4px,2px,4px,2px,4px", 2),
    "status_found_by_court": ("longdashdot", 3),
    "status_dropped": ("1px,5px", 1.5),
}
LINE, STAGE_LINE = 19, 16


def ledger(view: View, flows: Sequence[Flow], *, focus: str = "") -> Chart:
    """
    Draw one link a row: box, arrow in the style of its status with the status in words, box.

    Under the arrow stand the data and the identifier. focus is a node or identifier code: links
    without it are drawn in grey. On a stage the words stand beside the boxes, and a long list comes
    in parts. Raises ValueError without flows.
    """
    if not flows:
        raise ValueError("no flows to draw")
    if view.staged:
        return _staged(view, flows, focus)
    narrow = letters(view, SIDE * view.canvas.width - 4, SMALL_SIZE)
    width = narrow if view.narrow else view.of_page(30)
    shapes, notes, used = [], [], 0
    for flow in flows:
        boxes = [wrap(view.label(code), width) for code in (flow.start, flow.end)]
        words = _words(view, flow)
        lines = max(*(box.count(BREAK) + 1 for box in boxes), 2)
        arrow = -used - LINE * lines / 2 - 8
        below = wrap(words, 46 if view.narrow else view.of_page(104))
        faint = bool(focus) and focus not in (flow.start, flow.end, flow.identifier)
        shapes.append(_shaft(view, flow, arrow, faint=faint))
        shapes += [_box(view, side, used, lines, faint=faint) for side in (0, 1)]
        notes += [_name(view, box, side, arrow, faint=faint) for side, box in enumerate(boxes)]
        notes += _arrow(view, flow, arrow, faint=faint)
        notes.append(_below(view, below, -used - LINE * lines - 20))
        used += LINE * lines + 20 + LINE * (below.count(BREAK) + 1) + 16
    return _drawing(view, flows, shapes, notes, used)


SIDE = 0.3
STAGE_REACH = 0.62  # of the drawing on a stage: where the second box ends


def _staged(view: View, flows: Sequence[Flow], focus: str) -> Chart:
    width = 19 if view.language == "ja" else 15
    names = [[wrap(view.label(code), width) for code in (flow.start, flow.end)] for flow in flows]
    words = [wrap(_words(view, flow), 38 if view.language == "ja" else 33) for flow in flows]
    lines = [
        max(*(box.count(BREAK) + 1 for box in boxes), word.count(BREAK) + 1, 2)
        for boxes, word in zip(names, words, strict=True)
    ]
    parts = pages([STAGE_LINE * each + 20 for each in lines], view.canvas.height - 8)
    part = parts[min(view.page_index, len(parts) - 1)]
    shapes, notes, used = [], [], 0
    for flow, boxes, word, count in zip(
        flows[part], names[part], words[part], lines[part], strict=True
    ):
        arrow = -used - STAGE_LINE * count / 2 - 9
        faint = bool(focus) and focus not in (flow.start, flow.end, flow.identifier)
        drawn = [
            _shaft(view, flow, arrow, faint=faint),
            *(_box(view, side, used, count, faint=faint, line=STAGE_LINE) for side in (0, 1)),
        ]
        named = [_name(view, box, side, arrow, faint=faint) for side, box in enumerate(boxes)]
        named = [each | {"font": each["font"] | {"size": SMALL_SIZE}} for each in named]
        named += _arrow(view, flow, arrow, faint=faint)
        shapes += [_squeezed(each, ("x0", "x1")) for each in drawn]
        notes += [_squeezed(each, ("x", "ax")) for each in named]
        notes.append(_below(view, word, arrow) | {"x": STAGE_REACH + 0.02, "yanchor": "middle"})
        used += STAGE_LINE * count + 20
    return _drawing(view, list(flows[part]), shapes, notes, used, len(parts))


def _drawing(
    view: View, flows: Sequence[Flow], shapes: list, notes: list, used: int, parts: int = 1
) -> Chart:
    return marks(
        view, shapes, notes, down=(-used, 2), rows=flows, height=used + 4, page_count=parts
    )


def _squeezed(mark: dict[str, Any], names: Sequence[str]) -> dict[str, Any]:
    """Move a mark of the wide drawing into the left part of a stage."""
    return mark | {name: mark[name] * STAGE_REACH for name in names if name in mark}


def _box(
    view: View, side: int, used: int, lines: int, *, faint: bool, line: int = LINE
) -> dict[str, Any]:
    theme = view.theme
    return {
        "type": "rect",
        "x0": side * (1 - SIDE),
        "x1": side * (1 - SIDE) + SIDE,
        "y0": -used - 4,
        "y1": -used - line * lines - 14,
        "fillcolor": theme.aside,
        "line": {"color": theme.context if faint else theme.ink, "width": 1.5},
    }


def _name(view: View, words: str, side: int, y: float, *, faint: bool) -> dict[str, Any]:
    return note(
        words,
        side * (1 - SIDE) + SIDE / 2,
        y,
        SMALL_SIZE if view.narrow else LABEL_SIZE,
        view.theme.muted if faint else view.theme.ink,
    )


def _shaft(view: View, flow: Flow, y: float, *, faint: bool) -> dict[str, Any]:
    """The arrow's shaft; an annotation's own cannot be dashed."""
    dash, width = STYLES.get(flow.status, ("solid", 2))
    colour = view.theme.context if faint else view.theme.main
    line = {"color": colour, "width": width, "dash": dash}
    return {"type": "line", "x0": SIDE + 0.012, "x1": 0.99 - SIDE, "y0": y, "y1": y, "line": line}


def _arrow(view: View, flow: Flow, y: float, *, faint: bool) -> list[dict[str, Any]]:
    _, width = STYLES.get(flow.status, ("solid", 2))
    colour = view.theme.context if faint else view.theme.main
    shaft = {"x": 1 - SIDE - 0.012, "y": y, "ax": 1 - SIDE - 0.03, "ay": y}
    head = {
        "text": "",
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
    word = note(
        view.label(flow.status), 0.5, y, SMALL_SIZE, view.theme.ink, yanchor="bottom", yshift=4
    )
    return [shaft | head, word]


def names_identifier(flow: Flow) -> bool:
    """Tell whether the documents name an identifier for a link; that they do not is no news."""
    return flow.identifier not in ("", "identifier_not_stated", "identifier_none")


def data_of(view: View, flow: Flow) -> str:
    """Say in the view's language what passes along a link."""
    return view.render_plain(flow.data)


def _words(view: View, flow: Flow) -> str:
    data, name = data_of(view, flow), view.label(flow.identifier)
    more = f"　〔{name}〕" if view.language == "ja" else f"　[{name}]"
    return data + more if names_identifier(flow) else data


def _below(view: View, words: str, y: float) -> dict[str, Any]:
    return note(words, 0, y, SMALL_SIZE, view.theme.muted, yanchor="top", **LEFT)
