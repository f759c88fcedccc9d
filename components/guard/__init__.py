"""What stands in front of Streamlit: imports nothing of ours but components.content."""
