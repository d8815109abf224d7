"""Every regular expression of ours, and how long it takes over text that was made to take long."""

import ast
import importlib
import re
import time
from collections.abc import Iterator
from dataclasses import dataclass

from tests.hardening.code import ROOT, sources

FUNCTIONS = ("compile", "match", "fullmatch", "search", "sub", "subn", "split", "findall", "finditer")
LONG = 100_000
SHORT = 4_000
# What a run of any kind of character, and words that patterns often wait for, look like.
PUMPS = ["a", "A", " ", "1", "0,", "1.", "-", "_", "=", "'", "[", "(", "<", "\\", "\n", "a ", "1 ", "a-", "é", "a\n"]
PUMPS += ["http://", "a@", "a.", "$1", "<br", "**", "# "]
WORD = re.compile(r"[A-Za-z]{3,}")


@dataclass(frozen=True)
class Pattern:
    """`place` is its file and a name or the pattern's own text; `how` the function that it is used by."""

    place: str
    compiled: re.Pattern[str]
    how: str

    def seconds(self, text: str) -> float:
        """Return the time to look through `text` for everything that fits, the best of two."""
        best = float("inf")
        for _ in range(2):
            start = time.perf_counter()
            if self.how in ("match", "fullmatch"):
                getattr(self.compiled, self.how)(text)
            else:
                for number, _found in enumerate(self.compiled.finditer(text)):
                    if number > 200_000:
                        break
            best = min(best, time.perf_counter() - start)
        return best

    def pumps(self) -> list[str]:
        """Return what to repeat: the usual, and the pattern's own words."""
        return [*PUMPS, *(word + " " for word in dict.fromkeys(WORD.findall(self.compiled.pattern)))][:48]


def patterns() -> tuple[list[Pattern], list[str]]:
    """Return every pattern of the code, and the places of those that are put together when called."""
    found: list[Pattern] = []
    open_: list[str] = []
    for path in sources():
        text = path.read_text(encoding="utf-8")
        name = path.relative_to(ROOT).as_posix()
        calls = [node for node in ast.walk(ast.parse(text)) if _is_regex(node)]
        if calls:
            module = importlib.import_module(name.removesuffix(".py").removesuffix("/__init__").replace("/", "."))
            for call in calls:
                pattern = _evaluated(call, vars(module), name)
                if pattern:
                    found.append(pattern)
                else:
                    open_.append(f"{name}: {ast.unparse(call.args[0])}")
    return found, open_


def _is_regex(node: ast.AST) -> bool:
    return (
        isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and isinstance(node.func.value, ast.Name)
        and node.func.value.id == "re"
        and node.func.attr in FUNCTIONS
    )


def _evaluated(call: ast.Call, names: dict[str, object], file: str) -> Pattern | None:
    """Return the pattern of a call as its module has it; None when its text depends on a local name."""
    assert isinstance(call.func, ast.Attribute)
    flags = [word.value for word in call.keywords if word.arg == "flags"]
    if call.func.attr == "compile" and len(call.args) > 1:
        flags = [call.args[1]]
    elif call.func.attr in ("match", "fullmatch", "search", "findall", "finditer") and len(call.args) > 2:
        flags = [call.args[2]]
    try:
        text = eval(compile(ast.Expression(call.args[0]), file, "eval"), dict(names))
        flag = eval(compile(ast.Expression(flags[0]), file, "eval"), dict(names)) if flags else 0
    except NameError:
        return None
    return Pattern(f"{file}: {str(text)[:60]}", re.compile(text, flag), call.func.attr)


def slow(pattern: Pattern, limit: float) -> Iterator[tuple[str, float]]:
    """Yield each pump over whose repetition the pattern takes more than `limit` seconds for 100 kB.

    What grows faster than the text is not waited for: its time is reckoned from shorter ones.
    """
    for pump in pattern.pumps():
        for end in ("", "!"):
            few, more = (pump * (size // len(pump)) + end for size in (SHORT, SHORT * 4))
            first, second = pattern.seconds(few), pattern.seconds(more)
            if second > 8 * first and second > 0.002:
                taken = second * (LONG / len(more)) ** 2
            elif second < limit / 20:
                continue  # linear, and far below
            else:
                taken = pattern.seconds(pump * (LONG // len(pump)) + end)
            if taken > limit:
                yield pump, taken
