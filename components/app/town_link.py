"""What a link to the page of a town asks for, made valid; what is nonsense gets a sentence."""

from collections.abc import Callable
from dataclasses import dataclass

from components.data.dataset import Dataset
from components.data.municipalities import CARDS, by_prefecture
from components.data.standings import newest

MOST = 4  # towns beside one's own


@dataclass(frozen=True)
class Asked:
    """
    A town, those beside it, a date, the prefecture whose towns are listed, and whether to add one.

    Each is "" (or empty) where the link names none. wrong holds the keys in _interface.yml of what
    is to be said of the rest.
    """

    town: str
    compare: tuple[str, ...]
    date: str
    prefecture: str
    wrong: tuple[str, ...] = ()
    adds: bool = False

    @property
    def codes(self) -> tuple[str, ...]:
        """The towns drawn, one's own first."""
        return (self.town, *self.compare)


def read(says: Callable[[str], str], dataset: Dataset) -> Asked:
    """
    Read a link; says gives what it says under a name, or "".

    read({"town": "131130"}.get(…)) has the town, no others, and the newest date.
    """
    town = _code(says("town"), dataset)
    written = [each for each in says("compare").split(",") if each.strip()]
    others = dict.fromkeys(code for each in written if (code := _code(each, dataset)))
    others.pop(town, None)
    dates, date = dataset.wide_tables[CARDS].dates, says("date").strip()
    found = says("prefecture").strip()
    known = {name.split("_")[1]: name for name in by_prefecture(dataset)}
    wrong = {
        "unknown_town": bool(says("town").strip()) and not town,
        "unknown_compare": not all(_code(each, dataset) for each in written),
        "many_compare": len(others) > MOST,
        "unknown_date": bool(date) and date not in dates,
        "unknown_prefecture": bool(found) and found not in known,
    }
    return Asked(
        town,
        tuple(others)[:MOST] if town else (),
        date if date in dates else newest(dataset),
        known.get(found, ""),
        tuple(key for key, is_so in wrong.items() if is_so),
        adds=bool(town and says("add").strip() and len(others) < MOST),
    )


def _code(written: str, dataset: Dataset) -> str:
    """Take a code of six digits, or of five without its check digit; "" for anything else."""
    written = written.strip()
    if written in dataset.municipalities:
        return written
    ends = [f"{written}{digit}" for digit in range(10)] if len(written) == 5 else []
    return next((code for code in ends if code in dataset.municipalities), "")
