"""The take-away forms: deck, handout, slides, sheets, plain site. Knows no Streamlit."""
