"""A topic of the plain site: its steps one below the other, each with an anchor of its own."""

from markupsafe import Markup

from components.export.site_page import Site
from components.export.site_words import Linked
from components.text.topics import Step, Topic, interface
from components.views.step import step_html
from components.views.tags import joined, tag


def topic_html(site: Site, topic: Topic) -> Markup:
    """Write a topic's walk."""
    on = Linked(site)
    lede = (tag("p", on.html(line), class_="lede") for line in topic.lede)
    jumps = (
        tag("li", tag("a", on.headline(step.headline), href=f"#step-{step.number}"))
        for step in topic.steps
    )
    contents = tag(
        "nav", tag("ol", jumps), class_="contents", aria_label=interface("jumps", site.language)
    )
    steps = (_step(topic, step, on) for step in topic.steps)
    return joined([tag("h1", on.headline(topic.title)), lede, contents, steps])


def _step(topic: Topic, step: Step, on: Linked) -> Markup:
    kicker = interface("site_step", on.language, step=str(step.number))
    inner = tag("p", kicker, class_="kicker") + step_html(topic, step, on)
    return tag("section", inner, id=f"step-{step.number}", class_="step")
