"""The pages of the plain site to look things up in: claims, timeline, glossary, changes."""

from collections.abc import Sequence
from itertools import groupby

from components.charts.chart import PAGE, PHONE, View
from components.data import claims, editions
from components.data.csv_reader import BadTable
from components.data.dataset import load_dataset
from components.data.dates import first_day, format_date
from components.data.records import Claim, Event
from components.export.site_page import Site
from components.export.site_words import Linked, Uses, picture, used_in
from components.text import change_rows
from components.text.glossary import group, in_order
from components.text.prose import render_plain
from components.text.story import find_story, get_story
from components.text.topics import interface
from components.views.claim import claim_html
from components.views.record import record_html
from components.views.tags import joined, tag, text
from components.views.terms import name_html, term_html


def opening(site: Site) -> str:
    """Write a page's title and lede."""
    topic = get_story(site.page).topic(site.language)
    prose = Linked(site)
    lede = joined(tag("p", prose.html(line), class_="lede") for line in topic.lede)
    return tag("h1", prose.headline(topic.title)) + lede


def method(site: Site) -> str:
    """Write how the page is to be read."""
    topic = get_story(site.page).topic(site.language)
    prose = Linked(site)
    return joined(
        tag(
            "section",
            tag("h2", prose.headline(step.headline), id=step.id)
            + joined(tag("p", prose.html(line)) for line in step.body),
        )
        for step in topic.steps
    )


def claims_html(site: Site, used: Uses) -> str:
    """Write the ledger: counts by side and state, then every claim under its topic."""
    prose = Linked(site)
    alike = claims.merged(load_dataset())
    kept = [claim for claim in load_dataset().claims.values() if not claim.merged_into]
    listed = ""
    for topic_id, group_of in groupby(
        sorted(kept, key=lambda each: each.topic), key=lambda each: each.topic
    ):
        listed += tag("h2", text(site.title(topic_id)), id=f"topic-{topic_id}")
        listed += joined(
            _claim(site, each, alike.get(each.id, ()), prose, used) for each in group_of
        )
    counted = tag("div", _counts(site), class_="frame")
    return opening(site) + counted + listed + method(site)


def _claim(site: Site, claim: Claim, alike: Sequence[Claim], prose: Linked, used: Uses) -> str:
    language = site.language
    about = tag(
        "span", text(load_dataset().label(f"stance_{claim.stance}", language)), class_="kind"
    )
    note = claim.note.to(language)
    foot = tag("p", prose.plain(note), class_="why") if note else ""
    if alike:
        words = text(interface("alike", language, count=str(len(alike))))
        items = joined(_alike(each, prose) for each in alike)
        foot += tag("details", tag("summary", words) + tag("ul", items))
    foot += used_in(site, used.get(claim.id, ()))
    return claim_html(claim, prose, about=about, foot=foot)


def _alike(claim: Claim, prose: Linked) -> str:
    language = prose.language
    who = load_dataset().who(claim.claimant, claim.as_of, language)
    where = prose.document(claim.source) + f"　{claim.place.to(language)}"
    words = tag("p", prose.plain(claim.text.to(language)))
    foot = tag("p", text(who), class_="who") + tag("p", where, class_="from")
    return tag("li", words + foot, id=f"claim-{claim.id}")


def _counts(site: Site) -> str:
    language, counted = site.language, claims.counts(load_dataset())
    head = tag("th", text(interface("state_filter", language)), scope="col") + joined(
        tag("th", text(load_dataset().label(f"side_{side}", language)), scope="col")
        for side in claims.SIDES
    )
    rows = joined(
        tag(
            "tr",
            tag("th", text(_state(state, site)), scope="row")
            + joined(tag("td", str(counted[side, state])) for side in claims.SIDES),
        )
        for state in (*claims.STATES, claims.UNANSWERED)
    )
    caption = tag("caption", text(interface("claims_counted", language)))
    return tag("table", caption + tag("thead", tag("tr", head)) + tag("tbody", rows))


def _state(state: str, site: Site) -> str:
    if state == claims.UNANSWERED:
        return interface("no_answer", site.language)
    return load_dataset().label(f"state_{state}", site.language)


