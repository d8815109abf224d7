"""Static files are collected when they changed, and only then."""

import pytest

from config import static_files


@pytest.fixture
def site(tmp_path, settings):
    """Return a folder of sources that is collected into another one."""
    source = tmp_path / "source"
    source.mkdir()
    (source / "page.css").write_text("body{color:red}")
    settings.STATICFILES_DIRS = [source]
    settings.STATIC_ROOT = tmp_path / "static"
    settings.STATICFILES_FINDERS = ["django.contrib.staticfiles.finders.FileSystemFinder"]
    settings.STORAGES = {
        **settings.STORAGES,
        "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
    }
    from django.contrib.staticfiles import finders

    finders.get_finder.cache_clear()  # type: ignore[attr-defined]  # it is an lru_cache
    yield source
    finders.get_finder.cache_clear()  # type: ignore[attr-defined]  # it is an lru_cache


def test_collected_once_hashed_and_compressed(site, settings):
    assert not static_files.are_collected()
    assert static_files.collect()
    assert static_files.are_collected()
    (page,) = settings.STATIC_ROOT.glob("page.*.css")
    assert page.name != "page.css"
    assert not static_files.collect()


def test_a_change_is_collected_and_the_old_file_stays(site, settings):
    static_files.collect()
    (old,) = settings.STATIC_ROOT.glob("page.*.css")
    (site / "page.css").write_text("body{color:darkred}")
    assert static_files.collect()
    assert old.exists()
    assert len(list(settings.STATIC_ROOT.glob("page.*.css"))) == 2


def test_a_missing_folder_is_made_again(site, settings):
    static_files.collect()
    (settings.STATIC_ROOT / "staticfiles.json").unlink()
    assert static_files.collect()
