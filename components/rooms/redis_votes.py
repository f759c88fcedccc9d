"""Votes in Redis: each counted in one step, whichever process it came to."""

from collections.abc import Callable
from typing import Any

from components.rooms.room import IDLE
from components.rooms.store import Tally, Vote

COUNT = """
local before = redis.call('HGET', KEYS[1], ARGV[1])
if before == ARGV[2] then return 1 end
if not before and redis.call('HLEN', KEYS[1]) >= tonumber(ARGV[3]) then return 0 end
if before then redis.call('HINCRBY', KEYS[2], ARGV[4] .. ' ' .. before, -1) end
redis.call('HINCRBY', KEYS[2], ARGV[4] .. ' ' .. ARGV[2], 1)
redis.call('HSET', KEYS[1], ARGV[1], ARGV[2])
redis.call('SADD', KEYS[3], ARGV[4])
for each = 1, 3 do redis.call('PEXPIRE', KEYS[each], ARGV[5]) end
return 1
"""
NO_LIMIT = 10**9


class Votes:
    """Ballots by question, and counts by question and option."""

    def __init__(self, client: Any, key: Callable[[str], str]) -> None:
        self._client, self._key = client, key

    async def count(self, code: str, question: str, vote: Vote, most: int) -> bool:
        """Count one ballot's vote in place of its earlier one."""
        keys = (self._ballots(code, question), self._counts(code), self._questions(code))
        ballot, option = vote
        values = (ballot, option, most, question, IDLE * 1000)
        return bool(await self._client.eval(COUNT, 3, *keys, *values))

    async def counts(self, code: str, question: str) -> dict[str, int]:
        """Count a question's votes by option."""
        found = await self._client.hgetall(self._counts(code))
        split = [(*name.rsplit(" ", 1), int(count)) for name, count in found.items()]
        return {option: count for asked, option, count in split if asked == question and count}

    async def forget(self, code: str, question: str) -> None:
        """Forget who chose what; counts stay."""
        await self._client.delete(self._ballots(code, question))

    async def forget_all(self, code: str) -> None:
        """Forget everything about a room's votes."""
        questions = await self._client.smembers(self._questions(code))
        keys = [self._ballots(code, each) for each in questions]
        await self._client.delete(*keys, self._counts(code), self._questions(code))

    async def give_back(self, code: str, question: str, tally: Tally) -> None:
        """Bring what a process has counted; what is there already stays as it is."""
        for vote in list(tally.votes.items()):
            await self.count(code, question, vote, NO_LIMIT)
        for option, count in tally.total.items():
            await self._client.hsetnx(self._counts(code), f"{question} {option}", count)
        if tally.total:
            await self._client.pexpire(self._counts(code), IDLE * 1000)

    def _ballots(self, code: str, question: str) -> str:
        return f"{self._key(code)}:ballots:{question}"

    def _counts(self, code: str) -> str:
        return f"{self._key(code)}:counts"

    def _questions(self, code: str) -> str:
        return f"{self._key(code)}:questions"
