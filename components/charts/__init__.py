"""Records in, Chart (figure and records) out. Knows no Streamlit."""
