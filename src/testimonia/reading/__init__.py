"""A file on disk to a `Source`: its bytes, its text, and what its markup says of the structure.

In: a path. Out: a `Source`, whose text is the decoded file to the last character (plain text,
Markdown, wiki text) or the text extracted from its markup (HTML, EPUB, Word, OpenDocument) or from its
printed pages (PDF, with the extra ``pdf``), with the raw bytes kept beside it.
Blind spots: one encoding a file; text that only a script would put on the page is not there.
"""

from .encodings import decode, encode
from .files import MEDIA, read_source, source_from_bytes

__all__ = ["MEDIA", "decode", "encode", "read_source", "source_from_bytes"]
