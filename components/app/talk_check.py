"""The look over a talk before it is given: its pace, and what the room may trip over."""

from collections.abc import Iterable, Sequence
from itertools import groupby

from components.app import query_params
from components.data.dataset import load_dataset
from components.data.languages import Language
from components.data.records import Claim, Event, Figure
from components.data.today import today
from components.presenter import play, preflight
from components.presenter.preflight import KINDS, Shown, Worry
from components.presenter.talk import Talk
from components.text.cells import Row, cells
from components.text.topics import interface
from components.views.tags import joined, tag

AT_ONCE = 3  # records of a step that stand in the open; more are folded


def html(talk: Talk, language: Language) -> str:
    """Write the check of a talk that has steps."""
    steps = preflight.shown(talk, play.slides_of(talk, language), load_dataset(), language)
    found = preflight.worries(steps, load_dataset(), language, today())
    heading = tag("h2", interface("check_title", language), id="check")
    kinds = {kind: [each for each in found if each.kind == kind] for kind in KINDS}
    sections = joined(_kind(kind, kinds[kind], steps, language) for kind in KINDS)
    return heading + _pace(talk, steps, language) + sections


def _pace(talk: Talk, steps: Sequence[Shown], language: Language) -> str:
    pace = preflight.pace(talk, steps)
    words = interface(
        "check_pace",
        language,
        minutes=str(talk.minutes),
        steps=str(pace.steps),
        fragments=str(pace.fragments),
        a_step=_clock(pace.a_step),
        a_fragment=_clock(pace.a_fragment),
    )
    head = joined(
        tag("th", interface(f"check_{name}", language), scope="col")
        for name in ("step", "fragments", "share", "until")
    )
    rows, until = [], 0.0
    for step in steps:
        share = step.fragments * pace.a_fragment
        until += share
        numbers = (str(step.fragments), _clock(share), _clock(until))
        name = tag("th", f"{step.place}　{step.title}", scope="row")
        rows.append(tag("tr", name + joined(tag("td", each) for each in numbers)))
    table = tag("table", tag("thead", tag("tr", head)) + tag("tbody", joined(rows)))
    summary = tag("summary", interface("check_by_step", language))
    return tag("p", words, role="status") + tag(
        "details", summary + tag("div", table, class_="counts")
    )


def _clock(seconds: float) -> str:
    return f"{int(seconds) // 60}:{int(seconds) % 60:02}"


def _kind(kind: str, found: Sequence[Worry], steps: Sequence[Shown], language: Language) -> str:
    """One kind of thing to know; that nothing was found is said too."""
    title = interface(f"check_{kind}", language)
    if not found:
        none = tag("small", interface("check_none", language))
        return tag("h3", f"{title}　", none, class_="clear")
    items = [
        tag("li", _at(steps[place - 1], list(each), language))
        for place, each in groupby(found, key=lambda worry: worry.place)
    ]
    why = tag("p", interface(f"check_why_{kind}", language), class_="lead")
    return tag("section", tag("h3", title) + why + tag("ul", joined(items)), data_kind=kind)


def _at(step: Shown, found: Sequence[Worry], language: Language) -> str:
    """One step: its place and headline, and its records."""
    where = tag("a", f"{step.place}　{step.title}", href=step.page, target="_self")
    records = [(each, each.row) for each in found if each.row]
    if not records:
        more = [
            interface("check_in_parts", language, count=each.more) for each in found if each.more
        ]
        return where + joined(tag("small", "　" + each) for each in more)
    written = tag("ul", joined(tag("li", _record(*each, language)) for each in records))
    if len(records) <= AT_ONCE:
        return where + written
    count = interface("check_count", language, count=str(len(records)))
    return where + tag("details", tag("summary", count) + written)


def _record(worry: Worry, row: Row, language: Language) -> str:
    """One record, with the way to it, and what is to be known."""
    lead = interface(f"check_more_{worry.kind}", language) if worry.more else ""
    lead += "" if language == "ja" else " "
    name = tag("a", _name(row, language), href=_address(row, language), target="_self")
    return name + (tag("small", f"　{lead}{worry.more}") if worry.more else "")


def _name(row: Row, language: Language) -> str:
    written = cells(load_dataset(), row, language)
    if isinstance(row, Claim):
        return written["claim"]
    words: Iterable[str] = (
        written.get("name") or written.get("data", ""),
        written.get("value", ""),
    )
    day = written.get("as_of", "")
    return " ".join(each for each in (*words, f"({day})" if day else "") if each)


def _address(row: Row, language: Language) -> str:
    page = {Claim: "claims", Event: "timeline", Figure: "figures"}.get(type(row), "figures")
    return query_params.href(page, language, record=row.id)
