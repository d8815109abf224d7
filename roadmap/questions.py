"""The first questions: what may be answered, and which skills stand behind what somebody can explain.

Pure, no Django. Slugs are stored with the answers: they are never renamed or reused.
"""

from typing import NamedTuple


class Option(NamedTuple):
    slug: str
    label: str


class Known(NamedTuple):
    """A thing that can be explained today; who can do it knows `skills` (slugs)."""

    slug: str
    label: str
    skills: tuple[str, ...]


BACKGROUNDS = (
    Option("software", "Software development"),
    Option("data", "Data analysis or statistics"),
    Option("science", "Science, engineering or mathematics"),
    Option("business", "Business or operations"),
    Option("student", "Still at school or university"),
    Option("other", "Something else"),
)

# The place in the list is what is stored.
PROGRAMMING = ("None or a little", "Small scripts", "Whole programs of my own", "I program at work")
MATHS = ("School, some time ago", "School, still fresh", "A few university courses", "A degree full of it")

HOURS = (6, 9, 12, 20)

KNOWN = (
    Known(
        "python",
        "A Python loop, function and dictionary",
        ("py-syntax", "py-functions", "py-data-structures"),
    ),
    Known("git", "A Git branch and a pull request", ("git-basics", "github-workflow")),
    Known("sql", "A SQL join with GROUP BY", ("sql-basics",)),
    Known("numpy", "Broadcasting in NumPy", ("numpy-arrays", "numpy-vectorization")),
    Known("pandas", "Grouping a table in Pandas", ("pandas-load-clean", "pandas-groupby")),
    Known("matrices", "Matrix multiplication", ("la-vectors", "la-matrices", "la-matmul")),
    Known("derivatives", "A partial derivative", ("calc-derivatives", "calc-partials")),
    Known("bayes", "Bayes’ theorem", ("prob-rules", "bayes-theorem")),
    Known(
        "p-value",
        "A confidence interval and a p-value",
        ("stats-descriptive", "stats-sampling", "hypothesis-testing-mechanics"),
    ),
    Known("regression", "Linear regression", ("linear-regression",)),
    Known("cross-validation", "Cross-validation", ("data-splits-leakage", "cross-validation")),
    Known("backpropagation", "Backpropagation", ("calc-chain-rule", "perceptron-mlp", "backprop-by-hand")),
)
