"""The green flag of clear ownership: the person hired owns, leads or answers for a named thing."""

from career.reading.wording import wording

_YOU = (
    r"(?:you(?:’(?:ll|d|re)| (?:will|would|shall|are|can|get to|should|become))?"
    r"|(?:the )?(?:successful )?(?:fellow|candidate|applicant|post-?holder|role|person|engineer|scientist"
    r"|analyst|hire|intern|developer|researcher|person appointed)(?: (?:will|would|is))?)"
)
_WILL = (
    r"(?: (?:also|then|soon|fully|be|become|get|have|take|carry|build|run|design|and|to|largely|solely|"
    r"now|help)){0,3}"
)
_OPENS = r"(?:^|[:;,–—-] |\band )"
_SOMEONE = (
    r"(?:someone|somebody|person|engineer|scientist|you|colleague|developer|analyst|researcher|hire|"
    r"member)"
)
_CARE = (
    r"(?:the (?:[\w-]+ ){0,2}?(?:delivery|quality|performance|success|health|accuracy|running|"
    r"maintenance|development|operation|life|lifecycle|life cycle|"
    r"reliability|availability|upkeep|care|design|roadmap|whole|entirety|future)(?: and [\w-]+)? of )?"
)

# The thing is named by more than one word: “the ETA model”, “our churn score”, “the “Unlabelled” project”.
_THING = (
    r"(?P<thing>(?:(?:the|our|its|their|one|a|an|this|all of the|all of our|your|every) |"
    r"(?=[\w-]+ (?:prediction|forecasting|detection|ranking|pricing|matching|search|scoring|monitoring|"
    r"model)))"
    r"(?:[^\s.,;:!?()—–]+ ){0,6}?[^\s.,;:!?()—–]+)"
    r"(?=[.,;:!?()—–]|$| (?:from|end|that|which|who|for|in|at|on|with|and|to|used|across|so|behind|as|"
    r"is|of|by|"
    r"through|alone|because|after|we|when|under|throughout|before)\b)"
)
_OWN = [
    # You will own the ETA model. Own the churn model.
    rf"(?:\b{_YOU}{_WILL}|{_OPENS}|\b{_SOMEONE} (?:[\w-]+ ){{0,3}}to)\s*\bown(?:ing|s)?:? {_CARE}{_THING}",
    # You will be the owner of … Full ownership of … You take ownership of …
    rf"\bownership (?:of|for|over) {_CARE}{_THING}",
    rf"\b(?:be|are|become|as|’re|’ll be|is) (?:the |our |an? )?(?:sole |full |product |technical |"
    rf"single |only |first )?(?:owner|steward|custodian|guardian|keeper|caretaker|captain|boss) (?:of|"
    rf"for) {_THING}",
    # Sole responsibility for … End-to-end responsibility for …
    r"\b(?:sole|full|end-to-end|complete|overall|entire|direct|single-handed|main|primary|personal) "
    rf"(?:responsib(?:le|ility)|accountab(?:le|ility)|charge|control) (?:for|of) {_CARE}{_THING}",
]
_LEAD = [
    # Lead the development of the speech model. You inherit the returns model.
    rf"\b(?:lead|leading|head|drive) (?:the )?(?:development|design|build|building|work|rebuild|rewrite|"
    rf"modelling) (?:of|on) {_THING}",
    rf"\b{_YOU}{_WILL}\s*\b(?:inherit|get|head) {_THING}",
    rf"\b(?:solely|fully|alone|personally) responsible for {_THING}",
    rf"\b(?:take|taking|be in|have) charge of {_THING}",
    rf"\b(?:be|are|become|as|’re) (?:the |our )?(?:technical )?(?:lead|point person|go-to person|"
    rf"one person|contact) for {_THING}",
    rf"\b(?:final (?:say|word)|last word) (?:over|on|about) {_THING}",
    rf"\b(?:hand|give|handing|giving|trust|entrust) you (?:with )?(?:the keys (?:to|of) )?{_THING}",
    rf"(?:\b{_YOU}{_WILL}|{_OPENS})\s*\b(?:lead|head|head up|drive|run|answer for|look after|take over|"
    rf"take on) {_THING}",
    rf"\b(?:responsib(?:le|ility)|accountab(?:le|ility)|in charge|take charge|(?:technical|project|"
    rf"product) lead) (?:of|for|on) {_CARE}{_THING}",
    rf"\b(?:take|carry|bring|taking|carrying|bringing) {_THING} (?:all the way )?from .{{3,40}}?\bto\b",
    rf"\b(?:person|one) (?:\w+ ){{0,4}}?(?:call|ring|ask|phone|turn to|come to|blame) (?:when|about|"
    rf"if) {_THING}",
    r"\byour (?:own |first |main )?(?:product|project|model|baby|service|feature|area|piece|part|patch|"
    r"responsibility|territory|beat|corner|job)\s*(?:is|will be|would be|:) (?P<thing>(?:the|our|one|"
    r"a) [^.,;:!?()–—]{3,60})",
    rf"\b{_YOU} (?:will |would |’ll )?(?:answer for|be the (?:one )?(?:person|one) (?:behind|for|"
    rf"responsible for|in charge of)) {_THING}",
]
# The model is yours. Yours would be the forward camera. One product to call your own.
_YOURS = [
    r"\b(?:the|our|one|this) (?P<thing>(?:[^\s.;:!?()]+ ){1,8}?)(?:belongs to you|(?:stays|"
    r"remains) yours|(?:is|will be|would be|becomes) your (?:own )?(?:baby|responsibility|project|"
    r"product)|(?:will be|is|gets) handed (?:over )?to you|to yourself)\b",
    r"\b(?:the|our|one|a) (?P<thing>(?:[^\s.,;:!?()]+ ){1,6}?)(?:all )?to yourself\b",
    r"\b(?:the|our) (?P<thing>(?:[^\s.,;:!?()]+ ){0,5}?(?:model|service|product|feature|forecast|"
    r"engine|classifier|detector|tool|pipeline|app|system|API|score))[,:;–—-]? (?:and )?(?:it|they|"
    r"this|that) (?:is|are|will be|would be) (?:yours|your responsibility)\b",
    r"\b(?:the|our|one|this) (?P<thing>(?:[^\s.,;:!?()]+ ){1,6}?)(?:is|are|will be|would be|becomes|"
    r"will become) "
    r"(?:yours|entirely yours|all yours|fully yours|your (?:own )?(?:baby|responsibility|project|product))\b",
    r"\byours (?:is|are|will be|would be) (?P<thing>(?:the|our|one|a) \w+ \w+)",
    r"\b(?:one|a|an|the) (?P<thing>(?:[^\s.,;:!?()]+ ){1,4}?)(?:to call your own|of your (?:very )?own)\b",
    r"\b(?:the|one|a) (?P<thing>(?:[^\s.,;:!?()]+ ){1,6}?)(?:that |which )?(?:you’d|you’ll|you will|"
    r"you would) "
    r"(?:be in charge of|be responsible for|own|answer for|lead|run alone)\b",
    r"\b(?P<thing>\w+ \w+) is your own\b",
]
_STRONG = [wording(pattern) for pattern in _OWN]
_HIS = [wording(pattern) for pattern in _YOURS]
_WEAK = [wording(pattern) for pattern in _LEAD]

