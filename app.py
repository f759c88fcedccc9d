"""Start here: the frame around every page. `streamlit run app.py` works by itself."""

from components import topics
from components.app import layout
from components.text import story

story.register(topics.STORIES)
layout.open_page()
