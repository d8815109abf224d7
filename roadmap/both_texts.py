"""Two texts that were written from the same one, kept both."""


def both(there: str, mine: str, base: str, heading: str) -> str:
    """Return what to keep where `there` stands now, and `mine` was written from `base` meanwhile.

    Nothing of either is lost: what ends as `mine` began keeps what was put before it, and where the two
    went apart, `mine` follows below a line of its own, `heading`. Line ends of forms and pages are the same.
    """
    there, mine, base = (text.replace("\r\n", "\n") for text in (there, mine, base))
    if there in (base, mine) or not there.strip():
        return mine
    if not mine.strip():
        return there
    if base.strip() and there.endswith(base):
        return there.removesuffix(base) + mine
    return f"{there.rstrip()}\n\n{heading}\n\n{mine}"
