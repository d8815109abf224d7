"""What a job text says about where the work is done."""

import re
from collections.abc import Iterator

from career.reading.findings import Fact
from career.reading.sentences import Sentence

# Large cities, and those with much machine learning; “Location:” and “based in” name the others.
_CITIES = (
    "London|Manchester|Leeds|Bristol|Birmingham|Edinburgh|Glasgow|Cambridge|Oxford|Cardiff|Belfast|"
    "Sheffield|Newcastle|Liverpool|Nottingham|"
    "Southampton|Norwich|Brighton|Reading|Bath|York|Hull|Exeter|Leicester|Coventry|Aberdeen|Dundee|"
    "Swansea|Inverness|Dublin|Cork|Galway|Limerick|"
    "Berlin|Munich|München|Hamburg|Frankfurt(?: am Main)?|Cologne|Köln|Stuttgart|Düsseldorf|"
    "Leipzig|Dresden|Karlsruhe|Kassel|Hannover|Hanover|Bremen|Nuremberg|Nürnberg|Heidelberg|Bonn|"
    "Aachen|Freiburg|"
    "Vienna|Wien|Graz|Linz|Salzburg|Zurich|Zürich|Geneva|Genève|Basel|Bern|Lausanne|Lugano|Paris|"
    "Lyon|Toulouse|Marseille|Nantes|Bordeaux|Lille|Grenoble|Rennes|Nice|Strasbourg|"
    "Amsterdam|Rotterdam|Utrecht|Eindhoven|The Hague|Den Haag|Leiden|Delft|Groningen|Lelystad|"
    "Brussels|Antwerp|Ghent|Leuven|Luxembourg|"
    "Madrid|Barcelona|Valencia|Seville|Bilbao|Málaga|Lisbon|Porto|Rome|Milan|Milano|Turin|Torino|"
    "Bologna|Florence|Naples|Genoa|Athens|Thessaloniki|"
    "Stockholm|Gothenburg|Göteborg|Malmö|Uppsala|Oslo|Bergen|Trondheim|Copenhagen|Aarhus|Odense|"
    "Helsinki|Espoo|Tampere|Reykjavik|Tallinn|Riga|Vilnius|Kaunas|"
    "Warsaw|Kraków|Krakow|Wrocław|Wroclaw|Gdańsk|Gdansk|Poznań|Poznan|Prague|Brno|Bratislava|"
    "Budapest|Bucharest|Cluj(?:-Napoca)?|Sofia|Belgrade|Zagreb|Ljubljana|Kyiv|Lviv|Istanbul|Ankara|"
    "New York(?: City)?|NYC|Boston|San Francisco|Bay Area|Palo Alto|Mountain View|San Jose|Seattle|"
    "Austin|Chicago|Denver|Boulder|Los Angeles|San Diego|Portland|Atlanta|Dallas|Houston|Miami|"
    "Philadelphia|Pittsburgh|"
    "Washington,? D\\.?C\\.?|Minneapolis|Detroit|Columbus|Phoenix|Salt Lake City|Raleigh|Durham|"
    "Nashville|Cleveland|Cincinnati|St\\. Louis|Kansas City|Baltimore|Madison|Ann Arbor|Toronto|"
    "Montreal|Montréal|Vancouver|Ottawa|Calgary|Edmonton|Waterloo|Halifax|Quebec|Québec|Winnipeg|"
    "Bengaluru|Bangalore|Hyderabad|Chennai|Mumbai|Pune|Delhi|New Delhi|Gurugram|Gurgaon|Noida|"
    "Kolkata|Ahmedabad|Kochi|Singapore|Hong Kong|Tokyo|Osaka|Seoul|Taipei|Shanghai|Beijing|"
    "Shenzhen|Bangkok|Jakarta|Kuala Lumpur|Manila|Hanoi|Ho Chi Minh City|"
    "Sydney|Melbourne|Brisbane|Perth|Adelaide|Canberra|Hobart|Toowoomba|Auckland|Wellington|"
    "Christchurch|Nairobi|Lagos|Accra|Kampala|Kigali|Cape Town|Johannesburg|Cairo|Casablanca|Tunis|"
    "Dubai|Abu Dhabi|Riyadh|Doha|Tel Aviv|Haifa|"
    "São Paulo|Sao Paulo|Rio de Janeiro|Buenos Aires|Santiago|Bogotá|Bogota|Medellín|Lima|"
    "Mexico City|Guadalajara|Montevideo"
)
_MODE = (
    r"(?:(?:fully|100\s?%|mostly|partly|part)[- ])?(?:remote(?:ly|[- ]first)?|hybrid|on[- ]?site|"
    r"in[- ]office|home[- ]office|work(?:ing)? from home|WFH)"
)
_WHERE = (
    r"(?:\s(?:in|within|from|across|anywhere in)\s(?:the\s)?[A-Z][\w.-]*(?:\s[A-Z][\w.-]*){0,2}|"
    r"\s?\([^()\n]{2,40}\))"
)
_NAMED = re.compile(
    r"^(?:job\s+)?(?:location|place(?: of work)?|based|base|where|office|work location|standort|"
    r"site)\s*:\s*(?P<place>[^\n]{2,120}?)(?=\.\s|\.?$|;)",
    re.IGNORECASE,
)
_CITY = re.compile(
    rf"\b(?:{_CITIES})\b(?:,\s(?:[A-Z]{{2,3}}\b|UK\b|[A-Z][a-z]+(?:\s[A-Z][a-z]+)?\b(?!['’])))?"
    rf"(?:(?:,|,?\s(?:or|and|/)|\s?/)\s(?:{_CITIES}|"
    rf"[Rr]emote)\b{_WHERE}?)*(?:\s?\((?:[^()\n]{{0,30}}(?:hybrid|remote|on-?site|"
    rf"office)[^()\n]{{0,30}})\)|,?\s(?:or\s)?{_MODE}{_WHERE}?)?"
)
_MODE_ALONE = re.compile(rf"\b{_MODE}\b{_WHERE}?", re.IGNORECASE)
_BASED = re.compile(
    r"\b(?:[Bb]ased\s(?:in|at)|[Oo]ffice\sin|[Oo]ffices\sin|"
    r"[Ll]ocated\sin)\s(?P<place>[A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+){0,3}(?:,\s[A-Z][\w’'-]+)?)"
)
_DAYS = re.compile(
    r"\b(?:one|two|three|four|five|\d|\d[-–]\d|at least \w+)\s(?:remote\s)?days?\s(?:a|per)\s(?:week|"
    r"month|quarter)\s(?:in|at|from)\s(?:the\s|our\s)?[\w’'-]+(?:\s[A-Z][\w’'-]+)?",
    re.IGNORECASE,
)
_NOT_HERE = re.compile(
    r"\b(?:customers?|clients?|between|from|University|Institute of|next door|trains?|near(?:est)?|"
    r"studied|mode|hybrid (?:models?|recommend|search|approach|cloud|retrieval))\b",
    re.IGNORECASE,
)
_PLACE_PARTS = (
    "remote",
    "hybrid",
    "site",
    "office",
    "home",
    "wfh",
    "based",
    "located",
    "days a ",
    "days per ",
)
HEAD = 6  # the first sentences, in which a city is the place of work
MOST = 4


