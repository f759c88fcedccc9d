"""Figures and sources: every record, searchable, with its document; and how this was made."""

from components.content.story import Story

STORY = Story("figures", (), walk=False)

if __name__ == "__main__":  # Streamlit runs a page as __main__; kit and tests import it
    from components.ui import records_page

    records_page.tell(STORY)
