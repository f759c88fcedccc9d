"""PDFs of what is meant for paper, by a browser on the machine, beside everything else."""

import os
import subprocess
import tempfile
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path

from components.data.languages import Localized
from launch import browsers
from launch.say import Stop, say

PATIENCE = 120  # seconds a browser may take
NO_BROWSER = Localized(
    "ブラウザー（Chrome、Edge、Chromium）が見つからないため、PDFはつくりません。"
    "かわりにHTMLをブラウザーでひらいて印刷してください。",
    "No browser (Chrome, Edge or Chromium) was found, so no PDF is made. "
    "Open the HTML file in a browser and print it instead.",
)
FAILED = Localized(
    "ブラウザーがPDFをつくれませんでした。HTMLをブラウザーでひらいて印刷してください。",
    "The browser could not make a PDF. Open the HTML file in a browser and print it.",
)


class NoPdf(Exception):
    """There is no PDF; words says why and what to do instead."""

    def __init__(self, words: Localized) -> None:
        super().__init__(words.en)
        self.words = words


def printed(html: bytes) -> bytes:
    """Print a file of HTML as PDF, with its fonts inside. Raises NoPdf."""
    browser = _browser()
    with tempfile.TemporaryDirectory(prefix="mieru-") as folder:
        page, made = Path(folder, "page.html"), Path(folder, "page.pdf")
        page.write_bytes(html)
        command = [
            browser,
            "--headless",
            "--disable-gpu",
            "--disable-background-networking",
            "--no-first-run",
            f"--user-data-dir={Path(folder, 'profile')}",
            "--no-pdf-header-footer",
            "--generate-pdf-document-outline",
            f"--print-to-pdf={made}",
            page.as_uri(),
        ]
        if hasattr(os, "geteuid") and os.geteuid() == 0:
            command.insert(1, "--no-sandbox")  # a browser started by root has no other way
        try:
            subprocess.run(command, capture_output=True, timeout=PATIENCE, check=True)
            return made.read_bytes()
        except (OSError, subprocess.SubprocessError) as trouble:
            raise NoPdf(FAILED) from trouble


def _browser() -> str:
    try:
        found = browsers.find()
    except Stop as trouble:
        raise NoPdf(Localized(*trouble.args)) from trouble
    if not found:
        raise NoPdf(NO_BROWSER)
    return found


class Printer:
    """
    Prints files one after the other while the next forms are made.

    Where there is no browser it says so once and prints nothing; the HTML files are there.
    """

    def __init__(self, write: Callable[[Path, bytes], None]) -> None:
        self.write = write
        self.pool = ThreadPoolExecutor(1)
        self.waiting: list[tuple[Path, Future[bytes]]] = []

    def add(self, page: Path, html: bytes) -> None:
        """Have a page printed into a file of its name that ends in .pdf."""
        self.waiting.append((page.with_suffix(".pdf"), self.pool.submit(printed, html)))

    def finish(self) -> list[Path]:
        """Wait for the last page and give the files. Raises OSError where one cannot be written."""
        done = []
        try:
            for path, future in self.waiting:
                self.write(path, future.result())
                done.append(path)
        except NoPdf as problem:
            say(*problem.words)
        finally:
            self.pool.shutdown(cancel_futures=True)
        return done
