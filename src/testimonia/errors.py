"""The errors a caller can meet.

::

    TestimoniaError
    ├── SourcebookError (ValueError)   the file cannot be read as a sourcebook
    ├── ProfileError (ValueError)      a layout profile says something that cannot be
    ├── AuthorityError (ValueError)    an authority file cannot be read as a list of people
    ├── VocabularyError (ValueError)   a vocabulary of acts cannot be read, or says something that cannot be
    ├── DecisionError (ValueError)     a decision about who is who cannot be made as told
    ├── PipelineError                  stages cannot be ordered, or one broke its word
    ├── StoreError                     an evidence base is missing, foreign, locked, full or of a newer schema
    ├── ExportError                    an export cannot be written
    ├── MissingExtraError              a feature needs an extra that is not installed
    └── NotFoundError (LookupError)    no such record, export, style or stage

A message says what happened, to which thing, and what would help. A fault of the *page* is no
error: it is a `Finding`, and the reading goes on.
"""

from __future__ import annotations

__all__ = [
    "AuthorityError",
    "DecisionError",
    "ExportError",
    "MissingExtraError",
    "NotFoundError",
    "PipelineError",
    "ProfileError",
    "SourcebookError",
    "StoreError",
    "TestimoniaError",
    "VocabularyError",
]


class TestimoniaError(Exception):
    """Whatever testimonia raises on purpose. ``exit_code`` is what the command line ends with."""

    __test__ = False  # pytest would otherwise take the name for a test class
    exit_code = 1


class SourcebookError(TestimoniaError, ValueError):
    """The file cannot be read as a sourcebook: not there, not text, empty, too large, broken off."""

    exit_code = 3


class ProfileError(TestimoniaError, ValueError):
    """A layout profile names a setting or a value that does not exist."""

    exit_code = 4


class AuthorityError(TestimoniaError, ValueError):
    """An authority file cannot be read, or says something that cannot be."""

    exit_code = 10


class VocabularyError(TestimoniaError, ValueError):
    """A vocabulary of acts cannot be read, or says something that cannot be."""

    exit_code = 12


class PipelineError(TestimoniaError):
    """Stages cannot be put in order, or one yielded a record it had not declared."""

    exit_code = 5


class StoreError(TestimoniaError):
    """An evidence base cannot be opened or written. What stood there before is untouched."""

    exit_code = 6


class ExportError(TestimoniaError):
    """An export cannot be written."""

    exit_code = 7


class MissingExtraError(TestimoniaError, ImportError):
    """A feature needs an optional dependency. The message names the extra to install."""

    exit_code = 8

    def __init__(self, feature: str, extra: str) -> None:
        super().__init__(f"{feature} needs an optional part. Install it with: pip install 'testimonia[{extra}]'")


class NotFoundError(TestimoniaError, LookupError):
    """No such record, export, style or stage."""

    exit_code = 9


class DecisionError(TestimoniaError, ValueError):
    """A decision cannot be made as told: no reason is given, a name means several people, nothing would be parted."""

    exit_code = 11
