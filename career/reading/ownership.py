"""The green flag of clear ownership: the person hired owns, leads or answers for a named thing."""

import re

_YOU = (
    r"(?:you(?:['’](?:ll|d|re)|\s+(?:will|would|shall|are|can|get to|should|become))?"
    r"|(?:the\s+)?(?:successful\s+)?(?:fellow|candidate|applicant|post-?holder|role|person|engineer|scientist"
    r"|analyst|hire|intern|developer|researcher|person\s+appointed)(?:\s+(?:will|would|is))?)"
)
_WILL = r"(?:\s+(?:also|then|soon|fully|be|become|get|have|take|carry|build|run|design|and|to|largely|solely|now|help)){0,3}"
_OPENS = r"(?:^|[:;,–—-]\s+|\band\s+)"
_SOMEONE = r"(?:someone|somebody|person|engineer|scientist|you|colleague|developer|analyst|researcher|hire|member)"
_CARE = (
    r"(?:the\s+(?:[\w-]+\s+){0,2}?(?:delivery|quality|performance|success|health|accuracy|running|maintenance|development|operation|life|lifecycle|life\s+cycle|"
    r"reliability|availability|upkeep|care|design|roadmap|whole|entirety|future)(?:\s+and\s+[\w-]+)?\s+of\s+)?"
)

