"""The controls of a walk: numbers above, previous and next below, the step always in the link."""

from collections.abc import Mapping

from components.app import notices, query_params
from components.app.html_buffer import link_choices
from components.data.cache import cached
from components.data.languages import Language
from components.text.topics import Topic, interface
from components.views.tags import tag


def asked(topic: Topic) -> str:
    """Give the step the link asks for: "1", "2", … or EVERY_STEP; say so if it was mended."""
    language = topic.language
    param = query_params.param_step([step.id for step in topic.steps])
    query_params.keep(language, param.value)
    if param.mended:
        notices.say(interface("unknown_step", language, last=str(len(topic.steps))))
    return param.value


def numbers_html(topic: Topic, shown: str) -> str:
    """Write the walk's numbers."""
    return cached(lambda: _numbers(topic, shown), "numbers", topic.id, topic.language, shown)


def _numbers(topic: Topic, shown: str) -> str:
    language = topic.language
    names = {str(step.number): str(step.number) for step in topic.steps}
    names[query_params.EVERY_STEP] = interface("all_steps", language)
    return link_choices(
        [
            (words, query_params.href(topic.id, language, step=each), each == shown)
            for each, words in names.items()
        ],
        interface("step", language),
    )


def turn_html(topic: Topic, shown: str) -> str:
    """Write the ways to the step before, to the present view (or back to it), and on."""
    if shown == query_params.EVERY_STEP:
        return ""
    if query_params.param_steps().steps:
        talk = query_params.talk_address(topic.id, topic.language)
        return _turn(topic, int(shown), "talk_return", talk)
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
    middle = _middle(name, address, topic.language)
    ways = _way(topic, "previous", number - 1) + middle + _way(topic, "next", number + 1)
    return tag("nav", ways, class_="turn", aria_label=interface("step", topic.language))


def _middle(name: str, address: str, language: Language) -> str:
    return tag(
        "a",
        interface(name, language),
        id="present",
        href=address,
        target="_self",
        data_keep="",
        title=interface(f"{name}_why", language),
    )


def _way(topic: Topic, name: str, number: int) -> str:
    words = interface(name, topic.language)
    if not 1 <= number <= len(topic.steps):
        return tag("a", words, id=name, role="link", aria_disabled="true")
    address = query_params.href(topic.id, topic.language, step=str(number))
    return tag("a", words, id=name, href=address, target="_self", data_keep="")
