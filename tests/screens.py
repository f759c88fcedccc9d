"""What the tests share: opening a page without a browser, and the stories there are."""

import importlib
from pathlib import Path

from streamlit.testing.v1 import AppTest

from components.content.story import Story

ROOT = Path(__file__).parents[1]
PAGES = sorted(page.stem for page in (ROOT / "pages").glob("[!_]*.py"))


def story(page: str) -> Story:
    """Give the story a page tells."""
    return importlib.import_module(f"pages.{page}").STORY


# The walks, told step by step; the other pages are there to look things up in.
TOPICS = [page for page in PAGES if story(page).walk]


def open_page(page: str, **link: str) -> AppTest:
    """Open a page as a cold link would, with these parameters."""
    app = AppTest.from_file(ROOT / "app.py", default_timeout=60)
    for name, value in link.items():
        app.query_params[name] = value
    return app.switch_page(f"pages/{page}.py").run()


def words(app: AppTest) -> str:
    """Give all HTML on the screen as one text, without stylesheet and script."""
    bodies = (element.proto.body for element in app.get("html"))
    return "\n".join(body for body in bodies if not body.startswith(("<style", "<script")))


def charts(app: AppTest) -> int:
    """Count the charts on the screen."""
    return len(app.get("plotly_chart"))
