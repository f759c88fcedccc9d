"""What other services show of a link: title, words and picture of the step it names."""

import re
from html import unescape
from xml.etree import ElementTree

import pytest

from components.app import first, preview
from components.data.languages import LANGUAGES
from components.server.streamlit_internals import PAGE_FILE
from components.text.story import get_story, walks

META = re.compile(r'<meta (?:property|name)="([^"]+)" content="([^"]*)"')


def told(path: str, query: str) -> dict[str, str]:
    scope = {"path": path, "query_string": query.encode(), "headers": []}
    head = first.shell(scope, PAGE_FILE.read_text("utf-8")).split("</head>")[0]
    return {name: unescape(content) for name, content in META.findall(head)}


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_link_tells_of_its_step(language, monkeypatch):
    """Title, description and picture are those of the step; the host only where it is known."""
    monkeypatch.delenv("MIERU_ADDRESS", raising=False)
    step = get_story("card_adoption").topic(language).steps[4]
    found = told("/card_adoption", f"lang={language}&step={step.id}")
    assert found["og:title"] == str(step.headline)
    assert found["og:description"] == found["description"] == str(step.short)
    assert found["og:image"] == f"/files/preview.card_adoption.5.{language}.svg"
    monkeypatch.setenv("MIERU_ADDRESS", "https://example.org/")
    assert told("/card_adoption", "step=5")["og:image"].startswith("https://example.org/files/")


def test_a_link_to_a_question_does_not_tell_the_answer():
    """Where a step asks first, its link tells the question and no more."""
    step = next(each for each in get_story("mynapoint").topic("en").steps if each.question)
    found = told("/mynapoint", f"lang=en&step={step.id}")
    assert found["og:title"] == str(step.question.text) and "og:description" not in found
    assert str(step.headline) not in preview.picture(get_story("mynapoint").topic("en"), step)


def test_every_page_tells_what_it_is():
    """Pages without steps, and nonsense, have a title too; nothing of the link is echoed."""
    assert told("/timeline", "lang=en")["og:title"].startswith("Timeline")
    found = told("/card_adoption", 'step="><script>alert(1)</script>')
    assert not any("alert" in each for each in found.values())
    assert "og:title" in told("/nothing_here", "lang=ja")


@pytest.mark.parametrize("story", walks(), ids=lambda each: each.topic_id)
def test_a_picture_is_drawn_of_every_step(story):
    """Each picture is well formed, of the size that services want, and inside its frame."""
    topic = story.topic("ja")
    for step in topic.steps:
        root = ElementTree.fromstring(preview.picture(topic, step))
        assert root.get("width") == "1200" and root.get("height") == "630"
        chart = root.find("{http://www.w3.org/2000/svg}svg")
        assert (chart is None) == (not step.chart or bool(step.question))
        if chart is not None:
            assert float(chart.get("y")) + float(chart.get("height")) <= 630
            assert float(chart.get("height")) > 250