# What anybody owns everywhere, or what is no thing at all.
_NO_THING = wording(
    r"\b(?:mindset|career|careers|time|success|growth|learning|development|results?|outcomes?|"
    r"problems?|tasks?|projects|work|"
    r"things?|initiatives|decisions|mistakes|actions?|destiny|schedule|calendar|day|laptop|device|car|"
    r"words?|business|"
    r"company|firm|shares|stock|equity|lifecycle|life cycle|space|domain|vision|direction|strategy|"
    r"lifecycles|choice|decision|freedom|move|place|portfolio|pace|ideas?|future|team|teams|people|"
    r"responsibilit(?:y|ies)|"
    r"duties|deliverables|attitude|culture|lives|life|path|goals|targets|objectives|way|charge|"
    r"challenges?|issues|best|quality)\W*$"
)
# Who leads these leads people or talks.
_PEOPLE = wording(
    r"\b(?:teams?|squads?|groups?|people|engineers|scientists|analysts|juniors|departments?|functions?|"
    r"chapters?|guilds?|meetings?|"
    r"discussions?|workshops?|conversations?|reviews?|stand-?ups?|interviews?|projects|portfolios?|"
    r"efforts?|initiatives?|way|"
    r"industry|market|markets|world|field|company|business|strategy|transformation|innovation|culture|"
    r"change|design|development|"
    r"implementation|adoption|growth|training|activities|delivery|execution|hiring|onboarding|topics?|"
    r"relationships?|clients?|customers?)\b"
)
# What a model, a service, a product or a feature is called.
_THING_NOUN = wording(
    r"\b(?:models?|services?|products?|features?|systems?|pipelines?|engines?|recommenders?|forecasts?|"
    r"forecasting|detectors?|rankers?|ranking|"
    r"search|indexe?s?|tools?|apps?|applications?|dashboards?|scores?|scorecards?|classifiers?|"
    r"components?|modules?|APIs?|assistants?|chatbots?|"
    r"bots?|maps?|plan|planner|library|project|feed|line|scheduler|algorithms?|process|programme|"
    r"program|suite|harness|benchmarks?|"
    r"datasets?|reports?|catalogue|catalog|predictions?|predictors?|estimates?|estimators?|alerts?|"
    r"sensors?|cameras?|platform|stack|warehouse|"
    r"registry|carousel|optimi[sz]er|router|simulator|agent|agents|layer|store|website|newsletter|"
    r"codebase|notebooks?|infrastructure|"
    r"monitoring|parser|extractor|generator|transcriber|translator|converter|encoder|linker|"
    r"summari[sz]er|checker|finder|scorer|viewer|editor|calculator|controller|sorter|counter|filter|"
    r"matcher|matching|pricing|release|writer|reader|tracker|experiments?|area|stream|prototype)\b"
)
_CHOICE = wording(r"\b(?:choice|decision|freedom|idea|laptop|equipment|first move|last word)\b")
# Several things of a kind have no name.
_SEVERAL = wording(
    r"\b(?:models|pipelines|systems|services|tools|features|dashboards|products|solutions|components|"
    r"processes|experiments|metrics|applications|algorithms|datasets|reports|apps|APIs|platforms)$"
)
_SHARED = wording(
    r"\b(?:co-own|share[ds]? (?:the )?(?:ownership|responsibility)|shared|jointly|(?:help|helping|"
    r"assist|assisting|support|supporting) "
    r"(?:to )?(?:own|lead|run|the owners?)|the team (?:that )?owns?|sense of|"
    r"we (?:\w+,? (?:and )?){0,3}own\b|we own|employees? own|(?:teams?|squads?|customers?|clients|they|"
    r"employees|members|people|partners) (?:\w+ ){0,3}own\b|one of the owners"
    r"|(?:report|reports|reporting) to the|product owners\b|work(?:ing)? with the (?:\w+ )?owner|"
    r"not (?:own|be the owner|lead)|won’t (?:own|lead)"
    r"|no (?:single )?owner|contribute to|together own|demonstrated|track record|experience (?:of|in|"
    r"with)?\s*(?:owning|leading|taking|running)|"
    r"have (?:owned|led|run)|who owns?)"
)


