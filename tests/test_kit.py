"""The kit's command: every export_request gives its files, or one sentence that says why not."""

import base64
import errno
import gzip
import hashlib
import json
import re
from datetime import date
from pathlib import Path

import pytest
from plotly.offline import get_plotlyjs

from components.data.editions import Edition
from components.data.paths import ROOT
from components.export import command, deck, edition, pdf
from components.export.export_request import ExportRequest, every_topic, export_request
from components.export.forms import FORMS, form
from components.presenter.talk import Talk
from components.views.page import data_block
from tests.screens import TOPICS

SMALL = ("overview",)
KNOWN = Edition("2021-10", "2021-10-20")


@pytest.fixture
def unprinted(monkeypatch):
    """Have no browser, so that nothing is printed."""

    def none(_html):
        raise pdf.NoPdf(pdf.NO_BROWSER)

    monkeypatch.setattr(pdf, "printed", none)


def run(*arguments: str, here: Path = ROOT) -> int:
    return command.main(["--here", str(here), *arguments])


def test_a_wish_without_topics_is_for_all_of_them():
    """Every step of every topic is told once, in the order of the menu."""
    every = export_request()
    assert set(every.topics) == set(TOPICS) and every.topics[0] == "overview"
    for language in every.languages:
        told = [(topic.id, step.id) for _, topic, step in every.steps_of(language)]
        assert len(told) == len(set(told)) == len(every.as_talk().steps)


def test_a_wish_for_a_talk_tells_its_steps_in_its_order():
    """A talk's own steps are told, as often and in the order that it says."""
    talk = Talk((("mynapoint", "deadlines_moved"), ("overview", "what_is_what")), 30)
    asked = export_request(talk=talk)
    assert asked.topics == ("mynapoint", "overview") and asked.as_talk() is talk
    assert [step.id for _, _, step in asked.steps_of("ja")] == ["deadlines_moved", "what_is_what"]


def test_no_two_forms_write_the_same_file():
    """Each form has a file name of its own."""
    names = [each.file_name("ja") for each in FORMS]
    assert len(set(names)) == len(names)


def test_the_command_writes_each_file_once_for_each_language(tmp_path, unprinted, capfd):
    """Files for every language asked for, whole, with progress and where they are."""
    assert run("--topics", "overview", "--lang", "both", "--out", str(tmp_path)) == 0
    expected = {each.file_name(language) for each in FORMS for language in ("ja", "en")}
    assert {path.name for path in tmp_path.iterdir()} == expected
    said = capfd.readouterr().out
    assert f"1/{len(expected)} " in said and str(tmp_path) in said
    assert pdf.NO_BROWSER.en in said


def test_one_language_gives_one_language(tmp_path, unprinted):
    """With --lang en no file is Japanese, and the deck has no other language."""
    assert run("--topics", "overview", "--lang", "en", "--out", str(tmp_path)) == 0
    assert not list(tmp_path.glob("*_ja*"))
    assert "deck-play-ja" not in (tmp_path / "deck.html").read_text("utf-8")


