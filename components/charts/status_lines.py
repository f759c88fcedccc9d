"""How the status of a link is drawn and ranked, wherever links are drawn."""

from collections.abc import Iterable

from components.charts.chart import View
from components.charts.text_width import BREAK, columns_width, wrap_text
from components.charts.themes import Theme
from components.charts.traces import HOVER
from components.data.links import Flow

# What exists comes before what may come, and that before what is feared or denied.
ORDER = (
    "status_in_use",
    "status_unasked",
    "status_consent",
    "status_enabled_by_law",
    "status_found_by_court",
    "status_planned",
    "status_under_study",
    "status_tried",
    "status_criticised",
    "status_feared",
    "status_assured_absent",
    "status_dropped",
)
# What the words of a link's status come down to: colour and dash say the same.
KINDS: dict[str, tuple[str, ...]] = {
    "link_used": ("status_in_use", "status_consent", "status_unasked", "status_found_by_court"),
    "link_possible": (
        "status_enabled_by_law",
        "status_planned",
        "status_under_study",
        "status_tried",
    ),
    "link_feared": ("status_feared", "status_criticised"),
    "link_denied": ("status_assured_absent", "status_dropped"),
}
DASHES = {
    "link_used": "solid",
    "link_possible": "7px,4px",
    "link_feared": "2px,4px",
    "link_denied": "12px,4px,2px,4px",
}


def kind_of(flow: Flow) -> str:
    """Give the kind of link a status comes down to: one of KINDS."""
    return next(kind for kind, statuses in KINDS.items() if flow.status in statuses)


def colour_of(kind: str, theme: Theme) -> str:
    """Give the colour of a kind of link."""
    _, ochre, violet = theme.others
    return {"link_used": theme.main, "link_possible": ochre, "link_feared": violet}.get(
        kind, theme.context
    )


def rank(status: str) -> int:
    """Give the place of a status from the strongest, 0; one that is not known comes last."""
    return ORDER.index(status) if status in ORDER else len(ORDER)


def strongest(flows: Iterable[Flow]) -> str:
    """Give the status that comes first among those of some links. Raises ValueError without."""
    return min((flow.status for flow in flows), key=rank)


def names_identifier(flow: Flow) -> bool:
    """Tell whether the documents name an identifier for a link; that they do not is no news."""
    return flow.identifier not in ("", "identifier_not_stated", "identifier_none")


def data_of(view: View, flow: Flow) -> str:
    """Say in the view's language what passes along a link."""
    return view.render_plain(flow.data)


def with_identifier(view: View, data: str, identifier: str) -> str:
    """Write what passes along a link with the identifier behind it."""
    name = view.label(identifier)
    return f"{data}　〔{name}〕" if view.language == "ja" else f"{data}　[{name}]"


def told(view: View, flow: Flow) -> str:
    """Say what a touch on a link tells: status, from where to where, what passes, who says so."""
    width = columns_width(HOVER, view.language)
    said = data_of(view, flow)
    if names_identifier(flow):
        said = with_identifier(view, said, flow.identifier)
    lines = (
        f"<b>{view.label(flow.status)}</b>",
        wrap_text(f"{view.label(flow.start)} → {view.label(flow.end)}", width),
        wrap_text(said, width),
        wrap_text(view.localize(flow.source.publisher), width),
    )
    return BREAK.join(lines) + "<extra></extra>"
