"""Everything goes out as a file and comes back in, without a script running."""

from pathlib import Path

from playwright.sync_api import expect

from tests.browser.accessibility import check_accessibility
from tests.browser.conftest import NARROW, Visit
from tests.factories import PASSWORD


def test_export_download_import_without_script(learn: Visit, tmp_path: Path):
    page = learn(java_script_enabled=False, viewport=NARROW, done=3, logged=5).page
    page.goto("/settings/data/")
    page.get_by_role("button", name="Export everything").click()
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Continue").click()
    expect(page.get_by_text("Ready since")).to_be_visible()
    with page.expect_download() as download:
        page.get_by_role("link", name="Download").click()
    assert download.value.suggested_filename.startswith("milepost-")
    file = tmp_path / "export.zip"
    download.value.save_as(file)

    other = learn(java_script_enabled=False, viewport=NARROW).page
    other.goto("/settings/data/")
    other.get_by_role("link", name="Choose a file to import").click()
    other.get_by_label("Your export").set_input_files(file)
    other.get_by_role("button", name="Read the file").click()
    expect(other.get_by_text("Nothing is saved yet")).to_be_visible()
    expect(other.get_by_role("row", name="Log")).to_contain_text("5")
    other.get_by_role("button", name="Import", exact=True).click()
    expect(other.get_by_text("rows new")).to_be_visible()
    other.goto("/log/")
    expect(other.get_by_text("5 h").first).to_be_visible()


def test_the_pages_are_for_everyone(learn: Visit, tmp_path: Path):
    tab = learn(color_scheme="dark", viewport=NARROW)
    page = tab.page
    page.goto("/settings/data/import/")
    check_accessibility(page, "dark")
    page.get_by_label("Your export").set_input_files(
        {"name": "list.txt", "mimeType": "text/plain", "buffer": b"milk, eggs"}
    )
    tab.witness.expect("422")
    page.get_by_role("button", name="Read the file").click()
    expect(page.get_by_text("This is no Milepost export").first).to_be_visible()
    check_accessibility(page, "dark")