def test_folders_are_meant_from_where_the_person_stands(tmp_path, unprinted, monkeypatch):
    """A relative folder and a relative talk file lie where the command was typed."""
    monkeypatch.setattr(command, "FORMS", (form("citations_bib"),))
    (tmp_path / "my.txt").write_text("My talk\ntalk=5~overview.what_is_what\n", "utf-8")
    assert run("--talk", "my.txt", "--out", "out", "--lang", "ja", here=tmp_path) == 0
    assert (tmp_path / "out/citations_ja.bib").is_file()


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (["--topics", "nothing"], "no topic nothing"),
        (["--talk", "nowhere.txt"], "cannot be read"),
        (["--talk", "requirements.txt"], "no steps of a talk"),
        (["--address", "example"], "https://"),
    ],
)
def test_what_cannot_be_made_is_said_in_one_sentence(words, says, tmp_path, capfd):
    """An unknown topic, an unreadable talk, an address that is none: one sentence, no file."""
    assert run(*words, "--out", str(tmp_path / "out")) == 1
    complaint = capfd.readouterr().err
    assert says in complaint and "Traceback" not in complaint
    assert len(complaint.splitlines()) == 2
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize(
    ("trouble", "says"), [(errno.ENOSPC, "disk is full"), (errno.EACCES, "cannot be written")]
)
def test_a_full_disk_and_a_closed_folder_are_told_apart(
    trouble, says, tmp_path, monkeypatch, capfd
):
    """No half a file stays, and the sentence names the cure."""
    monkeypatch.setattr(command, "FORMS", (form("citations_bib"),))

    def refuse(path, _written):
        raise OSError(trouble, "no")

    monkeypatch.setattr(Path, "write_bytes", refuse)
    assert run("--topics", "overview", "--out", str(tmp_path)) == 1
    assert says in capfd.readouterr().err
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("language", ["ja", "en"])
def test_every_output_says_edition_and_day(language):
    """The stamp names the edition, both days, and that figures moved on where they did."""
    asked = ExportRequest((language,), SMALL, None, date(2021, 11, 2), KNOWN)
    words = edition.stamp(asked, language)
    assert "2021-10" in words and ("2日" if language == "ja" else "2 November") in words
    moved_on = Edition(KNOWN.name, KNOWN.date, moved_on=True)
    later = ExportRequest((language,), SMALL, None, date(2021, 11, 2), moved_on)
    assert edition.stamp(later, language) != words


def test_a_code_without_a_host_does_not_pretend_to_have_one():
    """Without an address the code holds the path alone, and the words beside it say so."""
    asked = ExportRequest(("en",), SMALL, None, date(2021, 11, 2), KNOWN)
    assert edition.link(asked, "en") == "/changes?since=2021-10&lang=en"
    assert "editions and changes" in edition.link_words(asked, "en")
    hosted = ExportRequest(("en",), SMALL, None, date(2021, 11, 2), KNOWN, "https://example.org")
    assert edition.link(hosted, "en").startswith("https://example.org/changes?")
    assert edition.qr_matrix(hosted, "en") != edition.qr_matrix(asked, "en")


@pytest.fixture(scope="module")
def written() -> str:
    return deck.deck(export_request(topics=SMALL), "ja").decode()


def test_a_deck_runs_its_own_scripts_and_no_others(written):
    """The policy allows exactly the scripts of the file by their hashes, and no address at all."""
    policy = re.search(r'Content-Security-Policy" content="([^"]+)"', written)[1]
    scripts = re.findall(r"<script>(.*?)</script>", written, re.DOTALL)
    assert len(scripts) == 2
    for script in (*scripts, get_plotlyjs()):
        digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
        assert f"'sha256-{digest}'" in policy
    rules = dict(rule.split(" ", 1) for rule in policy.split("; "))
    assert rules["default-src"] == "'none'" and "unsafe" not in rules["script-src"]
    assert not re.search(r"https?:|\*", policy)


def test_a_deck_loads_nothing(written):
    """No element of the file has an address to fetch from."""
    outside_data = re.sub(r"<script.*?</script>|<style.*?</style>", "", written, flags=re.DOTALL)
    assert not re.search(r"\b(src|href|srcset|action)=", outside_data)
    styles = "".join(re.findall(r"<style>(.*?)</style>", written, re.DOTALL))
    assert "url(" not in styles and "@import" not in styles


def test_no_text_can_end_the_data_of_a_deck(monkeypatch):
    """A record that holds markup stays data."""
    hostile = {"a": "</script><script>alert(1)</script><!--"}
    held = data_block("x", hostile)
    assert held.count("</script") == 1 and "<!--" not in held
    assert json.loads(re.search(r">(.*)<", held)[1]) == hostile


def test_a_deck_answers_only_with_steps_it_has(written):
    """A question finds every record, and those steps that the deck can show."""
    held = re.search(r'id="deck-answers-ja">(.*?)</script>', written, re.DOTALL)[1]
    entries = json.loads(gzip.decompress(base64.b64decode(held)))
    steps = {each["id"].split("/")[0] for each in entries if each["kind"] == "step"}
    assert steps == {"overview"} and {"figure", "claim", "term"} < {e["kind"] for e in entries}


def test_the_deck_of_everything_is_light():
    """All topics in both languages take at most 8 MB."""
    assert every_topic()
    assert len(deck.deck(export_request(), "ja")) <= command.HEAVIEST
