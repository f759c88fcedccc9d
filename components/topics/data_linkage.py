"""How number and IDs are linked: what each identifier joins, who runs what, three walks."""

from collections.abc import Collection, Iterable
from typing import Annotated

from components.charts import bars, fiscal_years, unit_grid
from components.charts.chart import Chart, View
from components.charts.controls import Select, Slider
from components.charts.decision import Branch, decision
from components.charts.object_cards import object_cards
from components.charts.system_map import IDENTIFIERS, WALKS, system_map
from components.charts.text_table import status_matrix
from components.data.links import Flow
from components.data.money_figures import building_and_running
from components.text.story import Story

# A link reaches the field of life in which one of its ends stands.
FIELDS = {
    "field_health": "node_reader node_provider node_oqs node_insured_number node_insurer "
    "node_insurer_old node_insurer_new node_receipts node_records node_platform",
    "field_school": "node_learner_id node_pupils node_google node_learning_record node_health "
    "node_fitness node_reading node_scholarship node_training",
    "field_town": "node_library node_activities node_municipality",
    "field_money": "node_mykey node_point_cloud node_cashless node_benefit_desk node_accounts "
    "node_tax_welfare",
    "field_office": "node_jlis node_agencies node_network node_portal node_state "
    "node_agency_computers",
    "field_police": "node_police node_investigators node_licence node_police_platform",
    "field_business": "node_private node_customer_id node_private_databases",
    "field_border": "node_visitors node_games_base node_venue_entry",
}
SYSTEM_FIELDS = (
    "field_identity",
    "field_office",
    "field_health",
    "field_school",
    "field_money",
    "field_police",
    "field_border",
    "field_oversight",
)
PICTURES = {  # of the systems that are not drawn as computers
    "node_my_number": "number",
    "node_card": "card",
    "node_notification_card": "card",
    "node_licence_systems": "card",
    "node_jpki": "chip",
    "node_portal": "screen",
    "node_google": "screen",
    "node_edtech": "screen",
    "node_games_app": "screen",
    "node_reader": "reader",
    "node_jlis": "building",
    "node_cyber_bureau": "building",
    "node_ppc": "building",
}
BOARD = ("name", "run_by", "identifier")
PLANS = {
    "plan_expected": ("linkage_expected_2019", "linkage_actual_2019"),
    "plan_procedures": ("procedures_examined", "procedures_never_used"),
    "plan_bodies": (
        "look_up_bodies_asked",
        "look_up_bodies_half",
        "look_up_bodies_under_half",
        "look_up_bodies_none",
    ),
    "plan_look_ups": ("look_ups_2017_part", "look_ups_2022"),
}
STANDS_OUT = ["linkage_actual_2019", "procedures_never_used", "look_up_bodies_half"]
SYSTEMS = {"which_network": "info_network_system", "which_portal": "myportal_records"}


def _touching(links: Iterable[Flow], codes: Collection[str]) -> list[Flow]:
    """Keep the links that begin, end or are identified by one of the codes."""
    return [flow for flow in links if flow.touches(codes)]


def five_identifiers(
    view: View,
    identifier: Annotated[str, Select(("identifier_all", *IDENTIFIERS))] = "identifier_all",
) -> Chart:
    links = view.dataset.flows.values()
    if identifier in IDENTIFIERS:
        codes = (identifier, *IDENTIFIERS[identifier])
        return system_map(view, _touching(links, codes), focus=codes)
    joined = {name: _touching(links, (name, *more)) for name, more in IDENTIFIERS.items()}
    cells = {
        name: {field: _touching(flows, nodes.split()) for field, nodes in FIELDS.items()}
        for name, flows in joined.items()
    }
    by_reach = sorted(cells, key=lambda name: sum(map(bool, cells[name].values())), reverse=True)
    return status_matrix(view, {name: cells[name] for name in by_reach}, fields=tuple(FIELDS))


def who_runs_what(
    view: View, field: Annotated[str, Select(SYSTEM_FIELDS)] = "field_identity"
) -> Chart:
    rows = [each for each in view.dataset.systems.values() if each.field == field]
    things = [(PICTURES.get(each.id, "server"), each) for each in rows]
    return object_cards(view, things, BOARD, keep=2)


def distributed(view: View) -> Chart:
    return system_map(view, view.dataset.get_flows("e24a", "e24b", "e24c"))


def two_directions(view: View) -> Chart:
    return system_map(view, view.dataset.get_flows("e27", "e28", "e26", "e19"))


def mykey_platform(view: View) -> Chart:
    some, whole = view.dataset.get_figures("mykey_library_municipalities", "municipalities_2022")
    links = view.dataset.get_flows("e31", "e32", "e33", "e34", "e37", "e23b")
    return unit_grid.some_of(view, some, whole, links)


def yardstick(view: View) -> Chart:
    then = view.dataset.get_flows("e59")
    now = view.dataset.get_flows("e22", "e23a", "e23b")
    branches = [
        Branch(view.step_text("stay"), view.step_text("stay_then"), feared=then),
        Branch(view.step_text("gone"), view.step_text("gone_then")),
        Branch(view.step_text("open"), view.step_text("open_now"), is_open=True, feared=now),
    ]
    ruled = view.dataset.get_events("ev_juki_osaka_2006", "ev_juki_supreme_2008")
    return decision(view, view.step_text("question"), branches, rows=[*ruled, *then, *now])


def through_the_network(view: View) -> Chart:
    rows = [
        row
        for row in view.dataset.rows("network_exchanges")
        if row.measure.id == "network_exchanges"
    ]
    return fiscal_years.columns(view, {"network_exchanges": rows}, told={"FY2017": "part_year"})


def network_costs(
    view: View, which: Annotated[str, Select(tuple(SYSTEMS))] = "which_network"
) -> Chart:
    return fiscal_years.columns(view, building_and_running(view.dataset, SYSTEMS[which]))


def as_planned(view: View, what: Annotated[str, Select(tuple(PLANS))] = "plan_expected") -> Chart:
    rows = view.dataset.frame(*PLANS[what])
    return bars.ranked(view, rows, highlight=STANDS_OUT, apart=what == "plan_look_ups")


def three_walks(
    view: View,
    where: Annotated[str, Select(tuple(WALKS))] = "walk_hospital",
    stop: Annotated[int, Slider(1, 5)] = 1,
) -> Chart:
    return system_map(view, view.dataset.get_flows(*WALKS[where]), at=stop)


STORY = Story(
    "data_linkage",
    (
        five_identifiers,
        who_runs_what,
        distributed,
        two_directions,
        mykey_platform,
        yardstick,
        through_the_network,
        network_costs,
        as_planned,
        three_walks,
    ),
)
