"""The first and the last screen of a talk: its title; its sources, and how far they reach."""

from collections import Counter
from collections.abc import Iterable
from urllib.parse import quote

from components.data.dataset import load_dataset
from components.data.dates import format_date
from components.data.languages import Language, listed
from components.data.reach import ends_on, is_told
from components.data.records import Claim, Figure
from components.presenter import Json
from components.presenter.preflight import shown
from components.presenter.slides import rich
from components.presenter.talk import Talk, whole
from components.text.cells import Row
from components.text.prose import RichText
from components.text.story import get_story, told_in_talks
from components.text.topics import interface
from components.views.qr_code import qr_code

SOURCES = 6  # named on the last screen, those with most rows first
NEXT = 3  # topics named as the next talk
LONGEST_CODE = 500  # letters; a longer address makes a code that no camera reads from a seat


def opening(talk: Talk, language: Language, made: str = "") -> Json:
    """Give the title as a slide (see slides.slide); made says which edition it is."""
    titles = _titles(talk, language)
    title = titles[0] if len(titles) == 1 else interface("product", language)
    size = {"count": str(len(talk.steps)), "minutes": str(talk.minutes)}
    lines = [listed(titles, language)] if len(titles) > 1 else []
    lines += [interface("stage_size", language, **size), made]
    kicker = interface("product", language) if len(titles) == 1 else ""
    notes = [interface("stage_opening_note", language)]
    return _slide("talk/opening", kicker, title, _words(lines, language, "title"), notes, language)


def closing(
    talk: Talk, language: Language, slides: list[Json], host: str = "", more: Iterable[str] = ()
) -> Json:
    """
    Give the last screen as a slide: sources, how far the numbers reach, what could come next.

    host (https://…) is where the talk can be opened: without one there is no QR code. more are
    lines to end with.
    """
    rows = [row for step in shown(talk, slides, load_dataset(), language) for row in step.rows]
    lines = [_sources(rows, language), _reach(rows, language), _next(talk, language), *more]
    fragment = _words(lines, language, "words")
    address = _address(talk, language, host)
    if host and len(address) <= LONGEST_CODE:
        fragment["code"] = ["".join(map(str, row)) for row in qr_code(address).matrix]
    headline = interface("stage_closing", language)
    kicker = interface("product", language)
    notes = [interface("stage_closing_note", language)]
    return _slide("talk/closing", kicker, headline, fragment, notes, language)


def _titles(talk: Talk, language: Language) -> list[str]:
    names = dict.fromkeys(topic_id for topic_id, _ in talk.steps)
    return [get_story(name).topic(language).title for name in names]


def _words(lines: Iterable[str], language: Language, kind: str) -> Json:
    points = [{"text": rich(RichText((line,)), language), "more": ""} for line in lines if line]
    return {"kind": kind, "points": points, "source": "", "stale": ""}


def _slide(
    id: str, kicker: str, headline: str, fragment: Json, notes: list[str], language: Language
) -> Json:
    return dict.fromkeys(("topic", "short", "name", "takeaway", "page"), "") | {
        "id": id,
        "step": 0,
        "kicker": kicker,
        "headline": rich(RichText((headline,)), language),
        "title": headline,
        "notes": notes,
        "fragments": [fragment],
    }


def _sources(rows: Iterable[Row], language: Language) -> str:
    named = (getattr(row, "source", None) for row in rows if not isinstance(row, Claim))
    found = Counter(each.short.to(language) for each in named if each)
    names = [name for name, _ in found.most_common(SOURCES)]
    if not names:
        return ""
    key = "stage_sources" if len(found) <= SOURCES else "stage_sources_more"
    counts = {"names": listed(names, language), "count": str(len(found) - len(names))}
    return interface(key, language, **counts)


def _reach(rows: Iterable[Row], language: Language) -> str:
    told = [row for row in rows if isinstance(row, Figure) and is_told(row)]
    if not told:
        return ""
    newest = max(told, key=ends_on)
    return interface("stage_reach", language, date=format_date(newest.as_of, language))


def _next(talk: Talk, language: Language) -> str:
    """Name the topics the talk leaves out, those that follow its last one first."""
    every = [story.topic_id for story in told_in_talks() if story.walk]
    last = talk.steps[-1][0] if talk.steps else ""
    after = every.index(last) + 1 if last in every else 0
    told = {topic_id for topic_id, _ in talk.steps}
    left = [each for each in [*every[after:], *every[:after]] if each not in told][:NEXT]
    titles = [get_story(each).topic(language).title for each in left]
    return interface("stage_next_talk", language, names=listed(titles, language)) if titles else ""


def _address(talk: Talk, language: Language, host: str) -> str:
    topic_id = talk.steps[0][0] if talk.steps else ""
    own = "" if talk.steps == whole(topic_id).steps else f"&talk={quote(talk.written(), safe='~')}"
    return f"{host}/{topic_id}?lang={language}{own}"
