"""The map of systems as HTML: the picture with a link on each box, and what a choice tells."""

from markupsafe import Markup

from components.app import entries, query_params, uses
from components.app.system_map_link import PAGE, Choice
from components.charts.chart import Chart, View
from components.charts.system_map import PLACES, WALKS, cut, system_map, targets
from components.data.dataset import Dataset
from components.data.languages import Language
from components.data.links import Flow
from components.text.cells import cells
from components.text.topics import interface
from components.views.tags import joined, tag


def drawn(choice: Choice, view: View) -> tuple[Chart | None, Markup]:
    """
    Draw the map of a choice; give with it a link on each of its boxes.

    On a phone boxes have no links, and instead of the whole map the fields are offered. Where no
    link fits the choice there is no chart, and that is said.
    """
    flows = choice.flows(view.dataset)
    if not flows:
        return None, tag("p", interface("map_none", view.language), class_="notice")
    if view.narrow and choice.is_whole:
        return None, _fields(view)
    stop = 0 if choice.node else choice.stop
    chart = system_map(view, flows, at=stop)
    if view.narrow:
        return chart, Markup()
    places = targets(view, flows, chart)
    return chart, joined(_target(choice, view, code, box) for code, box in places.items())


def _fields(view: View) -> Markup:
    """Offer the fields with the number of their links: the whole would be too long a list."""
    ways = []
    for field in PLACES:
        count = len(cut(view.dataset.flows.values(), field=field))
        words = view.aside(view.label(field), f"{count}")
        there = query_params.href(PAGE, view.language, field=field)
        ways.append(tag("li", tag("a", words, href=there, target="_self")))
    return tag("ul", ways, class_="ways")


def _target(choice: Choice, view: View, code: str, box: tuple[float, ...]) -> Markup:
    left, top, wide, high = (f"{each:.2f}%" for each in box)
    chosen = code == choice.node
    return tag(
        "a",
        class_="map-node",
        href=query_params.href(PAGE, view.language, **choice.written(node="" if chosen else code)),
        target="_self",
        aria_label=interface("map_of", view.language, name=view.label(code)),
        aria_current="true" if chosen else None,
        style=f"left: {left}; top: {top}; width: {wide}; height: {high}",
    )


def name_of(choice: Choice, dataset: Dataset, language: Language) -> str:
    """Say in a sentence what the map shows."""
    count = len(choice.flows(dataset))
    said = interface("map_name", language, count=str(count))
    if not choice.node:
        return said
    return f"{said} {interface('map_of', language, name=dataset.label(choice.node, language))}"


def walk_html(choice: Choice, language: Language) -> Markup:
    """Write how far an errand was walked, and the links a step back and on."""
    if not choice.errand:
        return Markup()
    count = len(WALKS[choice.errand])
    said = interface("map_stop", language, place=str(choice.stop), count=str(count))
    ways = [
        tag(
            "a",
            interface(words, language),
            id=f"map-{words}",
            class_="press",
            href=query_params.href(PAGE, language, **choice.written(stop=str(stop))),
            target="_self",
        )
        for words, stop in (("previous", choice.stop - 1), ("next", choice.stop + 1))
        if 1 <= stop <= count
    ]
    return tag("nav", tag("p", said, role="status"), ways, class_="tools map-walk")


def node_html(choice: Choice, dataset: Dataset, language: Language) -> Markup:
    """Write what is known of the node chosen: its record, its links, and the way back."""
    if not choice.node:
        return Markup()
    system = dataset.systems.get(choice.node)
    title = tag("h2", dataset.label(choice.node, language))
    if system is not None:
        known = entries.known(system, dataset, language)
    else:
        mine = [each for each in dataset.flows.values() if choice.node in (each.start, each.end)]
        known = tag("ul", (_link(each, dataset, language) for each in mine))
        known += Markup(uses.html(choice.node, language))
    back = tag(
        "a",
        interface("map_whole", language),
        class_="tool",
        href=query_params.href(PAGE, language, **choice.written(node="")),
        target="_self",
    )
    return tag("section", title, known, tag("p", back), class_="notice", id="node")


def _link(flow: Flow, dataset: Dataset, language: Language) -> Markup:
    there = query_params.href("figures", language, record=flow.id)
    return tag("li", tag("a", cells(dataset, flow, language)["name"], href=there, target="_self"))
