"""What a question from the room can be answered with: steps, figures, claims and words."""

from collections.abc import Iterable
from typing import Any

from components.data.dataset import load_dataset
from components.data.dates import format_date
from components.data.languages import Language, aside, listed
from components.data.records import Figure
from components.presenter.claims import claim_block
from components.search.tokens import plain
from components.text.prose import render_plain
from components.text.story import get_story, topic_ids
from components.text.topics import interface

Json = dict[str, Any]


def index(language: Language) -> list[Json]:
    """
    List everything a question jump finds, in one language.

    Each entry has kind, id, title, words (to search in) and what its answer card shows. A step's
    card shows its slide, which travels apart.
    """
    return [*_steps(language), *_figures(language), *_claims(language), *_words(language)]


def _steps(language: Language) -> Iterable[Json]:
    for topic_id in topic_ids():
        topic = get_story(topic_id).topic(language)
        for step in topic.steps:
            said = [step.headline, step.short, step.takeaway, step.chart_name, *step.body]
            yield {
                "kind": "step",
                "id": f"{topic_id}/{step.id}",
                "title": str(step.headline),
                "words": plain(" ".join([topic.title, *map(str, said)])),
            }


def _figures(language: Language) -> Iterable[Json]:
    for record in load_dataset().figures.values():
        label = render_plain(record.label, load_dataset(), language)
        value = load_dataset().format_value(record, language)
        yield {
            "kind": "figure",
            "id": record.id,
            "title": label,
            "words": plain(f"{label} {value} {record.measure.name.to(language)} {record.id}"),
            "value": value,
            "as_of": format_date(record.as_of, language),
            "definition": record.measure.definition.to(language),
            "source": _source(record, language),
        }


def _source(record: Figure, language: Language) -> str:
    named = [each for each in (record.origin, record.source) if each]
    short = " ← ".join(dict.fromkeys(each.short.to(language) for each in named))
    names = aside(short, record.place.to(language), language)
    return interface("stage_source", language, names=names)


def _claims(language: Language) -> Iterable[Json]:
    for claim in load_dataset().claims.values():
        if claim.merged_into:
            continue
        block = claim_block(claim, language)
        said = [column["text"] for column in block["columns"]]
        yield {
            "kind": "claim",
            "id": claim.id,
            "title": said[0],
            "words": plain(" ".join([*said, *(column["who"] for column in block["columns"])])),
            "block": block,
            "source": interface("stage_source", language, names=listed(block["sources"], language)),
        }


def _words(language: Language) -> Iterable[Json]:
    for term in load_dataset().terms.values():
        short = term.source.short.to(language) if term.source else ""
        yield {
            "kind": "word",
            "id": term.id,
            "title": term.name.to(language),
            "words": plain(" ".join([*term.spellings(language), term.reading, term.id])),
            "definition": term.plain.to(language),
            "source": interface("stage_source", language, names=short) if short else "",
        }
