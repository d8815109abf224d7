"""Guesses from an address what kind of page it is. Pure, no Django."""

from urllib.parse import urlsplit

_HOSTS = {
    "notebook": ("colab.research.google.com", "kaggle.com", "nbviewer.org", "deepnote.com"),
    "repository": ("github.com", "gitlab.com", "codeberg.org", "bitbucket.org", "git.sr.ht"),
    "certificate": ("credly.com", "coursera.org", "credential.net", "certificates.cs50.io"),
    "post": ("medium.com", "dev.to", "substack.com", "hashnode.dev", "wordpress.com", "blogspot.com"),
    "demo": ("hf.space", "huggingface.co", "streamlit.app", "vercel.app", "onrender.com", "fly.dev"),
}


def kind_of_link(url: str) -> str:
    """Return "repository", "notebook", "post", "certificate", "demo" or "other" for an http(s) address."""
    parts = urlsplit(url)
    host = (parts.hostname or "").removeprefix("www.")
    if parts.path.endswith(".ipynb"):
        return "notebook"
    for kind, known in _HOSTS.items():
        if any(host == name or host.endswith(f".{name}") for name in known):
            return kind
    if host.endswith((".github.io", ".gitlab.io")) or "/blog" in parts.path:
        return "post"
    return "other"
