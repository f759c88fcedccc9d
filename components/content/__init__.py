"""Reads and checks data/. Knows no Streamlit and no Plotly."""
