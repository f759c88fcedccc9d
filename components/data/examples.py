"""Invented entries, to show how something works. They say nothing about anybody."""

from collections.abc import Mapping
from dataclasses import dataclass

from components.data.languages import Localized
from components.data.records import Source

INVENTED = Localized("架空の例", "Invented example")


@dataclass(frozen=True)
class Example:
    """
    One entry of an invented list about an invented person: a row of invented_people.csv.

    leak and person are codes of labels.csv; source is the document whose scenario it plays out.
    Whatever form shows an example says INVENTED beside it.
    """

    id: str
    topic: str
    leak: str
    person: str
    data: Localized
    source: Source
    place: Localized
    note: Localized
    as_of: str = ""


def example_of(row: Mapping[str, str], sources: Mapping[str, Source]) -> Example:
    """Make an example of a row. Raises KeyError for a column or source that is not there."""
    return Example(
        id=row["example_id"],
        topic=row["topic"],
        leak=row["from_list"],
        person=row["person"],
        data=Localized(row["data_ja"], row["data_en"]),
        source=sources[row["source_id"]],
        place=Localized(row["place_ja"], row["place_en"]),
        note=Localized(row["note_ja"], row["note_en"]),
    )
