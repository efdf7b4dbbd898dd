"""Which faults `broken_app.py` puts in. Apart, so that a test can name them without putting them in itself."""

BROKEN_SERVICE = "tele-onthaal-lijn"
BREAKING_WORD = "allesstuk"
