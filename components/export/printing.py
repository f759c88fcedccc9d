"""PDFs of what is meant for paper, printed beside everything else: a browser is a process apart."""

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path

from components.export.pdf import NoPdf, printed
from launch.say import say


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
