"""What our own code never does; where it does, it is said why."""

import pytest

from tests.hardening import code
from tests.hardening.code import Gate, broken, sources

# Each joins statements and columns that are constants; what a person sent is a parameter of them.
SQL = dict.fromkeys(
    [
        *("accounts/belongings.py", "accounts/models/changes.py", "config/sqlite.py"),
        *("roadmap/models/builds.py", "roadmap/models/deck.py", "roadmap/models/progress.py"),
        *("roadmap/models/history.py", "roadmap/models/own_sprint.py", "roadmap/models/profiles.py"),
        *("roadmap/models/review.py", "roadmap/models/skill_cards.py", "roadmap/models/week_rows.py"),
        "roadmap/models/study.py",
    ],
    "constants of its module",
)
PROGRAMS = {
    "config/jobs.py": "the worker beside the server, by argument list",
    "config/postgres.py": "pg_dump and pg_restore of the backup, by argument list",
    "config/management/commands/serve.py": "becomes the server, by argument list",
}
EVALUATES = {"config/preflight.py": "asks whether two parts of Python are there"}
PATTERNS = {
    "accounts/portability/shapes.py": "patterns of the format, constants where it is called",
    "career/reading/wording.py": "wordings of the reader's own table",
}
FORMATS = {
    "roadmap/models/deck.py": "a statement of its module, with expressions of its module",
    "accounts/portability/comparison.py": "a sentence of the line above",
    "accounts/security_log.py": "the name of an event, each a constant where it is called",
}
OUT = {
    "accounts/inactivity.py": "names the errors of a mail server that is away",
    "config/management/commands/mcp.py": "a learner's own tool, run by them",
    "milepost/site.py": "the client that learners run on their own machines",
    "roadmap/link_check/asking.py": "asks the catalogue's links, by a command of staff",
    "accounts/adapter.py": "names the errors of a mail server that is away",
    "accounts/mail/post.py": "names the errors of a mail server that is away",
    "config/server.py": "asks itself whether it answers, and whether its port is free",
}
DICE = {"roadmap/futures.py": "draws weeks for the forecast"}
# Read as CSV, JSON and text, in memory, and never kept as a file.
FILES = dict.fromkeys(
    [
        *("accounts/forms/transfers.py", "career/resumes/importing.py", "career/search/import_forms.py"),
        *("roadmap/checklist_forms.py", "roadmap/review_forms.py"),
    ],
    "read and let go",
)
YAML = "the loader is SafeLoader or its twin in C, and the file is ours"
LOADS = {"career/reading/table.py": YAML, "roadmap/fixture_files.py": YAML}
CIPHERS = {
    "accounts/forms/passkeys.py": "names an error of the library for passkeys",
    "roadmap/link_check/asking.py": "TLS with verified certificates, by the standard library",
    "accounts/codes.py": "names an error of Fernet",
    "accounts/mfa_adapter.py": "Fernet (AES and HMAC-SHA256) by the cryptography library",
}
# What breaks the rule -> the gate, a line that it must find, and who may: by file, with the reason.
RULES: dict[str, tuple[Gate, str, dict[str, str]]] = {
    "runs a shell": (code.runs_a_shell, "subprocess.run(line, shell=True)", {}),
    "starts programs": (code.starts_programs, "subprocess.run(['ls'])", PROGRAMS),
    "evaluates": (code.evaluates, "eval(text)", EVALUATES),
    "puts SQL together": (code.builds_sql, "cursor.execute(f'SELECT {name}')", SQL),
    "puts a pattern together": (code.builds_a_pattern, "re.search(text, page)", PATTERNS),
    "looks up by a pattern": (code.builds_a_pattern, "rows.filter(title__regex=text)", PATTERNS),
    "puts a template together": (code.builds_a_template, "Template(text).render()", {}),
    "formats no constant": (code.formats_no_constant, "text.format(1)", FORMATS),
    "logs no constant": (code.formats_no_constant, "log.info(text)", FORMATS),
    "reads XML": (code.reads_xml, "import xml.etree", {}),
    "reads objects": (code.reads_objects, "import pickle", {}),
    "loads YAML with objects": (code.loads_yaml, "yaml.load(text)", LOADS),
    "goes out": (code.goes_out, "import urllib.request", OUT),
    "enciphers": (code.enciphers, "from cryptography import x", CIPHERS),
    "hashes weakly": (code.hashes_weakly, "hashlib.md5(text)", {}),
    "rolls dice": (code.rolls_dice, "from random import choice", DICE),
    "takes ids for secrets": (code.uses_uuid1, "uuid.uuid1()", {}),
    "takes files": (code.takes_files, "forms.FileField()", FILES),
}


@pytest.mark.parametrize("rule", RULES)
def test_a_line_that_breaks_the_rule_is_found(rule: str):
    gate, planted, _ = RULES[rule]

    assert broken(gate, f"x = 1\n{planted}\n") == [2]


@pytest.mark.asvs("1.2.4", "1.2.5", "1.2.9", "1.3.2", "1.3.7", "1.3.10", "1.5.1", "1.5.2")
@pytest.mark.asvs("1.3.4", "5.3.1", "15.3.2", "11.2.1", "11.3.1", "11.3.2", "11.3.3", "11.4.1", "11.4.3")
@pytest.mark.parametrize("rule", RULES)
def test_the_rule_is_kept(rule: str):
    gate, _, allowed = RULES[rule]
    found = {
        path.relative_to(code.ROOT).as_posix(): lines
        for path in sources()
        if (lines := broken(gate, path.read_text(encoding="utf-8")))
    }

    assert {name: lines for name, lines in found.items() if name not in allowed} == {}, "say here why it may"
    assert sorted(set(allowed) - set(found)) == [], "these have no need to any more"
