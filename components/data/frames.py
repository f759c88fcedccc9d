"""
Series of figures as DataFrames: one shape for all of them.

pandas is imported where a frame is first asked for, so that whatever only reads records starts
without it. The strict reader has read the files before: a frame is made from its records, never by
pandas from a file, which would pad short rows and shift long ones in silence.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from components.data import cells
from components.data.dates import first_day, last_day
from components.data.languages import LANGUAGES, Localized
from components.data.records import Figure

if TYPE_CHECKING:
    import pandas as pd

    from components.data.dataset import Dataset

COLUMNS = tuple(
    "id measure_id label_ja label_en value number unit kind qualifier as_of start end source_id "
    "place_ja place_en confidence note_ja note_en origin_id processing calculation checked".split()
)
SAME = "id value unit qualifier as_of confidence processing calculation checked".split()
NAN = float("nan")


def to_frame(figures: Iterable[Figure]) -> pd.DataFrame:
    """
    Write figures as rows of a DataFrame, in their order.

    Columns, each a text unless said otherwise, "" where there is nothing:

    - id; measure_id; label_ja, label_en
    - value: as the record writes it; "" for a value that was looked for and not seen
    - number: float, in `unit`; NaN for a gap and where the value is a date
    - unit, kind: of the measure (percent, people, yen, …; share, count, cumulative, …)
    - qualifier: exact, approx, at_least, …
    - as_of: as written (2021-10-20, 2021-10, 2021, FY2021, or a span A/B)
    - start, end: datetime64[s], the first and the last day that as_of covers; NaT without one
    - source_id; place_ja, place_en; confidence; note_ja, note_en
    - origin_id: the document that the source quotes; processing; calculation: the arithmetic of a
      calculated value; checked: ISO date
    - then one column a dimension of these rows, with the codes of labels.csv (facility, stage, …)
    """
    import pandas as pd

    figures = list(figures)
    columns = list(COLUMNS) + list(dict.fromkeys(name for each in figures for name in each.dims))
    rows = [_cells(each) for each in figures]
    kinds = {"number": "float64", "start": "datetime64[s]", "end": "datetime64[s]"}
    return pd.DataFrame(
        {
            name: pd.Series([row.get(name, "") for row in rows], dtype=kinds.get(name, "str"))
            for name in columns
        }
    )


def _cells(figure: Figure) -> dict[str, Any]:
    pairs = {"label": figure.label, "place": figure.place, "note": figure.note}
    words = {
        f"{name}_{language}": pair.to(language)
        for name, pair in pairs.items()
        for language in LANGUAGES
    }
    return {
        **figure.dims,
        **{name: getattr(figure, name) for name in SAME},
        **words,
        "measure_id": figure.measure.id,
        "kind": figure.measure.kind,
        "number": _number(figure),
        "start": _day(first_day, figure.as_of),
        "end": _day(last_day, figure.as_of),
        "source_id": figure.source.id,
        "origin_id": figure.origin.id if figure.origin else "",
    }


def _day(read: Callable[[str], date], written: str) -> date | None:
    try:
        return read(written)
    except ValueError:  # none, or a broken one, which is seen where as_of is shown
        return None


def _number(figure: Figure) -> float:
    try:
        return NAN if figure.number is None else figure.number
    except ValueError:  # a date
        return NAN


@lru_cache(maxsize=64)
def _table(dataset: Dataset, table: str) -> pd.DataFrame:
    return to_frame(dataset.tables[table])


@lru_cache(maxsize=4)
def _all_figures(dataset: Dataset) -> tuple[pd.DataFrame, dict[str, int]]:
    places = {figure_id: place for place, figure_id in enumerate(dataset.figures)}
    return to_frame(dataset.figures.values()), places


def frame(dataset: Dataset, figure_ids: Sequence[str]) -> pd.DataFrame:
    """
    Give figures as a frame (see to_frame), named as Dataset.figure takes them.

    Raises KeyError naming the first unknown id.
    """
    return _frame(dataset, tuple(figure_ids)).copy(deep=False)


@lru_cache(maxsize=256)
def _frame(dataset: Dataset, figure_ids: tuple[str, ...]) -> pd.DataFrame:
    everything, places = _all_figures(dataset)
    found = [dataset.figure(each) for each in figure_ids]
    ids = [each.id for each in found]
    if not places.keys() >= {*ids}:  # rows of longer tables, and cells made when asked for
        return to_frame(found)
    return everything.take([places[each] for each in ids]).reset_index(drop=True)


def series(dataset: Dataset, table: str, **where: str | Sequence[str]) -> pd.DataFrame:
    """
    Give the rows of a table as a frame (see to_frame), in the order of the file.

    where keeps rows by a column: one code, or several. Raises KeyError for a table that is not in
    data/tables/ and for a column it does not have; a table whose file cannot be read is empty.
    The frame is the caller's own: it may be changed without changing what others get.
    """
    wanted = tuple(
        (name, (each,) if isinstance(each, str) else tuple(each)) for name, each in where.items()
    )
    return _series(dataset, table, wanted).copy(deep=False)


@lru_cache(maxsize=256)
def _series(
    dataset: Dataset, table: str, where: tuple[tuple[str, tuple[str, ...]], ...]
) -> pd.DataFrame:
    rows = _table(dataset, table)
    if rows.empty:
        return rows
    for name, wanted in where:
        rows = rows[rows[name].isin(wanted)]
    return rows.reset_index(drop=True)


def figures_of(dataset: Dataset, rows: pd.DataFrame) -> list[Figure]:
    """
    Give the records that a frame's rows stand for, in their order.

    A row whose id is not among the records, such as an increase calculated from two of them,
    becomes a record of its own, made from its columns. Raises KeyError where such a row names a
    measure or a source that is not there.
    """
    known, ids = cells.by_id(dataset), rows["id"].tolist()
    if all(each in known for each in ids):
        return [known[each] for each in ids]
    return [
        known.get(row["id"]) or cells.figure(dataset, row["id"]) or _figure(dataset, row)
        for row in rows.to_dict("records")
    ]


def _figure(dataset: Dataset, cells: dict[Any, Any]) -> Figure:
    def pair(name: str) -> Localized:
        return Localized(cells[f"{name}_ja"], cells[f"{name}_en"])

    measure, origin = dataset.measures[cells["measure_id"]], cells["origin_id"]
    return Figure(
        topic=measure.topic,
        measure=measure,
        label=pair("label"),
        source=dataset.sources[cells["source_id"]],
        place=pair("place"),
        origin=dataset.sources[origin] if origin else None,
        note=pair("note"),
        dims={name: cells[name] for name in cells if name not in COLUMNS and cells[name]},
        **{name: cells[name] for name in SAME},
    )
