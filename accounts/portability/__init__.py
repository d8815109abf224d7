"""What is a person's: each app registers its tables here, to take along and to bring back.

The front door. `archive` writes, `upload` reads, `comparison` says what would change, `merge` changes it.
"""

from accounts.portability.register import (
    Document,
    Section,
    documents,
    leave_out,
    left_out,
    register,
    register_document,
    section_of,
    sections,
)

__all__ = [
    "Document",
    "Section",
    "documents",
    "leave_out",
    "left_out",
    "register",
    "register_document",
    "section_of",
    "sections",
]
