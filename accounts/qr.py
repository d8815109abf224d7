"""A QR code as one path of an SVG, drawn in the page: no picture from elsewhere, no data: address."""

from dataclasses import dataclass
from typing import Any

from qrcode.main import QRCode

QUIET = 4  # modules of white around it, as readers expect


@dataclass(frozen=True)
class Drawing:
    """`path` in modules; the view box is `size` by `size`."""

    size: int
    path: str


def drawing(text: str) -> Drawing:
    code: Any = QRCode(border=QUIET)
    code.add_data(text)
    code.make(fit=True)
    matrix = code.get_matrix()
    path = "".join(f"M{x} {y}h1v1h-1z" for y, row in enumerate(matrix) for x, dark in enumerate(row) if dark)
    return Drawing(len(matrix), path)
