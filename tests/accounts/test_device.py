"""The name under which a device keeps what is an account's."""

from pytest_django import Settings

from accounts.device import account_key


def test_each_account_has_its_own_name_that_does_not_count_people():
    names = {account_key(pk) for pk in range(1, 200)}

    assert len(names) == 199
    assert all(len(name) == 20 and int(name, 16) for name in names)


def test_a_new_secret_key_leaves_no_change_behind(settings: Settings):
    account_key.cache_clear()
    before = account_key(7)
    settings.SECRET_KEY_FALLBACKS = [settings.SECRET_KEY]
    settings.SECRET_KEY = "another key that nobody knew before"
    account_key.cache_clear()

    assert account_key(7) == before
    account_key.cache_clear()
