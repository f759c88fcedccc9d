"""What is made once and shown to every reader, until data/ or the day changes."""

from collections.abc import Callable, Hashable
from functools import lru_cache
from typing import TypeVar

from components.data.state import data_state
from components.data.today import today

T = TypeVar("T")


def cached(make: Callable[[], T], *key: Hashable) -> T:
    """Give what make() made the first time for this key; nothing is made twice for two readers."""
    return _kept(_slot, make, key)


def cached_unless_query(words: str, make: Callable[[], T], *key: Hashable) -> T:
    """As cached; where somebody looks for words, which can be anything, as cached_recent."""
    return cached_recent(make, words, *key) if words else cached(make, *key)


def cached_recent(make: Callable[[], T], *key: Hashable) -> T:
    """As cached, for what readers put together or write themselves: only the last ones are kept."""
    return _kept(_wish, make, key)


def cached_file(make: Callable[[], T], *key: Hashable) -> T:
    """As cached, for whole files: only the few asked for last are kept."""
    return _kept(_file, make, key)


def _kept(slots: Callable[..., list], make: Callable[[], T], key: tuple[Hashable, ...]) -> T:
    slot = slots(data_state(), today(), key)
    if not slot:
        slot.append(make())
    return slot[0]


@lru_cache(maxsize=4000)
def _slot(_state: Hashable, _day: Hashable, _key: Hashable) -> list:
    return []


@lru_cache(maxsize=100)
def _wish(_state: Hashable, _day: Hashable, _key: Hashable) -> list:
    return []


@lru_cache(maxsize=12)
def _file(_state: Hashable, _day: Hashable, _key: Hashable) -> list:
    return []


def clear_cache() -> None:
    """Forget everything kept; for tests that change data/ under our feet."""
    for slots in (_slot, _wish, _file):
        slots.cache_clear()
