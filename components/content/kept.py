"""What is made once and shown to every reader, until data/ or the day changes."""

from collections.abc import Callable, Hashable
from functools import lru_cache
from typing import TypeVar

from components.content.book import edition
from components.content.today import today

T = TypeVar("T")


def once(make: Callable[[], T], *key: Hashable) -> T:
    """Give what make() made the first time for this key; nothing is made twice for two readers."""
    slot = _slot(edition(), today(), key)
    if not slot:
        slot.append(make())
    return slot[0]


def once_unless(words: str, make: Callable[[], T], *key: Hashable) -> T:
    """As once, but where somebody looks for words nothing is kept, since words can be anything."""
    return make() if words else once(make, *key)


def lately(make: Callable[[], T], *key: Hashable) -> T:
    """As once, for whole files: only the few asked for last are kept."""
    slot = _file(edition(), today(), key)
    if not slot:
        slot.append(make())
    return slot[0]


@lru_cache(maxsize=4000)
def _slot(_state: Hashable, _day: Hashable, _key: Hashable) -> list:
    return []


@lru_cache(maxsize=12)
def _file(_state: Hashable, _day: Hashable, _key: Hashable) -> list:
    return []


def forget() -> None:
    """Forget everything kept; for tests that change data/ under our feet."""
    _slot.cache_clear()
    _file.cache_clear()
