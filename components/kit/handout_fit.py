"""How high things stand on paper, near enough to choose what fits on one sheet. In CSS pixels."""

from collections.abc import Iterable

from components.charts.style import columns_of
from components.content.book import book
from components.content.languages import Language
from components.content.prose import passage
from components.content.records import Claim, Source
from components.content.topics import Step

SHEET = 1005.0  # between the margins of A4
SIZES = (1.0, 0.9, 0.8)  # of a chart; smaller would be too small to read
# Half-width columns of a line, and its height: body, the words of a claim, its source.
BODY, SAID, FROM = (88, 21.0), (36, 16.5), (43, 12.5)
HEADLINE = (54, 29.0)


def lines(words: str, room: tuple[int, float]) -> float:
    """Give the height of a text in lines of a width."""
    return -(-columns_of(words) // room[0]) * room[1] if words else 0


def claim_height(claim: Claim, language: Language) -> float:
    """Give the height of a claim: its highest column with what is around it."""

    def column(words: str, source: Source | None, place: str) -> float:
        said = str(passage(words, book(), language))
        named = f"{source.short.to(language)} [kind]" if source else ""
        return lines(said, SAID) + lines(f"{named}{place}", FROM) + 34

    return 45 + max(
        column(claim.text.to(language), claim.source, claim.place.to(language)),
        column(claim.answer.to(language), claim.answer_source, claim.answer_place.to(language)),
        column(claim.since.to(language), claim.since_source, ""),
    )


def chart_size(step: Step, height: float, source: str, language: Language) -> float:
    """Choose the largest size of a chart at which the step with its claims fits on one sheet."""
    words = lines(str(step.headline), HEADLINE) + sum(lines(str(p), BODY) + 5 for p in step.body)
    around = 110 + max(words, 150) + lines(source, (150, 12.5)) + lines(str(step.takeaway), BODY)
    rest = SHEET - around - heights(step.claims, language)
    fitting = (size for size in SIZES if height * size <= rest)
    return next(fitting, SIZES[0])


def heights(claims: Iterable[Claim], language: Language) -> float:
    """Give the height of claims one below the other, with their heading."""
    found = [claim_height(claim, language) for claim in claims]
    return sum(found) + 18 if found else 0
