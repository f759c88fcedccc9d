"""What a link says of its reader: where they live, when they were born, whether they hold cards."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from components.data.dataset import Dataset
from components.data.municipalities import by_prefecture

BORN = range(1920, 2021)
ISSUED = range(2016, 2027)
SPANS = range(1990, 2021)  # years of birth that the chart of records at school takes
ANSWERS = ("yes", "no")


@dataclass(frozen=True)
class Mine:
    """Codes and years as the link writes them; "" where it says nothing."""

    own: str  # a prefecture: prefecture_13_tokyo
    town: str
    birth_year: str
    card: str
    issued: str
    registered: str

    def links(self) -> dict[str, dict[str, str]]:
        """Give, by page, what its link says to open as this reader needs it."""
        spans = self.birth_year if self.birth_year and int(self.birth_year) in SPANS else ""
        number = self.own.split("_")[1] if self.own else ""
        asked = {
            "card_adoption": {"own": self.own, "issued": self.issued},
            "education": {"birth_year": spans},
            "your_town": {"town": self.town, "prefecture": "" if self.town else number},
            "my_settings": vars(self),
        }
        kept = {
            page: {name: each for name, each in more.items() if each}
            for page, more in asked.items()
        }
        return {page: more for page, more in kept.items() if more}


def read(says: Mapping[str, str], dataset: Dataset) -> Mine:
    """
    Read a link; what is nonsense counts as not said.

    read({"own": "prefecture_13_tokyo", "birth_year": "1980"}, dataset).own names Tokyo.
    """

    def one(name: str, known: Callable[[str], bool]) -> str:
        written = says.get(name, "")
        return written if known(written) else ""

    own = one("own", by_prefecture(dataset).__contains__)
    town = one("town", dataset.municipalities.__contains__)
    if town and dataset.municipalities[town].prefecture != own:
        own = own or dataset.municipalities[town].prefecture
        town = town if dataset.municipalities[town].prefecture == own else ""
    card = one("card", ANSWERS.__contains__)
    issued = one("issued", [str(year) for year in ISSUED].__contains__) if card == "yes" else ""
    return Mine(
        own,
        town,
        one("birth_year", [str(year) for year in BORN].__contains__),
        card,
        issued,
        one("registered", ANSWERS.__contains__),
    )
