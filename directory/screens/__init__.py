"""The Streamlit screens: thin scripts that ask the rooms below and show what they answer."""
