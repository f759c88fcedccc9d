"""A claim, the other side's answer and what happened since, in equal type."""

from collections.abc import Iterable

from markupsafe import Markup

from components.data.dates import format_date
from components.data.languages import Localized
from components.data.records import Claim, Source
from components.text.prose import render_plain
from components.text.topics import interface
from components.views.medium import Medium
from components.views.tags import joined, tag


def claims_html(claims: Iterable[Claim], on: Medium) -> Markup:
    """Write claims one below the other, each with the panels its numbers open."""
    return joined((claim_html(each, on), on.panels()) for each in claims)


def claim_html(claim: Claim, on: Medium, *, about: str = "", foot: str = "") -> Markup:
    """Write a claim in three columns; about stands before its state, foot below."""
    language, dataset = on.language, on.dataset
    columns = [
        _column(
            "claim",
            on.plain(claim.text.to(language)),
            dataset.who(claim.claimant, claim.as_of, language),
            claim.source,
            claim.place,
            on,
        ),
        _answer(claim, on),
        _column(
            "since",
            on.plain(claim.since.to(language)) or interface("no_since", language),
            format_date(claim.since_as_of, language),
            claim.since_source,
            Localized("", ""),
            on,
        ),
    ]
    words = interface(
        "claim_state", language, state=dataset.label(f"state_{claim.state}", language)
    )
    return tag(
        "section",
        tag("p", (about, " ") if about else (), words, class_=f"state {claim.state}"),
        tag("div", columns, class_="columns"),
        foot,
        class_="claim",
        aria_label=render_plain(claim.text, dataset, language),
        id=on.anchor(f"claim-{claim.id}"),
    )


def _answer(claim: Claim, on: Medium) -> Markup:
    """Write the answer on record; where there is none, that, and the day it was looked for."""
    language, words = on.language, claim.answer.to(on.language)
    if words:
        who = on.dataset.who(claim.answer_by, claim.answer_as_of, language)
    else:
        who = interface("looked_on", language, day=format_date(claim.answer_looked, language))
    written = on.plain(words) or interface("no_answer", language)
    return _column("answer", written, who, claim.answer_source, claim.answer_place, on)


def _column(
    kind: str, words: str, who: str, source: Source | None, place: Localized, on: Medium
) -> Markup:
    where = place.to(on.language)
    return tag(
        "div",
        tag("h3", interface(f"column_{kind}", on.language)),
        tag("p", words),
        tag("p", who, class_="who") if who else "",
        tag("p", on.document(source), where and f"　{where}", class_="from") if source else "",
        class_=f"column {kind}",
    )
