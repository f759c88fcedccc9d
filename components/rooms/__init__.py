"""The room that follows a talk: rooms, votes and the light pages of phones. No Streamlit."""
