"""The map of systems on the screen, and its first sight before scripts."""

from collections.abc import Mapping

from markupsafe import Markup

from components.app import charts, layout, lookup_page, notices, query_params, widgets
from components.app import system_map_html as html
from components.app.html_buffer import HtmlBuffer
from components.app.system_map_link import OPTIONS, Choice, read
from components.charts.chart import PAGE, PHONE, View
from components.charts.static.still import svg
from components.charts.themes import DARK, LIGHT
from components.data.cache import cached, cached_recent
from components.data.dataset import load_dataset
from components.data.languages import Language
from components.text.story import Story
from components.text.topics import Topic, interface
from components.views.screen import Screen
from components.views.tags import joined, tag
from components.views.under import under_html

FILTERS = ("identifier", "field", "link")


def render(story: Story) -> None:
    """Show the page: what the map is narrowed to, the map, and what is known of a box pressed."""
    sheet = HtmlBuffer()
    topic = lookup_page.begin(story, sheet)
    if topic is None:
        return
    language, dataset = topic.language, load_dataset()
    choice = read(query_params.asked(), dataset)
    if choice.mended:
        sheet.add(notices.said(interface("map_unknown", language)))
    sheet.out()
    _fields(choice, language)
    view = View(dataset, language, charts.theme(), charts.canvas())

    def kept() -> str:
        return cached_recent(lambda: _shown(choice, view), "map", choice, *_room(view))

    sheet.add(notices.attempted(kept, language, "chart_failed"))
    sheet.add(lookup_page.method(topic))
    sheet.out()


def _room(view: View) -> tuple[str, ...]:
    return view.language, view.theme.name, view.canvas.name


def _fields(choice: Choice, language: Language) -> None:
    """Show the errands, and without one the filters and the list of boxes; the link keeps all."""
    errands = {"": interface("map_no_errand", language)} | _words(OPTIONS["errand"], language)
    clears = (*FILTERS, "node", "stop")
    label = interface("map_errand", language)
    widgets.segmented_control("errand", label, errands, choice.errand, clears=clears)
    if choice.errand:
        return
    with widgets.side_by_side():
        for name in FILTERS:
            label = interface(f"{name}_filter", language)
            options = {"": interface(f"every_{name}", language)} | _words(OPTIONS[name], language)
            chosen = getattr(choice, name)
            widgets.selectbox(name, label, options, chosen, clears=("node", "stop"))
    nodes = cached(lambda: _nodes(language), "map nodes", language)
    label = interface("map_node", language)
    widgets.find_box("node", label, nodes, choice.node, clears=FILTERS)


def _words(codes: tuple[str, ...], language: Language) -> dict[str, str]:
    return {code: load_dataset().label(code, language) for code in codes}


def _nodes(language: Language) -> dict[str, str]:
    """Name every box of the map, in the order of the records."""
    flows = load_dataset().flows.values()
    codes = dict.fromkeys(code for flow in flows for code in (flow.start, flow.end))
    return _words(tuple(codes), language)


def _shown(choice: Choice, view: View) -> Markup:
    """Write the map and what stands under it."""
    chart, marks = html.drawn(choice, view)
    said, language = html.walk_html(choice, view.language), view.language
    node = html.node_html(choice, view.dataset, language)
    if chart is None:
        return joined([said, marks, node])
    name = html.name_of(choice, view.dataset, language)
    figure = charts.figure_html(chart, view.canvas, key="chart_map", name=name)
    drawn = tag("div", figure, marks, class_="map")
    return joined([said, drawn, node, under_html(chart, Screen(language, "map-under"))])


def parts(_story: Story, topic: Topic, asked: Mapping[str, str], *, narrow: bool) -> list[Markup]:
    """Write the parts of the page in their order, the map in both looks, before any script."""
    language, choice = topic.language, read(asked, load_dataset())
    rooms = [tag("div", class_="first-control select")]
    if not choice.errand:
        row = tag("div", class_="first-control select") * len(FILTERS)
        rooms += [tag("div", row, class_="st-key-fields"), rooms[0]]
    wrong = [notices.said(interface("map_unknown", language))] if choice.mended else []

    def make() -> list[Markup]:
        return _first(choice, language, narrow=narrow)

    drawn = cached_recent(make, "first map", choice, language, narrow)
    head = layout.head_html(topic, first=True)
    return [*map(_part, (head, *wrong)), *rooms, *drawn]


def _first(choice: Choice, language: Language, *, narrow: bool) -> list[Markup]:
    canvas, found = PHONE if narrow else PAGE, []
    views = [View(load_dataset(), language, theme, canvas) for theme in (LIGHT, DARK)]
    name = html.name_of(choice, load_dataset(), language)
    marks, under = Markup(), Markup()
    for view in views:
        chart, marks = html.drawn(choice, view)
        if chart is not None:
            still = Markup(svg(chart, canvas.width, name=name))
            found.append(tag("div", still, class_=f"first-still {view.theme.name}"))
            under = under_html(chart, Screen(language, "map-under"))
    walk = html.walk_html(choice, language)
    node = html.node_html(choice, load_dataset(), language)
    drawn = tag("div", found, marks, class_="map") if found else _part(marks)
    return [_part(walk), tag("div", drawn, class_="mieru"), _part(node + under)]


def _part(inner: str) -> Markup:
    return tag("div", inner, class_="mieru")
