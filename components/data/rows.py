"""From a row to a record. A row that cannot be understood raises KeyError or ValueError."""

from collections.abc import Mapping

from components.data.languages import Localized
from components.data.records import Claim, Event, Figure, Measure, Source, Synonym

CsvRow = dict[str, str]

# Columns every table in data/tables/ has; whatever else a table has is a dimension.
COMMON = frozenset(
    [
        "as_of",
        "measure_id",
        "value",
        "qualifier",
        "source_id",
        "place_ja",
        "place_en",
        "confidence",
        "series",
        "figure_id",
        "note_ja",
        "note_en",
        "checked",
    ]
)


def pair(row: CsvRow, name: str) -> Localized:
    """Take a column pair, name_ja and name_en, from a row."""
    return Localized(row[f"{name}_ja"], row[f"{name}_en"])


def source_of(row: CsvRow) -> Source:
    return Source(
        id=row["source_id"],
        publisher=pair(row, "publisher"),
        short=pair(row, "short"),
        title=pair(row, "title"),
        url=row["url"] if row["url"].startswith(("https://", "http://")) else "",
        published=row["published"],
        checked=row["checked"],
        kind=row["kind"],
        note=pair(row, "note"),
    )


def measure_of(row: CsvRow) -> Measure:
    return Measure(
        id=row["measure_id"],
        topic=row["topic"],
        name=pair(row, "name"),
        definition=pair(row, "definition"),
        unit=row["unit"],
        kind=row["kind"],
        defined_by=pair(row, "defined_by"),
        comparable_with=frozenset(row["comparable_with"].split()),
    )


def figure_of(
    row: CsvRow, sources: Mapping[str, Source], measures: Mapping[str, Measure]
) -> Figure:
    measure = measures[row["measure_id"]]
    _must_be_a_number(row["value"], measure)
    return Figure(
        id=row["figure_id"],
        topic=row["topic"],
        measure=measure,
        label=pair(row, "label"),
        value=row["value"],
        qualifier=row["qualifier"],
        as_of=row["as_of"],
        said_by=row["said_by"],
        source=sources[row["source_id"]],
        place=pair(row, "place"),
        origin=sources[row["origin_id"]] if row["origin_id"] else None,
        processing=row["processing"],
        calculation=row["calculation"],
        published=row["published"],
        checked=row["checked"],
        confidence=row["confidence"],
        superseded_by=row["superseded_by"],
        review_after=row["review_after"],
        note=pair(row, "note"),
    )


def _must_be_a_number(value: str, measure: Measure) -> None:
    if value and measure.unit not in ("date", "year", "fiscal_year"):
        float(value)


def table_row_of(
    table: str,
    row: CsvRow,
    sources: Mapping[str, Source],
    measures: Mapping[str, Measure],
    labels: Mapping[str, Localized],
    figures: Mapping[str, Figure],
) -> Figure:
    """Make a record of a row of data/tables/; one that repeats a figure shares its origin."""
    same = figures.get(row["figure_id"])
    dims = {name: value for name, value in row.items() if name not in COMMON}
    measure = measures[row["measure_id"]]
    _must_be_a_number(row["value"], measure)
    words = [labels[code] for code in dims.values() if code in labels]
    return Figure(
        id=".".join([table, measure.id, *dims.values(), row["as_of"]]),
        topic=measure.topic,
        measure=measure,
        label=Localized(
            "・".join([measure.name.ja, *(each.ja for each in words)]),
            ", ".join([measure.name.en, *(each.en for each in words)]),
        ),
        value=row["value"],
        qualifier=row["qualifier"],
        as_of=row["as_of"],
        said_by=same.said_by if same else "",
        source=sources[row["source_id"]],
        place=pair(row, "place"),
        origin=same.origin if same else None,
        processing="as_published",
        calculation="",
        published="",
        checked=row["checked"],
        confidence=row["confidence"],
        superseded_by=same.superseded_by if same else "",
        review_after=same.review_after if same else "",
        note=pair(row, "note"),
        dims=dims,
    )


def claim_of(row: CsvRow, sources: Mapping[str, Source]) -> Claim:
    return Claim(
        id=row["claim_id"],
        topic=row["topic"],
        text=pair(row, "claim"),
        claimant=row["claimant"],
        stance=row["stance"],
        as_of=row["as_of"],
        source=sources[row["source_id"]],
        place=pair(row, "place"),
        answer=pair(row, "answer"),
        answer_by=row["answer_by"],
        answer_as_of=row["answer_as_of"],
        answer_source=sources[row["answer_source_id"]] if row["answer_source_id"] else None,
        answer_place=pair(row, "answer_place"),
        answer_looked=row["answer_looked"],
        since=pair(row, "since"),
        since_as_of=row["since_as_of"],
        since_source=sources[row["since_source_id"]] if row["since_source_id"] else None,
        state=row["state"],
        merged_into=row["merged_into"],
        note=pair(row, "note"),
    )


def event_of(row: CsvRow, sources: Mapping[str, Source]) -> Event:
    return Event(
        id=row["event_id"],
        date=row["date"],
        kind=row["kind"],
        topics=tuple(row["topics"].split()),
        name=pair(row, "name"),
        source=sources[row["source_id"]],
        place=pair(row, "place"),
        is_plan=row["is_plan"] == "yes",
        outcome=row["outcome"],
        outcome_event=row["outcome_event_id"],
        confidence=row["confidence"],
        note=pair(row, "note"),
    )


def synonym_of(row: CsvRow) -> Synonym:
    return Synonym(row["concept"], Localized(row["ja"], row["en"]), row["prefers"])
