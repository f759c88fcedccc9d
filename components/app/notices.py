"""What a reader is told in one sentence, and that what fails says so while the rest stands."""

import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from components.app import query_params
from components.app.html_buffer import show
from components.data.languages import Language
from components.text.topics import interface
from components.views.tags import tag

LOG = logging.getLogger(__name__)


def say(words: str, *, trouble: bool = False) -> None:
    """Tell the reader something in one plain sentence."""
    show(said(words, trouble=trouble))


def said(words: str, *, trouble: bool = False) -> str:
    """Write what the reader is told."""
    kind = "notice trouble" if trouble else "notice"
    return tag("p", words, class_=kind, role="status")


@contextmanager
def guarded(language: Language, sentence: str) -> Iterator[None]:
    """Let what fails inside say so in one sentence; everything around it stands."""
    try:
        yield
    except Exception:  # (Streamlit's own stop and rerun are not Exceptions and pass through)
        LOG.exception("part of a page failed")
        say(interface(sentence, language), trouble=True)


def say_failed() -> None:
    """Tell the reader that the page failed, where nothing of it could say so itself."""
    say(interface("page_failed", query_params.param_language().value), trouble=True)


def attempted(make: Callable[[], str], language: Language, sentence: str) -> str:
    """Give what make() writes, or the sentence where it fails; what stands around it stays."""
    try:
        return make()
    except Exception:
        LOG.exception("part of a page failed")
        return said(interface(sentence, language), trouble=True)
