"""
The talk builder. The talk stands in the link and nowhere else, so a link is what one keeps.

What one can do with a step is a link to the talk as it would be after it: a talk may have forty
steps, and three buttons for each would cost every rerun.
"""

from markupsafe import Markup

from components.app import (
    downloads,
    lookup_page,
    notices,
    query_params,
    talk_check,
    talk_fields,
    talk_keep,
)
from components.app.html_buffer import HtmlBuffer
from components.data.cache import cached, cached_recent
from components.data.languages import Language
from components.presenter.talk import CLAIMS, LONGEST, Talk, step_ids
from components.text.story import Story, get_story, told_in_talks
from components.text.topics import Step, Topic, interface
from components.views.tags import joined, tag


def render(story: Story) -> None:
    """Show the builder for the talk in the link."""
    sheet = HtmlBuffer()
    topic = lookup_page.begin(story, sheet)
    if topic is None:
        return
    language = topic.language
    talk = query_params.param_steps()
    if (minutes := query_params.param_minutes()) is not None:
        talk = talk.lasting(minutes)
        query_params.keep_talk(talk)
    if left_out := query_params.unknown_steps():
        words = interface("talk_unknown", language, count=str(len(left_out)))
        sheet.add(notices.said(words))
    sheet.out()
    chosen = talk_fields.render(talk, _topics(language), language)

    def make() -> Markup:
        lists = _choose(talk, chosen, language), _order(talk, language)
        # A second press waits until the first has been drawn: its link would undo it.
        return tag("div", lists, class_="pair", data_waits="")

    sheet.add(cached_recent(make, "builder", talk, chosen, language))
    if talk.steps:
        sheet.add(talk_keep.use(talk, language))
        sheet.add(downloads.topic_html("talk", language))
        sheet.add(cached_recent(lambda: talk_check.html(talk, language), "check", talk, language))
    sheet.add(cached(lambda: talk_keep.open_saved(language), "talk_open", language))
    sheet.out()
    sheet.add(talk_keep.paste(language))
    sheet.add(lookup_page.method(topic))
    sheet.out()
    if talk.steps:
        talk_keep.give(talk, language)
        downloads.talk(talk, language)


def _way(
    words: str, talk: Talk | None, language: Language, *, id_: str, about: str = "", other: str = ""
) -> str:
    """
    Write a link to the talk as it would be; without a talk it stands there and leads nowhere.

    about names the step to who hears the page; other lists what gets the focus if it is gone.
    """
    named = {"aria_label": f"{words}: {about}"} if about else {}
    if talk is None:
        return tag("a", words, id=id_, class_="tool", role="link", aria_disabled="true", **named)
    return tag(
        "a",
        words,
        id=id_,
        class_="tool",
        href=query_params.href("talk", language, talk=talk.written()),
        target="_self",
        data_keep="",
        **({"data_else": other} if other else {}),
        **named,
    )


def _topics(language: Language) -> dict[str, Topic]:
    """Give the topics a talk may take steps from, by id, in the order of the menu."""
    return cached(
        lambda: {story.topic_id: story.topic(language) for story in told_in_talks()},
        "talk topics",
        language,
    )


# --- choosing -------------------------------------------------------------------------------------


def _choose(talk: Talk, chosen: str, language: Language) -> Markup:
    """A topic at a time: all of it, or single steps; steps of records come from the field above."""
    if get_story(chosen).records:
        why = tag("p", interface("talk_record_why", language))
        return tag("section", talk_keep.heading("talk_choose", language), why)
    topics, full = _topics(language), len(talk.steps) >= LONGEST
    every = [(chosen, step_id) for step_id in step_ids(chosen)]
    words = interface("talk_add_all", language, count=str(len(every)))
    rows = [_choice(topics[chosen], step, talk, full=full) for step in topics[chosen].steps]
    add_all = _way(words, None if full else talk.with_steps(every), language, id_="add_all")
    return tag(
        "section",
        talk_keep.heading("talk_choose", language),
        tag("p", add_all),
        tag("ul", rows, class_="rows"),
    )


def _choice(topic: Topic, step: Step, talk: Talk, *, full: bool) -> str:
    language, this = topic.language, (topic.id, step.id)
    taken = tag("small", ("　" + interface("talk_taken", language)))
    words = tag("span", str(step.headline)) + (taken if this in talk.steps else "")
    return tag(
        "li",
        tag("p", tag("span", str(step.number), class_="lead") + " " + words)
        + _way(
            interface("talk_add", language),
            None if full else talk.with_steps([this]),
            language,
            id_=f"add_{topic.id}_{step.id}",
            about=str(step.headline),
        ),
    )


# --- the talk -------------------------------------------------------------------------------------


def _order(talk: Talk, language: Language) -> Markup:
    """The talk as it stands: its steps to move or take out."""
    topics = _topics(language)
    names = [f"{topic_id}_{step_id}" for topic_id, step_id in talk.steps]
    # Named by the step and not by the place, so that the focus moves along with it.
    names = [f"{name}_{names[:place].count(name)}" for place, name in enumerate(names)]
    rows = [
        _placed(talk, place, names, topics[topic_id])
        for place, (topic_id, _) in enumerate(talk.steps)
    ]
    said = "" if rows else interface("talk_empty", language)
    if len(rows) >= LONGEST:
        said = interface("talk_full", language, count=str(LONGEST))
    return tag(
        "section",
        talk_keep.heading("talk_order", language),
        tag("ol", rows, class_="rows", id="talk-steps") if rows else "",
        tag("p", said, role="status") if said else "",
    )


def _placed(talk: Talk, place: int, names: list[str], topic: Topic) -> str:
    """One step of the talk, and what can be done with it."""
    language, name = topic.language, names[place]
    about = str(get_story(topic.id).step(talk.steps[place][1], language).headline)
    near = [*names[place + 1 : place + 2], *names[:place][-1:]]
    ways = (
        ("up", talk.moved(place, -1), f"down_{name}"),
        ("down", talk.moved(place, 1), f"up_{name}"),
        ("remove", talk.without(place), " ".join(f"remove_{each}" for each in near) or "add_all"),
    )
    links = joined(
        _way(
            interface(f"talk_{key}", language),
            None if after == talk and key != "remove" else after,
            language,
            id_=f"{key}_{name}",
            about=about,
            other=other,
        )
        for key, after, other in ways
    )
    lead = tag("span", f"{place + 1}　{topic.title}", class_="lead")
    links += _claims(talk, place, name, language)
    return tag("li", tag("p", lead, Markup("<br>"), about) + tag("div", links, class_="tools"))


def _claims(talk: Talk, place: int, name: str, language: Language) -> str:
    """How many of a step's claims come unasked."""
    topic_id, step_id = talk.steps[place]
    if not get_story(topic_id).step(step_id, language).claims:
        return ""
    now, about = talk.claims_of(topic_id, step_id), interface("talk_claims", language)
    after = {each: talk.telling(topic_id, step_id, each) for each in CLAIMS if each != now}
    ways = (
        (interface(f"talk_claims_{each}", language), after.get(each), f"claims_{each}_{name}")
        for each in CLAIMS
    )
    links = (_way(*way[:2], language, id_=way[2], about=about) for way in ways)
    return tag("span", about, class_="muted") + joined(links)
