"""The red flag of an unrealistic mix: several professions in one person, or years that cannot be."""

import re

from career.reading.sentences import Sentence
from career.reading.words import Match

# Professions; two words of one group are one profession.
_PROFESSIONS = {
    "science": r"(?:data|research|applied|ML|machine[- ]learning|AI)\s+scientist|statistician|researcher|machine[- ]learning\s+(?:engineer|expert)|ML\s+engineer|AI\s+engineer|data\s+analyst",
    "data engineering": r"data\s+engineer|database\s+administrator|DBA|data\s+architect|ETL\s+developer",
    "web": r"front[- ]?end(?:\s+(?:developer|engineer|dev))?|web\s+(?:developer|designer|master)|webmaster|full[- ]?stack(?:\s+(?:developer|engineer))?|back[- ]?end(?:\s+(?:developer|engineer))?|software\s+(?:developer|engineer|architect)|programmer|web\s+development|react\s+developer",
    "mobile": r"(?:mobile|iOS|Android|app)\s+(?:app\s+)?(?:developer|engineer|development)",
    "operations": r"dev[- ]?ops(?:\s+engineer)?|site\s+reliability|SRE|(?:system|network|systems|cloud|IT)\s+(?:administrator|admin|architect|engineer|support)|sysadmin|platform\s+engineer|security\s+(?:engineer|officer|expert|analyst)|help\s?desk|IT\s+support|office\s+IT|pen(?:etration)?[- ]tester|network\s+administration",
    "design": r"(?:UX|UI|graphic|product|web|visual|UI/UX|UX/UI)(?:[/-]\w+)?\s+design(?:er)?|designer|illustrator|video\s+editor|graphic\s+design",
    "product": r"product\s+(?:owner|manager)|project\s+manager|scrum\s+master|programme\s+manager|business\s+analyst|product\s+management|project\s+management",
    "sales": r"sales(?:\s+\w+)?|marketer|marketing(?:\s+\w+)?|account\s+manager|business\s+development|copywriter|growth\s+hacker|community\s+manager|social\s+media(?:\s+manager)?|customer\s+(?:support|success|service)|content\s+(?:creator|writer)|fundraiser",
    "hardware": r"(?:embedded|firmware|electronics?|hardware|electrical|mechanical|robotics|FPGA)(?:\s+\w+)?\s+(?:developer|engineer|designer)|PCB|electrician|mechanic|technician",
    "blockchain": r"blockchain(?:\s+\w+)?|smart[- ]contract(?:\s+\w+)?|web3(?:\s+\w+)?",
    "office": r"office\s+manager|accountant|accounting|book-?keeper|lawyer|legal\s+counsel|recruiter|HR\s+(?:manager|partner|officer)|secretary|receptionist|assistant|CFO|CTO|CEO|COO|teacher|trainer|translator|actuary|auditor",
    "games": r"game\s+(?:developer|designer)|3D\s+artist|animator",
    "quality": r"(?:QA|test|quality)\s+(?:engineer|tester|lead|manager)|tester",
}
_PROFESSION = re.compile("|".join(rf"(?P<g{n}>\b(?:{words})s?\b)" for n, words in enumerate(_PROFESSIONS.values())), re.IGNORECASE)
_ALL_IN_ONE = re.compile(
    r"\b(?:in\s+one|(?:all\s+)?rolled\s+(?:in|up)|at\s+once|at\s+the\s+same\s+time|simultaneously|single-handed(?:ly)?|one[- ](?:man|person|woman)|one\s+person|all[- ]in[- ]one|combin(?:e|es|ing|ation)|"
    r"replaces?|(?:the\s+)?(?:work|jobs?)\s+of|(?:three|four|five|several)\s+(?:jobs|people|roles)|double\s+as|doubles\s+as|as\s+well\s+as\s+our|all\s+of\s+(?:these|them)|unicorn|both|equally|same\s+person|and\s+also|hybrid\s+of|alone|part\s+\w+,\s+part)\b",
    re.IGNORECASE,
)
_YOU_ARE = re.compile(
    r"\b(?:you(?:['’]re|['’]ll\s+be|['’]d\s+be|\s+are|\s+will\s+be|\s+would\s+be|\s+will\s+(?:act|serve|work)\s+as|\s+must\s+be|\s+should\s+be|['’]ll\s+(?:act|serve|work)\s+as)|we\s+(?:need|want|seek|are\s+looking\s+for|look\s+for)\s+(?:one|a|an|someone|somebody)|(?:one|a|single)\s+person|"
    r"the\s+(?:ideal\s+|successful\s+|perfect\s+)?candidate|your\s+role|acts?\s+as|serve\s+as|looking\s+for\s+(?:one|a|an|someone|somebody))\b",
    re.IGNORECASE,
)
_WITH_OTHERS = re.compile(
    r"\b(?:with|alongside|between|among|amongst|from|join|joining|support|supporting|help|helping|and\s+our|team\s+of|teams\s+of|group\s+of|made\s+up\s+of|consists?\s+of|comprises?|includ(?:es|ing)|we\s+are|we['’]re|we\s+have|report\s+to|sit\s+(?:with|next)|"
    r"such\s+as|experience\s+as|background|worked\s+as|serve|hire|hiring|recruit\w*|stakeholders|colleagues)\b[^.;]{0,60}$",
    re.IGNORECASE,
)
_WORDS = {"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10, "twelve": 12, "fifteen": 15, "twenty": 20}
_YEARS = re.compile(
    rf"(?<![\w.,£$€-])(?P<years>\d{{1,2}}|{'|'.join(_WORDS)})\s?(?:\+|plus|or\s+more|to\s+\w+|[-–]\s?\d{{1,2}})?\s?\+?\s*(?:years?|yrs?)\b", re.IGNORECASE
)
_BEGINNER = re.compile(
    r"\b(?:fresh(?:er|ers)|fresh\s+graduates?|entry[- ]level|juniors?|graduates?(?!\s+degree|\s+(?:school|level|studies|qualification))|interns?|internship|trainees?|beginners?|newcomers?|new\s+grads?|no\s+experience|first\s+job|apprentices?|school\s+leavers?|students?|recent\s+graduate|starter)\b",
    re.IGNORECASE,
)
_BEGINNER_YEARS = 5
_OLDER_PEOPLE = re.compile(r"\b(?:mentor|senior|coach|pair|supervis\w+|manage|teach|lead|guide|under|from|founded|been|for\s+(?:more|over)|last|past|ago|within|after|in\s+(?:two|three|five|\d))\b", re.IGNORECASE)

# The year in which it was first to be had. Experience is counted to the year of this table.
TABLE_YEAR = 2026
_BORN = {
    "ChatGPT": 2022, "GPT-4": 2023, "LangChain": 2022, "LangGraph": 2024, "LlamaIndex": 2022, "vLLM": 2023, "llm-rag": 2020, "llm-prompting": 2020, "LoRA": 2021, "QLoRA": 2023, "LLM": 2019,
    "large language model": 2019, "generative AI": 2019, "GenAI": 2019, "PyTorch": 2016, "TensorFlow": 2015, "Keras": 2015, "JAX": 2018, "transformer": 2017, "BERT": 2018, "FastAPI": 2018,
    "Streamlit": 2019, "Gradio": 2019, "MLflow": 2018, "Kubernetes": 2014, "K8s": 2014, "Docker": 2013, "Airflow": 2015, "Prefect": 2018, "Dagster": 2019, "LightGBM": 2016, "CatBoost": 2017, "XGBoost": 2014,
    "Hugging Face": 2018, "Stable Diffusion": 2022, "dbt": 2016, "Spark": 2010, "Snowflake": 2014, "SageMaker": 2017, "Vertex AI": 2021, "Kubeflow": 2017, "Delta Lake": 2019, "DVC": 2017, "Polars": 2020, "MLOps": 2015,
    "React": 2013, "Rust": 2012, "Go": 2009, "Swift": 2014, "Kotlin": 2011, "TypeScript": 2012, "Terraform": 2014, "GitHub Actions": 2019, "Pinecone": 2021, "AI agent": 2022, "agentic AI": 2023, "Claude": 2023, "Gemini": 2023, "OpenAI API": 2020,
    "YOLO": 2015, "pgvector": 2021, "vector database": 2017, "Evidently": 2020, "Optuna": 2018, "Weights & Biases": 2018, "GPT": 2018, "llm-finetuning": 2018, "prompt engineering": 2020, "diffusion model": 2015, "RLHF": 2019,
}


def professions(text: str) -> set[str]:
    """Return the groups of professions that a text names."""
    return {match.lastgroup or "" for match in _PROFESSION.finditer(text)}


def is_unrealistic(sentence: Sentence, matches: list[Match]) -> bool:
    """Tell whether the sentence asks for several professions at once or for years that cannot be."""
    text = sentence.text
    return _is_many_people(text) or _does_all(text) or _is_expert_in_all(text, matches) or _is_old_beginner(text) or _is_older_than_tool(sentence, matches)


def _is_many_people(text: str) -> bool:
    first = _PROFESSION.search(text)
    if first is None or len(professions(text)) < 3 or _WITH_OTHERS.search(text[: first.start()]):
        return False
    return bool(_ALL_IN_ONE.search(text) or _YOU_ARE.search(text[: first.start()]))


# What people of different professions do.
_DOINGS = [
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        r"\b(?:train|build|tune|develop|design)\w*\s+(?:the\s+|our\s+|your\s+)?(?:\w+\s+)?(?:models?|algorithms?|AI)\b",
        r"\b(?:design|build|code|run|maintain|redesign)\w*\s+(?:the\s+|our\s+|a\s+)?(?:web\s?site|web\s?shop|front[- ]?end|landing\s+pages?)\b",
        r"\b(?:build|develop|code|ship)\w*\s+(?:the\s+|our\s+|an?\s+)?(?:mobile|iOS|Android|iPhone)\s+apps?\b",
        r"\b(?:run|manage|administer|look\s+after|fix|maintain|patch)\w*\s+(?:the\s+|our\s+)?(?:\w+\s+)?(?:servers?|network|printers?|laptops|infrastructure|wifi|office\s+IT)\b",
        r"\b(?:run|manage|write|do|handle|plan)\w*\s+(?:the\s+|our\s+)?(?:\w+\s+)?(?:ads|advertising|marketing|social\s+media|newsletter|campaigns?|SEO)\b",
        r"\b(?:keep|do|handle|run)\w*\s+(?:the\s+|our\s+)?(?:books|accounts|bookkeeping|accounting|payroll|invoices|taxes)\b",
        r"\b(?:answer|handle|take)\w*\s+(?:the\s+|our\s+)?(?:\w+\s+)?(?:support|tickets|phones?|calls|customer\s+\w+)\b",
        r"\b(?:edit|make|produce|film|cut)\w*\s+(?:the\s+|our\s+)?(?:\w+\s+)?(?:videos?|podcasts?|graphics|logos?|brochures?)\b",
        r"\b(?:sell|close|pitch|win)\w*\s+(?:to\s+|the\s+|our\s+)?(?:\w+\s+)?(?:customers|clients|deals|investors|product)\b",
        r"\b(?:hire|recruit|interview)\w*\s+(?:the\s+|our\s+|new\s+)?(?:people|staff|team|colleagues|employees)\b",
        r"\b(?:solder|wire|repair|assemble)\w*\b|\b(?:design|draw)\w*\s+(?:the\s+|our\s+)?(?:circuit|PCB|board|hardware)s?\b",
    )
]
_EXPERT = re.compile(r"\b(?:expert|experts|expertise|mastery|master|deep|fluent|proficien\w+|advanced|senior-level|world-class|strong|in-depth|profound|excellent)\b", re.IGNORECASE)
_FAR_AREAS = frozenset({"front end", "mobile", "blockchain", "games and graphics", "robotics", "business", "security", "back end", "operations"})


