"""How high things stand on paper, near enough to choose what fits on one sheet. In CSS pixels."""

from math import ceil

from components.charts.text_width import text_width
from components.data.dataset import load_dataset
from components.data.languages import Language
from components.data.records import Claim, Source
from components.text.prose import rich_text
from components.text.topics import Step

SHEET = 1005.0  # between the margins of A4
SIZES = (1.0, 0.9, 0.8)  # of a chart; smaller would be too small to read
CODE = 128.0  # the step's code, beside headline and body
AROUND = 74.0  # kicker, rules and space of a step
LISTED = 45.0  # heading and names above the claims
HEADS = 18.0  # names of the columns, where a claim has its own
CLAIM = 37.0  # what is around the words of a claim

PageSpace = tuple[float, float]
# Width of a line in sizes of its type, and its height in pixels: headline, body, takeaway,
# documents below a chart, the words of a claim, its source.
ROOMS: dict[Language, dict[str, PageSpace]] = {
    "ja": {
        "headline": (28.1, 29.0),
        "body": (52.0, 22.7),
        "takeaway": (54.1, 19.0),
        "documents": (78.0, 13.2),
        "said": (20.3, 15.5),
        "from": (25.0, 12.2),
    },
    "en": {
        "headline": (29.5, 29.0),
        "body": (51.2, 20.0),
        "takeaway": (58.9, 19.0),
        "documents": (88.3, 13.2),
        "said": (23.1, 15.5),
        "from": (27.6, 12.2),
    },
}


def lines(words: str, room: PageSpace) -> float:
    """Give the height of a text in lines of a width."""
    return ceil(text_width(words) / room[0]) * room[1]


def claim_height(claim: Claim, language: Language) -> float:
    """Give the height of a claim without names of columns: its highest column, and around it."""
    rooms = ROOMS[language]

    def column(words: str, who: str, source: Source | None, place: str) -> float:
        said = str(rich_text(words, load_dataset(), language))
        named = f"{source.short.to(language)} [kind]　" if source else ""
        return sum(lines(each, rooms["said"]) for each in (said, who)) + lines(
            f"{named}{place}", rooms["from"]
        )

    who = load_dataset().who(claim.claimant, claim.as_of, language)
    answerer = load_dataset().who(claim.answer_by, claim.answer_as_of, language)
    return CLAIM + max(
        column(claim.text.to(language), who, claim.source, claim.place.to(language)),
        column(
            claim.answer.to(language),
            answerer,
            claim.answer_source,
            claim.answer_place.to(language),
        ),
        column(claim.since.to(language), claim.since_as_of, claim.since_source, ""),
    )


def around(step: Step, documents: str, language: Language) -> float:
    """Give the height of a step's own words, above and below its chart."""
    rooms = ROOMS[language]
    body = sum(lines(str(each), rooms["body"]) + 5 for each in step.body)
    beside = max(CODE, lines(str(step.headline), rooms["headline"]) + body)
    takeaway = lines(str(step.takeaway), rooms["takeaway"])
    return AROUND + beside + takeaway + lines(documents, rooms["documents"])


def chart_size(step: Step, height: float, documents: str, language: Language) -> float:
    """Choose the largest size of a chart at which the step with its claims fits on one sheet."""
    claims = sum(claim_height(each, language) for each in step.claims)
    rest = SHEET - around(step, documents, language) - claims - (LISTED if claims else 0)
    fitting = (size for size in SIZES if height * size <= rest)
    return next(fitting, SIZES[0])
