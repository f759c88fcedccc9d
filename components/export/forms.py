"""The forms a kit takes, by name: which function makes each, and what its file is called."""

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module

from components.data.languages import Language
from components.export.export_request import ExportRequest

Maker = Callable[[ExportRequest, Language], bytes]


@dataclass(frozen=True)
class Form:
    """
    One file of the kit. shared says that one file holds every language of the wish, paper that it
    is meant to be printed, and comes as PDF as well where a browser is found.

    module and function are names, so that a form costs nothing before it is wished for.
    """

    name: str
    module: str
    function: str
    file: str
    kind: str
    shared: bool = False
    paper: bool = False

    def file_name(self, language: Language) -> str:
        """Name the file; the language is part of the name unless the file is shared."""
        return self.file if self.shared else self.file.format(language=language)

    def make(self, wish: ExportRequest, language: Language) -> bytes:
        """Make the file's bytes. Raises whatever the form raises."""
        maker: Maker = getattr(import_module(f"components.export.{self.module}"), self.function)
        return maker(wish, language)


SLIDES = "application/vnd.openxmlformats-officedocument.presentationml.presentation"
SHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
FORMS = (
    Form("deck", "deck", "deck", "deck.html", "text/html", shared=True),
    Form("handout", "handout", "handout_html", "handout_{language}.html", "text/html", paper=True),
    Form("booklet", "handout", "booklet_html", "booklet_{language}.html", "text/html", paper=True),
    Form("leaflet", "handout", "leaflet_html", "leaflet_{language}.html", "text/html", paper=True),
    Form("summary", "handout", "summary_html", "summary_{language}.html", "text/html", paper=True),
    Form("slides", "slides", "slides", "slides_{language}.pptx", SLIDES),
    Form("figures_csv", "sheet", "figures_csv", "figures_{language}.csv", "text/csv"),
    Form("figures_xlsx", "sheet", "figures_xlsx", "figures_{language}.xlsx", SHEET),
    Form("citations_bib", "citations", "bib", "citations_{language}.bib", "text/x-bibtex"),
    Form("citations_csl", "citations", "csl", "citations_{language}.json", "application/json"),
)


def form(name: str) -> Form:
    """Give a form by its name. Raises KeyError."""
    return {each.name: each for each in FORMS}[name]
