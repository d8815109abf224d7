"""The installation's key: made once, whole, and for its owner only."""

import stat
from concurrent.futures import ThreadPoolExecutor

import pytest

from config.secret_key import read_or_make_key


@pytest.mark.asvs("13.3.1", "13.3.2")
def test_made_once_and_kept(tmp_path):
    path = tmp_path / "var" / "secret_key"
    key = read_or_make_key(path)
    assert len(key) >= 50
    assert read_or_make_key(path) == key
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700


def test_many_that_start_together_use_one_key(tmp_path):
    path = tmp_path / "secret_key"
    with ThreadPoolExecutor(16) as pool:
        keys = set(pool.map(lambda _: read_or_make_key(path), range(64)))
    assert len(keys) == 1
    assert "" not in keys
    assert [file.name for file in tmp_path.iterdir()] == ["secret_key"]
