"""Start here: the frame around every page. `streamlit run app.py` works by itself."""

from components.ui import frame

frame.open_page()
