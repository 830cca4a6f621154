"""The time that parsing one citation takes, cold: what ``speed.py`` and ``citations.py`` both print.

Each distinct string is parsed once, in a fresh process, after the import and after a few unrelated strings of the
commonest forms, so that reading the tables and compiling the patterns is not charged to the strings; both stand in
``loading``. A pattern that only a rarer form asks for is still compiled while the clock runs, and counts. Nothing is
remembered from one string to the next but what the library itself keeps. The clock is the processor time of the
process, the figure the median of five processes.
"""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
from collections.abc import Iterable

__all__ = ["cold_citations"]

RUNS = 5

PROGRAM = """
import json, sys, time
from testimonia.citations import parse_citation

warming, strings = json.load(sys.stdin)
began = time.process_time()
for string in warming:
    parse_citation(string)
loading = time.process_time() - began
began = time.process_time()
for string in strings:
    parse_citation(string)
print(json.dumps({"loading": loading, "each": (time.process_time() - began) / max(1, len(strings))}))
"""

WARMING = (
    "Warm, Up. A Title. London: Press, 1999, p. 1",
    "Warm, Up, and Ann Other. A Title: With Another. Transl. by Third Hand. New York: Press, c1999, p. 12-14",
    "Ann Warm, “An Essay,” in A Title, ed. Bee Other and Cy Third (Leeds: Press, 1999), vol. 2, pp. 12–14.",
    "Warm, U. & Other, A. (1999). An essay. A Journal, 12(3), 45-67.",
    "WARM, U. P. and OTHER, A., eds., A Title, 2nd ed., London 1999, 12",
    "U. P. Warm and Ann van Other, A Title (London, 1999), p. 12",
    "Уорм А. Б. Заглавие. М.: Печать, 1999. С. 12",
    "Warm, Up (ed.). A Title. Edited by Ann Other; translated by Third Hand. London, 1999. Page 130",
    "“An Essay” A Newspaper, 1 May 1999, p. 1",
    "Commission of Warmth. Report of the Commission. Washington: Government Printing Office, 1999, pp. 3, 7",
)

# an installed package has its byte code beside it
ENVIRONMENT = {k: v for k, v in os.environ.items() if k not in ("PYTHONDONTWRITEBYTECODE", "PYTHONUNBUFFERED")}


def cold_citations(strings: Iterable[str], runs: int = RUNS) -> dict[str, float]:
    """How many distinct strings there are, and the seconds that loading and each string take."""
    distinct = list(dict.fromkeys(strings))
    given = json.dumps([WARMING, distinct])
    took = [
        json.loads(
            subprocess.run(
                [sys.executable, "-c", PROGRAM],
                input=given,
                capture_output=True,
                text=True,
                check=True,
                env=ENVIRONMENT,
            ).stdout
        )
        for _ in range(runs)
    ]
    return {"strings": len(distinct)} | {key: statistics.median(run[key] for run in took) for key in took[0]}
