"""Which encoding a file is in, found out from its bytes, and the way back.

Four are told apart, which is what word processors and browsers save: UTF-8 and UTF-16 (with or
without a byte-order mark) and Windows-1252. A byte-order mark stays in the text as U+FEFF, so that
offsets agree with a plain ``bytes.decode("utf-8")``. General detectors guess among dozens of
encodings by letter statistics and so mistake one Western code page for another; here each step
either proves an encoding or leaves it.
"""

from __future__ import annotations

import codecs
import re

from ..errors import SourcebookError

__all__ = ["decode", "encode"]

UTF8, UTF16_LE, UTF16_BE, WINDOWS_1252 = "utf-8", "utf-16-le", "utf-16-be", "windows-1252"

# The five bytes that Windows-1252 leaves undefined are C1 controls by the WHATWG Encoding Standard.
_UNDEFINED = {byte: chr(byte) for byte in (0x81, 0x8D, 0x8F, 0x90, 0x9D)}
_DECODING_1252 = "".join(_UNDEFINED.get(b) or bytes([b]).decode("cp1252") for b in range(256))
_ENCODING_1252 = codecs.charmap_build(_DECODING_1252)

_META = re.compile(rb"""<meta[^>]{0,200}charset\s*=\s*["']?\s*([A-Za-z0-9_.:-]+)""", re.I)
_MULTIBYTE = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
_CONTROL = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_LARGEST_CONTROL_SHARE = 0.02  # text has a stray control character now and then, a binary file one in ten

# A long file whose only byte above ASCII begins a UTF-8 sequence at its very end was cut; a word or two
# that ends in an accented letter is Windows-1252.
_SHORTEST_CUT = 200

