"""What a room may vote on, and ballots: one vote a page and question; nobody is known by one."""

import base64
import hashlib
import hmac
import re
import secrets

from components.charts.controls import asking_of
from components.data.cache import cached
from components.data.languages import DEFAULT
from components.presenter.slides import options
from components.presenter.talk import Talk
from components.text.story import get_story


def question_at(talk: Talk, step: int) -> str | None:
    """Name the question of a step, counted from 1; None where it asks nothing."""
    if not 1 <= step <= len(talk.steps):
        return None
    name = talk.steps[step - 1]
    return "/".join(name) if options_of(*name) else None


def options_of(topic_id: str, step_id: str) -> tuple[str, ...]:
    """Give the options of a step's question as they travel; none where it asks nothing."""

    def make() -> tuple[str, ...]:
        story = get_story(topic_id)
        asking = asking_of(story, story.step(step_id, DEFAULT)) if story.has_step(step_id) else None
        return tuple(map(str, options(asking.guess))) if asking else ()

    return cached(make, "options of votes", topic_id, step_id)


FORM = re.compile(r"[A-Za-z0-9_-]{16}\.[A-Za-z0-9_-]{22}", re.ASCII)
RANDOM = 12  # bytes


def new_ballot(secret: str) -> str:
    """Give a ballot of the room with this secret; it lives in the memory of a page."""
    name = secrets.token_urlsafe(RANDOM)
    return f"{name}.{_signed(secret, name)}"


def is_ballot(secret: str, written: str) -> bool:
    """Say whether a ballot is one of this room's."""
    if not FORM.fullmatch(written):
        return False
    name, _, sign = written.partition(".")
    return hmac.compare_digest(sign, _signed(secret, name))


def ballot_digest(ballot: str) -> str:
    """Give what is kept of a ballot while its question is open: enough to change the vote."""
    return hashlib.blake2b(ballot.encode(), digest_size=12).hexdigest()


def _signed(secret: str, name: str) -> str:
    made = hmac.digest(secret.encode(), name.encode(), "sha256")[:16]
    return base64.urlsafe_b64encode(made).rstrip(b"=").decode()
