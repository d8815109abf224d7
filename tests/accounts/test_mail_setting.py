"""Whether an address has to be confirmed follows from whether mail can be sent."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

PROGRAM = """
from django.conf import settings
print(settings.ACCOUNT_EMAIL_VERIFICATION, settings.EMAIL_HOST, settings.EMAIL_PORT, settings.EMAIL_USE_TLS)
"""


def settings_with(folder: Path, **variables: str) -> subprocess.CompletedProcess[str]:
    environment = {
        name: value for name, value in os.environ.items() if name not in ("EMAIL_URL", "EMAIL_VERIFICATION")
    }
    environment |= {"DJANGO_SETTINGS_MODULE": "config.settings", "VAR_DIR": str(folder), **variables}
    return subprocess.run(
        [sys.executable, "-c", PROGRAM], env=environment, capture_output=True, text=True, check=False
    )


@pytest.mark.once
@pytest.mark.parametrize(
    ("variables", "printed"),
    [
        ({}, "none localhost 25 False"),
        ({"EMAIL_URL": ""}, "none localhost 25 False"),
        ({"EMAIL_URL": "smtp://127.0.0.1:2525"}, "mandatory 127.0.0.1 2525 False"),
        ({"EMAIL_URL": "submission://me:secret@mail.example"}, "mandatory mail.example 587 True"),
        (
            {"EMAIL_URL": "submission://me:secret@mail.example", "EMAIL_VERIFICATION": "optional"},
            "optional mail.example 587 True",
        ),
    ],
)
def test_a_mail_server_makes_confirmation_a_condition(
    tmp_path: Path, variables: dict[str, str], printed: str
) -> None:
    assert settings_with(tmp_path, **variables).stdout.strip() == printed


@pytest.mark.once
@pytest.mark.parametrize(
    ("variables", "reason"),
    [
        ({"EMAIL_URL": "smtp+tls://mail.example"}, "EMAIL_URL begins with"),
        ({"EMAIL_URL": "mail.example"}, "EMAIL_URL begins with"),
        ({"EMAIL_VERIFICATION": "perhaps"}, "EMAIL_VERIFICATION"),
    ],
)
def test_a_setting_that_means_nothing_stops_the_start(
    tmp_path: Path, variables: dict[str, str], reason: str
) -> None:
    run = settings_with(tmp_path, **variables)

    assert run.returncode != 0
    assert reason in run.stderr
