"""Finding steps, records and words by a question, best first. The index is made once a dataset."""

from collections import Counter
from collections.abc import Iterable, Sequence
from functools import lru_cache
from math import log
from pathlib import Path

from components.data.dataset import Dataset
from components.data.paths import DATA
from components.search.documents import Document
from components.search.entries import KINDS
from components.search.tokens import Query, Tokenizer

# A step answers first, then whoever claims or counts; a long series is seldom what is asked for.
WEIGHTS = {"step": 1.1, "claim": 1.2, "event": 0.9, "flow": 0.9, "series": 0.7}
SATURATION, LENGTH = 15.0, 0.35  # BM25's k1 (in tenths of a mention) and b
PREFERRED = 1.4  # for the kind a question asks for: いつ wants an event, いくら a figure
CALM = 0.6  # keeps one rare word from deciding alone
ENOUGH = 0.2  # of the best score; less is noise
# Of what the query asks for, weighed by rarity: an entry that holds less is left out. A list that
# is narrowed keeps what holds most of the words.
SHARE, MOST = 0.2, 0.6


@lru_cache(maxsize=2)
def index(dataset: Dataset, data: Path = DATA) -> tuple[Document, ...]:
    """List everything that can be found; made once per dataset."""
    tokenizer = tokenizer_of(dataset)
    return tuple(found for kind in KINDS for found in kind(dataset, data, tokenizer))


@lru_cache(maxsize=2)
def tokenizer_of(dataset: Dataset) -> Tokenizer:
    """Give the tokenizer that knows the dataset's synonyms."""
    return Tokenizer(dataset.synonyms)


def narrow(found: Iterable[Document], query: str, dataset: Dataset) -> list[Document]:
    """Keep the entries of a list that hold most of the words of a query, best first."""
    return find(found, query, dataset, least=MOST)


def find(
    found: Iterable[Document], query: str, dataset: Dataset, *, least: float = SHARE
) -> list[Document]:
    """
    Keep the entries that answer a query, best first; every entry where the query asks nothing.

    Entries are weighed as BM25 does it: a term counts more the fewer of the entries hold it, and
    the more it weighs in the entry (a title more than a note). Whoever holds more of what is
    asked stands higher.
    """
    every = list(found)
    wanted = tokenizer_of(dataset).wanted(query)
    if not wanted.terms:
        return [] if query.strip() else every
    scored = [(score, each) for score, each in _scores(every, wanted, least) if score > 0]
    best = max((score for score, _ in scored), default=0)
    kept = [pair for pair in scored if pair[0] >= best * ENOUGH]
    return [each for _, each in sorted(kept, key=lambda pair: -pair[0])]


def families(found: Iterable[Document]) -> list[Document]:
    """Keep the best of each family: the rows of one table that count the same thing."""
    best: dict[str, Document] = {}
    for each in found:
        best.setdefault(each.family, each)
    return list(best.values())


def _scores(
    every: Sequence[Document], wanted: Query, least: float
) -> Iterable[tuple[float, Document]]:
    asked = set(wanted.terms)
    held = [asked & each.terms.keys() for each in every]
    frequent = Counter(term for terms in held for term in terms)
    size = len(every)
    rare = {
        term: weight * log(1 + (size - frequent[term] + 0.5) / (frequent[term] + 0.5)) ** CALM
        for term, weight in wanted.terms.items()
    }
    whole = sum(rare[term] for term in frequent) or 1
    usual = sum(each.length for each in every) / size if size else 1
    for each, terms in zip(every, held, strict=True):
        share = sum(rare[term] for term in terms) / whole
        if share < least:
            continue
        slack = SATURATION * (1 - LENGTH + LENGTH * each.length / usual)
        score = sum(rare[term] * each.terms[term] / (each.terms[term] + slack) for term in terms)
        preferred = PREFERRED if each.kind in (*wanted.prefers, "step") and wanted.prefers else 1
        yield score * share**0.5 * each.weight * WEIGHTS.get(each.kind, 1) * preferred, each
