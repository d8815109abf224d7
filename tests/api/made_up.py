"""Bodies made up from the shapes of the document: some that fit, some with one thing wrong."""

import datetime
import random
import re
import uuid
from typing import Any

from config.api_document import document
from tests import naughty

Schema = dict[str, Any]
WORDS = [
    "Bird calls",
    "x",
    "0",
    "-1",
    "a b",
    "ünï",
    "日本",
    "32000.50",
    "GBP",
    "https://example.org/a",
    "",
    " ",
]
TEXTS = [*WORDS, *(raw.decode("utf-8", "replace") for raw in naughty.ALL)]


def body(name: str, dice: random.Random) -> Any:
    """Return a body that fits the shape of the operation called `name`."""
    return _value(_schema_of(name), dice)


def spoiled(name: str, dice: random.Random) -> Any:
    """Return a body of which one thing does not fit."""
    found = body(name, dice)
    schema = _resolved(_schema_of(name))
    wrong = dice.choice(["more", "less", "type", "whole"])
    required = schema.get("required", [])
    if wrong == "less" and required:
        del found[dice.choice(required)]
    elif wrong == "type" and found:
        found[dice.choice(list(found))] = {"not": ["this"]}
    elif wrong == "whole":
        return dice.choice([None, 1, "text", [found], True])
    else:
        found["unheard-of"] = 1
    return found


def _schema_of(name: str) -> Schema:
    for methods in document()["paths"].values():
        for operation in methods.values():
            if operation["operationId"] == name:
                schema: Schema = operation["requestBody"]["content"]["application/json"]["schema"]
                return schema
    raise LookupError(name)


def _resolved(schema: Schema) -> Schema:
    if "$ref" not in schema:
        return schema
    found: Schema = document()["components"]["schemas"][schema["$ref"].rsplit("/", 1)[-1]]
    return found


def _value(schema: Schema, dice: random.Random) -> Any:
    schema = _resolved(schema)
    if "anyOf" in schema:
        return _value(dice.choice(schema["anyOf"]), dice)
    if "const" in schema:
        return schema["const"]
    if "enum" in schema:
        return dice.choice(schema["enum"])
    match schema["type"]:
        case "object":
            needed = schema.get("required", [])
            return {
                name: _value(part, dice)
                for name, part in schema["properties"].items()
                if name in needed or dice.random() < 0.6
            }
        case "array":
            most = min(schema.get("maxItems", 4), 4)
            return [
                _value(schema["items"], dice) for _ in range(dice.randint(schema.get("minItems", 0), most))
            ]
        case "integer":
            least, most = schema["minimum"], schema["maximum"]
            return dice.choice([least, most, dice.randint(least, most)])
        case "number":
            return dice.choice([0, -1.5, 1e308, 5e-324, 0.1])
        case "boolean":
            return dice.random() < 0.5
        case "null":
            return None
    return _text(schema, dice)


def _text(schema: Schema, dice: random.Random) -> str:
    if schema.get("format") == "date":
        return datetime.date.fromordinal(dice.choice([1, 730_120, 740_000, 745_000, 3_652_059])).isoformat()
    if schema.get("format") == "uuid":
        return str(uuid.UUID(int=dice.getrandbits(128)))
    fits = re.compile(schema.get("pattern", "").replace("$", r"\Z"))
    least, most = schema.get("minLength", 0), schema.get("maxLength", 10_000)
    pool = [text for text in TEXTS if least <= len(text) <= most and fits.search(text)]
    return dice.choice(pool)
