"""What is said of a municipality: sentences made of its records, with nothing typed."""

import re
from collections.abc import Mapping
from dataclasses import replace

from components.data.cache import cached
from components.data.dataset import Dataset, load_dataset
from components.data.dates import format_date
from components.data.languages import Language
from components.data.municipalities import CARDS, RATE, RESIDENTS, base_date
from components.data.records import Event, Figure
from components.data.standings import country, newest, prefecture, standing
from components.text.prose import Reference, RichText
from components.text.story import RecordSteps
from components.text.topics import Step, interface, load_topic

SLOT = re.compile(r"\{([a-z_]+)\}")
# Turning points of MynaPoint, each with the date of the rate nearest to it.
TURNS = {"ev_round1_applications": "2020-07-01", "ev_round2_full": "2022-06-30"}
Value = str | Figure | Event | Reference


def headline(dataset: Dataset, code: str, language: Language) -> RichText:
    """
    Say the newest rate of a municipality, and its rank in its prefecture.

    str(headline(dataset, "131130", "ja")) begins with 渋谷区の交付率は. Raises KeyError for a code
    that is none.
    """
    return _of(dataset, "town_headline", code, newest(dataset), language)


def place(dataset: Dataset, code: str, as_of: str, language: Language) -> RichText:
    """Say the rate at a date with both ranks. Raises KeyError for an unknown code or date."""
    return _of(dataset, "town_place", code, as_of, language)


def body(dataset: Dataset, code: str, language: Language) -> tuple[RichText, ...]:
    """Say what stands beside the headline: country, counts, and the rounds of MynaPoint."""
    day = newest(dataset)
    residents = dataset.figure(f"{RESIDENTS}.{code}.{base_date(day)}")
    counts: dict[str, Value] = {
        "residents": residents,
        "base": Reference(format_date(residents.as_of, language), residents),
        "cards": dataset.figure(f"{CARDS}.{code}.{day}"),
    }
    turns: dict[str, Value] = {}
    for name, (event_id, date) in zip(("first", "second"), TURNS.items(), strict=True):
        event = dataset.events[event_id]
        turns |= {
            name: event.name.to(language),
            f"{name}_date": Reference(format_date(date, language), event),
            f"{name}_rate": dataset.figure(f"{RATE}.{code}.{date}"),
        }
    return (
        _of(dataset, "town_beside", code, day, language),
        filled(dataset, "town_counts", language, **counts),
        filled(dataset, "town_rounds", language, **turns),
    )


def until(dataset: Dataset, language: Language) -> RichText:
    """Say where the figures of municipalities end."""
    rate = country(dataset, newest(dataset))
    day = Reference(format_date(rate.as_of, language), rate)
    return filled(dataset, "town_until", language, date=day)


def step(code: str, language: Language) -> Step:
    """Make the step of a talk about a municipality. Raises KeyError for an unknown code."""
    dataset, asked = load_dataset(), {"town": code}
    shown = next(each for each in load_topic("your_town", language).steps if each.chart)
    said = body(dataset, code, language)
    return replace(
        shown,
        id=code,
        number=0,
        headline=headline(dataset, code, language),
        short=said[0],
        body=(*said, until(dataset, language)),
        arguments=asked,
        asked=asked,
    )


def names(language: Language) -> Mapping[str, str]:
    """Give the name of each municipality with its prefecture, by its code."""

    def make() -> Mapping[str, str]:
        dataset = load_dataset()
        towns = dataset.municipalities.items()
        return {code: each.full_name(dataset).to(language) for code, each in towns}

    return cached(make, "town names", language)


RECORDS = RecordSteps("town", names, step)


def filled(dataset: Dataset, key: str, language: Language, **values: Value) -> RichText:
    """
    Fill the slots of a sentence of _interface.yml with records, which stay open to be asked.

    A Figure is written as its value, an Event as its date; words stay words. Raises KeyError for
    a slot without a value.
    """
    parts: list[str | Reference] = []
    for number, piece in enumerate(SLOT.split(interface(key, language))):
        if number % 2 == 0:
            parts += [piece] if piece else []
            continue
        value = values[piece]
        if isinstance(value, Figure):
            value = Reference(dataset.format_value(value, language), value)
        elif isinstance(value, Event):
            value = Reference(format_date(value.date, language), value)
        parts.append(value)
    return RichText(tuple(parts))


def _of(dataset: Dataset, key: str, code: str, as_of: str, language: Language) -> RichText:
    """Fill a sentence with all that is known of where a municipality stands at a date."""
    found, town = standing(dataset, code, as_of), dataset.municipalities[code]
    ranks = {
        name: Reference(f"{int(record.value):,}", record)
        for name, record in found._asdict().items()
        if name != "rate"
    }
    beside = next(row for row in prefecture(dataset, town.prefecture) if row.as_of == as_of)
    return filled(
        dataset,
        key,
        language,
        town=town.name.to(language),
        date=Reference(format_date(as_of, language), found.rate),
        rate=found.rate,
        prefecture=dataset.label(town.prefecture, language),
        prefecture_rate=beside,
        country_rate=country(dataset, as_of),
        **ranks,
    )
