"""Start here: the frame around every page. `streamlit run app.py` works by itself."""

import streamlit as st

from components.ui import frame

st.set_page_config(page_title="みえるマイナンバー", page_icon="🔎", layout="wide")

frame.open_page()
