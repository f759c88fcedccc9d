"""Who was paid out of a project's money: the state's payment, and below it where it went."""

from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

from components.charts.chart import Chart, View
from components.charts.drawing import Drawing
from components.charts.fitting import pages, wanted
from components.charts.public_money.marks import BAR, LINE, THIN, key, look, stacked
from components.charts.text_width import line_count, wrap_text
from components.charts.themes import LABEL_SIZE, SMALL_SIZE
from components.data.dates import format_date
from components.data.recipients import Block, blocks, paid_years
from components.data.records import Figure
from components.data.spending import number, years
from components.text.cells import Row

MOST = {"direct": 4, "not_stated": 8, "subcontract": 6}  # blocks of a level that are drawn
NAMED = 5  # recipients that the line under a bar names
NARROW_NAMED = 3
GAP, HEAD = 12, 30
LISTED = Decimal("0.99")  # of what was paid out: what lacks beyond that is drawn


class Scale(NamedTuple):
    """Yen a pixel, and the most that a payment without an amount can have been."""

    per_pixel: float
    most: float


def paid_to(view: View, project_id: str, fiscal_year: int = 0) -> Chart:
    """
    Draw what the state paid out in a year, and in bars of the same scale to whom it went.

    Below the payments of the ministry stand those its recipients passed on, which are part of them:
    every bar begins at the left edge, and nothing is added up. A bar is a block of the sheet, cut
    at each recipient: solid where the sheet names it, hatched where it does not; an outline as wide
    as it can have been where 0 is printed, which means not disclosed. Without a year it is the last
    that prints recipients. Raises KeyError for a project that there is not, ValueError without
    recipients.

    >>> paid_to(view, "mynapoint_round2", 2023)
    """
    known = paid_years(view.dataset, project_id)
    if not known:
        raise ValueError(f"{project_id} prints no recipients")
    chosen = fiscal_year if fiscal_year in known else known[-1]
    found = (each for each in years(view.dataset, project_id) if each.fiscal_year == chosen)
    paid = next((each.gone["executed"] for each in found if "executed" in each.gone), None)
    every = blocks(view.dataset, project_id, chosen)
    drawing = Drawing(view)
    key(drawing, _names(every))
    shown, page_count = _page(view, every, drawing.used)
    direct = sum((each.total for each in every if each.level == "direct"), Decimal(0))
    largest = max(direct, number(paid) if paid else 0, *(each.total for each in every), 1)
    scale = Scale(float(largest) / (drawing.width - 4), float(direct or largest))
    if paid and number(paid):
        _state(drawing, paid, scale)
    for place, block in enumerate(shown):
        if not place or block.level != shown[place - 1].level:
            _head(drawing, block.level, every)
        _block(drawing, block, scale)
        last = place + 1 == len(shown) or shown[place + 1].level != "direct"
        if paid and block.level == "direct" and last and direct < number(paid) * LISTED:
            _rest(drawing, number(paid) - direct, scale)
    rows: list[Row] = [paid] if paid else []
    rows += [each.record for block in shown for each in block.payments]
    return drawing.chart(rows, page_count=page_count)


def _names(every: Sequence[Block]) -> list[str]:
    payments = [each for block in every for each in block.payments]
    found = {
        "named": any(each.named and each.disclosed for each in payments),
        "anonymous": any(not each.named and each.disclosed for each in payments),
        "not_disclosed": any(not each.disclosed for each in payments),
    }
    return [name for name, there in found.items() if there]


def _page(view: View, every: Sequence[Block], used: float) -> tuple[list[Block], int]:
    """Choose the largest blocks of each level, and of these what fits the page of a stage."""
    chosen: list[Block] = []
    for level, most in MOST.items():
        chosen += [block for block in every if block.level == level][:most]
    room = view.canvas.height and view.canvas.height - used - 2 * HEAD - LINE - BAR - 16
    parts = pages([_height(view, block) for block in chosen], room)
    return chosen[wanted(view, parts)], len(parts)


