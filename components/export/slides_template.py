"""The library's own template made ours: wide, with faces that hold Japanese."""

from typing import Any

from lxml import etree
from pptx.opc.constants import RELATIONSHIP_TYPE as RT

from components.charts.themes import LIGHT
from components.export.slide_marks import TYPEFACE

MAIN = "http://schemas.openxmlformats.org/drawingml/2006/main"
KEPT = ("Title Slide", "Title and Content", "Title Only", "Blank")


def prepared(deck: Any, wider: float) -> None:
    """Stretch master and layouts, keep the few layouts of use, and set the theme's faces."""
    master = deck.slide_master
    for layout in list(deck.slide_layouts):
        if layout.name not in KEPT:
            deck.slide_layouts.remove(layout)
    for held in (master, *deck.slide_layouts):
        for shape in held.placeholders:
            if shape._element.spPr.xfrm is not None:
                shape.left, shape.width = int(shape.left * wider), int(shape.width * wider)
    theme = master.part.part_related_by(RT.THEME)
    tree = etree.fromstring(theme.blob)
    for fonts in tree.iter(f"{{{MAIN}}}majorFont", f"{{{MAIN}}}minorFont"):
        for script in ("latin", "ea"):
            fonts.find(f"{{{MAIN}}}{script}").set("typeface", TYPEFACE)
        for font in fonts.findall(f"{{{MAIN}}}font"):
            if font.get("script") == "Jpan":
                font.set("typeface", TYPEFACE)
    for name, colour in (("hlink", LIGHT.main), ("folHlink", LIGHT.main)):
        for each in tree.iter(f"{{{MAIN}}}{name}"):
            each[0].set("val", colour.removeprefix("#"))
    theme._blob = etree.tostring(tree, xml_declaration=True, encoding="UTF-8", standalone=True)