_MAGIC = (
    (b"%PDF-", "a PDF file"),
    (b"PK\x03\x04", "a zip archive"),
    (b"SQLite format 3\x00", "an SQLite database"),
    (b"\x89PNG", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF8", "a GIF picture"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"\xd0\xcf\x11\xe0", "an old Word or Office file"),
    (b"{\\rtf", "a Rich Text file"),
    (b"\x7fELF", "a program"),
)
_TEXTS = ".txt, .md, .html or .docx"
_BETTER = {b"\xd0\xcf\x11\xe0": ".docx", b"{\\rtf": ".docx"}  # what the same program writes, and is read


def decode(raw: bytes, name: str = "the file", encoding: str | None = None) -> tuple[str, str]:
    """The text of a file and the encoding that it turned out to be in.

    Args:
        raw: the bytes of the whole file.
        name: how to call the file in an error.
        encoding: what a person says it is in; nothing is found out then.

    Raises:
        SourcebookError: it is a binary file, is cut inside a UTF-8 sequence, mixes encodings, or
            is not in the encoding that was named.
    """
    if encoding is not None:
        return _decode_as(raw, encoding, name)
    for magic, what in _MAGIC:
        if raw.startswith(magic):
            raise SourcebookError(f"{name} is {what}, not text. Save it as {_BETTER.get(magic, _TEXTS)} and read that.")
    if raw.startswith(codecs.BOM_UTF8):
        return _decode_utf8(raw, name), UTF8
    if raw.startswith(codecs.BOM_UTF16_LE):
        return _decode_utf16(raw, UTF16_LE, name), UTF16_LE
    if raw.startswith(codecs.BOM_UTF16_BE):
        return _decode_utf16(raw, UTF16_BE, name), UTF16_BE
    unmarked = _unmarked_utf16(raw)
    if unmarked is not None:
        return _decode_utf16(raw, unmarked, name), unmarked
    if len(_CONTROL.findall(raw)) > _LARGEST_CONTROL_SHARE * len(raw):
        raise SourcebookError(f"{name} is a binary file, not text. Save it as {_TEXTS} and read that.")
    try:
        return raw.decode(UTF8), UTF8
    except UnicodeDecodeError as fault:
        declared = _META.search(raw[:4096])
        if declared is not None and declared.group(1).lower() not in (b"utf-8", b"utf8"):
            label = declared.group(1).decode("ascii")
            if label.lower() not in ("iso-8859-1", "latin-1", "latin1", "us-ascii", "ascii", "windows-1252"):
                return _decode_as(raw, label, name)
            return codecs.charmap_decode(raw, "strict", _DECODING_1252)[0], WINDOWS_1252
        if _MULTIBYTE.search(raw) is not None:
            raise _not_utf8(raw, fault, name) from None
        if len(raw) > _SHORTEST_CUT and _is_cut(raw, fault.start):
            raise _not_utf8(raw, fault, name) from None
        return codecs.charmap_decode(raw, "strict", _DECODING_1252)[0], WINDOWS_1252


def encode(text: str, encoding: str) -> bytes:
    """The bytes of a decoded text: ``encode(*decode(raw)) == raw``."""
    if encoding == WINDOWS_1252:
        return codecs.charmap_encode(text, "strict", _ENCODING_1252)[0]
    return text.encode(encoding, "surrogatepass" if encoding.startswith("utf-16") else "strict")


def _decode_utf8(raw: bytes, name: str) -> str:
    try:
        return raw.decode(UTF8)
    except UnicodeDecodeError as fault:
        raise _not_utf8(raw, fault, name) from None


def _decode_utf16(raw: bytes, encoding: str, name: str) -> str:
    if len(raw) % 2:
        raise SourcebookError(
            f"{name} breaks off inside its last UTF-16 character, at byte {len(raw) - 1}. Fetch the whole file again."
        )
    try:
        return raw.decode(encoding)
    except UnicodeDecodeError as fault:
        raise SourcebookError(
            f"{name} begins as UTF-16 and is not at byte {fault.start}. Save it as UTF-8, or name its encoding."
        ) from None


def _unmarked_utf16(raw: bytes) -> str | None:
    """UTF-16 without a mark shows in its zero bytes: every other one, in text with spaces and line ends."""
    sample = raw[:4096]
    if len(sample) < 8 or b"\x00" not in sample:
        return None
    odd, even = sample[1::2].count(0), sample[0::2].count(0)
    if odd > 0.3 * (len(sample) // 2) and even <= 0.05 * odd:
        return UTF16_LE
    if even > 0.3 * (len(sample) // 2) and odd <= 0.05 * even:
        return UTF16_BE
    return None


def _decode_as(raw: bytes, encoding: str, name: str) -> tuple[str, str]:
    try:
        known = codecs.lookup(encoding).name
    except (LookupError, ValueError):  # the second: a NUL in the name
        raise SourcebookError(f"No encoding is named {encoding!r}. Try utf-8, utf-16 or windows-1252.") from None
    if known in ("cp1252", "windows-1252"):
        return codecs.charmap_decode(raw, "strict", _DECODING_1252)[0], WINDOWS_1252
    if known == "utf-16":
        known = UTF16_BE if raw.startswith(codecs.BOM_UTF16_BE) else UTF16_LE
    if known == "utf-8-sig":
        known = UTF8
    try:
        return raw.decode(known), known
    except UnicodeDecodeError as fault:
        raise SourcebookError(
            f"{name} is not {encoding} at byte {fault.start}. Leave --encoding out to find out."
        ) from None
    except (LookupError, TypeError, AttributeError, ValueError):
        raise SourcebookError(f"{encoding!r} is no encoding of text. Try utf-8, utf-16 or windows-1252.") from None


def _is_cut(raw: bytes, at: int) -> bool:
    """Whether the bytes from ``at`` to the end begin a UTF-8 sequence that the end cuts off."""
    lead = raw[at]
    want = 2 if 0xC2 <= lead <= 0xDF else 3 if 0xE0 <= lead <= 0xEF else 4 if 0xF0 <= lead <= 0xF4 else 0
    tail = raw[at + 1 :]
    return len(tail) + 1 < want and all(0x80 <= b <= 0xBF for b in tail)


def _not_utf8(raw: bytes, fault: UnicodeDecodeError, name: str) -> SourcebookError:
    line = raw.count(b"\n", 0, fault.start) + 1
    if fault.reason == "unexpected end of data":
        return SourcebookError(
            f"{name} breaks off inside a UTF-8 character, at byte {fault.start} (line {line}). "
            "Fetch the whole file again."
        )
    return SourcebookError(
        f"{name} is UTF-8 in part and not at byte {fault.start} (line {line}). "
        "Convert it first, for instance with iconv, or name its encoding."
    )
