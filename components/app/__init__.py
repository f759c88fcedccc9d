"""Everything that touches the Streamlit screen."""
