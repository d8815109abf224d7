"""Reads our own code for what it must never do: each gate returns the lines that break its rule."""

import ast
from collections.abc import Callable, Iterator
from pathlib import Path

from django.conf import settings

ROOT = Path(settings.BASE_DIR)
CODE = ("accounts", "career", "config", "roadmap", "milepost")
Gate = Callable[[ast.AST], bool]


def sources() -> Iterator[Path]:
    for folder in CODE:
        for path in sorted((ROOT / folder).rglob("*.py")):
            if "migrations" not in path.parts:
                yield path


def broken(gate: Gate, source: str) -> list[int]:
    """Return the lines of `source` where the gate says yes."""
    nodes = (node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.expr | ast.stmt))
    return [node.lineno for node in nodes if gate(node)]


def _called(node: ast.AST) -> str:
    """Return what a call calls, with its dots: `os.system`, or `.execute` of something."""
    if not isinstance(node, ast.Call):
        return ""
    parts = []
    target: ast.AST = node.func
    while isinstance(target, ast.Attribute):
        parts.append(target.attr)
        target = target.value
    parts.append(target.id if isinstance(target, ast.Name) else "")
    return ".".join(reversed(parts))


def _is_fixed(node: ast.expr) -> bool:
    """Return whether a text is a constant of the code: a literal, a name of a constant, or made of such."""
    match node:
        case ast.Constant():
            return True
        case ast.Name(id=name):
            return name.lstrip("_").isupper()
        case ast.Attribute(attr=name):
            return name.lstrip("_").isupper()
        case ast.BinOp(left=left, right=right):
            return _is_fixed(left) and _is_fixed(right)
        case ast.JoinedStr(values=values):
            return all(_is_fixed(v.value if isinstance(v, ast.FormattedValue) else v) for v in values)
        case ast.Subscript(value=value):
            return _is_fixed(value)
        case ast.Call(func=ast.Attribute(attr="escape")):  # re.escape: any text, as itself
            return True
        case ast.Call(func=ast.Name(id="map"), args=[ast.Attribute(attr="escape"), _]):
            return True
        case ast.Call(func=ast.Attribute(value=value, attr="join"), args=[part]):
            return _is_fixed(value) and _is_fixed(part)
    return False


def runs_a_shell(node: ast.AST) -> bool:
    shell = isinstance(node, ast.Call) and any(
        word.arg == "shell" and not (isinstance(word.value, ast.Constant) and not word.value.value)
        for word in node.keywords
    )
    return shell or _called(node) in ("os.system", "os.popen", "subprocess.getoutput")


def starts_programs(node: ast.AST) -> bool:
    return _called(node).startswith(("subprocess.", "os.exec", "os.spawn", "os.posix_spawn"))


def evaluates(node: ast.AST) -> bool:
    return _called(node) in ("eval", "exec", "compile", "__import__")


def builds_sql(node: ast.AST) -> bool:
    """Queries with text that is put together: `.raw`, `.extra`, `RawSQL`, and `execute` of no constant."""
    name = _called(node)
    if name == "RawSQL" or name.endswith((".raw", ".extra")):
        return True
    return (
        name.endswith((".execute", ".executemany"))
        and isinstance(node, ast.Call)
        and bool(node.args)
        and not _is_fixed(node.args[0])
    )


def builds_a_pattern(node: ast.AST) -> bool:
    """A regular expression of no constant, or a lookup by one."""
    if isinstance(node, ast.keyword | ast.Call) and any(
        word.arg and word.arg.endswith(("__regex", "__iregex")) for word in getattr(node, "keywords", [])
    ):
        return True
    name = _called(node)
    functions = ("compile", "match", "fullmatch", "search", "sub", "subn", "split", "findall", "finditer")
    is_call = name in {f"re.{function}" for function in functions} or name == "RegexValidator"
    return is_call and isinstance(node, ast.Call) and bool(node.args) and not _is_fixed(node.args[0])


def builds_a_template(node: ast.AST) -> bool:
    name = _called(node)
    return name in ("Template", "template.Template") or name.endswith(".from_string")


def formats_no_constant(node: ast.AST) -> bool:
    """`text.format(…)`, or a log line, where the pattern is a value."""
    if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Attribute):
        return False
    if node.func.attr in ("debug", "info", "warning", "error", "exception", "critical"):
        logs = "log" in ast.unparse(node.func.value).lower()
        return logs and bool(node.args) and not _is_fixed(node.args[0])
    if ast.unparse(node.func.value) == "super()":
        return False
    return node.func.attr in ("format", "format_map") and not _is_fixed(node.func.value)


def _imports(*names: str) -> Gate:
    def gate(node: ast.AST) -> bool:
        if isinstance(node, ast.Import):
            found = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            found = [node.module or ""] + [f"{node.module}.{alias.name}" for alias in node.names]
        else:
            return False
        return any(name == wanted or name.startswith(wanted + ".") for name in found for wanted in names)

    return gate


reads_xml = _imports("xml", "lxml", "defusedxml", "xmltodict")
_imports_pickle = _imports("pickle", "shelve", "dill", "jsonpickle")
goes_out = _imports("socket", "urllib.request", "http.client", "requests", "httpx", "aiohttp", "smtplib")
enciphers = _imports("cryptography", "Crypto", "nacl", "ssl", "hmac")
rolls_dice = _imports("random")


def uses_uuid1(node: ast.AST) -> bool:
    return _called(node) in ("uuid.uuid1", "uuid1")


def reads_objects(node: ast.AST) -> bool:
    """Pickles, and what `marshal` reads; to write with it, for a digest, is harmless."""
    return _imports_pickle(node) or _called(node) in ("marshal.load", "marshal.loads")


def loads_yaml(node: ast.AST) -> bool:
    return _called(node) in ("yaml.load", "yaml.load_all", "yaml.unsafe_load", "yaml.full_load")


def hashes_weakly(node: ast.AST) -> bool:
    strong = {"sha256", "sha384", "sha512", "sha3_256", "sha3_512", "blake2b", "scrypt", "pbkdf2_hmac"}
    name = _called(node)
    return name.startswith("hashlib.") and name.removeprefix("hashlib.") not in strong


def takes_files(node: ast.AST) -> bool:
    return _called(node).rpartition(".")[2] in (
        "FileField",
        "ImageField",
        "FilePathField",
        "MultipleFileField",
    )
