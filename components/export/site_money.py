"""Public money in the plain site: all projects on one page, and a page for each of them."""

from collections.abc import Iterator
from dataclasses import replace

from markupsafe import Markup

from components.charts.chart import PAGE as WIDE
from components.charts.chart import PHONE, View
from components.data.dataset import load_dataset
from components.data.headline_figure import headline_figure
from components.export.site_lookup import method, opening
from components.export.site_page import Site
from components.export.site_words import Linked, picture
from components.text import project
from components.text.story import get_story
from components.text.topics import Step
from components.views.step import figure_html, picture_name
from components.views.tags import joined, tag
from components.views.under import under_html

PAGE = "public_money"
OVERVIEW = "projects"  # the step that draws all projects
BOTH = ("by_year", "paid_to")  # drawn for phones too; each costs time and weight, times 88


def money_html(site: Site) -> Markup:
    """Write the chart of all projects, and a list of them with what was paid out for each."""
    topic, on = get_story(PAGE).topic(site.language), Linked(site)
    shown = next(each for each in topic.steps if each.id == OVERVIEW)
    listed = (_listed(site, each) for each in load_dataset().projects)
    chart = tag("h2", on.headline(shown.headline)) + _chart(site, shown, on)
    projects = tag("ul", listed, class_="projects")
    return opening(site) + chart + projects + method(site, charts=False)


def _listed(site: Site, project_id: str) -> Markup:
    dataset, record = load_dataset(), load_dataset().projects[project_id]
    total = headline_figure(dataset, record)
    paid = dataset.format_value(total, site.language, short=True) if total else ""
    link = tag("a", record.name.to(site.language), href=site.href(f"{PAGE}/{project_id}"))
    return tag("li", link, " ", tag("small", paid))


def projects(site: Site) -> Iterator[tuple[Site, Markup]]:
    """Give the page of each project with what stands on it."""
    for project_id in load_dataset().projects:
        page = site.at(f"{PAGE}/{project_id}")
        yield page, _project(page, project_id)


def _project(site: Site, project_id: str) -> Markup:
    dataset, on, language = load_dataset(), Linked(site), site.language
    offered = set(project.views(dataset, project_id))
    told = [
        replace(each, arguments={"project_id": project_id})
        for each in get_story(PAGE).topic(language).steps
        if each.id in offered
    ]
    return (
        tag("p", tag("a", site.title(PAGE), href=site.href(PAGE)), class_="kicker")
        + tag("h1", on.headline(project.headline(dataset, project_id, language)))
        + tag("p", dataset.projects[project_id].ministry.to(language), class_="lede")
        + joined(tag("p", on.html(each)) for each in project.about(dataset, project_id, language))
        + joined(tag("h2", on.headline(each.headline)) + _chart(site, each, on) for each in told)
    )


def _chart(site: Site, step: Step, on: Linked) -> Markup:
    """Draw a step for wide and narrow windows, with what stands under every chart."""
    drawing = get_story(PAGE).drawing_of(step)
    if drawing is None:
        return Markup()
    rooms = (WIDE, PHONE) if step.id in (*BOTH, OVERVIEW) else (WIDE,)
    charts = [
        drawing(View(load_dataset(), site.language, canvas=room, words=step.words))
        for room in rooms
    ]
    wide, narrow = charts[0], charts[1] if len(charts) > 1 else None
    return figure_html(picture(wide, narrow, picture_name(step)), step, on) + under_html(wide, on)