def timeline_html(site: Site, used: Uses) -> str:
    """Write every event in order of time, under its year, below the chart of them all."""
    events = sorted(
        load_dataset().events.values(), key=lambda each: (first_day(each.date), each.date, each.id)
    )
    years = [(year, list(each)) for year, each in groupby(events, lambda e: first_day(e.date).year)]
    jumps = joined(
        tag("li", tag("a", text(format_date(str(year), site.language)), href=f"#y{year}"))
        for year, _ in years
    )
    nav = tag("nav", tag("ul", jumps), class_="jumps", aria_label=interface("jumps", site.language))
    listed = joined(
        tag("h2", text(format_date(str(year), site.language)), id=f"y{year}")
        + tag("ol", joined(_event(site, each, used) for each in found), class_="events")
        for year, found in years
    )
    return opening(site) + _ticks(site) + nav + listed + method(site)


def _ticks(site: Site) -> str:
    told = find_story("timeline")
    step = told.topic(site.language).steps[0]
    drawing = told.drawing(step.chart)
    wide, narrow = (
        drawing(View(load_dataset(), site.language, canvas=room, words=step.words))
        for room in (PAGE, PHONE)
    )
    return tag("figure", picture(wide, narrow, f"{step.chart_name}　{step.takeaway}"))


def _event(site: Site, event: Event, used: Uses) -> str:
    language = site.language
    name = render_plain(event.name, load_dataset(), language)
    plan = tag("span", text(load_dataset().label("event_plan", language)), class_="kind")
    head = tag("b", text(format_date(event.date, language))) + " "
    head += tag("span", text(load_dataset().label(f"kind_{event.kind}", language)), class_="kind")
    head += " " + (plan if event.is_plan else "") + f" {name}"
    then = load_dataset().events.get(event.outcome_event)
    outcome = (
        text(load_dataset().label(f"outcome_{event.outcome}", language)) if event.outcome else ""
    )
    if then:
        words = render_plain(then.name, load_dataset(), language)
        words = f"{format_date(then.date, language)}　{words}"
        outcome += "　" + tag("a", words, href=f"#{then.id}")
    if outcome:
        outcome = tag("p", interface("came_of_it", language), " ", outcome, class_="uses")
    record = tag("details", tag("summary", head) + record_html(load_dataset(), event, language))
    return tag("li", record + outcome + used_in(site, used.get(event.id, ())), id=event.id)


def glossary_html(site: Site, used: Uses) -> str:
    """Write every term in the order of the language."""
    language, written = site.language, ""
    for name, terms in groupby(
        in_order(load_dataset(), language), lambda term: group(term, language)
    ):
        heading = interface("kana_row", language, kana=name) if language == "ja" else name
        written += tag("h2", text(heading), id=f"row-{ord(name)}")
        for term in terms:
            inner = tag("h3", name_html(term, language)) + term_html(load_dataset(), term, language)
            inner += used_in(site, used.get(term.id, ()))
            written += tag("section", inner, id=f"term-{term.id}", class_="entry")
    return opening(site) + written + method(site)


def changes_html(site: Site) -> str:
    """Write what changed since each edition, the latest first, each with an anchor of its own."""
    known = editions.editions()
    if not known:
        words = tag("p", text(interface("no_editions", site.language)))
        return opening(site) + words + method(site)
    written = joined(_since(site, each) for each in known)
    return opening(site) + written + method(site)


def _since(site: Site, since: editions.Edition) -> str:
    language = site.language
    words = interface(
        "edition_of", language, name=since.name, date=format_date(since.date, language)
    )
    note = since.note.to(language)
    inner = tag("h2", text(words)) + (tag("p", text(note)) if note else "")
    try:
        found = editions.changes(since)
    except (BadTable, KeyError):
        unread = interface("edition_unreadable", language, name=since.name)
        return tag("section", inner + tag("p", text(unread)), id=f"since-{since.name}")
    if not found:
        inner += tag("p", text(interface("nothing_changed", language)))
    for name, rows in change_rows.sections(found, load_dataset(), language).items():
        if rows:
            title = f"{interface(f'changes_{name}', language)} {len(rows):,}"
            items = joined(_change(each) for each in rows)
            inner += tag("details", tag("summary", text(title)) + tag("ul", items))
    return tag("section", inner, id=f"since-{since.name}")


def _change(row: change_rows.ChangeRow) -> str:
    arrow = " → " if row.was and row.now else ""
    why = tag("p", text(row.why), class_="why") if row.why else ""
    return tag("li", tag("b", text(row.name)) + "　" + text(f"{row.was}{arrow}{row.now}") + why)
