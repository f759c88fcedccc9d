"""Each point where the product leans on Streamlit's inside is still there in this version of it."""

import ast
import inspect
import re
import tomllib
from collections.abc import Iterator
from copy import copy
from functools import cache
from pathlib import Path
from unittest.mock import MagicMock, patch

import pytest
import streamlit as st
from streamlit import config
from streamlit.delta_generator import DeltaGenerator
from streamlit.runtime.scriptrunner.script_runner import ScriptRunner
from streamlit.testing.v1 import AppTest
from streamlit.web.server.starlette.starlette_app import create_streamlit_routes

from components.app.streamlit_internals import HIDDEN_OPTIONS, SELECTORS, STATES, show_html
from components.server import stream
from components.server import streamlit_internals as inside
from components.server.packing import WRITTEN_IN

ROOT = Path(__file__).parents[1]
SETTINGS = tomllib.loads((ROOT / ".streamlit/config.toml").read_text("utf-8"))
PAGE = inside.PAGE_FILE.read_text("utf-8")
OURS = sorted(
    [*(ROOT / "components").rglob("*.py"), *(ROOT / "pages").glob("*.py"), *ROOT.glob("*.py")]
)
IN_FILES = re.compile(
    r'data-testid="?(\w+)|\.(st[A-Z]\w+)(?![\w(])|\b(st-key-)|(data-test-[a-z-]+)|dataset\.(test[A-Z]\w+)'
)
SAID = {  # what stream.py looks for in what Streamlit says
    "": "new_session delta session_event backend_operation_response git_info_changed page_profile",
    "new_session": "main_script_path initialize",
    "new_session.initialize": "user_info environment_info",
    "delta": "new_element",
    "delta.new_element": "exception",
    "delta.new_element.exception": "type stack_trace message message_is_markdown",
    "session_event": "script_compilation_exception",
    "backend_operation_response": "error_msg",
}


@cache
def written() -> frozenset[str]:
    """Give all names and words in the scripts of Streamlit's front end."""
    scripts = (each.read_text("utf-8") for each in inside.STATIC.rglob("*.js"))
    return frozenset(word for each in scripts for word in re.findall(r"[\w.-]+", each))


def calls() -> Iterator[tuple[str, str, list[str | None], int]]:
    """Give each call of Streamlit's in our code: where, of what, named arguments, others."""
    for path in OURS:
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            match node:
                case ast.Call(ast.Attribute(ast.Name("st"), name), others, named):
                    names = [each.arg for each in named]
                    yield f"{path.relative_to(ROOT)}:{node.lineno}", name, names, len(others)


def test_the_inside_is_imported_in_two_modules_alone():
    """Whoever updates Streamlit finds all that is not its public face in two files."""
    for path in OURS:
        if path.name == "streamlit_internals.py":
            continue
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            names = [node.module or ""] if isinstance(node, ast.ImportFrom) else []
            names += [each.name for each in node.names] if isinstance(node, ast.Import) else []
            inner = [each for each in names if each.partition(".")[0] == "streamlit"]
            assert inner in ([], ["streamlit"]), f"{path.relative_to(ROOT)} imports {inner}"


def test_streamlit_knows_every_setting():
    """No setting is misspelt or gone, the hidden ones included."""
    for section, options in SETTINGS.items():
        for option, value in options.items():
            if not isinstance(value, dict):
                config.get_option(f"{section}.{option}")


@pytest.mark.parametrize("option", HIDDEN_OPTIONS)
def test_hidden_options_count(option):
    """What an option does that Streamlit shows to nobody is still asked for by this name."""
    section, _, name = option.partition(".")
    assert config.get_option(option) == SETTINGS[section][name]
    readers = (inside.STATIC.parent.rglob("*.py"),)
    told = (each.read_text("utf-8") for found in readers for each in found)
    used = sum(f'"{option}"' in text for text in told)
    assert used, f"nothing in Streamlit asks for {option} any more"


def test_streamlit_takes_the_arguments_we_hand_it():
    """Every st.name(…) of ours exists, and takes its arguments by these names."""
    found = list(calls())
    assert {"App", "html", "selectbox", "navigation"} <= {name for _, name, _, _ in found}
    for place, name, named, others in found:
        assert hasattr(st, name), f"{place}: Streamlit has no st.{name} any more"
        takes = inspect.signature(getattr(st, name)).parameters
        lost = [each for each in named if each and each not in takes]
        assert not lost, f"{place}: st.{name} takes no {lost} any more"
        ways = [each.kind for each in takes.values()]
        ordered = ways.count(inspect.Parameter.POSITIONAL_OR_KEYWORD)
        assert others <= ordered or inspect.Parameter.VAR_POSITIONAL in ways, (place, name)
    for bound in (st.selectbox, st.text_input, st.segmented_control):
        assert {"key", "on_change", "args"} <= set(inspect.signature(bound).parameters)


@pytest.mark.parametrize("name", SELECTORS)
def test_the_document_has_the_names_we_dress_it_by(name):
    """Each name that our stylesheets and scripts go by is written by Streamlit's front end."""
    assert name in written(), f"nothing is called {name} any more; it {SELECTORS[name]}"


def test_the_document_tells_its_states():
    """The app's element says whether it is connected and whether a script runs, in these words."""
    for attribute, values in STATES.items():
        for word in (attribute, *values):
            assert word in written(), f"the front end does not say {word} any more"
    assert 'id="root"' in PAGE, "what is drawn no longer stands in #root"


