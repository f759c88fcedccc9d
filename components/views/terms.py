"""A term of the glossary as HTML: its reading above it, its explanation, its document."""

from markupsafe import Markup, escape

from components.data.dataset import Dataset
from components.data.languages import Language, listed
from components.data.words import Term
from components.text.glossary import ruby
from components.text.prose import render_plain
from components.text.topics import interface
from components.views.tags import joined, source_html, tag


def name_html(term: Term, language: Language) -> Markup:
    """Write a term: in Japanese with its reading, in English with the Japanese word beside it."""
    if language == "en":
        beside = tag("span", f"「{term.name.ja}」", class_="beside", lang="ja")
        return escape(term.name.en) + " " + beside
    return joined(_piece(*piece) for piece in ruby(term))


def _piece(words: str, reading: str) -> Markup:
    if not reading:
        return escape(words)
    brackets = tag("rp", "（"), tag("rp", "）")
    return tag("ruby", words + brackets[0] + tag("rt", reading) + brackets[1])


def term_html(dataset: Dataset, term: Term, language: Language) -> Markup:
    """Write what a term means, its other spellings, and the document it rests on."""
    plain = render_plain(term.plain, dataset, language)
    words = tag("p", plain, class_="plain")
    if others := term.others(language):
        said = interface("also_written", language, words=listed(others, language))
        words += tag("p", said, class_="from")
    if term.source:
        where = f"　{term.place.to(language)}"
        words += tag("p", source_html(term.source, language) + where, class_="from")
    return words
