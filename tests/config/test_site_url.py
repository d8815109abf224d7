"""Where links outside of pages lead: what is set, never what a request says."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from environs import ValidationError

from config.settings import BASE_DIR
from config.site_url import site_url, validate_site_url


@pytest.mark.parametrize(
    ("hosts", "https", "url"),
    [
        (["localhost", "127.0.0.1"], False, "http://localhost:8117"),
        (["milepost.example", "www.milepost.example"], True, "https://milepost.example"),
        ([".example", "*", "milepost.example"], True, "https://milepost.example"),
        (["*"], False, "http://localhost:8117"),
        ([], False, "http://localhost:8117"),
        (["[::1]"], False, "http://[::1]:8117"),
    ],
)
def test_without_a_setting_it_is_the_first_whole_name(hosts: list[str], https: bool, url: str):
    assert site_url(hosts, 8117, https=https) == url
    validate_site_url(url)


@pytest.mark.parametrize(
    "url",
    [
        *(
            "milepost.example",
            "ftp://milepost.example",
            "https://",
            "https://a.example/path",
            "javascript:alert(1)",
        ),
        *("https://a.example?x=1", "https://me:secret@a.example", "https://a.example:port", "//a.example"),
    ],
)
def test_an_address_that_is_none_is_refused(url: str):
    with pytest.raises(ValidationError):
        validate_site_url(url)


@pytest.mark.slow
def test_the_start_names_a_setting_that_makes_no_sense(tmp_path: Path):
    found = subprocess.run(
        [sys.executable, "-c", "import config.settings"],
        check=False,
        cwd=BASE_DIR,
        env={**os.environ, "VAR_DIR": str(tmp_path), "SITE_URL": "milepost.example"},
        capture_output=True,
        text=True,
    )

    assert found.returncode == 1
    assert "SITE_URL is the address of the site" in found.stderr
