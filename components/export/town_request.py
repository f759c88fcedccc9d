"""Towns asked for on the command line, by code or by name, and what is wished for each."""

from collections.abc import Sequence
from dataclasses import replace
from difflib import get_close_matches

from components.data.dataset import Dataset, load_dataset
from components.data.municipalities import find
from components.export.export_request import ExportRequest
from components.presenter.talk import Talk
from launch.say import Stop

PAGE = "your_town"
NEAR = 5  # towns that are named where none was meant for certain


def towns(written: Sequence[str]) -> list[str]:
    """
    Read codes or names, also with commas between, and give the codes of the towns.

    Raises Stop with the nearest names for what is no town, and for a name of several.
    """
    pieces = (piece.strip() for each in written for piece in each.split(","))
    return list(dict.fromkeys(_code(piece, load_dataset()) for piece in pieces if piece))


def of_town(wished: ExportRequest, code: str) -> ExportRequest:
    """Wish for one town and nothing else."""
    return replace(wished, topics=(), talk=Talk(((PAGE, code),)))


def _code(written: str, dataset: Dataset) -> str:
    if written in dataset.municipalities:
        return written
    found = find(dataset, written, count=NEAR)
    if len(found) == 1:
        return found[0].code
    codes = get_close_matches(written, dataset.municipalities, n=NEAR, cutoff=0)
    near = found or [dataset.municipalities[each] for each in codes]
    raise Stop(
        f"「{written}」がどの市区町村か分かりません。番号で書いてください: "
        + "、".join(f"{each.code} {each.full_name(dataset).ja}" for each in near),
        f"It is not known which town {written} is. Write its code: "
        + ", ".join(f"{each.code} {each.full_name(dataset).en}" for each in near),
    )
