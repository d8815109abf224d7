"""Where others can see the work: the guide's points on GitHub, LinkedIn, a site and people, in our words."""

from typing import NamedTuple


class Point(NamedTuple):
    """`says` is what to do; `figure` a number that is the guide's own, without a source."""

    key: str
    title: str
    says: str
    figure: str = ""


class Area(NamedTuple):
    key: str
    title: str
    points: tuple[Point, ...]


AREAS = (
    Area(
        "github",
        "GitHub portfolio",
        (
            Point(
                "github-repositories",
                "Repositories worth opening",
                "Each one runs, does one thing, and is yours to explain. Archive what is not.",
                "The guide asks for 10 or more.",
            ),
            Point(
                "github-clean-code",
                "Clean, documented code",
                "Names that speak, small functions, some tests, and a line on every choice that surprises.",
            ),
            Point(
                "github-history",
                "A steady history of commits",
                "Commit as you work, in small steps. A rhythm shows more than one large upload.",
            ),
            Point(
                "github-readmes",
                "READMEs that tell the impact",
                "The problem, what you did, the number it reached, and how to run it. "
                "A build’s page drafts one for you.",
            ),
        ),
    ),
    Area(
        "linkedin",
        "LinkedIn",
        (
            Point(
                "linkedin-photo",
                "A clear photo",
                "Your face, good light, a plain background. A phone is enough.",
            ),
            Point(
                "linkedin-headline",
                "A headline that says the role",
                "The job you want and your two strongest skills, in the words that job texts use.",
            ),
            Point(
                "linkedin-projects",
                "Projects in detail",
                "For each: the problem, your part, the result with its number, and the link.",
            ),
            Point(
                "linkedin-engage",
                "Part of the conversation",
                "Comment on what ML people publish, with something you tried or read yourself.",
            ),
        ),
    ),
    Area(
        "blog",
        "Blog or website",
        (
            Point(
                "blog-articles",
                "Articles on your projects",
                "One for each build: what was hard, what you tried, what worked.",
            ),
            Point(
                "blog-learnings",
                "What you learned, shared",
                "Short notes count. Write what you would have liked to find a month ago.",
            ),
            Point(
                "blog-clarity",
                "Clear to someone outside",
                "Let a friend outside the field read one. Where they stop, rewrite.",
            ),
            Point(
                "blog-search",
                "Findable by its words",
                "A title that says what the page is about, and the ML terms that people search for.",
            ),
        ),
    ),
    Area(
        "networking",
        "Networking",
        (
            Point(
                "network-communities",
                "A member of ML communities",
                "Reddit, Discord or Slack: one or two where you answer as well as ask.",
            ),
            Point(
                "network-meetups",
                "At conferences and meetups",
                "Online ones count. Note whom you talked to in your contacts.",
            ),
            Point(
                "network-people",
                "In touch with people who do the work",
                "Follow a few whose work you use, and reply when you have something to add.",
            ),
            Point(
                "network-open-source",
                "A contribution to open source",
                "A fixed sentence in the documentation is a beginning. Link the pull request.",
            ),
        ),
    ),
)
POINTS = {point.key: point for area in AREAS for point in area.points}