def _does_all(text: str) -> bool:
    return bool(_YOU_ARE.search(text) or re.search(r"\byou\b", text, re.IGNORECASE)) and sum(bool(doing.search(text)) for doing in _DOINGS) >= 4


def _is_expert_in_all(text: str, matches: list[Match]) -> bool:
    """Tell whether mastery is asked for in five kinds of jobs that few people share."""
    areas = {match.term.area for match in matches} & _FAR_AREAS
    learned = any(match.term.slug or match.term.area == "field" for match in matches)
    return len(areas) + learned >= 5 and bool(_EXPERT.search(text))


def _years(text: str) -> list[tuple[int, int, int]]:
    found = []
    for match in _YEARS.finditer(text):
        written = match["years"].lower()
        found.append((_WORDS.get(written) or int(written), match.start(), match.end()))
    return found


def _is_old_beginner(text: str) -> bool:
    years = [(number, start) for number, start, _ in _years(text) if number >= _BEGINNER_YEARS]
    if not years or not _BEGINNER.search(text) or _OLDER_PEOPLE.search(text):
        return False
    return bool(re.search(r"\bexperience|\bwith\s+(?:at\s+least\s+)?\S+\s+years|\byears?['’]?\s+(?:in|of)\b|\bminimum\b|\bat\s+least\b|\brequir|\bneed|\bmust\b|\+", text, re.IGNORECASE))


def _is_older_than_tool(sentence: Sentence, matches: list[Match]) -> bool:
    """Tell whether years of a tool are asked for that it has not existed: “10 years of LangChain”."""
    for number, start, end in _years(sentence.text):
        for match in matches:
            born = _BORN.get(match.term.words) or _BORN.get(match.term.slug)
            if born is None or number <= TABLE_YEAR - born:
                continue
            gap = sentence.text[end : match.start - sentence.start] if match.start - sentence.start >= end else ""
            before = sentence.text[match.end - sentence.start : start] if match.end - sentence.start <= start else ""
            if gap and re.fullmatch(r"['’]?\s*(?:of\s+|in\s+|with\s+|experience\s+|hands-on\s+|proven\s+|professional\s+|commercial\s+|production\s+|deep\s+|solid\s+|practical\s+|using\s+|building\s+|working\s+|developing\s+|on\s+|[\w-]+\s+){0,6}", gap):
                return True
            if before and re.fullmatch(r"\s*(?:\w+\s+)?[(:,–—-]\s*(?:at\s+least\s+|minimum\s+|min\.?\s+)?", before):
                return True
    return False
