"""The parts of the page of public money as HTML: all projects, what is said of one, its table."""

from collections.abc import Iterable, Sequence

from markupsafe import Markup

from components.app import layout, query_params, step_html
from components.app.project_link import Asked
from components.charts.chart import Chart
from components.data import money
from components.data.dataset import load_dataset
from components.data.dates import format_date
from components.data.languages import Language
from components.data.numbers import format_value
from components.data.recipients import blocks
from components.data.spending import kind_of, number, of_project, project_of, totals
from components.text import project as project_text
from components.text.listing import to_csv
from components.text.topics import Step, Topic, interface
from components.views.screen import Screen
from components.views.step import words_html
from components.views.tags import joined, outside, sources_html, tag

PAGE = "public_money"
LISTS = {"paid_to": "project_recipients", "promised": "project_indicators"}
COPIES = "github.com"  # where sheets lie as open data
SHEET_COLUMNS = (
    "initial supplementary carried_in reserve executed carried_out total_after_carried_out".split()
)


def overview(topic: Topic, chosen: str) -> Markup:
    """Write all projects, or those of a topic, largest first: each a link with its amount."""
    language, dataset = topic.language, load_dataset()
    rows = totals(dataset, chosen)
    largest = number(rows[0]) or 1
    items = []
    for row in rows:
        project = dataset.projects[project_of(row)]
        link = query_params.href(PAGE, language, project=project.id)
        name = tag("a", project.name.to(language), href=link, target="_self", id=project.id)
        amount = dataset.format_value(row, language, short=True)
        size = tag("span", class_="bar", style=f"inline-size: {number(row) / largest * 100:.2f}%")
        kind = (
            "" if kind_of(row) == "executed" else dataset.label(f"money_{kind_of(row)}", language)
        )
        told = [layout.title_of(project.topic, language), format_date(row.as_of, language), kind]
        beside = tag("small", " · ".join(filter(None, told)))
        line = tag("p", name, " ", tag("span", amount, class_="value"))
        items.append(tag("li", line, size, beside, class_=kind_of(row)))
    step = next(each for each in topic.steps if each.id == "projects")
    on = Screen(language, "projects")
    return words_html(step, on) + on.panels() + tag("ol", items, class_="amounts")


def said(project_id: str, step: Step, year: int, language: Language) -> Markup:
    """Write headline, findings and caveats of a project in one view."""
    dataset, on = load_dataset(), Screen(language, f"project-{step.id}-{year}")
    head = tag("h2", on.headline(project_text.headline(dataset, project_id, language)))
    lines = project_text.paid(dataset, project_id, year, language) if year else ()
    ministry = tag("p", dataset.projects[project_id].ministry.to(language), class_="kicker")
    found = joined(tag("p", on.html(line)) for line in lines)
    return ministry + head + found + on.panels()


def caveats(project_id: str, step: Step, language: Language) -> Markup:
    """Write how the view is to be read, and what to beware of in this project's money."""
    on = Screen(language, f"caveats-{step.id}")
    lines = (*project_text.about(load_dataset(), project_id, language), *step.body)
    items = tag("ul", (tag("li", on.html(line)) for line in lines), class_="caveats")
    return items + on.panels()


def under(chart: Chart, topic: Topic, step: Step, asked: Asked) -> Markup:
    """Write what stands under a view's chart: takeaway, caveats, amounts with their sheets."""
    language, on = topic.language, Screen(topic.language, f"under-{step.id}")
    headline = str(project_text.headline(load_dataset(), asked.project, language))
    link = query_params.href(PAGE, language, **asked.link)
    named, rows = f"{asked.project}_{step.id}", csv(asked.project, step.id)
    more = step_html.see_data_html(chart, language)
    documents = {each.id: each for each in [*chart.origins, *chart.sources]}
    names = interface("documents", language, count=str(len(documents)))
    return (
        tag("p", on.html(step.takeaway), class_="takeaway")
        + caveats(asked.project, step, language)
        + table(asked.project, step.id, asked.year, language)
        + step_html.tools_html(f"chart_{step.id}", named, headline, link, rows, language, more)
        + on.fold(names, sources_html(documents.values(), language))
    )


