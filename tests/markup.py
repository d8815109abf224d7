"""HTML as a tree, so that tests can ask for what a reader sees."""

from collections.abc import Callable, Iterator
from html.parser import HTMLParser

VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}


class Node:
    """An element; `children` holds elements and text."""

    def __init__(self, tag: str, attributes: dict[str, str]) -> None:
        self.tag = tag
        self.attributes = attributes
        self.children: list[Node | str] = []
        self.parent: Node | None = None

    def append(self, child: "Node | str") -> None:
        self.children.append(child)
        if isinstance(child, Node):
            child.parent = self

    def replace(self, other: "Node") -> None:
        """Put `other` where this element stands."""
        assert self.parent is not None
        self.parent.children[self.parent.children.index(self)] = other
        other.parent = self.parent

    def __iter__(self) -> "Iterator[Node]":
        """Yield all elements below, in order."""
        waiting = self.children[::-1]
        while waiting:
            child = waiting.pop()
            if isinstance(child, Node):
                yield child
                waiting += reversed(child.children)

    @property
    def elements(self) -> "list[Node]":
        """Return the elements right below."""
        return [child for child in self.children if isinstance(child, Node)]

    @property
    def id(self) -> str:
        return self.attributes.get("id", "")

    @property
    def text(self) -> str:
        """Return the text, with white space collapsed."""
        return " ".join(self.raw.split())

    @property
    def raw(self) -> str:
        """Return the text as it stands."""
        return "".join(child if isinstance(child, str) else child.raw for child in self.children)

    def get(self, name: str) -> str:
        return self.attributes.get(name, "")

    def by_id(self, wanted: str) -> "Node":
        """Return the element with this id. Raises LookupError."""
        for node in self:
            if node.id == wanted:
                return node
        raise LookupError(f"no element with id {wanted!r}")

    def all(self, tag: str = "", **attributes: str) -> "list[Node]":
        """Return the elements below with this tag and these attributes (`class_` is a word of the class)."""
        word = attributes.pop("class_", "")
        return self.where(
            lambda node: (
                (not tag or node.tag == tag)
                and (not word or word in node.get("class").split())
                and all(node.attributes.get(key.rstrip("_")) == value for key, value in attributes.items())
            )
        )

    def where(self, holds: "Callable[[Node], bool]") -> "list[Node]":
        return [node for node in self if holds(node)]

    def named(self, name: str) -> "Node":
        """Return the first control called `name`."""
        return self.where(lambda node: node.get("name") == name)[0]

    def inside(self, holds: "Callable[[Node], bool]") -> bool:
        """Say whether an element around this one is such."""
        node = self.parent
        while node is not None:
            if holds(node):
                return True
            node = node.parent
        return False


class _Builder(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.root = self.here = Node("", {})

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert len({name for name, _ in attrs}) == len(attrs), f"<{tag}> has an attribute twice: {attrs}"
        node = Node(tag, {name: value or "" for name, value in attrs})
        self.here.append(node)
        if tag not in VOID:
            self.here = node

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.here.append(Node(tag, {name: value or "" for name, value in attrs}))

    def handle_endtag(self, tag: str) -> None:
        assert tag == self.here.tag, (
            f"</{tag}> closes <{self.here.tag} id={self.here.id!r}>, line {self.getpos()[0]}"
        )
        assert self.here.parent is not None
        self.here = self.here.parent

    def handle_data(self, data: str) -> None:
        self.here.append(data)


def parse(html: str) -> Node:
    """Return the root of `html`. Raises AssertionError where a tag is not closed in its place."""
    builder = _Builder()
    builder.feed(html)
    builder.close()
    assert builder.here is builder.root, f"<{builder.here.tag} id={builder.here.id!r}> is never closed"
    return builder.root
