"""Systems, the data that goes between them, and invented entries that show how lists join."""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Annotated

from components.data import columns
from components.data.columns import Code, Id
from components.data.languages import NO_WORDS, Localized
from components.data.records import SinceSource, Source, SourceOf

INVENTED = Localized("架空の例", "Invented example")
Data = Annotated[Localized, "何のデータ", "Which data passes"]
Basis = Annotated[Localized, "根拠", "Legal or other basis"]
Status = Annotated[Code, "状況", "In use, with consent, planned, feared … (status_…)"]


@dataclass(frozen=True, kw_only=True)
class Flow:
    """Data going from one node to another, under which identifier, and in what status."""

    id: Annotated[Id, "flow_id", "つながりのID", "The id of the link"]
    topic: columns.Topic
    start: Annotated[Code, "from_node", "どこから", "Where the data comes from (node_…)"]
    end: Annotated[Code, "to_node", "どこへ", "Where the data goes (node_…)"]
    data: Data
    identifier: Annotated[Code, "識別子", "Under which identifier (identifier_…)"]
    status: Status
    basis: Basis = NO_WORDS
    source: SourceOf
    place: columns.Place
    as_of: columns.AsOf = ""
    confidence: columns.Confidence
    note: columns.Note = NO_WORDS
    checked: columns.Checked

    def touches(self, codes: Collection[str]) -> bool:
        """Tell whether this link, one of its ends or its identifier is among some codes."""
        return not {self.id, self.start, self.end, self.identifier}.isdisjoint(codes)


@dataclass(frozen=True, kw_only=True)
class System:
    """
    A system or office the links pass through: who runs it, which identifier it uses, on what basis.

    id is its node code; the words of the node are its name. status is how it stood when the source
    was written, since what is known of it later.
    """

    id: Annotated[Code, "system_id", "システムのID", "Its node code, whose words are its name"]
    topic: columns.Topic
    field: Annotated[Code, "分野", "The field of life (field_…)"]
    run_by: Annotated[Localized, "動かす者", "Who runs it"]
    identifier: Annotated[Localized, "識別子", "Which identifier it uses"]
    data: Data
    basis: Basis = NO_WORDS
    status: Status
    source: SourceOf
    place: columns.Place
    as_of: columns.AsOf = ""
    since: columns.Since = NO_WORDS
    since_as_of: columns.SinceAsOf = ""
    since_source: SinceSource = None
    confidence: columns.Confidence
    note: columns.Note = NO_WORDS
    checked: columns.Checked


@dataclass(frozen=True, kw_only=True)
class Example:
    """
    One entry of an invented list about an invented person: a row of invented_people.csv.

    leak and person are codes of labels.csv; source is the document whose scenario it plays out.
    Whatever form shows an example says INVENTED beside it.
    """

    id: Annotated[Id, "example_id", "例のID", "The id of the invented entry"]
    topic: columns.Topic
    leak: Annotated[Code, "from_list", "どの名簿か", "Which invented list it stands on (list_…)"]
    person: Annotated[
        Code, "だれの分か（架空の人）", "Which invented person it is about (person_…)"
    ]
    data: Annotated[Localized, "書いてあること", "What the invented entry says"]
    source: Annotated[Source, "出典のID", "The document whose scenario the example plays out"]
    place: columns.Place
    note: Annotated[Localized, "注", "Says that it is invented"]
    checked: columns.Checked
    as_of: str = ""