# The thing is named by more than one word: “the ETA model”, “our churn score”, “the “Unlabelled” project”.
_THING = (
    r"(?P<thing>(?:(?:the|our|its|their|one|a|an|this|all of the|all of our|your|every)\s+|(?=[\w-]+\s+(?:prediction|forecasting|detection|ranking|pricing|matching|search|scoring|monitoring|model)))"
    r"(?:[^\s.,;:!?()—–]+\s+){0,6}?[^\s.,;:!?()—–]+)"
    r"(?=[.,;:!?()—–]|$|\s+(?:from|end|that|which|who|for|in|at|on|with|and|to|used|across|so|behind|as|is|of|by|"
    r"through|alone|because|after|we|when|under|throughout|before)\b)"
)
_OWN = [
    # You will own the ETA model. Own the churn model.
    rf"(?:\b{_YOU}{_WILL}|{_OPENS}|\b{_SOMEONE}\s+(?:[\w-]+\s+){{0,3}}to)\s*\bown(?:ing|s)?:?\s+{_CARE}{_THING}",
    # You will be the owner of … Full ownership of … You take ownership of …
    rf"\bownership\s+(?:of|for|over)\s+{_CARE}{_THING}",
    rf"\b(?:be|are|become|as|['’]re|['’]ll\s+be|is)\s+(?:the\s+|our\s+|an?\s+)?(?:sole\s+|full\s+|product\s+|technical\s+|single\s+|only\s+|first\s+)?(?:owner|steward|custodian|guardian|keeper|caretaker|captain|boss)\s+(?:of|for)\s+{_THING}",
    # Sole responsibility for … End-to-end responsibility for …
    r"\b(?:sole|full|end-to-end|complete|overall|entire|direct|single-handed|main|primary|personal)\s+"
    rf"(?:responsib(?:le|ility)|accountab(?:le|ility)|charge|control)\s+(?:for|of)\s+{_CARE}{_THING}",
]
_LEAD = [
    # Lead the development of the speech model. You inherit the returns model.
    rf"\b(?:lead|leading|head|drive)\s+(?:the\s+)?(?:development|design|build|building|work|rebuild|rewrite|modelling)\s+(?:of|on)\s+{_THING}",
    rf"\b{_YOU}{_WILL}\s*\b(?:inherit|get|head)\s+{_THING}",
    rf"\b(?:solely|fully|alone|personally)\s+responsible\s+for\s+{_THING}",
    rf"\b(?:take|taking|be\s+in|have)\s+charge\s+of\s+{_THING}",
    rf"\b(?:be|are|become|as|['’]re)\s+(?:the\s+|our\s+)?(?:technical\s+)?(?:lead|point\s+person|go-to\s+person|one\s+person|contact)\s+for\s+{_THING}",
    rf"\b(?:final\s+(?:say|word)|last\s+word)\s+(?:over|on|about)\s+{_THING}",
    rf"\b(?:hand|give|handing|giving|trust|entrust)\s+you\s+(?:with\s+)?(?:the\s+keys\s+(?:to|of)\s+)?{_THING}",
    rf"(?:\b{_YOU}{_WILL}|{_OPENS})\s*\b(?:lead|head|head up|drive|run|answer for|look after|take over|take on)\s+{_THING}",
    rf"\b(?:responsib(?:le|ility)|accountab(?:le|ility)|in\s+charge|take\s+charge|(?:technical|project|product)\s+lead)\s+(?:of|for|on)\s+{_CARE}{_THING}",
    rf"\b(?:take|carry|bring|taking|carrying|bringing)\s+{_THING}\s+(?:all\s+the\s+way\s+)?from\s+.{{3,40}}?\bto\b",
    rf"\b(?:person|one)\s+(?:\w+\s+){{0,4}}?(?:call|ring|ask|phone|turn\s+to|come\s+to|blame)\s+(?:when|about|if)\s+{_THING}",
    r"\byour\s+(?:own\s+|first\s+|main\s+)?(?:product|project|model|baby|service|feature|area|piece|part|patch|responsibility|territory|beat|corner|job)\s*(?:is|will\s+be|would\s+be|:)\s+(?P<thing>(?:the|our|one|a)\s+[^.,;:!?()–—]{3,60})",
    rf"\b{_YOU}\s+(?:will\s+|would\s+|['’]ll\s+)?(?:answer\s+for|be\s+the\s+(?:one\s+)?(?:person|one)\s+(?:behind|for|responsible for|in charge of))\s+{_THING}",
]
# The model is yours. Yours would be the forward camera. One product to call your own.
_YOURS = [
    r"\b(?:the|our|one|this)\s+(?P<thing>(?:[^\s.;:!?()]+\s+){1,8}?)(?:belongs\s+to\s+you|(?:stays|remains)\s+yours|(?:is|will\s+be|would\s+be|becomes)\s+your\s+(?:own\s+)?(?:baby|responsibility|project|product)|(?:will\s+be|is|gets)\s+handed\s+(?:over\s+)?to\s+you|to\s+yourself)\b",
    r"\b(?:the|our|one|a)\s+(?P<thing>(?:[^\s.,;:!?()]+\s+){1,6}?)(?:all\s+)?to\s+yourself\b",
    r"\b(?:the|our)\s+(?P<thing>(?:[^\s.,;:!?()]+\s+){0,5}?(?:model|service|product|feature|forecast|engine|classifier|detector|tool|pipeline|app|system|API|score))[,:;–—-]?\s+(?:and\s+)?(?:it|they|this|that)\s+(?:is|are|will\s+be|would\s+be)\s+(?:yours|your\s+responsibility)\b",
    r"\b(?:the|our|one|this)\s+(?P<thing>(?:[^\s.,;:!?()]+\s+){1,6}?)(?:is|are|will be|would be|becomes|will become)\s+"
    r"(?:yours|entirely yours|all yours|fully yours|your (?:own )?(?:baby|responsibility|project|product))\b",
    r"\byours\s+(?:is|are|will be|would be)\s+(?P<thing>(?:the|our|one|a)\s+\w+\s+\w+)",
    r"\b(?:one|a|an|the)\s+(?P<thing>(?:[^\s.,;:!?()]+\s+){1,4}?)(?:to call your own|of your (?:very )?own)\b",
    r"\b(?:the|one|a)\s+(?P<thing>(?:[^\s.,;:!?()]+\s+){1,6}?)(?:that\s+|which\s+)?(?:you['’]d|you['’]ll|you will|you would)\s+"
    r"(?:be in charge of|be responsible for|own|answer for|lead|run alone)\b",
    r"\b(?P<thing>\w+\s+\w+)\s+is\s+your\s+own\b",
]
_STRONG = [re.compile(pattern, re.IGNORECASE) for pattern in _OWN]
_HIS = [re.compile(pattern, re.IGNORECASE) for pattern in _YOURS]
_WEAK = [re.compile(pattern, re.IGNORECASE) for pattern in _LEAD]

