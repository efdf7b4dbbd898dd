"""The page for when even the page that says that something broke cannot be drawn: no template, no file, no facts."""

from markupsafe import Markup

from directory.settings import exit_address
from directory.web.headers import NOTHING_CSP
from directory.web.reader import Reader
from directory.wording import shell
from directory.wording.messages import _

POLICY = f"{NOTHING_CSP}; img-src data:"
PAGE = Markup("""<!doctype html>
<html lang="{lang}" dir="{direction}">
<head>
<meta charset="utf-8">
<title>{title}</title>
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<link rel="icon" href="data:,">
</head>
<body>
<p><a href="{exit}" rel="noreferrer">{leave}</a></p>
<main>
<h1>{broken}</h1>
<p><strong>{danger}</strong></p>
<p><a href="tel:112">112</a> &nbsp; <a href="tel:101">101</a></p>
<p><a href="{again}">{ask}</a></p>
</main>
</body>
</html>
""")


def last_page(reader: Reader, *, untold: bool) -> tuple[str, str]:
    """That page in the language spoken now, and the policy that goes with it; `untold` it is nobody's."""
    html = PAGE.format(
        lang=reader.tag,
        direction=reader.direction,
        title=_("Adressen") if untold else shell.title(),
        exit=exit_address(),
        leave=shell.exit_name(),
        broken=_("Hier ging iets mis bij ons"),
        danger=shell.danger(),
        again=reader.to("/licht"),
        ask=_("Nieuwe vraag"),
    )
    return html, POLICY
