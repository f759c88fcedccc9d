"""The ways through a walk: its steps by name, those before and after, and where to read on."""

from collections.abc import Mapping

from markupsafe import Markup

from components.app import downloads, notices, query_params
from components.app.query_params import EVERY_STEP
from components.data.cache import cached
from components.data.languages import Language
from components.text.story import find_story, walks
from components.text.topics import Step, Topic, interface
from components.views.tags import joined, tag

ALSO = ("claims", "timeline")  # lists that a link can narrow to one topic


def asked(topic: Topic) -> str:
    """Give the step the link asks for: "1", "2", … or EVERY_STEP; say so if it was mended."""
    language = topic.language
    param = query_params.param_step([step.id for step in topic.steps])
    query_params.keep(language, param.value)
    if param.mended:
        notices.say(interface("unknown_step", language, last=str(len(topic.steps))))
    return param.value


def names_html(topic: Topic, shown: str) -> str:
    """Write the walk's steps by number and name."""
    return cached(lambda: _names(topic, shown), "names", topic.id, topic.language, shown)


def _names(topic: Topic, shown: str) -> str:
    words = {str(step.number): _numbered(step) for step in topic.steps}
    words[EVERY_STEP] = Markup().join([interface("all_steps", topic.language)])
    items = (
        tag("li", _link(topic, each, name, aria_current="step" if each == shown else None))
        for each, name in words.items()
    )
    return tag(
        "nav",
        tag("ol", joined(items)),
        class_="steps",
        aria_label=interface("step", topic.language),
    )


def _numbered(step: Step) -> Markup:
    return tag("small", str(step.number)) + tag("span", step.name)


def turn_html(topic: Topic, shown: str) -> str:
    """Write the ways to the step before, to the present view (or back to it), and on."""
    if shown == EVERY_STEP:
        return ""
    if query_params.param_steps().steps:
        talk = query_params.talk_address(topic.id, topic.language)
        return _turn(topic, int(shown), "talk_return", talk)
    return first_turn_html(topic, shown)


def first_turn_html(topic: Topic, shown: str) -> str:
    """Write the same where no talk is given."""
    if shown == EVERY_STEP:
        return ""
    present = query_params.href(topic.id, topic.language, step=shown, view="present")
    return cached(
        lambda: _turn(topic, int(shown), "present", present),
        "turn",
        topic.id,
        topic.language,
        shown,
    )


def record_turn_html(topic: Topic, asked: Mapping[str, str]) -> str:
    """Write the way to the present view of the record asked for, or back to the talk."""
    language = topic.language
    if query_params.param_steps().steps:
        way = _middle("talk_return", query_params.talk_address(topic.id, language), language)
    else:
        address = query_params.href(topic.id, language, **asked, view="present")
        way = _middle("present", address, language)
    return tag("div", way, class_="tools")


def _turn(topic: Topic, number: int, name: str, address: str) -> str:
    language, last = topic.language, len(topic.steps)
    before = interface("previous", language)
    back = _way(topic, "previous", number - 1, tag("span", before, class_="word"))
    where = tag("span", f"{number} / {last}", class_="where")
    if number < last:
        on = _way(topic, "next", number + 1, interface("next", language))
    else:
        there = _following(topic)
        on = _button("next", interface("next_topic", language), there.title, there.id, language)
    present = _middle(name, address, language)
    middle = tag("span", where, present, _share(topic, number), class_="middle")
    return tag("nav", back, middle, on, class_="turn", aria_label=interface("turn_pages", language))


def _share(topic: Topic, number: int) -> Markup:
    """Write the menu of what one may take along: a link to the step shown, files of the topic."""
    language = topic.language
    words = interface("share", language)
    more = {"aria_label": words, "title": words}
    button = tag("button", "⋯", type="button", popovertarget="share", **more)
    link = tag(
        "a",
        interface("copy_link", language),
        class_="tool",
        href=query_params.href(topic.id, language, step=str(number)),
        data_keep="",
        data_copied=interface("copied", language),
    )
    files = downloads.topic_html(topic.id, language)
    return button + tag("div", tag("p", link), files, popover="auto", id="share", aria_label=words)


def _middle(name: str, address: str, language: Language) -> Markup:
    return tag(
        "a",
        interface(name, language),
        id="present",
        href=address,
        target="_self",
        data_keep="",
        title=interface(f"{name}_why", language),
    )


def _way(topic: Topic, name: str, number: int, words: str) -> Markup:
    """Write the way to a step, with its name; nothing in its place where there is none."""
    if number < 1:
        return tag("span", "", class_="none")
    named = tag("strong", topic.steps[number - 1].name)
    return _link(topic, str(number), tag("small", words) + named, id=name)


def _link(topic: Topic, step: str, words: Markup, **more: str | None) -> Markup:
    address = query_params.href(topic.id, topic.language, step=step)
    return tag("a", words, href=address, target="_self", data_keep="", **more)


def _button(name: str, words: str, title: str, page: str, language: Language) -> Markup:
    there = query_params.href(page, language)
    return tag("a", tag("small", words), tag("strong", title), id=name, href=there, target="_self")


def _following(topic: Topic) -> Topic:
    """Give the topic after one in the menu; after the last comes the first."""
    order = [each.topic_id for each in walks()]
    place = order.index(topic.id) if topic.id in order else -1
    return walks()[(place + 1) % len(order)].topic(topic.language)


def end_html(topic: Topic, shown: str) -> str:
    """Write, below a walk's last step, where to read on: questions of other topics, and lists."""
    if shown not in (str(len(topic.steps)), EVERY_STEP):
        return ""
    return cached(lambda: _end(topic), "end", topic.id, topic.language)


def _end(topic: Topic) -> str:
    language = topic.language
    order = [each.topic(language) for each in walks()]
    place = [each.id for each in order].index(topic.id)
    after = (order[place + 1 :] + order[:place])[:3]
    questions = _questions(language)
    cards = [
        tag(
            "li",
            tag("a", each.title, href=query_params.href(each.id, language), target="_self"),
            tag("p", questions.get(each.id, "")),
        )
        for each in after
    ]
    lists = [
        tag("li", tag("a", words, href=query_params.href(page, language, topic=topic.id)))
        for page, words in ((each, interface(f"{each}_of_topic", language)) for each in ALSO)
    ]
    heading = tag("h2", interface("topic_ends", language))
    also = tag("ul", lists, class_="also")
    return tag("section", heading, tag("ul", cards, class_="ways"), also, class_="ends")


def _questions(language: Language) -> dict[str, str]:
    """Give what each topic sets out to answer, as the front page asks it."""
    home = find_story("home")
    steps = home.topic(language).steps if home else ()
    return {point.to: str(point.text) for step in steps for point in step.points if point.to}
