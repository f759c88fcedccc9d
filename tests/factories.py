"""Made-up records for tests. Nothing here is shown to anyone."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from components.charts.chart import PAGE, PHONE, Chart, View
from components.data.dataset import Dataset
from components.data.frames import to_frame
from components.data.languages import Localized
from components.data.links import Flow
from components.data.records import Event, Figure, Measure, Source
from components.text.prose import rich_text

NONE = Localized("", "")
SOURCE = Source(
    id="example",
    publisher=Localized("例の省", "Example ministry"),
    short=Localized("例", "Example"),
    title=Localized("例の文書", "Example document"),
    url="https://example.invalid/",
    published="2021-01-01",
    checked="2021-02-01",
    kind="primary",
)
SHARE = Measure(
    id="example_share",
    topic="example",
    name=Localized("割合", "Share"),
    definition=Localized("全体に対する割合", "Share of all"),
    unit="percent",
    kind="share",
    defined_by=Localized("例の省", "Example ministry"),
)
COUNT = replace(SHARE, id="example_count", unit="cases", kind="count")
LABELS = {
    "unit_cases": Localized("件", "case|cases"),
    "not_seen": Localized("資料なし", "not seen"),
    "status_in_use": Localized("使用中", "in use"),
    "status_feared": Localized("懸念", "feared"),
    "node_a": Localized("甲", "Node A"),
    "node_b": Localized("乙", "Node B"),
    "identifier_x": Localized("番号", "number"),
    "outcome_did_not_happen": Localized("実現せず", "did not happen"),
    "first": Localized("一つめ", "First"),
    "second": Localized("二つめ", "Second"),
}
BOOK = Dataset({}, {}, {}, {}, {}, {}, {}, {}, LABELS, (), (), ())


def record(value: str = "10", as_of: str = "2021-10-20", **changes) -> Figure:
    """Make a record of a share, with what the test needs changed."""
    plain = Figure(
        id=f"example_{value}_{as_of}",
        topic="example",
        measure=SHARE,
        label=Localized("例の割合", "Example share"),
        value=value,
        unit=changes.get("measure", SHARE).unit,
        qualifier="exact",
        as_of=as_of,
        source=SOURCE,
        place=Localized("一頁", "page one"),
        processing="as_published",
        checked="2021-02-01",
        confidence="high",
    )
    return replace(plain, **changes)


def event(date: str = "2021-10-20", **changes) -> Event:
    """Make an event, with what the test needs changed."""
    plain = Event(
        id=f"event_{date}",
        date=date,
        kind="rollout",
        topics=("example",),
        name=Localized("できごと", "Something happens"),
        source=SOURCE,
        place=NONE,
        is_plan=False,
        confidence="high",
        checked="2021-02-01",
    )
    return replace(plain, **changes)


def flow(**changes) -> Flow:
    """Make a data flow from node A to node B, with what the test needs changed."""
    plain = Flow(
        id="flow_1",
        topic="example",
        start="node_a",
        end="node_b",
        data=Localized("記録", "records"),
        identifier="identifier_x",
        status="status_in_use",
        source=SOURCE,
        place=NONE,
        as_of="2021",
        confidence="high",
        checked="2021-02-01",
    )
    return replace(plain, **changes)


def view(language: str = "ja", *, narrow: bool = False) -> View:
    """Make a view on an empty dataset with a few labels."""
    words = {"your_guess": rich_text("予想" if language == "ja" else "guess", BOOK, language)}
    return View(BOOK, language, canvas=PHONE if narrow else PAGE, words=words)


def draw(kind: Callable[..., Chart], view: View, figures: Any, *more: Any, **options: Any) -> Chart:
    """
    Draw made-up figures as a frame, which the view's dataset gets to know.

    A mapping of figures draws them by its names, a column "group" of the frame.
    """
    groups = figures if isinstance(figures, dict) else {"": figures}
    drawn = [figure for rows in groups.values() for figure in rows]
    known = list(drawn)
    for name in ("scale", "change", "ended"):
        if name in options:
            known += options[name]
            options[name] = to_frame(options[name])
    rows = to_frame(drawn).assign(group=[name for name, each in groups.items() for _ in each])
    if isinstance(figures, dict):
        options["by"] = "group"
    dataset = replace(view.dataset, figures={figure.id: figure for figure in known})
    return kind(replace(view, dataset=dataset), rows, *more, **options)


def texts(chart) -> str:
    """Give every text an annotation or a bar of the chart shows."""
    notes = [note.text or "" for note in chart.figure.layout.annotations]
    bars = [
        str(word) for trace in chart.figure.data for word in (trace.text or ()) if "text" in trace
    ]
    shapes = [shape.label.text or "" for shape in chart.figure.layout.shapes]
    return "\n".join([*notes, *bars, *shapes])
