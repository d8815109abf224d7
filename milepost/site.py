"""The API of a site, as a client sees it."""

import uuid
from collections.abc import Iterator, Mapping
from typing import Any

import httpx

ROOT = "/api/v1"
TIMEOUT = 30.0  # seconds
TRIES = 3  # of what did not arrive; all that we send may be sent twice
Json = dict[str, Any]


class Refused(Exception):
    """The site said no, or could not be reached; the message is for people. `status`: 0 without an answer."""

    def __init__(self, message: str, status: int = 0) -> None:
        super().__init__(message)
        self.status = status


class Site:
    """Calls the site at `url` with `token`; `transport` is another way there than the network."""

    def __init__(self, url: str, token: str, transport: httpx.BaseTransport | None = None) -> None:
        self.client = httpx.Client(
            base_url=url + ROOT,
            headers={"Authorization": f"Bearer {token}", "Accept": "application/json"},
            timeout=TIMEOUT,
            transport=transport,
            # A token is for one site: where that sends us, it does not follow.
            follow_redirects=False,
        )

    def get(self, path: str, **query: str | int) -> Json:
        """Return what is at `path`. Raises Refused."""
        return self._call("GET", path, params=query)

    def put(self, path: str, body: Mapping[str, Any]) -> Json:
        """Set what is at `path`. Raises Refused."""
        return self._call("PUT", path, json=body)

    def add(self, path: str, body: Mapping[str, Any]) -> Json:
        """Add to what is at `path`, once however often it has to be sent. Raises Refused."""
        return self._call("POST", path, json=body, headers={"Idempotency-Key": str(uuid.uuid4())})

    def each(self, path: str, **query: str | int) -> Iterator[Json]:
        """Yield the rows of a list, page by page. Raises Refused."""
        cursor: str | None = ""
        while cursor is not None:
            page = self.get(path, **query, **({"cursor": cursor} if cursor else {}))
            yield from page["items"]
            cursor = page.get("next")

    def _call(self, method: str, path: str, **how: Any) -> Json:
        last = Refused("The site did not answer.")
        for _ in range(TRIES):
            try:
                answer = self.client.request(method, path, **how)
            except httpx.TransportError as error:
                last = Refused(f"{self.client.base_url.host} cannot be reached ({error}).")
                continue
            if answer.is_success:
                found: Json = answer.json()
                return found
            raise _refusal(answer)
        raise last


def _refusal(answer: httpx.Response) -> Refused:
    """Put a problem (RFC 9457) into words."""
    status = answer.status_code
    if answer.is_redirect:
        return Refused(f"The site is elsewhere: {answer.headers.get('location', '')}. Log in there.", status)
    try:
        problem = answer.json()
    except ValueError:
        problem = {}
    if not isinstance(problem, dict):
        problem = {}
    words = str(problem.get("detail") or problem.get("title") or f"The site answered {status}.")
    faults = [
        f"  {fault.get('pointer') or fault.get('parameter') or ''} {fault.get('detail', '')}".rstrip()
        for fault in problem.get("errors") or []
        if isinstance(fault, dict)
    ]
    if wait := answer.headers.get("retry-after"):
        words += f" Try again in {wait} seconds."
    return Refused("\n".join([words, *faults]), status)
