"""What the map can be cut to: the links of an identifier, a field, a kind, and errands to walk."""

from collections.abc import Iterable, Mapping

from components.charts.status_lines import kind_of
from components.charts.system_map.places import PLACES
from components.data.links import Flow

# Each identifier with every code under which a link uses it; the first names it.
IDENTIFIERS: Mapping[str, tuple[str, ...]] = {
    "node_my_number": ("identifier_my_number", "identifier_number_serial", "node_number_data"),
    "node_certificate_serial": (
        "identifier_serial",
        "identifier_certificate",
        "identifier_serial_insured",
        "identifier_mykey_serial",
        "identifier_number_serial",
    ),
    "node_mykey_id": ("identifier_mykey", "identifier_mykey_serial", "identifier_mykey_user"),
    "node_insured_number": ("identifier_serial_insured",),
    "node_learner_id": ("identifier_learner_id", "identifier_learner_card"),
    "node_card": ("identifier_card", "identifier_card_pin", "identifier_learner_card"),
    "identifier_symbol": (),
    "identifier_google": (),
    "identifier_resident_code": ("node_juki_card",),
    "identifier_app": ("identifier_face",),
}
WALKS: Mapping[str, tuple[str, ...]] = {
    "walk_hospital": ("e01", "e02", "e08", "e12", "e11"),
    "walk_school": ("e40", "e39a", "e39b", "e39e", "e39f"),
    "walk_benefit": ("e27", "e65", "e25", "e26", "e38"),
}


def cut(
    flows: Iterable[Flow], *, identifier: str = "", field: str = "", kind: str = ""
) -> list[Flow]:
    """
    Keep the links that use an identifier, have an end in a field and are of a kind; "" keeps all.

    >>> cut(dataset.flows.values(), field="field_health", kind="link_feared")
    """
    codes = (identifier, *IDENTIFIERS.get(identifier, ()))
    nodes = {node for column in PLACES.get(field, ()) for node in column}
    return [
        flow
        for flow in flows
        if (not identifier or flow.touches(codes))
        and (not field or flow.start in nodes or flow.end in nodes)
        and kind in ("", kind_of(flow))
    ]
