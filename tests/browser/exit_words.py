"""Words that the pages of exit_app.py and their tests share; to import those pages is to make searches slow."""

FORMS = "/oefen"
SLEEPY_WORD = "slaapkop"
SECRET = "GEHEIM"
