"""Nobody stores what the form does not ask for."""

import pytest

from tests.address import LEARNER
from tests.addresses import ADDRESSES
from tests.matrix.extra_fields import extras, stored
from tests.matrix.roles import Cast


@pytest.mark.once
@pytest.mark.asvs("8.2.3", "15.3.3")
def test_no_form_stores_a_column_it_does_not_ask_for(cast: Cast):
    forms = {r: a for r, a in ADDRESSES.items() if "POST" in a.methods and a.audience == LEARNER}
    arrived = {route: found for route, address in forms.items() if (found := stored(cast, route, address))}

    assert arrived == {}


def test_the_extras_name_what_gives_power():
    assert {"user", "user_id", "is_staff", "is_superuser", "id", "made_at", "digest"} <= set(
        extras(ADDRESSES["settings/theme/"])
    )
