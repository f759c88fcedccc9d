"""The words of the system in plain words, with their readings and where they are used."""

from components.content.story import Story

STORY = Story("glossary", (), walk=False)

if __name__ == "__main__":  # Streamlit runs a page as __main__; kit and tests import it
    from components.ui import glossary_page

    glossary_page.tell(STORY)
