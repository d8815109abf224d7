"""Pages compressed in the form that the browser takes."""

import gzip

import brotli
import pytest
import zstandard
from django.test import Client

from config.compression import choose

pytestmark = pytest.mark.urls("tests.config.pages")

LONG = b"<p>A line of a long page.</p>" * 200
DECODERS = {
    "zstd": zstandard.ZstdDecompressor().decompress,
    "br": brotli.decompress,
    "gzip": gzip.decompress,
}


@pytest.mark.parametrize(
    ("accepted", "coding"),
    [
        ("gzip, deflate, br, zstd", "zstd"),
        ("gzip, deflate, br", "br"),
        ("gzip", "gzip"),
        ("GZIP;q=0.5", "gzip"),
        ("br;q=0, gzip;q=1.0", "gzip"),
        ("zstd;q=0.000, br; q=0.1", "br"),
        ("*", "zstd"),
        ("gzip, *;q=0", "gzip"),
        ("deflate", None),
        ("identity", None),
        ("", None),
    ],
)
def test_the_cheapest_coding_that_is_accepted(accepted, coding):
    assert choose(accepted) == coding


@pytest.mark.parametrize("coding", DECODERS)
def test_a_long_page_arrives_whole_and_small(coding):
    answer = Client().get("/test/long/", headers={"Accept-Encoding": coding})
    assert answer.headers["Content-Encoding"] == coding
    assert answer.headers["Content-Length"] == str(len(answer.content))
    assert len(answer.content) < len(LONG) / 5
    assert DECODERS[coding](answer.content) == LONG
    assert "Accept-Encoding" in answer.headers["Vary"]


@pytest.mark.parametrize(
    ("path", "accepted"),
    [
        ("/test/long/", ""),
        ("/test/short/", "gzip"),
        ("/test/long/?type=image/png", "gzip"),
        ("/test/long/?cache=no-transform", "gzip"),
    ],
)
def test_left_as_it_is(path, accepted):
    answer = Client().get(path, headers={"Accept-Encoding": accepted})
    assert "Content-Encoding" not in answer.headers


def test_caches_know_that_the_answer_depends_on_the_browser():
    for path in ("/test/long/", "/test/short/", "/test/unmodified/"):
        assert "Accept-Encoding" in Client().get(path).headers["Vary"]


@pytest.mark.parametrize("sent", ['"a"', 'W/"a"'])
def test_an_etag_names_the_page_not_its_bytes(sent):
    for accepted in ("", "zstd"):
        answer = Client().get("/test/long/", {"etag": sent}, headers={"Accept-Encoding": accepted})
        assert answer.headers["ETag"] == 'W/"a"'


def test_an_unchanged_page_stays_empty():
    answer = Client().get("/test/unmodified/", headers={"Accept-Encoding": "zstd"})
    assert answer.status_code == 304
    assert answer.content == b""
    assert "Content-Encoding" not in answer.headers