def table(project_id: str, view: str, year: int, language: Language) -> Markup:
    """Write a view's amounts as a table: each row with the number of its sheet and a link."""
    heads, rows = {
        "paid_to": _payments,
        "promised": _indicators,
    }.get(view, _years)(project_id, year, language)
    written = (
        tag("th", each, scope="col") for each in (*heads, interface("money_sheet", language))
    )
    body = (tag("tr", (tag("td", cell) for cell in row)) for row in rows)
    inner = tag("table", tag("thead", tag("tr", written)), tag("tbody", body))
    label = interface("show_table", language)
    return tag("div", inner, class_="frame", tabindex="0", role="region", aria_label=label)


Cells = tuple[Sequence[str], Iterable[Sequence[str | Markup]]]


def _payments(project_id: str, year: int, language: Language) -> Cells:
    dataset = load_dataset()
    rows = of_project(money.payments(dataset), dataset, project_id)
    rows = rows[rows["fiscal_year"] == year]
    sheets = {row["id"]: (row["sheet_id"], row["sheet_link"]) for row in rows.to_dict("records")}
    heads = ("recipient", "role", "level", "amount")

    def cells() -> Iterable[Sequence[str | Markup]]:
        for block in blocks(dataset, project_id, year):
            for each in block.payments:
                amount = dataset.format_value(each.record, language) if each.disclosed else ""
                yield (
                    each.name.to(language),
                    each.role.to(language),
                    interface(f"money_level_{block.level}", language),
                    _record(each.record.id, amount, language)
                    if amount
                    else interface("money_undisclosed", language),
                    _sheet(*sheets[each.record.id], language),
                )

    return [interface(f"money_{each}", language) for each in heads], cells()


def _years(project_id: str, _year: int, language: Language) -> Cells:
    dataset = load_dataset()
    rows = of_project(money.budgets(dataset), dataset, project_id)
    rows = rows[rows["use_in_series"]].sort_values(["fiscal_year", "row_kind"])

    def cells() -> Iterable[Sequence[str | Markup]]:
        for row in rows.to_dict("records"):
            day = format_date(f"FY{row['fiscal_year']}", language)
            for name in ("requested", *SHEET_COLUMNS):
                if row[name] == row[name] and (row[name] or name == "executed"):
                    record = dataset.figure(f"{row['id']}.{name}")
                    written = dataset.format_value(record, language)
                    amount = _record(record.id, written, language)
                    sheet = _sheet(row["sheet_id"], row["sheet_link"], language)
                    yield day, record.measure.name.to(language), amount, sheet

    return [interface(f"money_{each}", language) for each in ("year", "kind", "amount")], cells()


def _indicators(project_id: str, _year: int, language: Language) -> Cells:
    dataset = load_dataset()
    rows = of_project(money.indicators(dataset), dataset, project_id)
    rows = rows[rows["use_in_series"]].sort_values(["indicator_key", "fiscal_year"])

    def cells() -> Iterable[Sequence[str | Markup]]:
        for row in rows.to_dict("records"):
            name = row[f"indicator_{language}"] or row["indicator_ja"]
            unit = row[f"unit_{language}"] or row["unit_ja"]
            printed = [
                format_value(f"{row[each]:f}".rstrip("0").rstrip("."), "items", language)
                if row[each] == row[each]
                else ""
                for each in ("target", "actual")
            ]
            day = format_date(f"FY{row['fiscal_year']}", language)
            sheet = _sheet(row["sheet_id"], row["sheet_link"], language)
            yield day, f"{name} ({unit})" if unit else name, *printed, sheet

    heads = [interface(f"money_{each}", language) for each in ("year", "kind")]
    heads += [dataset.label(f"money_{each}", language) for each in ("target", "actual")]
    return heads, cells()


def _record(record_id: str, words: str, language: Language) -> Markup:
    there = query_params.href("figures", language, record=record_id)
    return tag("a", words, href=there, target="_self")


def _sheet(number_of: str, link: str, language: Language) -> Markup:
    name = tag("span", number_of, " ")
    if not link:
        return name
    key = "money_open_copy" if COPIES in link else "money_open_sheet"
    return name + outside(link, interface(key, language))


def csv(project_id: str, view: str) -> bytes:
    """Give every row of a project for a view, as the data hold them, each with its source."""
    dataset = load_dataset()
    rows = of_project(money.frame(dataset, LISTS.get(view, money.YEARLY)), dataset, project_id)
    sources = rows["source_id"].map(lambda each: dataset.sources[each].publisher.ja)
    return to_csv(rows.assign(source=sources).astype(object).fillna(""))
