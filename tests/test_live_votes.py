"""What a show of votes promises: counts alone, hidden until told, and guarded against floods."""

from components.rooms import service
from components.rooms.votes import ballot_digest
from tests.live import QUESTION, held


async def voters(hall, lead, count: int) -> list[str]:
    """Bring phones, and give their ballots."""
    return [(await hall.phone(lead.code)).states[0]["ballot"] for _ in range(count)]


def test_votes_are_hidden_until_the_answer_is_told():
    """Phones hear counts with the answer and not before; a changed vote counts once."""

    async def work(hall) -> None:
        lead = await hall.open()
        phone = await hall.phone(lead.code)
        one, two = await voters(hall, lead, 2)
        for ballot, option in ((one, "600"), (two, "3000"), (one, "3000")):
            assert (await lead.vote(ballot, option)).status_code == 204
        await lead.move()
        assert "counts" not in await phone.until(2)
        assert (await lead.heartbeat()).json()["counts"] == {"3000": 2}
        await lead.move(fragment=2, revealed=True)
        assert (await phone.until(3))["counts"] == {"3000": 2}
        await lead.move(step=2)
        assert "counts" not in await phone.until(4)

    held(work)


def test_a_vote_needs_an_open_question():
    """Votes count for the question the room is at, for its options, before its answer is told."""

    async def work(hall) -> None:
        lead = await hall.open()
        (ballot,) = await voters(hall, lead, 1)
        for option in ("601", "-1", "0", "600 ", "NaN"):
            assert (await lead.vote(ballot, option)).status_code == 422
        assert (await lead.vote(ballot, question="overview/what_is_what")).status_code == 409
        await lead.move(revealed=True)
        assert (await lead.vote(ballot)).status_code == 409
        await lead.move()
        assert (await lead.vote(ballot)).status_code == 204
        await lead.move(step=2)
        assert (await lead.vote(ballot)).status_code == 409
        await lead.close()
        assert (await lead.vote(ballot)).status_code == 409

    held(work)


def test_ballots_are_forgotten_when_their_question_is_done():
    """Once the answer was told and the talk goes on, only counts are left and no vote is taken."""

    async def work(hall) -> None:
        lead = await hall.open()
        (ballot,) = await voters(hall, lead, 1)
        await lead.vote(ballot)
        await lead.move(step=2)
        await lead.move(step=1)
        assert len(hall.store.tallies[lead.code, QUESTION].votes) == 1  # only paused
        await lead.move(revealed=True)
        await lead.move(step=2)
        assert not hall.store.tallies[lead.code, QUESTION].votes
        await lead.move(step=1)
        assert (await lead.vote(ballot)).status_code == 409
        assert (await lead.heartbeat()).json()["counts"] == {"600": 1}

    held(work)


def test_a_ballot_is_this_rooms():
    """A made-up, changed or foreign ballot counts nothing, and what is kept is not the ballot."""

    async def work(hall) -> None:
        lead, other = await hall.open(), await hall.open()
        (ballot,) = await voters(hall, lead, 1)
        (foreign,) = await voters(hall, other, 1)
        made = ["x", foreign, ballot[:-1] + ("a" if ballot[-1] != "a" else "b"), "a" * 39, "." * 39]
        assert {(await lead.vote(each)).status_code for each in made} == {403}
        await lead.vote(ballot)
        assert ballot not in repr(hall.store.tallies)
        assert ballot_digest(ballot) in hall.store.tallies[lead.code, QUESTION].votes

    held(work)


def test_votes_cannot_outnumber_the_hall():
    """Who joins again and again for new ballots adds few votes: two for each phone at once."""

    async def work(hall) -> None:
        lead = await hall.open()
        answers = []
        for _ in range(service.SPARE + 5):
            phone = await hall.phone(lead.code)
            answers.append((await lead.vote(phone.states[0]["ballot"])).status_code)
            await phone.leave()
        assert answers.count(204) == service.SPARE + 2
        assert set(answers[service.SPARE + 2 :]) == {429}

    held(work)


def test_a_flood_of_votes_is_braked(monkeypatch):
    """One ballot that sends without end is refused after a burst."""
    monkeypatch.setattr(service, "VOTES_AT_ONCE", 5)
    monkeypatch.setattr(service, "VOTES", 0.001)

    async def work(hall) -> None:
        lead = await hall.open()
        (ballot,) = await voters(hall, lead, 1)
        assert [(await lead.vote(ballot)).status_code for _ in range(6)] == [204] * 5 + [429]

    held(work)
