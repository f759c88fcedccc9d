"""What is said of a project's money: sentences made of its records, with nothing typed."""

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal

from components.data.cache import cached
from components.data.dataset import Dataset, load_dataset
from components.data.dates import format_date
from components.data.headline_figure import headline_figure
from components.data.indicators import indicators
from components.data.languages import Language
from components.data.numbers import format_value
from components.data.recipients import Block, blocks, paid_years
from components.data.records import Figure
from components.data.spending import BULK, NOT_MY_NUMBER, number, years
from components.text.prose import Reference, RichText
from components.text.story import RecordSteps
from components.text.topics import Step, interface, load_topic
from components.text.town import filled

VIEWS = ("by_year", "paid_to", "promised", "per_person")
# Projects whose payments go into funds, and count whole in the year in which they do.
FUNDS = ("eligibility_facility_grant", "giga_devices_public", "accounts_bank_grant")
MYNAPOINT = ("mynapoint_round1", "mynapoint_round2")


def views(dataset: Dataset, project_id: str) -> list[str]:
    """List the views of a project's money that have something to show."""
    project = dataset.projects[project_id]
    there = {
        "by_year": years(dataset, project_id),
        "paid_to": paid_years(dataset, project_id),
        "promised": indicators(dataset, project_id),
        "per_person": headline_figure(dataset, project),
    }
    return [name for name in VIEWS if there[name]]


def headline(dataset: Dataset, project_id: str, language: Language) -> RichText:
    """Say what was paid out for a project so far. Raises KeyError for an unknown id."""
    project = dataset.projects[project_id]
    total = headline_figure(dataset, project)
    name = project.name.to(language)
    if total is None:
        return filled(dataset, "money_headline_none", language, project=name)
    span = Reference(format_date(total.as_of, language), total)
    paid = _short(dataset, total, language)
    return filled(dataset, "money_headline", language, project=name, years=span, paid=paid)


def about(dataset: Dataset, project_id: str, language: Language) -> tuple[RichText, ...]:
    """Say whose project it is, how its sheets hang together, and what to beware of in its money."""
    project = dataset.projects[project_id]
    keys = {
        "money_bulk_caveat": project_id in BULK,
        "money_in_bulk_caveat": project_id not in BULK and _unbudgeted(dataset, project_id),
        "money_other_caveat": project.topic == NOT_MY_NUMBER,
        "money_fund_caveat": project_id in FUNDS,
    }
    said = [filled(dataset, key, language) for key, holds in keys.items() if holds]
    if project_id in MYNAPOINT:
        names = ("mynapoint_paid_out", "mynapoint_spent", "mynapoint_unexplained")
        known = {
            name.removeprefix("mynapoint_"): _short(dataset, dataset.figure(name), language)
            for name in names
        }
        said.append(filled(dataset, "money_mynapoint_caveat", language, **known))
    lineage = project.lineage.to(language)
    return (*said, RichText((lineage,))) if lineage else tuple(said)


def _unbudgeted(dataset: Dataset, project_id: str) -> bool:
    """Tell whether a closed year prints what was paid out and no budget."""
    return any(each.gone and not each.come for each in years(dataset, project_id))


def paid(dataset: Dataset, project_id: str, year: int, language: Language) -> tuple[RichText, ...]:
    """Say how much of a year's money went to whom, and how much of it to nobody named."""
    found = blocks(dataset, project_id, year)
    executed = next(
        (
            each.gone["executed"]
            for each in years(dataset, project_id)
            if each.fiscal_year == year and "executed" in each.gone
        ),
        None,
    )
    said = []
    first = next((each for each in found if each.level == "direct" and each.total), None)
    if executed and first and number(executed):
        said.append(_first(dataset, executed, first, language))
    said += [
        each
        for level in ("direct", "not_stated", "subcontract")
        if (each := _unnamed(dataset, found, level, language))
    ]
    closed = [each for block in found for each in block.payments if not each.disclosed]
    if closed:
        count = f"{len({each.name.ja for each in closed}):,}"
        said.append(filled(dataset, "money_zero", language, count=count))
    return tuple(said)


def _first(dataset: Dataset, executed: Figure, block: Block, language: Language) -> RichText:
    largest = block.payments[0]
    return filled(
        dataset,
        "money_first",
        language,
        year=Reference(format_date(executed.as_of, language), executed),
        paid=_short(dataset, executed, language),
        name=largest.name.to(language),
        amount=_short(dataset, largest.record, language),
        role=largest.role.to(language) or interface("money_role_unknown", language),
    )


def _unnamed(
    dataset: Dataset, found: list[Block], level: str, language: Language
) -> RichText | None:
    """Say how much of the largest block of a level went to recipients without a name."""
    block = next((each for each in found if each.level == level and each.unnamed), None)
    if block is None:
        return None
    share = (block.unnamed / block.total * 100).quantize(Decimal("0.1"))
    record = next(each.record for each in block.payments if not each.named)
    return filled(
        dataset,
        "money_unnamed",
        language,
        role=block.payments[0].role.to(language) or interface("money_role_unknown", language),
        total=_yen(block.total, language),
        unnamed=Reference(_yen(block.unnamed, language), record),
        share=format_value(f"{share.normalize():f}", "percent", language),
    )


def _short(dataset: Dataset, record: Figure, language: Language) -> Reference:
    return Reference(dataset.format_value(record, language, bare=True, short=True), record)


def _yen(amount: Decimal, language: Language) -> str:
    return format_value(str(amount), "yen", language, short=True)


def step(project_id: str, language: Language) -> Step:
    """Make the step of a talk about a project. Raises KeyError for an unknown id."""
    dataset = load_dataset()
    offered = views(dataset, project_id)
    view = "paid_to" if "paid_to" in offered else next(iter(offered), "by_year")
    shown = next(each for each in load_topic("public_money", language).steps if each.id == view)
    said = (
        paid(dataset, project_id, paid_years(dataset, project_id)[-1], language)
        if (view == "paid_to")
        else ()
    )
    said += about(dataset, project_id, language)
    return replace(
        shown,
        id=project_id,
        number=0,
        headline=headline(dataset, project_id, language),
        short=said[0] if said else shown.short,
        body=said or shown.body,
        chart=view if offered else "",
        arguments={"project_id": project_id},
        asked={"project": project_id},
    )


def names(language: Language) -> Mapping[str, str]:
    """Give the name of each project by its id."""

    def make() -> Mapping[str, str]:
        projects = load_dataset().projects.values()
        return {each.id: each.name.to(language) for each in projects}

    return cached(make, "project names", language)


RECORDS = RecordSteps("project", names, step)
