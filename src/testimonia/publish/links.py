"""Names of files for pages, whatever the ids of records hold, and links between them."""

from __future__ import annotations

import hashlib
import re
from functools import lru_cache
from urllib.parse import quote

__all__ = ["SiteLinks", "file_name"]

_PLAIN = re.compile(r"[a-z0-9-]")
_LONGEST = 100  # characters of a key in a file's name; systems allow 255 bytes for all of it


@lru_cache(maxsize=1 << 16)  # a site names the same few thousand pages again and again
def file_name(page: str, key: str | int | None = None) -> str:
    """The name of the file of a page: small letters, digits, ``-`` and ``_`` alone, so that every file system has it.

    Two keys never share a name: what is no small letter or digit stands there as its number, a long key with a digest.

    >>> file_name("overview"), file_name("claim", "c1a2b3"), file_name("person", "org:the Harbour")
    ('index.html', 'claim-c1a2b3.html', 'person-org_3a_the_2048_arbour.html')
    >>> file_name("person", "../etc/passwd")
    'person-_2e2e2f_etc_2f_passwd.html'
    """
    if key is None:
        return "index.html" if page == "overview" else f"{page}.html"
    written, run = "", ""
    for sign in str(key):
        if _PLAIN.fullmatch(sign):
            written += f"_{run}_{sign}" if run else sign
            run = ""
        else:
            run += f"{ord(sign):02x}" if ord(sign) < 0x100 else f"u{ord(sign):06x}"
    written += f"_{run}_" if run else ""
    if len(written) > _LONGEST:
        digest = hashlib.blake2b(str(key).encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()
        written = f"{written[:_LONGEST]}_x_{digest}"
    return f"{page}-{written}.html"


class SiteLinks:
    """Links from one file of the folder to another.

    >>> SiteLinks().to("person", "p1", "says", act="denies"), SiteLinks().asset("room.css")
    ('person-p1.html#says', 'static/room.css')
    """

    live = False

    def to(self, page: str, /, key: str | int | None = None, fragment: str = "", **query: object) -> str:
        """The name of a page's file; what is asked is left out, for nobody answers."""
        if page == "read" and key is None:
            key = 1
        return file_name(page, key) + (f"#{quote(fragment, safe='-')}" if fragment else "")

    def asset(self, name: str) -> str:
        """The name of a file that pages share."""
        return f"static/{name}"
