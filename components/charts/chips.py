"""A chip: words in a box, in the colour and line of what is known of a link."""

from components.charts.drawing import Drawing
from components.charts.shades import mix
from components.charts.status_lines import DASHES, colour_of
from components.charts.themes import SMALL_SIZE

PALE = 0.16  # how much of a link's colour is in the ground of its chip


def draw_chip(
    drawing: Drawing,
    words: str,
    box: tuple[float, float, float, float],
    kind: str,
    *,
    bold: bool = False,
    strong: bool = False,
    faint: bool = False,
) -> None:
    """
    Draw a chip at left, top, width and height; kind is that of its link (status_lines.KINDS).

    strong is the link of the headline, in the accent; faint one that is out of focus, in grey.
    """
    theme, (left, top, width, height) = drawing.view.theme, box
    colour = theme.rule if faint else theme.accent if strong else colour_of(kind, theme)
    fill = theme.ground if faint else mix(theme.ground, colour, PALE)
    edge_width = 2.5 if strong else 1.5
    drawing.box(*box, fill=fill, edge=colour, edge_width=edge_width, dash=DASHES[kind])
    ink, bold = theme.muted if faint else "", bold or strong
    middle = left + width / 2, top + height / 2
    drawing.text(words, *middle, SMALL_SIZE, ink, bold=bold, at="middle center")
