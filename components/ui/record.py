"""A number in a sentence and the record it opens."""

from components.content.book import Book
from components.content.dates import format_date
from components.content.languages import Language
from components.content.phrases import PHRASE_END, phrases
from components.content.prose import Mention, Passage, passage
from components.content.records import Event, Record
from components.content.today import today
from components.content.topics import interface
from components.ui.markup import source_html, tag, text

OPENING = "（「『(“["
CLOSING = "、。，．」』）)],.;:!?！？%％"


class Prose:
    """Writes passages as HTML and collects the records they mention, to be opened in place."""

    def __init__(self, book: Book, language: Language, prefix: str) -> None:
        self.book = book
        self.language = language
        self.prefix = prefix
        self.mentioned: dict[str, Record | Event] = {}

    def html(self, words: Passage) -> str:
        """Write a passage; each number is a button that opens its record."""
        written = ""
        parts = list(words.parts)
        for place, part in enumerate(parts):
            following = parts[place + 1] if place + 1 < len(parts) else ""
            if isinstance(part, str):
                # An opening bracket goes with the number that follows it.
                kept = part.rstrip(OPENING) if isinstance(following, Mention) else part
                parts[place] = part[len(kept) :]
                written += text(kept)
                continue
            before = parts[place - 1] if place and isinstance(parts[place - 1], str) else ""
            after = following if isinstance(following, str) else ""
            tail = after[: len(after) - len(after.lstrip(CLOSING))]
            if tail:
                parts[place + 1] = after[len(tail) :]
            written += self._number(part, before, tail)
        return written

    def headline(self, words: Passage) -> str:
        """Write a headline: in Japanese it breaks at phrases, never inside a word."""
        if self.language != "ja":
            return self.html(words)
        return self.html(
            Passage(
                tuple(part if isinstance(part, Mention) else phrases(part) for part in words.parts)
            )
        ).replace(PHRASE_END, "<wbr>")

    def plain(self, words: str) -> str:
        """Write a text that may hold references, as in claims.csv."""
        return self.html(passage(words, self.book, self.language))

    def _number(self, mention: Mention, before: str, tail: str) -> str:
        if mention.record is None:
            return text(before) + tag("mark", text(mention.text)) + text(tail)
        self.mentioned[mention.record.id] = mention.record
        old = isinstance(mention.record, Record) and mention.record.is_stale(today())
        button = tag(
            "button",
            text(mention.text + interface("old_mark", self.language) * old),
            type="button",
            class_="number",
            popovertarget=self._panel_id(mention.record.id),
            title=interface("open_old_record" if old else "open_record", self.language),
        )
        # The marks around a number stay on its line.
        together = text(before) + button + text(tail)
        return tag("span", together, class_="together") if before or tail else button

    def _panel_id(self, record_id: str) -> str:
        return f"{self.prefix}-{record_id}"

    def panels(self) -> str:
        """Write the panels of all records mentioned so far, closed; each once."""
        return "".join(
            tag(
                "div",
                record_html(self.book, record, self.language),
                popover="auto",
                id=self._panel_id(record_id),
                class_="record",
            )
            for record_id, record in self.mentioned.items()
        )


def record_html(book: Book, record: Record | Event, language: Language) -> str:
    """Write all a checker asks of a record: definition, date, who, source, place, processing."""
    if isinstance(record, Event):
        head = tag("p", text(format_date(record.date, language)), class_="value")
        pairs = [("what", text(str(passage(record.name.to(language), book, language))))]
    else:
        label = str(passage(record.label.to(language), book, language))
        head = tag("p", text(book.written(record, language)), class_="value")
        head += tag("p", text(label), class_="label")
        pairs = _number_pairs(book, record, language)
    pairs += _source_pairs(book, record, language)
    rows = "".join(
        tag("dt", text(interface(f"record_{key}", language))) + tag("dd", value)
        for key, value in pairs
        if value
    )
    return head + tag("dl", rows)


def _number_pairs(book: Book, record: Record, language: Language) -> list[tuple[str, str]]:
    qualifier = book.label(f"qualifier_{record.qualifier}", language)
    newer = book.figures.get(record.superseded_by)
    return [
        ("definition", text(record.measure.definition.to(language))),
        ("as_of", text(format_date(record.as_of, language) or interface("not_stated", language))),
        ("qualifier", "" if record.qualifier == "exact" else text(qualifier)),
        ("said_by", text(book.label(record.said_by, language)) if record.said_by else ""),
        ("newer", text(_dated(book, newer, language)) if newer else ""),
    ]


def _dated(book: Book, record: Record, language: Language) -> str:
    value, day = book.written(record, language), format_date(record.as_of, language)
    return f"{value}（{day}）" if language == "ja" else f"{value} ({day})"


def _source_pairs(book: Book, record: Record | Event, language: Language) -> list[tuple[str, str]]:
    origin = record.origin if isinstance(record, Record) else None
    return [
        ("source", source_html(record.source, language)),
        ("place", text(record.place.to(language))),
        ("origin", source_html(origin, language) if origin else ""),
        ("processing", text(_processing(book, record, language))),
        ("published", text(format_date(record.source.published, language))),
        ("checked", text(format_date(record.source.checked, language))),
        ("confidence", text(book.label(f"confidence_{record.confidence}", language))),
        ("note", text(str(passage(record.note.to(language), book, language)))),
    ]


def _processing(book: Book, record: Record | Event, language: Language) -> str:
    if isinstance(record, Event):
        return ""
    words = book.label(f"processing_{record.processing}", language)
    if not record.calculation:
        return words
    return words + ("：" if language == "ja" else ": ") + formula(book, record, language)


def formula(book: Book, record: Record, language: Language) -> str:
    """Write a calculation with each record's value in the place of its id."""
    words = [
        book.written(book.figures[word], language, bare=True) if word in book.figures else word
        for word in record.calculation.replace("(", "( ").replace(")", " )").split()
    ]
    return " ".join(words).replace("*", "×").replace("/", "÷").replace("( ", "(").replace(" )", ")")
