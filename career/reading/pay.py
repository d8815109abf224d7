"""What a job text says about pay."""

import re
from collections.abc import Iterator

from career.reading.findings import Fact
from career.reading.sentences import Sentence

_CODE = (
    r"(?:GBP|EUR|USD|CAD|AUD|NZD|SGD|CHF|SEK|NOK|DKK|PLN|CZK|HUF|INR|Rs\.?|KES|ZAR|NGN|BRL|MXN|JPY|HKD|"
    r"AED|ILS|TRY)"
)
_SIGN = r"(?:(?:A|C|CA|AU|NZ|S|R|US|HK)?\$|[£€₹¥₪₦₺])"
_NUMBER = r"\d{1,3}(?:[.,'’\u00a0 ]\d{3})+(?!\d)|\d{1,7}(?:\.\d{1,2})?"
_AMOUNT = (
    rf"(?:(?:{_SIGN}|\b{_CODE})\s?(?:{_NUMBER})\s?[kK]?\b|\b(?:{_NUMBER})\s?[kK]?\s?(?:T?€|£|{_CODE}\b|"
    rf"euros?\b|pounds\b|dollars\b))"
)
_TO = r"\s?(?:-|–|—|to|and|or|rising to|up to)\s?"
_PAY = re.compile(
    rf"(?:(?:{_SIGN}|\b{_CODE})\s?)?(?<![\w.,])(?:{_NUMBER})\s?[kK]?{_TO}{_AMOUNT}|"
    rf"{_AMOUNT}(?:{_TO}(?:{_AMOUNT}|(?:{_NUMBER})\s?[kK]?\b))?"
)
_HAS_MONEY = re.compile(rf"{_SIGN}|\b{_CODE}|\b(?:euros?|pounds|dollars)\b")
_UNIT = re.compile(
    r"\s?(?:gross\s|net\s)?(?:(?:a|an|per|each|/)\s?(?:year|month|annum|hour|day|week)\b|p\.?\s?a\.?\b|"
    r"p\.?\s?m\.?\b|monthly|annually|yearly|hourly|daily|base\b|gross\b|OTE\b|brutto\b)(?:\s(?:gross|"
    r"net|base))?",
    re.IGNORECASE,
)
# Sums that the company earns, moves or spends on something else than pay.
_OTHER = re.compile(
    r"^\s?(?:million|billion|bn|m\b|mn\b|trillion|crore)|^[^.;]{0,40}?\b(?:for|towards|"
    r"on)\s+(?:\w+\s+){0,3}(?:training|travel|courses?|learning|conferences?|books?|education|"
    r"development|studying|equipment)\b"
    r"|^\s?(?:in\s+(?:funding|revenue|sales)|(?:learning|training|education|conference|equipment)\s)|"
    r"^[^.;]{0,12}\bbudget\b",
    re.IGNORECASE,
)
_OTHER_BEFORE = re.compile(
    r"\b(?:raised|funding|revenue|turnover|round|worth|saves?|saved|reimburse\w*|training|learning|"
    r"courses?|development|budget|conferences?|account|allowance|fund|set aside|books?|equipment|under|"
    r"over|investors?)\b[^.;]{0,30}$",
    re.IGNORECASE,
)
_PAY_WORD = re.compile(
    r"\b(?:salary|pay|package|compensation|range|base|stipend|rate|gross|wage|remuneration|earn)\b",
    re.IGNORECASE,
)
LEAST = 8_000  # less needs a unit, such as an hour, or a word such as “salary” in the sentence


def find_pay(sentence: Sentence) -> Iterator[Fact]:
    """Yield each pay or range of pay of a sentence, with its unit where one stands beside it."""
    text = sentence.text
    if not _HAS_MONEY.search(text):
        return
    for match in _PAY.finditer(text):
        before, after = text[max(match.start() - 60, 0) : match.start()], text[match.end() :][:80]
        unit = _UNIT.match(after)
        if _OTHER.search(after) or (_OTHER_BEFORE.search(before) and not _PAY_WORD.search(before)):
            continue
        if _largest(match[0]) < LEAST and not unit and not _PAY_WORD.search(before):
            continue
        end = match.end() + (unit.end() if unit else 0)
        while text[end - 1].isspace():
            end -= 1
        yield Fact(text[match.start() : end], sentence.start + match.start(), sentence.start + end)


def _largest(words: str) -> float:
    most = 0.0
    for number in re.finditer(rf"({_NUMBER})\s?([kKT]?)", words):
        digits = re.sub(r"[,'’\u00a0 ](?=\d{3})|\.(?=\d{3}(?!\d))", "", number[1])
        most = max(most, float(digits) * (1000 if number[2] else 1))
    return most
