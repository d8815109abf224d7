"""The first draft of a story, from what a build says of itself. Pure, no Django."""

from dataclasses import dataclass

from roadmap.builds.metric import is_better, number

# As many characters as the columns of a story hold.
LIMITS = {
    "title": 120,
    "situation": 3000,
    "task": 3000,
    "action": 3000,
    "result": 3000,
    "would_change": 2000,
    "sources": 1000,
}


@dataclass(frozen=True)
class BuildFacts:
    """What a learner wrote about a build; `better` says which way its metric is better: lower or higher."""

    title: str
    summary: str = ""
    problem: str = ""
    approach: str = ""
    would_change: str = ""
    metric_name: str = ""
    baseline: float | None = None
    mine: float | None = None
    better: str = "higher"
    repository: str = ""
    demo: str = ""
    writeup: str = ""
    data_source: str = ""
    data_license: str = ""

    @property
    def beats(self) -> bool:
        """Whether the metric beats its baseline."""
        return is_better(self.baseline, self.mine, self.better)


def draft(facts: BuildFacts) -> dict[str, str]:
    """Return the texts of a story: what the build does not say stays empty, and nothing is made up."""
    situation, task = _problem(facts)
    texts = {
        "title": facts.title,
        "situation": situation,
        "task": task,
        "action": facts.approach,
        "result": " ".join(filter(None, [result(facts), "It is live for anyone to try." * bool(facts.demo)])),
        "would_change": facts.would_change,
        "sources": "\n".join(sources(facts)),
    }
    return {name: _cut(text.strip(), LIMITS[name]) for name, text in texts.items()}


def result(facts: BuildFacts) -> str:
    """Return “The MAE is 83, against 146 for the baseline: 43% lower.”, or nothing without a value."""
    if not facts.metric_name or facts.mine is None:
        return ""
    said = f"The {facts.metric_name} is {number(facts.mine)}"
    if facts.baseline is None:
        return f"{said}."
    if facts.mine == facts.baseline:
        return f"{said}, the same as the baseline."
    said += f", against {number(facts.baseline)} for the baseline: "
    side = "lower" if facts.mine < facts.baseline else "higher"
    share = _share(facts)
    said += f"{share} {side}" if share else side
    return f"{said}." if facts.beats else f"{said}, which is not better yet."


def sources(facts: BuildFacts) -> list[str]:
    """Return a line for the metric's numbers, where they were measured, and one for each other link."""
    found = []
    links = {"Code": facts.repository, "Write-up": facts.writeup, "Live demo": facts.demo}
    if facts.metric_name and facts.mine is not None:
        values = [number(facts.mine)]
        if facts.baseline is not None:
            values += [number(facts.baseline), _share(facts)]
        origin = next((name for name in ("Write-up", "Code") if links[name]), "")
        where = f", {origin.lower()} {links.pop(origin)}" if origin else ""
        found.append(f"{', '.join(filter(None, values))}: {facts.metric_name}{where}")
    found += [f"{name}: {link}" for name, link in links.items() if link]
    if facts.data_source:
        terms = f" ({facts.data_license})" if facts.data_license else ""
        found.append(f"Data: {facts.data_source}{terms}")
    return _fitting(found, LIMITS["sources"])


def _problem(facts: BuildFacts) -> tuple[str, str]:
    """Return situation and task: the problem's last paragraph is the task, if it has several."""
    paragraphs = [part.strip() for part in facts.problem.replace("\r\n", "\n").split("\n\n") if part.strip()]
    if len(paragraphs) > 1:
        return "\n\n".join(paragraphs[:-1]), paragraphs[-1]
    wanted = f"I set out to build {facts.title}"
    wanted += f": {facts.summary.rstrip('.')}." if facts.summary else "."
    if facts.metric_name and facts.baseline is not None:
        side = "below" if facts.better == "lower" else "above"
        wanted += f" The aim: {facts.metric_name} {side} the baseline of {number(facts.baseline)}."
    return "".join(paragraphs), wanted


def _share(facts: BuildFacts) -> str:
    """Return by how much the metric differs from its baseline, as “43%”, where that makes sense."""
    if not facts.baseline or facts.baseline < 0 or facts.mine is None:
        return ""
    share = abs(facts.mine - facts.baseline) / facts.baseline * 100
    return f"{share:.0f}%" if 0.5 <= share < 1000 else ""


def _cut(text: str, most: int) -> str:
    """Return `text`, at most so long; what is cut ends after a whole word, with an ellipsis."""
    text = text.replace("\r\n", "\n")
    if len(text) <= most:
        return text
    head = text[: most - 1]
    return (head.rsplit(None, 1)[0] if " " in head else head) + "…"


def _fitting(lines: list[str], most: int) -> list[str]:
    """Leave out the lines that would make the whole longer than it may be."""
    kept: list[str] = []
    for line in lines:
        if len("\n".join([*kept, line])) <= most:
            kept.append(line)
    return kept
