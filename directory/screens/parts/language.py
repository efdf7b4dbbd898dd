"""In which language the screens speak to this visitor."""

import streamlit as st

from directory.wording.messages import first_spoken, language_for, speak

LANGUAGE = "lang"
"""The name of the language that was chosen, in the session and in an address."""


def speak_to_visitor() -> None:
    """Speak the language that was chosen here or by the address, else the first of the browser's that we speak.

    To be called wherever a run begins: it may have a thread of its own, which speaks Dutch.
    """
    code = first_spoken([st.query_params.get(LANGUAGE, "")])
    if chosen() is None and code is not None:
        choose(code)
    speak(language_for(chosen(), st.context.headers.get("Accept-Language")))


def choose(code: str) -> None:
    """Speak this language from the next run on, until another is chosen."""
    st.session_state[LANGUAGE] = code


def chosen() -> str | None:
    """The language that was chosen, None for who left it to the browser."""
    found: str | None = st.session_state.get(LANGUAGE)
    return found


def asked() -> str:
    """What the address of a page without scripts ends with, so that it speaks the language that was chosen."""
    return f"?{LANGUAGE}={chosen()}" if chosen() else ""
