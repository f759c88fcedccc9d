"""The parts of a step, each written once for every medium."""

from collections.abc import Iterable
from urllib.parse import parse_qsl

from markupsafe import Markup

from components.text.prose import RichText
from components.text.topics import Point, Step, Topic
from components.views.claim import claims_html
from components.views.medium import Medium
from components.views.tags import joined, tag


def step_html(topic: Topic, step: Step, on: Medium) -> Markup:
    """Write a step whole: headline and text, points, chart with what stands under it, claims."""
    words = words_html(step, on) + points_html(step, on)
    return words + on.chart(topic, step) + claims_html(step.claims, on) + on.panels()


def head_html(topic: Topic, on: Medium, *, first: bool = True) -> Markup:
    """Write a page's title, and its lede where its walk begins."""
    title = tag("h1", on.headline(topic.title), class_=None if first else "running")
    return title + (lines_html(topic.lede, on, class_="lede") if first else "") + on.panels()


def lines_html(lines: Iterable[RichText], on: Medium, *, class_: str | None = None) -> Markup:
    """Write sentences as paragraphs."""
    return joined(tag("p", on.html(line), class_=class_) for line in lines)


def section_html(step: Step, on: Medium, *, folded: bool = False) -> Markup:
    """Write a step that is words alone, such as how a page is to be read."""
    body = lines_html(step.body, on)
    if folded:
        summary = tag("summary", str(step.headline))
        return tag("details", summary, body, id=step.id) + on.panels()
    return tag("section", tag("h2", on.headline(step.headline), id=step.id), body, on.panels())


def words_html(step: Step, on: Medium) -> Markup:
    """Write a step's headline and text."""
    headline = tag(on.heading, on.headline(step.headline), id=on.anchor(step.id))
    return headline + on.body(step)


def lead_html(step: Step, on: Medium) -> Markup:
    """Write what stands above a step's chart: headline and one sentence; all of it without one."""
    if not step.chart:
        return words_html(step, on) + points_html(step, on)
    headline = tag(on.heading, on.headline(step.headline), id=on.anchor(step.id))
    return headline + (tag("p", on.html(step.short), class_="short") if step.short else "")


def body_html(step: Step, on: Medium) -> Markup:
    """Write what stands below a step's chart: the text and its points; nothing without a chart."""
    return on.body(step) + points_html(step, on) if step.chart else Markup()


def points_html(step: Step, on: Medium) -> Markup:
    """Write a step's list of questions, or of ways into other pages; nothing without one."""
    if not step.points:
        return Markup()
    kind, look = on.points[any(point.to for point in step.points)]
    return tag(kind, (_point(point, on) for point in step.points), class_=look)


def _point(point: Point, on: Medium) -> Markup:
    page, _, query = point.to.partition("?")
    there = on.href(page, **dict(parse_qsl(query))) if page else None
    name = tag("a", str(point.text), href=there, **on.link) if there else on.html(point.text)
    more = tag("p", on.html(point.more), class_="why") if point.more else ""
    return tag("li", tag("p", name), more)


def question_html(step: Step, on: Medium, more: str = "") -> Markup:
    """Write what a step asks before it shows the answer, and why; more is said beside the why."""
    if step.question is None:
        return Markup()
    why = f"{step.question.why} {more}".strip()
    headline = tag(on.heading, on.headline(step.question.text), id=on.anchor(step.id))
    return headline + (tag("p", why, class_="why") if why else "")


def figure_html(drawing: Markup, step: Step, on: Medium, *below: str) -> Markup:
    """Write a drawing with its takeaway, and what else belongs to the picture."""
    return tag("figure", drawing, tag("figcaption", on.html(step.takeaway)), below)


def picture_name(step: Step) -> str:
    """Give what a screen reader says of a step's chart."""
    return f"{step.chart_name}　{step.takeaway}"
