"""Make the kit's files: `python3 run.py kit [--lang ja|en|both] [--topics a,b | --talk FILE]`."""

import errno
import os
import time
from argparse import SUPPRESS, ArgumentParser, Namespace
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple
from urllib.parse import urlsplit

from components.data.languages import LANGUAGES, Language
from components.data.paths import ROOT
from components.export.asked import asked_talk, asked_topics, of_town, towns
from components.export.export_request import ExportRequest, export_request
from components.export.forms import FORMS, RECORD_FORMS, Form
from components.export.pdf import Printer
from components.text.yaml_reader import BrokenText
from launch.say import Stop, answered, say

ADDRESS = "MIERU_ADDRESS"
HEAVIEST = 8_000_000  # bytes of a deck that a borrowed laptop still opens at once


def main(arguments: Sequence[str]) -> int:
    """Make what is wished for; 0 when every file is there, else one sentence says why not."""
    return answered(lambda: _make(_asked(arguments)))


def _make(asked: Namespace) -> int:
    folder = Path(asked.here, asked.out)
    wished = _wish(asked)
    if asked.town:
        works = [
            work
            for code in towns(asked.town)
            for work in _works(RECORD_FORMS, of_town(wished, code), f"town_{code}")
        ]
    else:
        works = _works(FORMS, wished)
    make(works, folder, site=wished if asked.site and not asked.town else None)
    return 0


class Work(NamedTuple):
    """A file to make: its form, its language, and what is wished for."""

    form: Form
    language: Language
    wished: ExportRequest
    file: str


def _works(forms: Sequence[Form], wished: ExportRequest, record: str = "") -> list[Work]:
    return [
        Work(form, language, wished, form.file_name(language, record))
        for form in forms
        for language in (wished.languages[:1] if form.shared else wished.languages)
    ]


def make(works: Sequence[Work], folder: Path, *, site: ExportRequest | None = None) -> list[Path]:
    """
    Write files into a folder, telling how far it is, and give them; the plain site as well.

    A file is there whole or not at all. Raises Stop with one sentence about what went wrong.
    """
    begun, made, printer = time.monotonic(), [], Printer(_write)
    last = len(works) + bool(site)
    with _told(folder):
        folder.mkdir(parents=True, exist_ok=True)
        for number, work in enumerate(works, 1):
            path = folder / work.file
            _progress(number, last, path.name)
            written = work.form.make(work.wished, work.language)
            _write(path, written)
            made.append(path)
            if work.form.paper:
                printer.add(path, written)
        if site:
            _progress(last, last, "site/")
            from components.export import site as plain_site

            plain_site.write(site, folder / "site")
        made += printer.finish()
    for path in made:
        _weigh(path)
    spent = f"{time.monotonic() - begun:.0f}"
    place = folder.resolve()
    say(f"できました（{spent}秒）: {place}", f"Done in {spent} s: {place}")
    return made


def _progress(number: int, last: int, name: str) -> None:
    say(f"{number}/{last} {name} を作っています…", f"{number}/{last} Making {name}…")


def _weigh(path: Path) -> None:
    size = path.stat().st_size
    print(f"    {path.name}  {size / 1_000_000:.1f} MB", flush=True)
    if path.name == "deck.html" and size > HEAVIEST:
        say(
            "    大きいので、ひらくのに時間がかかります。--topics か --lang で減らせます。",
            "    It is large and opens slowly; --topics or --lang make it smaller.",
        )


def _write(path: Path, written: bytes) -> None:
    """Write beside and then put in place, so that no half a file is ever taken along."""
    draft = path.with_name(f".{path.name}.new")
    try:
        draft.write_bytes(written)
        draft.replace(path)
    finally:
        draft.unlink(missing_ok=True)


@contextmanager
def _told(folder: Path) -> Iterator[None]:
    """Turn what the disk or the words refuse into one sentence."""
    try:
        yield
    except BrokenText as problem:
        raise Stop(problem.words.ja, problem.words.en) from problem
    except OSError as problem:
        if problem.errno in (errno.ENOSPC, errno.EDQUOT):
            raise Stop(
                f"ディスクの空きが足りません: {folder}",
                f"The disk is full: {folder}",
            ) from problem
        raise Stop(
            f"このフォルダーに書きこめません。--out でほかの場所を選んでください: {folder}",
            f"This folder cannot be written. Choose another with --out: {folder}",
        ) from problem


def _asked(arguments: Sequence[str]) -> Namespace:
    words = ArgumentParser(prog="run.py kit", description="持ち出す資料を作る / make the kit")
    words.add_argument("--lang", choices=[*LANGUAGES, "both"], default="both")
    words.add_argument("--topics", help="話題（コンマ区切り） / topics, with commas between")
    words.add_argument("--talk", help="発表のファイル / the file of a talk")
    words.add_argument(
        "--town",
        nargs="+",
        help="市区町村の番号か名前（その一枚だけ） / codes or names of towns (their sheets alone)",
    )
    words.add_argument(
        "--out", default=str(ROOT / "kit"), help="書きこむフォルダー / folder (kit/)"
    )
    words.add_argument("--site", action="store_true", help="静的なサイトも / the plain site too")
    words.add_argument(
        "--address",
        default=os.environ.get(ADDRESS, ""),
        help=f"公開している場所 / where the product is on the web (or {ADDRESS})",
    )
    # Where the person stands: run.py starts us in the project's folder.
    words.add_argument("--here", default=".", help=SUPPRESS)
    return words.parse_args(arguments)


def _wish(asked: Namespace) -> ExportRequest:
    languages = list(LANGUAGES) if asked.lang == "both" else [asked.lang]
    address = asked.address.strip()
    if address and not (urlsplit(address).scheme in ("http", "https") and urlsplit(address).netloc):
        raise Stop(
            f"アドレスは https:// で始めてください: {address}",
            f"Begin the address with https://: {address}",
        )
    talk = asked_talk(Path(asked.here, asked.talk)) if asked.talk else None
    with _told(Path(asked.out)):
        topics = asked_topics(asked.topics) if asked.topics and not talk else ()
        return export_request(languages=languages, topics=topics, talk=talk, address=address)
