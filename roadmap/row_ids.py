"""The id of a row, out of text that anybody may have sent."""

import uuid


def row_id(text: str) -> uuid.UUID | None:
    """Return the id that `text` spells; None when it spells none."""
    try:
        return uuid.UUID(text)
    except ValueError:
        return None
