"""The index of the search as plain data, and the script that searches it without a server."""

from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any

from components.search import names, search, tokens, years
from components.search.documents import Document
from components.search.names import Names


@cache
def script() -> str:
    """Give find.js, which defines makeFind(index): a constant, the same for deck and site."""
    return Path(__file__).with_name("find.js").read_text("utf-8")


def index_data(
    documents: Sequence[Document], tokenizer: tokens.Tokenizer, named: Names
) -> dict[str, Any]:
    """
    Give what makeFind of find.js needs to find what search.answers would find.

    Returns:
        terms: for each term the documents that hold it, in pairs of numbers: how far to the next
            document, and what the term weighs there (`"3 10 1 30"`: document 3, then 4).
        documents: kind, length, weight and number of the family of each, in the order given.
        names: the spellings of each document that is found by its name; named: the places of these
            documents in with_named(documents); homes and home_names as in Names.
        rules: how a query is cut and weighed.
    """
    listed = with_named(documents, named)
    number_of = {(each.kind, each.id): number for number, each in enumerate(listed)}
    places: dict[str, list[int]] = {}
    last: dict[str, int] = {}
    families: dict[str, int] = {}
    for number, each in enumerate(documents):
        families.setdefault(each.family, len(families))
        for term, weight in each.terms.items():
            places.setdefault(term, []).extend((number - last.get(term, 0), weight))
            last[term] = number
    return {
        "terms": {term: " ".join(map(str, found)) for term, found in places.items()},
        "documents": [
            [each.kind, each.length, each.weight, families[each.family]] for each in documents
        ],
        "names": [" ".join(each) for each in named.names],
        "named": [number_of[each.kind, each.id] for each in named.documents],
        "homes": named.homes,
        "home_names": [" ".join(each) for each in named.home_names],
        "rules": _rules(tokenizer),
    }


def with_named(documents: Sequence[Document], named: Names) -> list[Document]:
    """List what makeFind gives the numbers of: the documents, then those that only a name finds."""
    return [*documents, *(each for each in named.documents if not each.terms)]


def _rules(tokenizer: tokens.Tokenizer) -> dict[str, Any]:
    return {
        "runs": tokens.RUNS.pattern.replace("(?P<", "(?<"),
        "tails": tokens.TAILS.pattern,
        "stop": sorted(tokens.STOP),
        "endings": tokens.ENDINGS,
        "eras": years.ERAS,
        "era": years.ERA.pattern,
        "said": years.SAID,
        "longest": tokens.LONGEST_QUERY,
        "hiragana": tokens.PLAIN_HIRA,
        "single": tokens.SINGLE,
        "synonyms": tokenizer.words,
        "prefers": tokenizer.prefers,
        "weights": search.WEIGHTS,
        "saturation": search.SATURATION,
        "length": search.LENGTH,
        "preferred": search.PREFERRED,
        "calm": search.CALM,
        "enough": search.ENOUGH,
        "share": search.SHARE,
        "split": names.SPLIT.pattern,
        "beside": sorted(names.BESIDE),
        "ending": names.ENDING.pattern,
        "whole": names.WHOLE.pattern,
        "most": names.MOST,
    }