def _height(view: View, block: Block) -> float:
    lines = line_count(_broken(view, _title(view, block))) + line_count(
        _broken(view, _recipients(view, block), SMALL_SIZE)
    )
    return LINE * lines + BAR + GAP


def _broken(view: View, words: str, size: int = LABEL_SIZE) -> str:
    return wrap_text(words, view.canvas.width - 8, size)


def _state(drawing: Drawing, paid: Figure, scale: Scale) -> None:
    view = drawing.view
    day = format_date(paid.as_of, view.language)
    words = f"{day}　{view.label('money_state_paid')} {view.format_value(paid, bare=True)}"
    drawing.paragraph(words, bold=True, line=LINE / LABEL_SIZE)
    stacked(drawing, [("state", paid)], scale.per_pixel, words=False)
    drawing.used += 6


def _rest(drawing: Drawing, amount: Decimal, scale: Scale) -> None:
    """Draw what the sheet paid out without saying to whom."""
    view, how = drawing.view, look(drawing.view.theme, "not_listed")
    words = f"{view.label('money_not_listed')}　{view.format_yen(amount)}"
    drawing.paragraph(words, spare=8, line=LINE / LABEL_SIZE)
    place = (0, drawing.used, max(float(amount) / scale.per_pixel, THIN), BAR)
    drawing.bar(place, None, fill=how.fill, edge=how.edge)
    drawing.used += BAR + GAP


def _head(drawing: Drawing, level: str, every: Sequence[Block]) -> None:
    """Say what the bars below are, with an arrow from the bar above."""
    view, top = drawing.view, drawing.used
    words = view.label(f"money_{level}")
    more = len([each for each in every if each.level == level]) - MOST[level]
    if more > 0:
        words = view.aside(words, view.label("money_more_blocks").format(count=more))
    broken = wrap_text(words, drawing.width - 26, SMALL_SIZE)
    drawing.used += HEAD + LINE * (line_count(broken) - 1)
    drawing.line((8, top), (8, drawing.used - 8), view.theme.muted, 2)
    drawing.arrow_head((8, drawing.used - 12), (8, drawing.used - 4), view.theme.muted, 2)
    middle = (top + drawing.used) / 2
    drawing.text(broken, 22, middle, SMALL_SIZE, view.theme.muted, at="middle left")


def _block(drawing: Drawing, block: Block, scale: Scale) -> None:
    view = drawing.view
    drawing.paragraph(_title(view, block), spare=8, line=LINE / LABEL_SIZE)
    if block.total:
        parts = [
            ("named" if each.named else "anonymous", each.record)
            for each in block.payments
            if each.disclosed
        ]
        stacked(drawing, parts, scale.per_pixel)
    else:
        least = scale.most / scale.per_pixel
        stacked(drawing, [("not_disclosed", block.payments[0].record)], 1, least=least)
    words = _recipients(view, block)
    drawing.paragraph(words, SMALL_SIZE, view.theme.muted, spare=8, line=LINE / SMALL_SIZE)
    drawing.used += GAP


def _title(view: View, block: Block) -> str:
    """Name the recipient where there is one, else what several were paid for; and the amount."""
    first = block.payments[0]
    if not block.total:
        return view.label("money_zero_printed").format(count=len(block.payments))
    name = first.name if block.single else first.role
    said = view.localize(name) or view.label("money_no_role")
    return f"{said}　{view.format_yen(block.total)}"


def _recipients(view: View, block: Block) -> str:
    """Name the largest recipients with their amounts, and count the others."""
    if block.single:
        return view.localize(block.payments[0].role) or view.label("money_no_role")
    most = NARROW_NAMED if view.narrow else NAMED
    between = "、" if view.language == "ja" else ", "
    said = [
        f"{view.localize(each.name)} {view.format_value(each.record, bare=True)}"
        if each.disclosed
        else view.localize(each.name)
        for each in block.payments[:most]
    ]
    more = len(block.payments) - most
    if more > 0:
        said.append(view.label("money_more_recipients").format(count=more))
    return between.join(said)
