"""The ledger: every claim with who, when, the other side's answer, and where it stands."""

from components.content.story import Story

STORY = Story("claims", (), walk=False)

if __name__ == "__main__":  # Streamlit runs a page as __main__; kit and tests import it
    from components.ui import claims_page

    claims_page.tell(STORY)
