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
PUMPS = [
    "a",
    "A",
    " ",
    "1",
    "0,",
    "1.",
    "-",
    "_",
    "=",
    "'",
    "[",
    "(",
    "<",
    "\\",
    "\n",
    "a ",
    "1 ",
    "a-",
    "é",
    "a\n",
]
PUMPS += ["http://", "a@", "a.", "$1", "<br", "**", "# "]
WORD = re.compile(r"[A-Za-z]{3,}")


@dataclass(frozen=True)
class Pattern:
    """`place` is its file and a name or the pattern's own text; `how` the function that it is used by."""

    place: str
    compiled: re.Pattern[str]
    how: str

    def seconds(self, text: str) -> float:
        """Return the CPU time to look through `text` as the code does."""
        start = time.thread_time()
        if self.how in ("match", "fullmatch", "search"):
            getattr(self.compiled, self.how)(text)
        else:
            for _ in self.compiled.finditer(text):
                pass
        return time.thread_time() - start

    def pumps(self) -> list[str]:
        """Return what to repeat: the usual, and the pattern's own words."""
        return [*PUMPS, *(word + " " for word in dict.fromkeys(WORD.findall(self.compiled.pattern)))][:36]


def patterns() -> tuple[list[Pattern], list[str]]:
    """Return every pattern of the code, and the places of those that are put together when called."""
    found: list[Pattern] = []
    open_: list[str] = []
    for path in sources():
        text = path.read_text(encoding="utf-8")
        name = path.relative_to(ROOT).as_posix()
        if "re." not in text:
            continue
        tree = ast.parse(text)
        calls = [node for node in ast.walk(tree) if isinstance(node, ast.Call) and _is_regex(node)]
        if calls:
            module = importlib.import_module(
                name.removesuffix(".py").removesuffix("/__init__").replace("/", ".")
            )
            for call in calls:
                pattern = _evaluated(call, vars(module), name)
                if pattern:
                    uses = _uses(call, pattern.how, _names(tree), text)
                    found += [Pattern(pattern.place, pattern.compiled, how) for how in sorted(uses)]
                else:
                    open_.append(f"{name}: {ast.unparse(call.args[0])}")
    return found, open_


def _names(tree: ast.Module) -> dict[int, str]:
    """Return the name that each call at the top of a module is given, by the line where it begins."""
    found = {}
    for line in tree.body:
        if isinstance(line, ast.Assign) and isinstance(line.targets[0], ast.Name):
            found[line.value.lineno] = line.targets[0].id
    return found


def _uses(call: ast.Call, how: str, names: dict[int, str], text: str) -> set[str]:
    """Return by which functions a pattern is used: for a compiled one, those of the name that it has."""
    if how != "compile":
        return {how}
    if call.lineno not in names:
        return {"finditer"}
    return set(re.findall(rf"\b{names[call.lineno]}\.({'|'.join(FUNCTIONS)})\b", text)) or {"finditer"}


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


def linear() -> float:
    """Return the CPU time of a pattern that is surely linear over 100 kB, the best of three."""
    plain = Pattern("", re.compile(r"(?:ab|cd)+e"), "match")
    return min(plain.seconds("abcd" * (LONG // 4)) for _ in range(3))


def slow(pattern: Pattern, limit: float) -> Iterator[tuple[str, float]]:
    """Yield the first pump over whose repetition the pattern takes more than `limit` seconds for 100 kB.

    What grows faster than the text is not waited for: its time is reckoned from shorter ones.
    """
    for pump in pattern.pumps():
        texts = [pump * (size // len(pump)) + "!" for size in (SHORT // 4, SHORT, LONG)]
        second = pattern.seconds(texts[1])
        if second * LONG / SHORT < limit / 2:
            continue  # far below, even with some noise
        # Twice, so that a pause of the machine is not taken for growth.
        first = min(pattern.seconds(texts[0]) for _ in range(2))
        second = min(second, pattern.seconds(texts[1]))
        if second > 8 * first and second * LONG / SHORT > limit / 2:
            taken = second * (LONG / SHORT) ** 2
        else:
            taken = pattern.seconds(texts[2])
        if taken > limit:
            yield pump, taken
            return  # one is enough
