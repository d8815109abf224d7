"""What schemathesis is told beside the document (SCHEMATHESIS_HOOKS)."""

import uuid
from typing import Any

import schemathesis


@schemathesis.hook
def map_headers(context: Any, headers: dict[str, Any] | None) -> dict[str, Any] | None:
    """Give every creation a key of its own: a key that is used again for something else is refused, rightly."""
    if headers and "Idempotency-Key" in headers:
        headers["Idempotency-Key"] = str(uuid.uuid4())
    return headers
