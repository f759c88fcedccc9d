"""Search: one question over steps, claims, figures, events, flows and words."""

from components.content.story import Story

STORY = Story("search", (), walk=False)

if __name__ == "__main__":  # Streamlit runs a page as __main__; kit and tests import it
    from components.ui import search_page

    search_page.tell(STORY)
