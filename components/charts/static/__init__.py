"""A chart as a plain drawing: Chart in, marks and SVG out. Knows no browser and no Streamlit."""
