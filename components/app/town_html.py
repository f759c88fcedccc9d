"""The parts of the page of a town as HTML: the ways in, what is said, the charts, the tables."""

from markupsafe import Markup

from components.app import charts, downloads, query_params, step_html
from components.app.town_link import MOST, Asked
from components.charts.chart import Chart, View
from components.data.dataset import load_dataset
from components.data.dates import format_date
from components.data.languages import Language
from components.data.municipalities import (
    CARDS,
    RATE,
    issue_rates,
    of_like_size,
)
from components.data.numbers import format_value
from components.text import town
from components.text.story import Story
from components.text.topics import Step, Topic, interface
from components.views.screen import Screen
from components.views.step import words_html
from components.views.tags import Inner, joined, tag
from components.views.under import under_html

PAGE, TAKE = "your_town", "rates"
CHARTS = ("rate_over_time", "place_among_all", "towns_of_like_size")  # in the order of the page


def town_way(language: Language, **link: str) -> str:
    """Give the link to a town; what else the address says of this page stays, but no list."""
    return query_params.href(PAGE, language, prefecture="", **link)


def headline(asked: Asked, language: Language) -> Markup:
    """Write the headline of a town, and those it is compared with."""
    on = Screen(language, f"town-{asked.town}")
    said = on.headline(town.headline(load_dataset(), asked.town, language))
    return tag("h2", said, id="town-headline") + on.panels() + _compared(asked, language)


def body(asked: Asked, step: Step, language: Language) -> Markup:
    """Write what is said of a town, and what of the lines through time."""
    on = Screen(language, f"body-{asked.town}")
    lines = (*town.body(load_dataset(), asked.town, language), *step.body)
    return joined(tag("p", on.html(line)) for line in lines) + on.panels()


def _compared(asked: Asked, language: Language) -> Markup:
    """Name each town compared, as a link that takes it away again, and the way to add one."""
    dataset, links = load_dataset(), []
    for code in asked.compare:
        rest = ",".join(each for each in asked.compare if each != code)
        name = dataset.municipalities[code].full_name(dataset).to(language)
        title = interface("town_remove", language, town=name)
        inner = (name, tag("span", " ×", aria_hidden="true"))
        links.append(_press(inner, f"without-{code}", language, compare=rest, aria_label=title))
    if len(asked.compare) < MOST and not asked.adds:
        links.append(_press(f"＋ {interface('town_add', language)}", "add-town", language, add="1"))
    lead = tag("span", interface("town_compared", language), class_="lead") if asked.compare else ""
    return tag("p", lead, " ", Markup(" ").join(links), class_="compared") if links else Markup()


def _press(
    inner: Inner, name: str, language: Language, *, aria_label: str = "", **link: str
) -> Markup:
    """Write a link that changes the page as a button would."""
    return tag(
        "a",
        inner,
        class_="press",
        id=name,
        href=town_way(language, **link),
        target="_self",
        data_keep="",
        aria_label=aria_label or None,
    )


def section(topic: Topic, step: Step) -> Markup:
    """Write headline and text of a step."""
    on = Screen(topic.language, f"town-{step.id}")
    return words_html(step, on) + on.panels()


def like_size(asked: Asked, language: Language) -> Markup:
    """Offer the towns of like size: a press adds one to those compared."""
    dataset, links = load_dataset(), []
    near = [each for each in of_like_size(dataset, asked.town) if each.code not in asked.compare]
    for each in near if len(asked.compare) < MOST else []:
        name, others = each.full_name(dataset).to(language), (*asked.compare, each.code)
        links.append(_press(f"＋ {name}", f"with-{each.code}", language, compare=",".join(others)))
    lead = tag("span", interface("town_compare", language), class_="lead")
    return tag("p", lead, " ", Markup(" ").join(links), class_="compared") if links else Markup()


def place_words(asked: Asked, date: str, language: Language) -> Markup:
    """Say where a town stands at a date."""
    on = Screen(language, f"place-{asked.town}-{date}")
    said = on.html(town.place(load_dataset(), asked.town, date, language))
    return tag("p", said, class_="takeaway", id="place-words") + on.panels()


