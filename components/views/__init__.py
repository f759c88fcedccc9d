"""HTML from records, the same on the screen and in the plain pages. Knows no Streamlit."""
