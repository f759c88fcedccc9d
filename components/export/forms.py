"""The forms an export takes, by name: which function makes each, and what its file is called."""

from collections.abc import Callable
from dataclasses import dataclass

from components.data.languages import Language
from components.export.export_request import ExportRequest

Maker = Callable[[ExportRequest, Language], bytes]


@dataclass(frozen=True)
class Form:
    """
    One file of an export. shared says that one file holds every language of the request, paper
    that it is meant to be printed, and comes as PDF as well where a browser is found.

    maker imports what it needs inside, so that a form costs nothing before it is asked for.
    """

    name: str
    maker: Maker
    file: str
    kind: str
    shared: bool = False
    paper: bool = False

    def file_name(self, language: Language, record: str = "") -> str:
        """Name the file; the language, unless the file is shared, and the record are part of it."""
        return self.file if self.shared else self.file.format(language=language, record=record)

    def make(self, request: ExportRequest, language: Language) -> bytes:
        """Make the file's bytes. Raises whatever the form raises."""
        return self.maker(request, language)


def _deck(request: ExportRequest, language: Language) -> bytes:
    from components.export import deck

    return deck.deck(request, language)


def _slides(request: ExportRequest, language: Language) -> bytes:
    from components.export import slides

    return slides.slides(request, language)


def _record_slides(request: ExportRequest, language: Language) -> bytes:
    from components.export import slides

    return slides.record_slides(request, language)


def _handout(kind: str) -> Maker:
    def make(request: ExportRequest, language: Language) -> bytes:
        from components.export import handout

        makers = {
            "handout": handout.handout_html,
            "booklet": handout.booklet_html,
            "two_sided": handout.two_sided_html,
            "record_sheet": handout.record_sheet_html,
        }
        return makers[kind](request, language)

    return make


def _figures_csv(request: ExportRequest, language: Language) -> bytes:
    from components.export import sheet

    return sheet.figures_csv(request, language)


def _figures_xlsx(request: ExportRequest, language: Language) -> bytes:
    from components.export import sheet

    return sheet.figures_xlsx(request, language)


def _bib(request: ExportRequest, language: Language) -> bytes:
    from components.export import citations

    return citations.bib(request, language)


def _csl(request: ExportRequest, language: Language) -> bytes:
    from components.export import citations

    return citations.csl(request, language)


SLIDES = "application/vnd.openxmlformats-officedocument.presentationml.presentation"
SHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
PAPER = ("handout", "booklet", "two_sided")
FORMS = (
    Form("deck", _deck, "deck.html", "text/html", shared=True),
    *(
        Form(name, _handout(name), f"{name}_{{language}}.html", "text/html", paper=True)
        for name in PAPER
    ),
    Form("slides", _slides, "slides_{language}.pptx", SLIDES),
    Form("figures_csv", _figures_csv, "figures_{language}.csv", "text/csv"),
    Form("figures_xlsx", _figures_xlsx, "figures_{language}.xlsx", SHEET),
    Form("citations_bib", _bib, "citations_{language}.bib", "text/x-bibtex"),
    Form("citations_csl", _csl, "citations_{language}.json", "application/json"),
)
# Of one record that has a page: a town.
RECORD_FORMS = (
    Form(
        "record_sheet",
        _handout("record_sheet"),
        "{record}_{language}.html",
        "text/html",
        paper=True,
    ),
    Form("record_slides", _record_slides, "{record}_{language}.pptx", SLIDES),
)


def form(name: str) -> Form:
    """Give a form by its name. Raises KeyError."""
    return {each.name: each for each in (*FORMS, *RECORD_FORMS)}[name]