def drawn(story: Story, view: View, step: Step, asked: Asked, date: str) -> Chart:
    """Draw one of the charts for what the link asks, at a date."""
    compare = ",".join(asked.compare)
    return story.get_drawing(step.chart)(view, town=asked.town, compare=compare, date=date)


def chart_html(chart: Chart, view: View, step: Step, asked: Asked) -> Markup:
    """Write a chart for the app: its still, and the figure that is drawn alive on a wish."""
    name = chart_name(step, asked, view.language)
    return charts.figure_html(chart, view.canvas, key=f"chart_{step.id}", name=name)


def chart_name(step: Step, asked: Asked, language: Language) -> str:
    """Give what a screen reader says of a chart: where the town stands at its date, and of what."""
    said = town.place(load_dataset(), asked.town, asked.date, language)
    return f"{step.chart_name}　{said}"


def under(chart: Chart, topic: Topic, step: Step, asked: Asked) -> Markup:
    """Write what stands under a chart; the rates through time as a table with a column a town."""
    on = Screen(topic.language, f"under-{step.id}")
    table = rates_table(asked, topic.language) if step.chart == CHARTS[0] else None
    said = tag("p", on.html(step.takeaway), class_="why")
    below = under_html(chart, on, table=table)
    see = step_html.see_data_html(chart, topic.language)
    return said + below + tools(step, asked, topic.language, see)


def tools(step: Step, asked: Asked, language: Language, more: str = "") -> Markup:
    """
    Write what a reader may do with a chart; the rows through time are a file of their own.

    more is what else may be done.
    """
    own = {"compare": ",".join(asked.compare), "date": asked.date}
    picture = tag(
        "button",
        interface("save_picture", language),
        type="button",
        class_="tool",
        data_chart=f"chart_{step.id}",
        data_name=f"{step.id}_{asked.town}",
        data_headline=str(town.headline(load_dataset(), asked.town, language)),
    )
    address = tag(
        "a",
        interface("copy_town", language),
        class_="tool",
        href=query_params.href(
            PAGE, language, town=asked.town, **{k: v for k, v in own.items() if v}
        ),
        data_copied=interface("copied", language),
    )
    rows = interface("download_rows", language)
    table = downloads.link_html(PAGE, TAKE, rows, language) if step.chart == CHARTS[0] else ""
    return tag("div", picture, address, table, more, class_="tools")


def rates_table(asked: Asked, language: Language) -> Markup:
    """Write the rates of the towns asked for, the newest date first; each leads to its record."""
    dataset = load_dataset()
    rates = issue_rates(dataset).loc[list(asked.codes)]
    names = [dataset.municipalities[code].full_name(dataset).to(language) for code in asked.codes]
    head = tag("tr", (tag("th", each, scope="col") for each in (_day(language), *names)))
    rows = (
        tag(
            "tr",
            tag("th", format_date(date, language), scope="row"),
            (
                tag("td", _cell(code, date, rate, language))
                for code, rate in zip(asked.codes, rates[date].tolist(), strict=True)
            ),
        )
        for date in reversed(dataset.wide_tables[CARDS].dates)
    )
    label = interface("show_table", language)
    frame = {"class_": "frame counts", "tabindex": "0", "role": "region", "aria_label": label}
    return tag("div", tag("table", tag("thead", head), tag("tbody", rows)), **frame)


def _day(language: Language) -> str:
    return interface("column_as_of", language)


def _cell(code: str, date: str, rate: float, language: Language) -> Markup:
    there = query_params.href("figures", language, record=f"{RATE}.{code}.{date}")
    return tag("a", format_value(f"{rate:.1f}", "percent", language), href=there, target="_self")


def until(topic: Topic) -> Markup:
    """Say where the figures end, and why the rate of today is not known."""
    on, dataset = Screen(topic.language, "until"), load_dataset()
    step = next(each for each in topic.steps if each.id == "until_when")
    lines = (town.until(dataset, topic.language), *step.body)
    inner = tag("h2", on.headline(step.headline), id=step.id)
    inner += joined(tag("p", on.html(line)) for line in lines)
    return tag("section", inner, class_="notice") + on.panels()