def test_every_name_in_stylesheets_and_scripts_is_listed():
    """No stylesheet or script goes by a name of Streamlit's that the list lacks, or holds alone."""
    used = set()
    for path in (ROOT / "components").rglob("*.*"):
        if path.suffix in (".css", ".js"):
            found = IN_FILES.findall(path.read_text("utf-8"))
            used |= {each for names in found for each in names if each}
    states = {
        re.sub(r"-(.)", lambda at: at[1].upper(), name.removeprefix("data-")) for name in STATES
    }
    listed = {*SELECTORS, *STATES, *states}
    assert not used - listed, "these stand in no list of streamlit_internals.py"
    assert not listed - used, "nothing goes by these any more"


def test_streamlits_page_has_what_is_changed_in_it():
    """Title, language, place, inline script and the font fetched ahead are found once each."""
    for words in (inside.TITLE, inside.LANGUAGE, "</head>", "</body>"):
        assert PAGE.count(words) == 1, f"index.html has no single {words} any more"
    assert "<noscript>" in PAGE and inside.NO_SCRIPT.search(PAGE)
    assert len(inside.PRELOADED_FONT.findall(PAGE)) == 1, "see which fonts a page fetches ahead"
    assert len(inside.INLINE_SCRIPT.findall(PAGE)) == 1, "see which inline scripts the page has"


def test_streamlits_style_has_the_fonts_that_wait():
    """The fonts that a first visit must not fetch are declared as expected."""
    style = next(inside.STATIC.glob("static/css/index.*.css")).read_bytes()
    for font in WRITTEN_IN:
        assert inside.FONT_FACE % font in style, f"see which fonts a first visit fetches: {font!r}"
    assert inside.HIDDEN_LINK.split('"')[1] in written(), "the hidden link has another name"


def test_streamlit_answers_at_the_addresses_we_know():
    """Each of its addresses is one that the guard knows: none is new, none that we ask is gone."""
    paths = {each.path for each in create_streamlit_routes(MagicMock()) if each.path.strip("/")}
    for address in (inside.HEALTH, inside.HOST_CONFIG, inside.STREAM):
        assert address in paths, f"Streamlit does not answer at {address} any more"
    new = {path for path in paths if path.split("/")[1] not in inside.FIRST_PARTS}
    assert not new, f"the guard takes addresses of Streamlit's for pages: {new}"
    assert inside.STEERING_WORD in written(), "see what else in a link steers the front end"
    assert inside.HEALTH in (ROOT / "launch/server.py").read_text("utf-8")


def test_browsers_say_what_the_guard_lets_pass():
    """The kinds of messages that a browser may send have these names."""
    kinds = inside.BackMsg.DESCRIPTOR.oneofs_by_name["type"].fields
    assert stream.KINDS | {"backend_operation_request"} <= {each.name for each in kinds}
    asks = inside.BackMsg.DESCRIPTOR.fields_by_name["backend_operation_request"].message_type
    assert {each.name for each in asks.oneofs_by_name["payload"].fields} >= stream.OPERATIONS


@pytest.mark.parametrize("place", SAID)
def test_streamlit_says_what_the_guard_takes_out(place):
    """What would tell of the machine or of a failure stands where the guard looks for it."""
    said = inside.ForwardMsg.DESCRIPTOR
    for step in filter(None, place.split(".")):
        said = said.fields_by_name[step].message_type
    lost = set(SAID[place].split()) - set(said.fields_by_name)
    assert not lost, f"ForwardMsg.{place} has no {lost} any more: see what it tells now"
    if place.endswith("exception"):
        assert said is inside.Failure.DESCRIPTOR


def test_html_is_shown_as_streamlit_would():
    """show_html sends what st.html would: the same element, letter by letter and as wide."""
    html = "  <p>a</p>\n\n    <p>b</p>  <style>p { color: red }</style>"
    with patch.object(DeltaGenerator, "_enqueue", autospec=True) as sent:
        st.html(type("Taken", (), {"_repr_html_": lambda _: html})())
        show_html(html)
    (theirs, ours) = sent.call_args_list
    assert ours.args == theirs.args
    assert ours.kwargs == {k: v for k, v in theirs.kwargs.items() if v is not None}


def test_a_copy_of_a_page_can_be_run_again():
    """Streamlit notes on the page itself that it was run, so a copy taken before is fresh."""
    page = st.Page(lambda: None, title="x", url_path="x")
    page._can_be_called = True
    twin = copy(page)
    page.run()
    assert not page._can_be_called and twin._can_be_called


def test_a_run_keeps_to_one_thread():
    """What is kept by thread while a page runs is kept by run."""
    assert "threading.Thread(" in inspect.getsource(ScriptRunner.start)


def test_a_widget_stands_as_it_is_told():
    """A value set before the widget is made counts, beside a default and in a later run."""

    def script() -> None:
        import streamlit as st

        from components.app.streamlit_internals import show_as

        wish = int(st.query_params.get("n", "1"))
        show_as("minutes", wish)
        st.number_input("n", 0, 9, wish, key="minutes")

    app = AppTest.from_function(script).run()
    assert app.number_input(key="minutes").value == 1
    app.query_params["n"] = "4"
    assert app.run().number_input(key="minutes").value == 4 and not app.warning


def test_a_widget_can_be_changed_without_a_run():
    """on_change="ignore" is a word of Streamlit's, and not the name of something to call."""

    def script() -> None:
        import streamlit as st

        word = st.query_params["word"]
        st.select_slider("a", [1, 2], on_change=word)
        st.text_area("b", on_change=word)
        st.download_button("c", b"", on_click=word)

    app = AppTest.from_function(script)
    app.query_params["word"] = "ignore"
    assert not app.run().exception
    app.query_params["word"] = "ignored"
    assert app.run().exception


def test_streamlits_chart_brings_plotly():
    """A chart of Streamlit's leaves the drawing library where charts.js finds it."""
    assert "window.Plotly" in written(), "under `streamlit run app.py` no chart comes alive"
