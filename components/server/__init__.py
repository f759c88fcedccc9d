"""What stands in front of Streamlit: who is answered, with which headers, which frames pass."""
