"""The speaker's notes of a step: what to say, both sides, and every document with its address."""

from collections.abc import Iterator

from components.data.dates import format_date
from components.data.languages import Language, aside
from components.data.records import Source
from components.export import used
from components.presenter.claims import claim_block
from components.text.topics import Step, Topic, interface


def notes(topic: Topic, step: Step) -> str:
    """Write note, finding, claims with answers and later events, old figures, and documents."""
    language = topic.language
    blocks = [
        [str(step.headline)],
        [str(line) for line in step.note],
        [str(step.takeaway)] if step.takeaway else [str(line) for line in step.body],
        list(_claims(step, language)),
        list(_old(topic, step)),
        list(_documents(topic, step)),
    ]
    return "\n\n".join("\n".join(block) for block in blocks if any(block))


def _claims(step: Step, language: Language) -> Iterator[str]:
    if step.claims:
        yield interface("slide_claims", language)
    for number, claim in enumerate(step.claims, 1):
        block = claim_block(claim, language)
        for place, column in enumerate(block["columns"]):
            lead = f"{number}. " if place == 0 else "   "
            yield f"{lead}{named(column, language)} {column['text']}"
        yield f"   {block['state']}"


def named(column: dict[str, str], language: Language) -> str:
    """Give the name of a claim's column with who said it and when: 主張（政府、2021年）：."""
    opening, closing, end = "（）：" if language == "ja" else (" (", ")", ":")
    who = f"{opening}{column['who']}{closing}" if column["who"] else ""
    return f"{column['name']}{who}{end}"


def _old(topic: Topic, step: Step) -> Iterator[str]:
    """Name the figures that have been overtaken, and what took their place where it is known."""
    found = used.old(used.rows(topic, step))
    language = topic.language
    if found:
        yield interface("stage_stale", language, count=str(len(found)))
    for row in found:
        newer = f" → {row.superseded_by}" if row.superseded_by else ""
        yield f"- {row.label.to(language)} ({row.as_of}){newer}"


def _documents(topic: Topic, step: Step) -> Iterator[str]:
    language = topic.language
    found = used.documents(used.rows(topic, step))
    if found:
        yield interface("documents", language, count=str(len(found)))
    for source in found:
        yield f"- {document(source, language)} {source.url}".rstrip()


def document(source: Source, language: Language) -> str:
    """Name a document: publisher, title, and when it was published where that is known."""
    return aside(source.named(language), format_date(source.published, language), language)
