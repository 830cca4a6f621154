from __future__ import annotations

import importlib
import pkgutil
import re
import statistics
import subprocess
import sys
from importlib import metadata
from pathlib import Path

import pytest

import testimonia

PROMISED = 0.15  # seconds that importing may take, on the machine of docs/quality.md
SLACK = 4  # a shared or slow machine is no fault of ours; a heavy import costs more than that

MODULES = [
    name for _, name, _ in pkgutil.walk_packages(testimonia.__path__, "testimonia.") if not name.endswith("__main__")
]


def test_all_that_is_promised_is_there() -> None:
    assert testimonia.__all__ == sorted(testimonia.__all__)
    for name in testimonia.__all__:
        assert getattr(testimonia, name) is not None


def test_nothing_is_offered_that_is_not_promised() -> None:
    assert set(testimonia._HOMES) | {"__version__"} == set(testimonia.__all__)
    assert dir(testimonia) == sorted(testimonia.__all__)


def test_every_error_is_at_the_front_door_and_drawn_in_its_module() -> None:
    from testimonia import errors

    for name in errors.__all__:
        assert name in testimonia.__all__
        assert issubclass(getattr(errors, name), errors.TestimoniaError)
        assert name in (errors.__doc__ or "")
    codes = [getattr(errors, name).exit_code for name in errors.__all__]
    assert len(codes) == len(set(codes))


def test_a_name_that_is_not_there_says_so() -> None:
    with pytest.raises(AttributeError, match="'testimonia' has no attribute 'reed'"):
        testimonia.reed  # noqa: B018


@pytest.mark.parametrize("name", MODULES)
def test_every_module_says_what_it_knows_and_keeps_its_promises(name: str) -> None:
    module = importlib.import_module(name)
    assert (module.__doc__ or "").strip(), f"{name} has no docstring"
    for public in getattr(module, "__all__", []):
        assert hasattr(module, public), f"{name} promises {public}"


@pytest.mark.parametrize("room", [name for name in MODULES if hasattr(importlib.import_module(name), "__path__")])
def test_every_room_has_a_front_door(room: str) -> None:
    assert isinstance(importlib.import_module(room).__all__, list)


def test_importing_is_quick() -> None:
    program = "import time; t = time.perf_counter(); import testimonia; print(time.perf_counter() - t)"
    took = [
        float(subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True).stdout)
        for _ in range(5)
    ]
    assert statistics.median(took) < PROMISED * SLACK


def test_importing_loads_nothing_but_the_front_door() -> None:
    program = "import sys, testimonia; print(sorted(m for m in sys.modules if m.startswith('testimonia')))"
    loaded = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True).stdout
    assert loaded.strip() == "['testimonia']"


def test_reading_a_page_loads_no_heavy_library() -> None:
    program = (
        "import sys, testimonia; testimonia.read(testimonia.sample_page());"
        "print({m.split('.')[0] for m in sys.modules} & {'numpy', 'pandas', 'polars', 'pyarrow', 'citeproc', 'rich'})"
    )
    loaded = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True).stdout
    assert loaded.strip() == "set()"


def test_a_page_is_read_and_built_with_words_of_ones_own(tmp_path: Path) -> None:
    page, words = tmp_path / "page.txt", tmp_path / "mine.toml"
    page.write_text(
        "THE CHARTS\n\nInés Dorval bemuddied Bela Quist over the charts.\n\n"
        "Marlow, A. Salt and Ashes. Leeds: Northgate, 1931, p. 44-45\n",
        encoding="utf-8",
    )
    words.write_text('[says.accusing]\nverbs = "bemuddy"\n', encoding="utf-8")

    def accused(book: testimonia.Sourcebook) -> list[tuple[str, tuple[str, ...]]]:
        return [(a.speaker_name, a.of_names) for a in book.assertions if a.act is testimonia.Act.ACCUSES]

    def stored() -> list[tuple[str, tuple[str, ...]]]:
        with testimonia.open_store(tmp_path / "page.db") as store:
            return accused(store.book())

    expected = [("Inés Dorval", ("Bela Quist",))]
    assert accused(testimonia.read(page)) == []
    assert accused(testimonia.read(page, vocabulary=words)) == expected
    testimonia.build(page, vocabulary=words)
    assert stored() == expected
    assert testimonia.build(page).unchanged
    assert not testimonia.build(page, keep_vocabulary=False).unchanged
    assert stored() == []
    words.write_text("[says.accusing\n", encoding="utf-8")
    with pytest.raises(testimonia.VocabularyError, match=r"mine\.toml is no TOML"):
        testimonia.read(page, vocabulary=words)


def test_the_version_is_one() -> None:
    assert metadata.version("testimonia") == testimonia.__version__
    root = Path(__file__).resolve().parents[1]
    assert re.search(r"(?m)^version: (.+)$", (root / "CITATION.cff").read_text())[1] == testimonia.__version__  # type: ignore[index]
    assert f"\n## {testimonia.__version__} - " in (root / "CHANGELOG.md").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "name",
    ["py.typed", "store/schema.sql", "words/english.bloom", "words/english.LICENSE.txt", "citations/places.txt",
     "words/given_names.txt", "words/forenames.txt", "words/places.bloom", "words/places.LICENSE.txt",
     "words/proper.bloom", "words/titles.txt", "words/kinds.toml", "assertions/acts.toml",
     "sample/page.txt", "sample/gold/structure.jsonl"],
)  # fmt: skip
def test_what_is_no_code_is_installed_too(name: str) -> None:
    assert (Path(testimonia.__file__).parent / name).stat().st_size > 0 or name == "py.typed"
