"""Which skills and technologies a job text names, and the table that knows them."""

from itertools import chain

import pytest

from career.job_text import read
from career.reading.table import expanded, table
from career.reading.terms import own_table
from tests.career.reader_scores import catalogue

SKILLS = catalogue()


def skills(text: str) -> set[str]:
    return {mention.slug for mention in read(text, SKILLS).mentions}


def outside(text: str) -> list[str]:
    return [found.term for found in read(text, SKILLS).outside]


def test_every_skill_of_the_table_is_in_the_catalogue():
    assert {term.slug for term in table().terms if term.slug} <= SKILLS.keys()


def test_the_table_knows_at_least_250_terms_and_none_twice():
    terms = [term for term in table().terms if not term.never]
    spelled = list(chain.from_iterable({words.lower() for words in expanded(term.words)} for term in terms))

    assert len(terms) >= 250
    assert len(spelled) == len(set(spelled))


def test_what_the_table_says_of_a_term_is_of_a_term_that_it_has():
    import yaml

    from career.reading.table import FILE

    data = yaml.safe_load(FILE.read_text())
    known = {term.words for term in table().terms} | {term.slug for term in table().terms}
    flags = (data["exact"], data["beside"], data["listed"], data["outside_ideas"], data["unless"])
    flagged = set(chain(*flags, *data["since"].values()))

    assert flagged <= known


@pytest.mark.parametrize(
    ("text", "slug"),
    [
        ("Solid Python.", "py-syntax"),
        ("time spent containerising services", "docker-basics"),
        ("containerized workloads", "docker-basics"),
        ("scikit learn or sklearn", "sklearn-traditional"),
        ("CNNs", "cnn"),
        ("tokenisation and embeddings of text", "tokenization-embeddings"),
        ("k-means", "kmeans"),
        ("A/B-testing", "ab-testing-basics"),
        ("CI / CD", "ci-basics"),
        ("dimensionality\nreduction", "dimensionality-reduction"),
        ("hyperparameter optimisation", "hyperparameter-search"),
        ("fine-tuning of open LLMs", "llm-finetuning"),
        ("Fine-tune pretrained vision models", "finetune-vision"),
        ("linear and logistic regression", "linear-regression"),
        ("a tested Python package", "py-syntax"),
        ("a tested Python package", "project-structure"),
        ("PYTHON", "py-syntax"),
        ("Bayes’ theorem", "bayes-theorem"),
        ("Weights & Biases", "experiment-tracking"),
    ],
)
def test_a_skill_is_found_however_it_is_spelled(text: str, slug: str):
    assert slug in skills(text)


@pytest.mark.parametrize(
    "text",
    [
        "You excel at what you do and go beyond.",
        "Exchange with colleagues from R&D",
        "Ideas that spark joy",
        "A spark in your eyes, attention to detail, prompt answers",
        "C-level contacts and a Series C round",
        "We react quickly and express ourselves clearly.",
        "Spark & Crumb, a chain of bakeries",
        "61,000 transformers stand between Kassel and Fulda.",
        "Our containers are made of steel.",
        "Every project has a RAG status.",
        "Write to python@example.org or see https://example.org/docker/kubernetes.",
        "Machine learning, deep learning, NLP and statistics",
    ],
)
def test_an_everyday_word_is_no_technology(text: str):
    reading = read(text, SKILLS)

    assert not reading.mentions
    assert not reading.outside


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("No Kubernetes needed, but Docker is.", {"docker-basics"}),
        ("You don't need to know PyTorch or Keras.", set()),
        ("Docker is not required.", set()),
        ("We moved from Airflow to Dagster last year.", {"pipeline-orchestration"}),
        ("It was an LSTM once.", set()),
        ("not only Python but also SQL", {"py-syntax", "sql-basics"}),
        ("We replaced TensorFlow with PyTorch.", {"pytorch"}),
        ("tools that people run without ringing us, unit tests in pytest", {"py-testing"}),
        ("You won't need\n- Docker\n- Git", set()),
        ("Git, pandas and SQL; no TensorFlow.", {"git-basics", "pandas", "sql-basics"}),
    ],
)
def test_what_is_not_needed_is_not_named(text: str, wanted: set[str]):
    assert skills(text) == wanted


def test_single_letters_and_plain_words_count_in_a_list_of_technologies():
    assert outside("Python, R or C++") == ["R", "C++"]
    assert outside("The stack: Go for services, Python for models, Kafka") == ["Go", "Kafka"]
    assert outside("Experience with R is welcome") == ["R"]
    assert outside("Go the extra mile with Python") == []
    assert outside("C++17, Python, ROS 2") == ["C++17", "ROS 2"]


def test_a_wish_is_told_from_a_demand():
    reading = read("Python and SQL; Kafka is a plus.\n\nNice to have\n- Docker", SKILLS)

    assert {mention.term: mention.optional for mention in reading.mentions} == {
        "Python": False,
        "SQL": False,
        "Docker": True,
    }
    assert [found.optional for found in reading.outside] == [True]


def test_a_yearly_bonus_makes_nothing_optional():
    assert not read("Python, SQL and an annual bonus", SKILLS).mentions[0].optional


def test_the_learners_own_words_win():
    text = "We use Delphi, the whisper stack and Python."

    reading = read(text, SKILLS, {"delphi": None, "whisper stack": "rnn-lstm", "python": "numpy"})

    assert [(mention.term, mention.slug) for mention in reading.mentions] == [
        ("whisper stack", "rnn-lstm"),
        ("Python", "numpy"),
    ]
    assert [found.term for found in reading.outside] == ["Delphi"]


def test_a_word_of_the_learners_is_no_pattern():
    reading = read("Node (LTS), a c, b c", SKILLS, {"node (lts)": None, "(a|b) c": None, "|": None})

    assert [found.term for found in reading.outside] == []
    assert len(own_table({"(a|b)" * 12: None}).root.after) == 1


def test_a_skill_that_left_the_catalogue_is_not_named():
    assert read("Python and SQL", {"sql-basics": "SQL basics"}).mentions[0].slug == "sql-basics"
    assert len(read("Python and SQL", {"sql-basics": "SQL basics"}).mentions) == 1


def test_markup_is_just_text():
    reading = read("<ul><li><b>Python</b> &amp; SQL</li></ul><script>alert('Git')</script>", SKILLS)

    assert {mention.term for mention in reading.mentions} == {"Python", "SQL", "Git"}
