"""The plain site of towns: each stands on its prefecture's page with the numbers of the records."""

from functools import cache

import pytest

from components.data.dataset import load_dataset
from components.data.languages import LANGUAGES
from components.data.municipalities import CARDS, RATE, RESIDENTS, base_date, by_prefecture, rank
from components.export import site
from components.export.export_request import export_request


@cache
def pages() -> dict[str, str]:
    """Give the pages of a small site in both languages by their path."""
    made = site.files(export_request(topics=("overview",)))
    return {name: content.decode() for name, content in made if name.endswith(".html")}


def page_of(code: str, language: str) -> str:
    return f"{'' if language == 'ja' else 'en/'}your_town/{code[:2]}/index.html"


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_town_has_its_row(language):
    """All municipalities stand once, under their code, on the page of their prefecture."""
    towns = load_dataset().municipalities
    assert len({page_of(code, language) for code in towns}) == 47
    for code in towns:
        assert pages()[page_of(code, language)].count(f'id="{code}"') == 1, code


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_row_says_what_the_records_say(language):
    """Rates, ranks, residents and cards of a town in each prefecture are those of its records."""
    dataset = load_dataset()
    first, last = (dataset.wide_tables[CARDS].dates[place] for place in (0, -1))
    for towns in by_prefecture(dataset).values():
        code = towns[len(towns) // 2].code
        row = pages()[page_of(code, language)].split(f'id="{code}"', 1)[1].split("</tr>", 1)[0]
        place = rank(dataset, code, last)
        numbers = (
            dataset.figure(f"{CARDS}.{code}.{last}").number,
            dataset.figure(f"{RESIDENTS}.{code}.{base_date(last)}").number,
            place.in_prefecture,
            place.in_country,
        )
        rates = (dataset.figure(f"{RATE}.{code}.{date}") for date in (first, last))
        wanted = [f"{each:,.0f}" for each in numbers]
        wanted += [dataset.format_value(each, language) for each in rates]
        assert all(f"<td>{each}</td>" in row for each in wanted), (code, wanted, row)
        assert dataset.municipalities[code].name.ja in row.replace("<wbr>", "")


def test_the_pages_of_towns_lead_to_each_other():
    """From every page the menu leads to the towns, and from there to each prefecture."""
    index = pages()["your_town/index.html"]
    for codes in by_prefecture(load_dataset()).values():
        assert f'href="{codes[0].code[:2]}/index.html"' in index
    assert 'href="../index.html"' in pages()["your_town/13/index.html"]
    assert 'href="../your_town/index.html"' in pages()["overview/index.html"]
