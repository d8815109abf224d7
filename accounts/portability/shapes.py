"""Checks of what comes in, beyond a field's own: lists and objects of JSON, patterns, ranges."""

import re
from collections.abc import Callable, Mapping
from typing import Any

Check = Callable[[Any], None]


def texts(most: int, longest: int, check: Check | None = None) -> Check:
    """Take a list of at most `most` texts, each of at most `longest` characters and good for `check`."""

    def held(value: Any) -> None:
        if not isinstance(value, list) or len(value) > most:
            raise ValueError("is no list of so many texts")
        for each in value:
            _text(each, longest)
            if check:
                check(each)

    return held


def objects(most: int, fields: Mapping[str, int]) -> Check:
    """Take a list of objects that have exactly these `fields`: texts of at most so many characters."""

    def held(value: Any) -> None:
        if not isinstance(value, list) or len(value) > most:
            raise ValueError("is no list of so many objects")
        for each in value:
            if not isinstance(each, dict) or set(each) != set(fields):
                raise ValueError(f"needs objects with {', '.join(fields)}")
            for name, longest in fields.items():
                _text(each[name], longest)

    return held


def scalars(*names: str) -> Check:
    """Take an object of numbers, short texts and nulls under these names."""

    def held(value: Any) -> None:
        if not isinstance(value, dict) or not set(value) <= set(names):
            raise ValueError(f"is no object of {', '.join(names)}")
        for each in value.values():
            short = isinstance(each, str) and len(each) < 40
            if not (each is None or isinstance(each, int | float) or short):
                raise ValueError("has a value that does not belong there")

    return held


def pattern(regex: str) -> Check:
    """Take a text that matches the whole of `regex`."""
    shape = re.compile(regex, re.ASCII)

    def held(value: Any) -> None:
        if not shape.fullmatch(value):
            raise ValueError("is not written as it should be")

    return held


def between(least: float, most: float) -> Check:
    """Take a number from `least` to `most`, both included."""

    def held(value: Any) -> None:
        if not least <= value <= most:
            raise ValueError(f"is not between {least:g} and {most:g}")

    return held


def _text(value: Any, longest: int) -> None:
    if not isinstance(value, str) or len(value) > longest:
        raise ValueError(f"has something else than a text of at most {longest:,} characters")
