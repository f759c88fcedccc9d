"""Claims as rows of words: the columns of the ledger's CSV."""

from components.data.claims import side_of
from components.data.dataset import Dataset
from components.data.languages import Language, Localized
from components.data.records import Claim, Source
from components.text.prose import render_plain

COLUMNS = (
    "id",
    "topic",
    "claim",
    "claimant",
    "side",
    "stance",
    "date",
    "source",
    "place",
    "url",
    "answer",
    "answer_by",
    "answer_date",
    "answer_looked",
    "answer_source",
    "answer_place",
    "answer_url",
    "since",
    "since_date",
    "since_source",
    "since_url",
    "state",
    "merged_into",
    "note",
)


def cells_of(dataset: Dataset, claim: Claim, language: Language) -> list[str]:
    """Write one claim with its answer and what happened since, in the order of COLUMNS."""

    def words(pair: Localized) -> str:
        return render_plain(pair, dataset, language)

    def label(code: str) -> str:
        return dataset.label(code, language) if code else ""

    return [
        claim.id,
        claim.topic,
        words(claim.text),
        label(claim.claimant),
        label(f"side_{side_of(claim, dataset)}"),
        label(f"stance_{claim.stance}"),
        claim.as_of,
        *_document(claim.source, claim.place, language),
        words(claim.answer),
        label(claim.answer_by),
        claim.answer_as_of,
        claim.answer_looked,
        *_document(claim.answer_source, claim.answer_place, language),
        words(claim.since),
        claim.since_as_of,
        _title(claim.since_source, language),
        claim.since_source.url if claim.since_source else "",
        label(f"state_{claim.state}"),
        claim.merged_into,
        words(claim.note),
    ]


def _document(source: Source | None, place: Localized, language: Language) -> tuple[str, str, str]:
    return _title(source, language), place.to(language), source.url if source else ""


def _title(source: Source | None, language: Language) -> str:
    return source.named(language) if source else ""
