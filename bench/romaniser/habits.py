"""What people write who follow no table: newspapers, memoirs, and the slips of print and scan."""

from __future__ import annotations

import random
from dataclasses import dataclass

VOWELS = set("аеёиоуыэюя")


@dataclass(frozen=True)
class PressWriter:
    """One hand: its choices hold for the whole name, as they do for one newspaper."""

    ov: str  # v, ff, f
    sky: str
    kh: str
    zh: str
    ts: str
    shch: str
    ch: str
    ye_first: bool  # Ye- at the beginning and after vowels
    ye_soft: str  # ьё, ье: ie, ye, e
    yo: str
    yu: str
    ya: str
    y: str  # й
    iy: str  # -ий of given names
    x: bool

    def __call__(self, name: str) -> str:
        """The name as this hand writes it."""
        words = []
        for word in name.split():
            spelt = "-".join(self._word(part.lower()) for part in word.split("-"))
            words.append("-".join(part[:1].upper() + part[1:] for part in spelt.split("-")))
        return " ".join(words)

    def _word(self, word: str) -> str:
        end = ""
        for ending, spelling in (
            ("ский", "s" + self.sky),
            ("цкий", self.ts + self.sky),
            ("ская", "s" + self.sky[0] + "aya"),
            ("цкая", self.ts + self.sky[0] + "aya"),
        ):
            if word.endswith(ending):
                word, end = word[: -len(ending)], spelling
                break
        else:
            if word.endswith(("ов", "ев", "ёв")):
                word, end = word[:-1], self.ov
            elif word.endswith("ий"):
                word, end = word[:-2], self.iy
            elif word.endswith("ый"):
                word, end = word[:-2], "y"
        table = dict(
            zip(
                "абвгдезиклмнопрстуфыэ",
                "a b v g d e z i k l m n o p r s t u f y e".split(),
                strict=True,
            )
        )
        table |= {"х": self.kh, "ж": self.zh, "ц": self.ts, "щ": self.shch, "ч": self.ch, "ш": "sh"}
        table |= {"ю": self.yu, "я": self.ya, "й": self.y}
        out: list[str] = []
        at = 0
        while at < len(word):
            letter, before, after = word[at], word[at - 1 : at] if at else "", word[at + 1 : at + 2]
            if self.x and letter == "к" and after == "с":
                out.append("x")
                at += 2
                continue
            if letter in "ьъ":
                pass
            elif letter == "е" and before and before in "ьъ":
                out.append(self.ye_soft)
            elif letter == "е" and self.ye_first and (not before or before in VOWELS):
                out.append("ye")
            elif letter == "ё":
                out.append(("o" if self.yo != "e" else "e") if before and before in "жчшщ" else self.yo)
            elif letter == "и" and before == "ь":
                out.append("i")
            else:
                out.append(table[letter])
            at += 1
        return "".join(out) + end


def press_writer(rng: random.Random) -> PressWriter:
    """A hand with likely habits."""
    old = rng.random() < 0.45
    return PressWriter(
        ov=rng.choices(("v", "ff", "f"), (40, 55, 5) if old else (95, 5, 0))[0],
        sky=rng.choice(("ky", "ky", "ky", "ki", "kii", "kiy", "kij") if not old else ("ky", "ki", "ky", "kii")),
        kh=rng.choices(("kh", "h", "ch"), (75, 15, 10))[0],
        zh=rng.choices(("zh", "j"), (75, 25))[0],
        ts=rng.choices(("ts", "tz"), (75, 25))[0],
        shch=rng.choices(("shch", "sch", "stch"), (60, 25, 15))[0],
        ch=rng.choices(("ch", "tch"), (75, 25) if old else (95, 5))[0],
        ye_first=rng.random() < 0.5,
        ye_soft=rng.choice(("ie", "ye", "ye", "e")),
        yo=rng.choice(("e", "e", "yo", "io")),
        yu=rng.choice(("yu", "yu", "iu")),
        ya=rng.choice(("ya", "ya", "ia")),
        y=rng.choice(("y", "i")),
        iy=rng.choice(("y", "i", "ii", "iy")),
        x=rng.random() < 0.7,
    )


SCAN = (
    "rn m",
    "m rn",
    "c e",
    "e c",
    "l i",
    "i l",
    "u n",
    "n u",
    "h b",
    "f t",
    "cl d",
    "ii n",
    "li h",
    "v y",
    "o c",
    "t l",
)
KEYS = dict(zip("qwertyuiopasdfghjklzxcvbnm", "wqrewtyuoiasdfghjkzlxcvbnm", strict=True))


def misprint(word: str, rng: random.Random, slips: int = 1) -> str | None:
    """The word with a slip or two of the printer, typist or scanner; ``None`` where none can be made.

    The first letter stays: it is the one that is got right and the one names are sorted by.
    """
    for _ in range(slips):
        made = _slip(word, rng)
        if made is None or made.lower() == word.lower():
            return None
        word = made
    return word


def _slip(word: str, rng: random.Random) -> str | None:
    kind = rng.choices(("scan", "lost", "doubled", "swapped", "halved"), (40, 28, 12, 14, 6))[0]
    last = len(word) - 1
    if kind == "scan":
        fitting = [pair.split() for pair in SCAN if pair.split()[0] in word[1:]]
        if not fitting:
            return None
        old, new = rng.choice(fitting)
        places = [at for at in range(1, len(word)) if word.startswith(old, at)]
        at = rng.choice(places)
        return word[:at] + new + word[at + len(old) :]
    if kind == "lost":
        at = rng.randrange(1, last)
        return word[:at] + word[at + 1 :]
    if kind == "doubled":
        at = rng.randrange(1, last)
        return word[:at] + word[at] + word[at:]
    if kind == "halved":
        places = [at for at in range(1, len(word)) if word[at] == word[at - 1]]
        if not places:
            return None
        at = rng.choice(places)
        return word[:at] + word[at + 1 :]
    at = rng.randrange(1, last)
    return word[:at] + word[at + 1] + word[at] + word[at + 2 :]
