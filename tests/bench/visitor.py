"""A learner's browser, as far as a bench needs one: it logs in, keeps cookies and writes requests."""

import http.client
import re
from dataclasses import dataclass, field, replace
from urllib.parse import urlencode

ENCODINGS = "gzip, deflate, br, zstd"
TOKEN = re.compile(r'name="csrfmiddlewaretoken" value="([^"]+)"')


@dataclass(frozen=True)
class Request:
    """One request as it goes over the wire."""

    method: str
    path: str
    headers: dict[str, str]
    body: str = ""

    def without(self, header: str) -> "Request":
        return Request(
            self.method, self.path, {k: v for k, v in self.headers.items() if k != header}, self.body
        )


@dataclass(frozen=True)
class Answer:
    status: int
    headers: dict[str, str]
    body: bytes


def send(port: int, request: Request) -> Answer:
    """Send one request on a connection of its own."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
    try:
        connection.request(request.method, request.path, request.body or None, request.headers)
        response = connection.getresponse()
        # Set-Cookie may come several times; the other headers do not.
        cookies = "\n".join(response.headers.get_all("Set-Cookie") or [])
        headers = {name.lower(): value for name, value in response.getheaders()} | {"set-cookie": cookies}
        return Answer(response.status, headers, response.read())
    finally:
        connection.close()


@dataclass
class Visitor:
    """Cookies and a form's token; `email` and `password` are typed into the real form."""

    port: int
    email: str
    password: str
    cookies: dict[str, str] = field(default_factory=dict)
    token: str = ""

    def log_in(self) -> None:
        form = send(self.port, self.get("/accounts/login/").without("Accept-Encoding"))
        self._keep(form)
        answer = send(self.port, self.log_in_request())
        if "sessionid=" not in answer.headers["set-cookie"]:
            raise RuntimeError(f"{self.email} could not log in: {answer.status}")
        self._keep(answer)
        # Logging in changes the token.
        self._keep(send(self.port, self.get("/roadmap/").without("Accept-Encoding")))

    def log_in_request(self) -> Request:
        """Return what the log-in form sends; no session, or the answer would only be a redirect."""
        cookies = {name: value for name, value in self.cookies.items() if name == "csrftoken"}
        stranger = replace(self, cookies=cookies)
        return stranger.post("/accounts/login/", {"login": self.email, "password": self.password})

    def get(self, path: str, **headers: str) -> Request:
        """Return a browser's GET; keyword `If_None_Match` is the header If-None-Match."""
        return Request("GET", path, self._headers() | {k.replace("_", "-"): v for k, v in headers.items()})

    def post(self, path: str, fields: dict[str, str], **headers: str) -> Request:
        body = urlencode({"csrfmiddlewaretoken": self.token} | fields)
        known = self._headers() | {"Content-Type": "application/x-www-form-urlencoded"}
        return Request("POST", path, known | {k.replace("_", "-"): v for k, v in headers.items()}, body)

    def tick(self, slug: str, state: str, page: str) -> Request:
        """Return what htmx sends when a skill is ticked on `page`."""
        url = f"http://127.0.0.1:{self.port}{page}"
        return self.post(f"/skills/{slug}/state/", {"state": state}, HX_Request="true", HX_Current_URL=url)

    def _headers(self) -> dict[str, str]:
        cookies = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
        headers = {"Host": f"127.0.0.1:{self.port}", "Accept": "text/html", "Accept-Encoding": ENCODINGS}
        return headers | ({"Cookie": cookies} if cookies else {})

    def _keep(self, answer: Answer) -> None:
        for line in filter(None, answer.headers["set-cookie"].split("\n")):
            name, _, value = line.partition(";")[0].partition("=")
            self.cookies[name] = value
        if found := TOKEN.search(answer.body.decode()):
            self.token = found[1]
