"""A claim, the other side's answer and what happened since, in equal type."""

from collections.abc import Sequence
from pathlib import Path

from markupsafe import Markup

from components.data.dates import format_date
from components.data.languages import Localized
from components.data.records import Claim, Source
from components.text.prose import render_plain
from components.text.topics import interface
from components.views.medium import Medium
from components.views.tags import joined, tag

ARCHIVE = "said_archive"
SAID = ("claim", "answer", "since")
STYLE = Path(__file__).with_suffix(".css").read_text("utf-8")


def claims_html(claims: Sequence[Claim], on: Medium) -> Markup:
    """Write claims one below the other, each with the panels its numbers open."""
    listed = joined((claim_html(each, on), on.panels()) for each in claims)
    return (_lead(claims, on) + listed) if on.folds_claims and claims else listed


def _lead(claims: Sequence[Claim], on: Medium) -> Markup:
    """Say what a press opens and, once, what the archive is that most of it comes from."""
    words = interface("claims_lead", on.language, count=str(len(claims)))
    if ARCHIVE in {each.claimant for each in claims}:
        words += ("" if on.language == "ja" else " ") + interface("archive_is", on.language)
    return tag("p", words, class_="claims-lead")


def claim_html(
    claim: Claim, on: Medium, *, about: str = "", foot: str = "", opened: bool = False
) -> Markup:
    """
    Write a claim: folded to its state, itself and the answer, or whole where nothing opens.

    about stands before what is folded away, foot below; opened leaves it unfolded.
    """
    state = on.dataset.label(f"state_{claim.state}", on.language)
    if on.folds_claims:
        kinds = tag("p", about, class_="state") if about else ""
        body = tag("div", kinds, _opened(claim, on), foot, class_="opened")
        written = tag("details", _summary(claim, state, on), body, open=opened)
    else:
        words = interface("claim_state", on.language, state=state)
        columns = [_column(kind, claim, on, _from(kind, claim, on)) for kind in SAID]
        written = tag("p", (about, " ") if about else (), words, class_=f"state {claim.state}")
        written += tag("div", columns, class_="columns") + foot
    return tag(
        "section",
        written,
        class_="claim",
        aria_label=render_plain(claim.text, on.dataset, on.language),
        id=on.anchor(f"claim-{claim.id}"),
    )


def _summary(claim: Claim, state: str, on: Medium) -> Markup:
    """Write what stands while folded: state, claim and answer, in a line each."""

    def missing(words: str) -> Markup:
        return tag("span", interface(words, on.language), class_="chip missing")

    answer = render_plain(claim.answer, on.dataset, on.language)
    named = tag("strong", interface("reply", on.language))
    return tag(
        "summary",
        tag("span", state, class_=f"chip {claim.state}"),
        tag("span", render_plain(claim.text, on.dataset, on.language), class_="said"),
        tag("span", named, answer, class_="reply") if answer else missing("no_answer"),
        "" if claim.since.ja else missing("nothing_since"),
    )


def _opened(claim: Claim, on: Medium) -> Markup:
    """Write the claim with who and when, answer and since where there are any, documents folded."""
    there = [kind for kind in SAID if kind == "claim" or _words(kind, claim).ja]
    looked = () if "answer" in there else tag("p", _who("answer", claim, on), class_="looked")
    lang = on.language
    documents = [
        tag("p", tag("strong", interface(f"column_{kind}", lang)), " ", written, class_="from")
        for kind in there
        if (written := _from(kind, claim, on))
    ]
    columns = tag("div", (_column(kind, claim, on) for kind in there), class_="columns")
    return columns + joined(looked) + on.fold(interface("claim_documents", on.language), *documents)


def _words(kind: str, claim: Claim) -> Localized:
    return {"claim": claim.text, "answer": claim.answer, "since": claim.since}[kind]


def _who(kind: str, claim: Claim, on: Medium) -> str:
    """Say who and when; of an answer that is not there, the day it was looked for."""
    if kind == "claim":
        return on.dataset.who(claim.claimant, claim.as_of, on.language)
    if kind == "since":
        return format_date(claim.since_as_of, on.language)
    if claim.answer.ja:
        return on.dataset.who(claim.answer_by, claim.answer_as_of, on.language)
    return interface("looked_on", on.language, day=format_date(claim.answer_looked, on.language))


def _from(kind: str, claim: Claim, on: Medium) -> Markup:
    """Name the document of a part, and the place in it; nothing where it has none."""
    found: dict[str, tuple[Source | None, Localized]] = {
        "claim": (claim.source, claim.place),
        "answer": (claim.answer_source, claim.answer_place),
        "since": (claim.since_source, Localized("", "")),
    }
    source, place = found[kind]
    where = place.to(on.language)
    return joined((on.document(source), f"　{where}" if where else "")) if source else Markup()


def _column(kind: str, claim: Claim, on: Medium, document: str = "") -> Markup:
    written = on.plain(_words(kind, claim).to(on.language))
    who = _who(kind, claim, on)
    return tag(
        "div",
        tag("h3", interface(f"column_{kind}", on.language)),
        tag("p", written or interface(f"no_{kind}", on.language)),
        tag("p", who, class_="who") if who else "",
        tag("p", document, class_="from") if document else "",
        class_=f"column {kind}",
    )
