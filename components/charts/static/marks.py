"""The few marks every chart of ours is made of, in CSS pixels from the top left corner."""

from dataclasses import dataclass

Point = tuple[float, float]


@dataclass(frozen=True)
class Line:
    """A stroke through points: lengths of its dashes, and a head where it is an arrow."""

    points: tuple[Point, ...]
    colour: str
    width: float
    dash: tuple[float, ...] = ()
    arrow: bool = False
    fill: str = ""


@dataclass(frozen=True)
class Box:
    """A rectangle; hatch is the colour of its diagonal lines, where it has them."""

    left: float
    top: float
    width: float
    height: float
    fill: str = ""
    edge: str = ""
    edge_width: float = 0
    dash: tuple[float, ...] = ()
    hatch: str = ""


@dataclass(frozen=True)
class Dot:
    """A point in a series; symbol is circle, square or diamond."""

    x: float
    y: float
    size: float
    fill: str
    edge: str
    edge_width: float
    symbol: str = "circle"


@dataclass(frozen=True)
class Run:
    """Text of one weight inside a line of text."""

    text: str
    bold: bool = False


@dataclass(frozen=True)
class Text:
    """Lines of text; x is where anchor (start, middle, end) says, top is above the first line."""

    x: float
    top: float
    lines: tuple[tuple[Run, ...], ...]
    size: float
    colour: str
    anchor: str = "start"
    ground: str = ""

    @property
    def height(self) -> float:
        return LINE * self.size * len(self.lines)

    @property
    def text(self) -> str:
        return "\n".join("".join(run.text for run in line) for line in self.lines)


LINE = 1.3  # height of a line of text, in sizes of its type
Mark = Line | Box | Dot | Text
