"""Made-up records for tests. Nothing here is shown to anyone."""

from dataclasses import replace

from components.charts.chart import PAGE, PHONE, View
from components.content.book import Book
from components.content.languages import Words
from components.content.prose import passage
from components.content.records import Event, Flow, Measure, Record, Source

NONE = Words("", "")
SOURCE = Source(
    "example", Words("例の省", "Example ministry"), Words("例", "Example"),
    Words("例の文書", "Example document"), "https://example.invalid/", "2021-01-01", "2021-02-01",
    "primary", NONE,
)  # fmt: skip
SHARE = Measure(
    "example_share", "example", Words("割合", "Share"), Words("全体に対する割合", "Share of all"),
    "percent", "share", Words("例の省", "Example ministry"), frozenset(),
)  # fmt: skip
COUNT = replace(SHARE, id="example_count", unit="cases", kind="count")
LABELS = {
    "unit_cases": Words("件", "case|cases"),
    "not_seen": Words("資料なし", "not seen"),
    "status_in_use": Words("使用中", "in use"),
    "status_feared": Words("懸念", "feared"),
    "node_a": Words("甲", "Node A"),
    "node_b": Words("乙", "Node B"),
    "identifier_x": Words("番号", "number"),
    "outcome_did_not_happen": Words("実現せず", "did not happen"),
    "first": Words("一つめ", "First"),
    "second": Words("二つめ", "Second"),
}
BOOK = Book({}, {}, {}, {}, {}, {}, {}, {}, LABELS, (), (), ())


def record(value: str = "10", as_of: str = "2021-10-20", **changes) -> Record:
    """Make a record of a share, with what the test needs changed."""
    plain = Record(
        id=f"example_{value}_{as_of}", topic="example", measure=SHARE,
        label=Words("例の割合", "Example share"), value=value, qualifier="exact", as_of=as_of,
        said_by="", source=SOURCE, place=Words("一頁", "page one"), origin=None,
        processing="as_published", calculation="", published="", checked="2021-02-01",
        confidence="high", superseded_by="", review_after="", note=NONE,
    )  # fmt: skip
    return replace(plain, **changes)


def event(date: str = "2021-10-20", **changes) -> Event:
    """Make an event, with what the test needs changed."""
    plain = Event(
        f"event_{date}", date, "rollout", ("example",), Words("できごと", "Something happens"),
        SOURCE, NONE, False, "", "", "high", NONE,
    )  # fmt: skip
    return replace(plain, **changes)


def flow(**changes) -> Flow:
    """Make a data flow from node A to node B, with what the test needs changed."""
    plain = Flow(
        "flow_1", "example", "node_a", "node_b", Words("記録", "records"), "identifier_x",
        "status_in_use", NONE, SOURCE, NONE, "2021", "high", NONE,
    )  # fmt: skip
    return replace(plain, **changes)


def view(language: str = "ja", *, narrow: bool = False) -> View:
    """Make a view on an empty book with a few labels."""
    words = {"your_guess": passage("予想" if language == "ja" else "guess", BOOK, language)}
    return View(BOOK, language, room=PHONE if narrow else PAGE, words=words)


def texts(chart) -> str:
    """Give every text an annotation or a bar of the chart shows."""
    notes = [note.text or "" for note in chart.figure.layout.annotations]
    bars = [str(word) for trace in chart.figure.data for word in (trace.text or ())
            if "text" in trace]  # fmt: skip
    shapes = [shape.label.text or "" for shape in chart.figure.layout.shapes]
    return "\n".join([*notes, *bars, *shapes])
