"""The one number that stands for a town or a project where a list has room for no more."""

from functools import lru_cache

from components.data.dataset import Dataset
from components.data.money_records import Project
from components.data.municipalities import CARDS, RATE, Municipality
from components.data.records import Figure


def headline_figure(dataset: Dataset, record: object) -> Figure | None:
    """
    Give a town's newest issue rate or what was paid out for a project in all its closed years.

    None for a record of another kind, and where the number is not known.
    """
    match record:
        case Municipality(code=code):
            name = f"{RATE}.{code}.{dataset.wide_tables[CARDS].dates[-1]}"
        case Project(id=id_):
            name = f"project_total.{id_}.executed"
        case _:
            return None
    return _figure(dataset, name)


@lru_cache(maxsize=4096)
def _figure(dataset: Dataset, name: str) -> Figure | None:
    try:
        return dataset.figure(name)
    except KeyError:
        return None
