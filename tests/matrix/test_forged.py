"""A form of another site changes nothing: every address that takes one refuses it."""

import pytest
from django.conf import settings
from django.middleware.csrf import _get_new_csrf_string
from django.test import Client

from tests.address import TOKEN as BY_TOKEN
from tests.addresses import ADDRESSES
from tests.matrix.roles import Cast, Role
from tests.matrix.rows import hers
from tests.person import HOST

FORM = "application/x-www-form-urlencoded"
# Taken without a token, and why.
OPEN = {"mail/off/<str:token>/": "a mail program has no token; nothing but its own one-click form is taken"}
SECRET = _get_new_csrf_string()
TOKEN, OTHER = SECRET, _get_new_csrf_string()
FORGED = {
    "without a token": ("x=1", FORM, {}),
    "with a wrong token": (f"csrfmiddlewaretoken={OTHER}", FORM, {}),
    "with a wrong token in the header": ("x=1", FORM, {"X-CSRFToken": OTHER, "HX-Request": "true"}),
    "from another site": (f"csrfmiddlewaretoken={TOKEN}", FORM, {"Origin": "https://evil.example"}),
    "from nowhere": (f"csrfmiddlewaretoken={TOKEN}", FORM, {"Origin": "null"}),
    "from this name on another port": (f"csrfmiddlewaretoken={TOKEN}", FORM, {"Origin": f"{HOST}:81"}),
    "as plain text": (f"csrfmiddlewaretoken={TOKEN}", "text/plain", {}),
}
FORMS = {route: address for route, address in ADDRESSES.items() if "POST" in address.methods}


def browser(cast: Cast) -> Client:
    client = Client(enforce_csrf_checks=True, raise_request_exception=False)
    client.cookies[settings.SESSION_COOKIE_NAME] = cast.sessions[Role.OWNER]
    client.cookies[settings.CSRF_COOKIE_NAME] = SECRET
    return client


@pytest.mark.once
@pytest.mark.asvs("3.5.1")
def test_a_forged_form_is_refused_everywhere(cast: Cast):
    taken = []
    for route, address in FORMS.items():
        path = hers(route, address.path, cast.alice)
        for how, (body, kind, headers) in FORGED.items():
            answer = browser(cast).post(path, body, content_type=kind, headers=headers)
            # Where a token is asked for, a session and its forms are nothing.
            refused = {401} if address.audience == BY_TOKEN else {403, 404} if route in OPEN else {403}
            if answer.status_code not in refused:
                taken.append(f"{route} {how}: {answer.status_code}")

    assert not taken, "\n".join(taken)


@pytest.mark.once
def test_a_form_of_ones_own_is_taken(cast: Cast):
    """So that what is refused above is refused for the forgery."""
    body = f"csrfmiddlewaretoken={TOKEN}&state=done"
    answer = browser(cast).post(
        "/skills/py-functions/state/", body, content_type=FORM, headers={"Origin": HOST}
    )

    assert answer.status_code == 303
