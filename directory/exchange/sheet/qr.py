"""A web address as a QR code: drawn as lines, so that it stays sharp on any printer."""

import io


def qr_svg(address: str) -> str:
    """An SVG image of the QR code of this address, with its quiet zone. Raises ValueError for a far too long one."""
    import segno  # noqa: PLC0415  most who come here want no paper

    out = io.BytesIO()
    segno.make(address, error="m", micro=False).save(out, kind="svg", xmldecl=False, border=4)
    return out.getvalue().decode()
