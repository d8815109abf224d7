"""Pages and ticks under load: rounds of all targets, each beside the hello of its round."""

from argparse import Namespace
from collections.abc import Mapping, Sequence

from tests.bench import load, report
from tests.bench.load import Load
from tests.bench.statements import count
from tests.bench.targets import HELLO, TARGETS, Signed, Target
from tests.bench.visitor import Answer, send

LOG_IN_CPU = 60_000  # µs
BESIDE = 1.5


def measure(options: Namespace, server: int, signed: Signed, goals: report.Goals) -> None:
    """Run the rounds and print the table."""
    wanted = [
        t for t in TARGETS if t is HELLO or not options.only or any(word in t.name for word in options.only)
    ]
    answers = {target.name: _first(target, options.port, signed) for target in wanted}
    for target in wanted:  # warm: templates compiled, rows kept
        load.run(options.port, server, target.requests(signed), 1)
    rounds: dict[str, list[Load]] = {target.name: [] for target in wanted}
    for number in range(options.rounds):
        # Every other round runs backwards, so that no target always follows the same one.
        for target in wanted[:: -1 if number % 2 else 1]:
            rounds[target.name].append(
                load.run(options.port, server, target.requests(signed), options.seconds)
            )
    report.table(
        [
            "",
            "req/s",
            "p50 ms",
            "p99 ms",
            "CPU µs",
            "× CPU",
            "goal",
            "",
            "rounds",
            "× req/s",
            "bytes",
            "plain",
            "SQL",
        ],
        [
            _row(
                target,
                report.Row(rounds[target.name], rounds[HELLO.name]),
                answers[target.name],
                signed,
                goals,
            )
            for target in wanted
        ],
    )
    _beside(wanted, rounds, goals)


def _beside(wanted: Sequence[Target], rounds: Mapping[str, Sequence[Load]], goals: report.Goals) -> None:
    """Print what pages cost with a long log, as ratios to what they cost without one."""
    rows = []
    for target in wanted:
        if target.beside and target.beside in rounds:
            ratios = sorted(report.Row(rounds[target.name], rounds[target.beside]).ratios("cpu"))
            middle = ratios[len(ratios) // 2]
            verdict = goals.judge(f"{target.name} beside {target.beside}", middle, BESIDE)
            spread = f"{ratios[0]:.2f}–{ratios[-1]:.2f}"
            rows.append([target.name, f"{middle:.2f}", f"≤ {BESIDE:g}", verdict, spread])
    if rows:
        report.line()
        report.table(["five years of log beside none", "× CPU", "goal", "", "rounds"], rows)


def _first(target: Target, port: int, signed: Signed) -> tuple[Answer, Answer]:
    """Return the answer with and without compression, once it is what the target says."""
    request = target.requests(signed)[0]
    answer, plain = send(port, request), send(port, request.without("Accept-Encoding"))
    for each in (answer, plain):
        if each.status != target.status:
            raise RuntimeError(f"{target.name}: {each.status} instead of {target.status} at {request.path}")
    return answer, plain


def _row(
    target: Target, row: report.Row, answers: Sequence[Answer], signed: Signed, goals: report.Goals
) -> list[str]:
    ratios = sorted(row.ratios("cpu"))
    middle = ratios[len(ratios) // 2]
    first, second = target.requests(signed)[:2]
    statements = count(first, second)
    verdict = goals.judge(target.name, middle, target.goal) if target.goal else ""
    sql = (
        goals.judge(f"statements of {target.name}", statements, target.statements)
        if target.statements
        else ""
    )
    if target.name == "log-in":
        verdict = goals.judge("CPU of a log-in", row.middle("cpu"), LOG_IN_CPU)
    rate = sorted(row.ratios("rate"))[len(ratios) // 2]
    return [
        target.name,
        f"{row.middle('rate'):,.0f}",
        f"{row.middle('p50'):.1f}",
        f"{row.middle('p99'):.1f}",
        f"{row.middle('cpu'):,.0f}",
        f"{middle:.2f}",
        f"≤ {target.goal:g}" if target.goal else ("≤ 60 ms" if target.name == "log-in" else ""),
        verdict,
        f"{ratios[0]:.2f}–{ratios[-1]:.2f}",
        f"{1 / rate:.2f}",
        f"{row.middle('bytes'):,.0f}",
        f"{len(answers[1].body):,}",
        f"{statements}" + (f" of {target.statements} {sql}" if target.statements else ""),
    ]
