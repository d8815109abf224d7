"""A build's metric in words. Pure, no Django."""

MOST = 9_999  # percent that still tell something


def number(value: float) -> str:
    """Return “96”, “14.2”, “4,180” or “1e+12”: six digits at most."""
    return f"{value:,.6g}"


def metric_words(name: str, baseline: float | None, mine: float | None) -> str:
    """Return “MAE 96, 32% below the baseline of 142”; nothing without a name and a value of one's own."""
    if not name or mine is None:
        return ""
    said = f"{name} {number(mine)}"
    if baseline is None:
        return said
    if mine == baseline:
        return f"{said}, the same as the baseline"
    side = "below" if mine < baseline else "above"
    if not baseline:
        return f"{said}, {side} a baseline of 0"
    share = abs(mine - baseline) / abs(baseline) * 100
    if share > MOST:
        return f"{said}, {side} the baseline of {number(baseline)}"
    percent = f"{share:,.0f}%" if share >= 0.5 else "less than 1%"
    return f"{said}, {percent} {side} the baseline of {number(baseline)}"


def is_better(baseline: float | None, mine: float | None, better: str) -> bool:
    """Whether `mine` beats `baseline`; `better` says which way: lower or higher."""
    if baseline is None or mine is None:
        return False
    return mine < baseline if better == "lower" else mine > baseline