def find_places(sentences: tuple[Sentence, ...]) -> Iterator[Fact]:
    """Yield places and ways to work: what “Location:” names, cities, “remote”, days in the office."""
    found: list[tuple[int, int]] = []
    for number, sentence in enumerate(sentences):
        if len(found) == MOST:
            return
        for start, end in _spans(sentence, number < HEAD):
            if len(found) < MOST and not any(left < end and start < right for left, right in found):
                found.append((start, end))
                at = sentence.start
                yield Fact(sentence.text[start - at : end - at], start, end)


def _spans(sentence: Sentence, in_head: bool) -> Iterator[tuple[int, int]]:
    text, at = sentence.text[:600], sentence.start
    if named := _NAMED.match(text):
        yield at + named.start("place"), at + named.end("place")
        return
    at_home = in_head or len(text) < 130
    for match in _CITY.finditer(text) if at_home or _MODE_ALONE.search(text) else ():
        if (at_home or _MODE_ALONE.search(match[0])) and not _NOT_HERE.search(
            text[max(match.start() - 20, 0) : match.end() + 12]
        ):
            yield at + match.start(), at + match.end()
    lower = text.lower()
    if not any(part in lower for part in _PLACE_PARTS):
        return
    for match in _BASED.finditer(text):
        yield at + match.start("place"), at + match.end("place")
    for pattern in (_MODE_ALONE, _DAYS):
        for match in pattern.finditer(text):
            if not re.search(
                r"\b(?:sensing|sensors?|models?|recommend\w*|search|cloud|retrieval|no|not|approach)\b",
                text[max(match.start() - 8, 0) : match.end() + 16],
                re.IGNORECASE,
            ):
                yield at + match.start(), at + match.end()
