"""What `run.py check` says of data/, rule by rule. Knows no Streamlit and no Plotly."""
