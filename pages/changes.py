"""What changed since an edition: where the code on paper, slides and deck leads."""

from components.content.story import Story

STORY = Story("changes", (), walk=False)

if __name__ == "__main__":  # Streamlit runs a page as __main__; kit and tests import it
    from components.ui import changes_page

    changes_page.tell(STORY)