_NO_NAME = wording(
    r"(?:the|our|your|its|a|an|one|this|every) (?:entire|full|whole|complete|end-to-end|own|own work|"
    r"ML|AI|machine learning|data)*\s*"
    r"(?:lifecycle|life cycle|process|roadmap|work|stack|code|codebase|"
    r"projects?|processes|space|function|area)?"
)


def names_what_you_own(sentence: str) -> bool:
    """Tell whether the sentence says that the person hired owns a named thing, or that it is theirs."""
    if _SHARED.search(sentence):
        return False
    for pattern in _STRONG:
        for match in pattern.finditer(sentence):
            thing = match["thing"].strip()
            if len(thing.split()) > 1 and not (
                _SEVERAL.search(thing) or _NO_THING.search(thing) or _NO_NAME.fullmatch(thing)
            ):
                return True
    return _is_yours(sentence) or names_what_you_lead(sentence)


def _is_yours(sentence: str) -> bool:
    if "you" not in sentence.lower() or not _THING_NOUN.search(sentence):
        return False
    for pattern in _HIS:
        for match in pattern.finditer(sentence):
            thing = match["thing"].strip()
            if _THING_NOUN.search(thing) and not (_NO_THING.search(thing) or _CHOICE.search(thing)):
                return True
    return False


def names_what_you_lead(sentence: str) -> bool:
    """Tell whether the sentence has the person hired lead or answer for a model, a service, a product."""
    if _SHARED.search(sentence):
        return False
    for pattern in _WEAK:
        for match in pattern.finditer(sentence):
            thing = match["thing"].strip()
            if (
                len(thing.split()) > 2
                and _THING_NOUN.search(thing)
                and not (_SEVERAL.search(thing) or _PEOPLE.search(thing) or _NO_NAME.fullmatch(thing))
            ):
                return True
    return "your" in sentence.lower() and _is_yours(sentence)
