"""A sample of what `python -m tests.fuzz_api` sends: the document and the API say the same."""

import random

import pytest
from pytest_django import Settings

from config.api import api
from tests.api.account import make_rows
from tests.api.calls import CALLS
from tests.api.made_up import body, spoiled
from tests.api.script import Script

TIMES = 4
WRITES = [call for call in CALLS.values() if call.body is not None]
SHAPES = {
    operation.operation_id: operation.response_models
    for router in api._get_bound_routers()
    for view in router.path_operations.values()
    for operation in view.operations
}


@pytest.mark.asvs("2.2.1", "15.3.1", "1.3.3")
def test_what_fits_is_taken_and_what_does_not_is_refused(db: None, settings: Settings):
    settings.ACCOUNT_RATE_LIMITS = False
    rows, dice = make_rows(), random.Random(7)
    script = Script(rows.user)
    for call in WRITES:
        for _ in range(TIMES):
            sent = body(call.id, dice)
            answer = script.call(call.method, call.at(rows.ids), sent)
            assert answer.status_code in (200, 201, 404, 409), f"{call.id} {sent!r}: {answer.content!r}"
            sent = spoiled(call.id, dice)
            answer = script.call(call.method, call.at(rows.ids), sent)
            assert answer.status_code == 422, f"{call.id} {sent!r}: {answer.content!r}"
            assert answer.json()["errors"], call.id


@pytest.mark.asvs("15.3.1")
def test_answers_hold_exactly_what_is_declared(db: None):
    rows = make_rows()
    script = Script(rows.user)
    for call in CALLS.values():
        if call.method == "GET":
            shown = script.see(call.at(rows.ids))
            SHAPES[call.id][200].model_validate({"response": shown})
            with pytest.raises(ValueError, match="owner"):
                SHAPES[call.id][200].model_validate({"response": shown | {"owner": 1}})
