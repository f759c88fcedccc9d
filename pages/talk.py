"""The talk builder: steps of any topics in an order of one's own, looked over before the room."""

from components.content.story import Story

STORY = Story("talk", (), walk=False)

if __name__ == "__main__":  # Streamlit runs a page as __main__; kit and tests import it
    from components.ui import talk_page

    talk_page.tell(STORY)
