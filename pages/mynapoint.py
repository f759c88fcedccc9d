"""mynapoint."""

from components.content.story import Story

STORY = Story("mynapoint", ())

if __name__ == "__main__":  # Streamlit runs a page as __main__; kit and tests import it
    from components.ui import story

    story.tell(STORY)
