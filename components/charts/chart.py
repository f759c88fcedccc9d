"""A drawn figure together with the records it draws, and the view it is drawn for."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import TYPE_CHECKING

import plotly.graph_objects as go

from components.charts.series import Series
from components.charts.themes import LIGHT, Theme
from components.data.dataset import Dataset
from components.data.dates import format_span
from components.data.languages import Language, Localized, aside
from components.data.links import INVENTED, Example
from components.data.numbers import format_value
from components.data.records import Claim, Event, Figure, Source
from components.text.cells import Row
from components.text.prose import RichText, render_plain

if TYPE_CHECKING:
    import pandas as pd


LICENSED = "CC BY"  # in the name of a source whose licence asks for it to be named


@dataclass(frozen=True)
class Canvas:
    """
    The space a chart is drawn for, in CSS pixels.

    Without a height a chart takes what it needs; with one it keeps to it, its source line apart,
    and stays whole when it is stretched to a wider window of the same height.
    """

    name: str
    width: int
    height: int | None = None


PAGE = Canvas("page", 912)
PHONE = Canvas("phone", 358)
PRESENTER = Canvas("presenter", 654, 356)


@dataclass(frozen=True)
class View:
    """
    For whom a chart is drawn: language, theme, canvas, and the step's own words.

    page_index is the page wanted of a chart that a stage is too low for, from 0.
    """

    dataset: Dataset
    language: Language
    theme: Theme = LIGHT
    canvas: Canvas = PAGE
    words: Mapping[str, RichText] = field(default_factory=dict)
    page_index: int = 0

    @property
    def narrow(self) -> bool:
        """Tell whether the room is as narrow as a phone."""
        return self.canvas.width < 500

    @property
    def for_presenter(self) -> bool:
        """Tell whether the canvas has a height that must be kept: a present view or a slide."""
        return self.canvas.height is not None

    def step_text(self, key: str) -> str:
        """Give one of the step's extra words; the key itself when it is missing."""
        return str(self.words[key]) if key in self.words else key

    def figures(self, rows: "pd.DataFrame") -> list[Figure]:
        """Give the records of a frame's rows, in their order."""
        return self.dataset.figures_of(rows)

    def groups(
        self, rows: "pd.DataFrame", by: str, order: Sequence[str] = ()
    ) -> dict[str, list[Figure]]:
        """
        Give the records of a frame's rows by what a column says, in the order of first use.

        What order names comes first, in its order.
        """
        found: dict[str, list[Figure]] = {name: [] for name in order if (rows[by] == name).any()}
        for name, figure in zip(rows[by], self.figures(rows), strict=True):
            found.setdefault(name, []).append(figure)
        return found

    def label(self, code: str) -> str:
        """Give the words of a code in the view's language."""
        return self.dataset.label(code, self.language)

    def format_value(self, record: Figure, *, bare: bool = False, exact: bool = False) -> str:
        """
        Write a record's value in three digits, as charts say it; the rows keep the exact value.

        exact writes all digits, for what is told of a mark that is touched; bare leaves out 約 and
        the like.
        """
        return self.dataset.format_value(record, self.language, bare=bare, short=not exact)

    def format_yen(self, amount: Decimal) -> str:
        """Write an amount of yen in three digits."""
        return format_value(str(amount), "yen", self.language, short=True)

    def localize(self, words: Localized) -> str:
        """Choose the language of a pair of words."""
        return words.to(self.language)

    def aside(self, words: str, more: str) -> str:
        """Write words with more in brackets after them; the words alone where there is no more."""
        return aside(words, more, self.language)

    def render_plain(self, words: Localized) -> str:
        """Write a pair of words in the view's language, its references resolved."""
        return render_plain(words, self.dataset, self.language)


@dataclass(frozen=True)
class Chart:
    """
    A figure and what it draws.

    rows are what is on screen (records, flows, events, claims): source line, data table and CSV
    are made from them, so none of these can be forgotten. height is in CSS pixels. page_count says
    on how many pages the chart was cut for a canvas too low for the whole; this is one of them.
    series are the bars and lines among what is drawn, from which slides get native charts.
    """

    figure: go.Figure
    rows: Sequence[Row]
    height: int
    page_count: int = 1
    series: Sequence[Series] = ()

    @property
    def sources(self) -> list[Source]:
        """The sources of the rows, each once, in the order of first use."""
        return _sources(self.rows)

    @property
    def origins(self) -> list[Source]:
        """The documents the rows' sources quote, each once."""
        return _origins(self.rows)

    def as_of(self, language: Language) -> str:
        """The span of as-of dates of the rows."""
        return _as_of(self.rows, language)

    def source_line(self, language: Language) -> str:
        """The line inside the chart, as source_line gives it."""
        return source_line(self.rows, language)


def source_line(rows: Sequence[Row], language: Language) -> str:
    """
    Write the line inside a chart: who says it, and the span of as-of dates.

    Short enough for a phone; the full list of documents stands below the chart.
    """
    named = [*_origins(rows), *_sources(rows)]
    names = list(dict.fromkeys(each.short.to(language) for each in named))
    names.sort(key=lambda name: LICENSED not in name)  # whom a licence wants named comes first
    invented = any(isinstance(row, Example) for row in rows)
    others = ("ほか" if language == "ja" else " and others") if len(names) > 1 else ""
    who, days = names[0] + others if names else "", _as_of(rows, language)
    if language == "ja":
        kind = f"{INVENTED.ja}（筋書きの出典：{who}）" if invented else f"出典：{who}"
        return f"{kind}｜{days}".rstrip("｜")
    kind = f"{INVENTED.en} (scenario: {who})" if invented else f"Source: {who}"
    return f"{kind} | {days}".rstrip(" |")


def _sources(rows: Sequence[Row]) -> list[Source]:
    answers = [row.answer_source for row in rows if isinstance(row, Claim)]
    return list(
        {each.id: each for each in [*(row.source for row in rows), *answers] if each}.values()
    )


def _origins(rows: Sequence[Row]) -> list[Source]:
    found = [row.origin for row in rows if isinstance(row, Figure) and row.origin]
    return list({each.id: each for each in found}.values())


def _as_of(rows: Sequence[Row], language: Language) -> str:
    return format_span(
        [row.date if isinstance(row, Event) else row.as_of for row in rows], language
    )
