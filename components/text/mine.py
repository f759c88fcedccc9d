"""What the records say of people like the reader: sentences with nothing typed."""

from components.data.dataset import Dataset
from components.data.dates import format_date
from components.data.languages import Language
from components.data.records import Figure
from components.data.standings import country, newest, prefecture
from components.text.prose import Reference, RichText
from components.text.town import filled, place


def of_prefecture(dataset: Dataset, code: str, language: Language) -> RichText:
    """Say a prefecture's rate beside the country, the highest and the lowest."""
    day = newest(dataset)
    rows = [
        row
        for row in dataset.rows("cards_by_prefecture")
        if row.measure.id == "issue_rate_by_prefecture" and row.as_of == day
    ]
    ordered = sorted(rows, key=lambda row: row.number or 0)
    own = next(row for row in prefecture(dataset, code) if row.as_of == day)
    return filled(
        dataset,
        "mine_prefecture",
        language,
        prefecture=dataset.label(code, language),
        date=_day(own, language),
        rate=own,
        country=country(dataset, day),
        highest=ordered[-1],
        lowest=ordered[0],
    )


def of_town(dataset: Dataset, code: str, language: Language) -> RichText:
    """Say where a town stands."""
    return place(dataset, code, newest(dataset), language)


def of_age(dataset: Dataset, born: int, language: Language) -> RichText:
    """Say the rates of men and women of the age that whoever was born in a year had."""
    rows = dataset.rows("cards_by_age_sex")
    rates = [row for row in rows if row.measure.id == "issue_rate_by_age_sex"]
    day = max(row.as_of for row in rates)
    group = age_group(int(day[:4]) - born)
    men, women = (
        dataset.figure(f"cards_by_age_sex.issue_rate_by_age_sex.{group}.{sex}.{day}")
        for sex in ("sex_men", "sex_women")
    )
    return filled(
        dataset,
        "mine_age",
        language,
        year=str(born),
        date=_day(men, language),
        group=dataset.label(group, language),
        men=men,
        women=women,
    )


def age_group(age: int) -> str:
    """Give the code of the group of five years that an age belongs to: age_40_44 for 42."""
    low = age // 5 * 5
    return "age_100" if age >= 100 else f"age_{low:02}_{low + 4:02}"


def of_card(dataset: Dataset, issued: str, language: Language) -> list[RichText]:
    """Say how many hold a card, and when one issued in a year comes up for renewal."""
    held = dataset.figure("held_rate")
    said = [filled(dataset, "mine_held", language, held=held, date=_day(held, language))]
    if issued:
        card = dataset.figure("card_renewal_interval_years")
        certificate = dataset.figure("certificate_renewal_interval_years")
        years = {
            "issued": issued,
            "whole": str(int(issued) + int(card.value)),
            "half": str(int(issued) + int(certificate.value)),
        }
        said.append(
            filled(dataset, "mine_renewal", language, card=card, certificate=certificate, **years)
        )
    return said


def of_insurance(dataset: Dataset, registered: str, language: Language) -> RichText:
    """Say how much the card is used as an insurance card."""
    rate = dataset.figure("use_rate")
    key = f"mine_registered_{registered}"
    return filled(dataset, key, language, use=rate, date=_day(rate, language))


def _day(record: Figure, language: Language) -> Reference:
    return Reference(format_date(record.as_of, language), record)
