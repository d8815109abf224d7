"""A JSON file asked for one key after the other. Pure, no Django."""

from dataclasses import dataclass, field
from typing import Any


@dataclass
class Reading:
    """What a file says, as the fields of the editor's form.

    `where`: the path of each field in the file. `wrong`: (path, what is wrong there). `ignored`: the paths of
    what there is no place for.
    """

    fields: dict[str, str] = field(default_factory=dict)
    where: dict[str, str] = field(default_factory=dict)
    wrong: list[tuple[str, str]] = field(default_factory=list)
    ignored: list[str] = field(default_factory=list)

    def put(self, name: str, value: str, path: str) -> None:
        self.fields[name] = value
        self.where[name] = path


class JsonObject:
    """An object of the file, asked for one key after the other; what nobody asks for is named at the end."""

    def __init__(self, value: object, path: str, reading: Reading, *, whole: bool = False) -> None:
        self.path, self._reading, self._whole = path, reading, whole
        self._below: list[JsonObject] = []
        self._asked = {"$schema"}
        self._values: dict[str, Any] = {}
        if isinstance(value, dict):
            self._values = value
        elif value is not None:
            self._refuse(path, "an object in braces", value)

    def one(self, key: str, *, whole: bool = False) -> "JsonObject":
        """Return what stands there; with `whole`, unknown keys in it are not worth naming."""
        found = JsonObject(self._get(key), self._at(key), self._reading, whole=whole)
        self._below.append(found)
        return found

    def many(self, key: str) -> list["JsonObject"]:
        values = self._list(key)
        found = [JsonObject(value, f"{self._at(key)}[{n}]", self._reading) for n, value in enumerate(values)]
        self._below += found
        return found

    def text(self, key: str) -> str:
        value = self._get(key)
        return self._text(value, self._at(key))

    def texts(self, key: str) -> list[str]:
        found = [self._text(value, f"{self._at(key)}[{n}]") for n, value in enumerate(self._list(key))]
        return [text for text in found if text]

    def lines(self, first: str) -> str:
        """Return a sentence of its own and the highlights, one a line."""
        return "\n".join(filter(None, (self.text(first), *self.texts("highlights"))))

    def years(self) -> str:
        start, end = self.text("startDate"), self.text("endDate")
        return self.text("years") or span(start, end)

    def link(self) -> str:
        """Return a profile's address; one without is named."""
        url = self.text("url")
        self._asked |= {"network", "username"} if url else set()
        return url

    def name_the_rest(self) -> None:
        if not self._whole:
            self._reading.ignored += [self._at(key) for key in self._values if key not in self._asked]
        for one in self._below:
            one.name_the_rest()

    def _get(self, key: str) -> Any:
        self._asked.add(key)
        return self._values.get(key)

    def _at(self, key: str) -> str:
        return f"{self.path}.{key}" if self.path else key

    def _list(self, key: str) -> list[Any]:
        value = self._get(key)
        if value is None or isinstance(value, list):
            return value or []
        self._refuse(self._at(key), "a list in brackets", value)
        return []

    def _text(self, value: Any, path: str) -> str:
        if value is None:
            return ""
        if not isinstance(value, str):
            self._refuse(path, "text in quotes", value)
            return ""
        try:
            value.encode()
        except UnicodeEncodeError:
            self._reading.wrong.append((path, "This holds half a character. Write it anew."))
            return ""
        return value.strip()

    def _refuse(self, path: str, wanted: str, value: object) -> None:
        names = {dict: "an object", list: "a list", str: "text", bool: "true or false"}
        kind = next((name for type_, name in names.items() if isinstance(value, type_)), "a number")
        self._reading.wrong.append((path or "The file", f"This is {kind}; it has to be {wanted}."))


def span(start: str, end: str) -> str:
    """Return “2018–2027”, “2018–now” or “2027”."""
    return f"{start}–{end or 'now'}" if start else end
