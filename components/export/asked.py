"""What is asked for on the command line, made valid: topics, the file of a talk, towns."""

from collections.abc import Sequence
from dataclasses import replace
from difflib import get_close_matches
from pathlib import Path

from components.data.dataset import Dataset, load_dataset
from components.data.municipalities import find
from components.export.export_request import ExportRequest, every_topic
from components.presenter.talk import LARGEST, Talk, find_talk
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


def asked_topics(written: str) -> tuple[str, ...]:
    """Read topics with commas between. Raises Stop naming the topics for one there is not."""
    named = dict.fromkeys(each.strip() for each in written.split(",") if each.strip())
    known = every_topic()
    if unknown := [name for name in named if name not in known]:
        listed = ", ".join(known)
        raise Stop(
            f"「{unknown[0]}」という話題はありません。あるのは: {listed}",
            f"There is no topic {unknown[0]}. There are: {listed}",
        )
    return tuple(named)


def asked_talk(path: Path) -> Talk:
    """Read the file of a talk. Raises Stop where it cannot be read or holds no step of ours."""
    try:
        with path.open(encoding="utf-8-sig", errors="replace") as file:
            found = find_talk(file.read(LARGEST))
    except OSError as problem:
        raise Stop(
            f"発表のファイルを読めません。場所と名前を確かめてください: {path}",
            f"The file of the talk cannot be read. Check its place and name: {path}",
        ) from problem
    if found is None:
        raise Stop(
            f"このファイルに、発表の段階がありません: {path}",
            f"This file holds no steps of a talk: {path}",
        )
    return found