# What anybody owns everywhere, or what is no thing at all.
_NO_THING = re.compile(
    r"\b(?:mindset|career|careers|time|success|growth|learning|development|results?|outcomes?|problems?|tasks?|projects|work|"
    r"things?|initiatives|decisions|mistakes|actions?|destiny|schedule|calendar|day|laptop|device|car|words?|business|"
    r"company|firm|shares|stock|equity|lifecycle|life\s+cycle|space|domain|vision|direction|strategy|lifecycles|choice|decision|freedom|move|place|portfolio|pace|ideas?|future|team|teams|people|responsibilit(?:y|ies)|"
    r"duties|deliverables|attitude|culture|lives|life|path|goals|targets|objectives|way|charge|challenges?|issues|best|quality)\W*$",
    re.IGNORECASE,
)
# Who leads these leads people or talks.
_PEOPLE = re.compile(
    r"\b(?:teams?|squads?|groups?|people|engineers|scientists|analysts|juniors|departments?|functions?|chapters?|guilds?|meetings?|"
    r"discussions?|workshops?|conversations?|reviews?|stand-?ups?|interviews?|projects|portfolios?|efforts?|initiatives?|way|"
    r"industry|market|markets|world|field|company|business|strategy|transformation|innovation|culture|change|design|development|"
    r"implementation|adoption|growth|training|activities|delivery|execution|hiring|onboarding|topics?|relationships?|clients?|customers?)\b",
    re.IGNORECASE,
)
# What a model, a service, a product or a feature is called.
_THING_NOUN = re.compile(
    r"\b(?:models?|services?|products?|features?|systems?|pipelines?|engines?|recommenders?|forecasts?|forecasting|detectors?|rankers?|ranking|"
    r"search|indexe?s?|tools?|apps?|applications?|dashboards?|scores?|scorecards?|classifiers?|components?|modules?|APIs?|assistants?|chatbots?|"
    r"bots?|maps?|plan|planner|library|project|feed|line|scheduler|algorithms?|process|programme|program|suite|harness|benchmarks?|"
    r"datasets?|reports?|catalogue|catalog|predictions?|predictors?|estimates?|estimators?|alerts?|sensors?|cameras?|platform|stack|warehouse|"
    r"registry|carousel|optimi[sz]er|router|simulator|agent|agents|layer|store|website|newsletter|codebase|notebooks?|infrastructure|"
    r"monitoring|parser|extractor|generator|transcriber|translator|converter|encoder|linker|summari[sz]er|checker|finder|scorer|viewer|editor|calculator|controller|sorter|counter|filter|matcher|matching|pricing|release|writer|reader|tracker|experiments?|area|stream|prototype)\b",
    re.IGNORECASE,
)
_CHOICE = re.compile(r"\b(?:choice|decision|freedom|idea|laptop|equipment|first move|last word)\b", re.IGNORECASE)
# Several things of a kind have no name.
_SEVERAL = re.compile(
    r"\b(?:models|pipelines|systems|services|tools|features|dashboards|products|solutions|components|processes|experiments|metrics|applications|algorithms|datasets|reports|apps|APIs|platforms)$",
    re.IGNORECASE,
)
_SHARED = re.compile(
    r"\b(?:co-own|share[ds]?\s+(?:the\s+)?(?:ownership|responsibility)|shared|jointly|(?:help|helping|assist|assisting|support|supporting)\s+"
    r"(?:to\s+)?(?:own|lead|run|the\s+owners?)|the\s+team\s+(?:that\s+)?owns?|sense\s+of|we\s+(?:\w+,?\s+(?:and\s+)?){0,3}own\b|we\s+own|employees?\s+own|(?:teams?|squads?|customers?|clients|they|employees|members|people|partners)\s+(?:\w+\s+){0,3}own\b|one\s+of\s+the\s+owners"
    r"|(?:report|reports|reporting)\s+to\s+the|product\s+owners\b|work(?:ing)?\s+with\s+the\s+(?:\w+\s+)?owner|not\s+(?:own|be\s+the\s+owner|lead)|won['’]t\s+(?:own|lead)"
    r"|no\s+(?:single\s+)?owner|contribute\s+to|together\s+own|demonstrated|track\s+record|experience\s+(?:of|in|with)?\s*(?:owning|leading|taking|running)|"
    r"have\s+(?:owned|led|run)|who\s+owns?)",
    re.IGNORECASE,
)


def names_what_you_own(sentence: str) -> bool:
    """Tell whether the sentence gives the person hired a named thing to answer for."""
    if _SHARED.search(sentence):
        return False
    for pattern in _STRONG:
        for match in pattern.finditer(sentence):
            thing = match["thing"].strip()
            if len(thing.split()) > 1 and not _SEVERAL.search(thing) and not _NO_THING.search(thing) and not _is_vague(thing):
                return True
    for pattern in _HIS:
        for match in pattern.finditer(sentence):
            thing = match["thing"].strip()
            if _THING_NOUN.search(thing) and not _NO_THING.search(thing) and not _CHOICE.search(thing):
                return True
    for pattern in _WEAK:
        for match in pattern.finditer(sentence):
            thing = match["thing"].strip()
            if len(thing.split()) > 2 and not _SEVERAL.search(thing) and _THING_NOUN.search(thing) and not _PEOPLE.search(thing) and not _is_vague(thing):
                return True
    return False


def _is_vague(thing: str) -> bool:
    return bool(re.fullmatch(r"(?:the|our|your|its|a|an|one|this|every)\s+(?:entire|full|whole|complete|end-to-end|own|own\s+work|ML|AI|machine learning|data)*\s*"
                             r"(?:lifecycle|life cycle|process|roadmap|work|stack|code|codebase|projects?|processes|space|function|area)?", thing, re.IGNORECASE))
