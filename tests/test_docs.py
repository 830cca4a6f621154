"""The manual says what the program does: its examples run, and what is written by a command is up to date."""

from __future__ import annotations

import doctest
import re
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest

import testimonia
from testimonia.assertions.acts import Group
from testimonia.assertions.acts_file import read_vocabulary
from testimonia.cli.main import COMMANDS
from testimonia.cli.main import testimonia as commands
from testimonia.model import Act, FindingKind, PassageKind
from testimonia.testing import make_book, run_stage

ROOT = Path(__file__).resolve().parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
DOCS = {
    path.relative_to(ROOT / "docs").as_posix(): path.read_text(encoding="utf-8")
    for path in (ROOT / "docs").rglob("*.md")
}
PAGES = {"README.md": README, "CONTRIBUTING.md": (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8"), **DOCS}


def blocks(text: str, language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```$", text, re.DOTALL | re.MULTILINE)


@pytest.mark.parametrize("page", sorted(PAGES))
def test_examples_in_python_are_true(page: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for block in blocks(PAGES[page], "pycon"):
        test = doctest.DocTestParser().get_doctest(block, {}, page, page, 0)
        assert test.examples
        said: list[str] = []
        failed, _ = doctest.DocTestRunner(optionflags=doctest.NORMALIZE_WHITESPACE).run(test, out=said.append)
        assert not failed, "".join(said)


def test_the_readme_has_examples_to_run() -> None:
    assert blocks(README, "pycon")
    assert blocks(README, "python")


def test_the_stage_of_the_readme_works() -> None:
    (block,) = blocks(README, "python")
    assert len([line for line in block.splitlines() if line.strip()]) <= 16
    names: dict[str, object] = {}
    exec(compile(block, "README.md", "exec"), names)
    stage = names["Anonymous"]()  # type: ignore[operator]
    excerpts = [("He was told by a person unknown.", None, None), ("It left.", None, None)]
    book = run_stage(stage, make_book("He was told by a person unknown.\n\nIt left.\n", excerpts=excerpts))
    assert [book.cut(finding.span) for finding in book.findings] == ["He was told by a person unknown."]


def test_the_vocabulary_of_the_manual_is_one(tmp_path: Path) -> None:
    (block,) = [block for block in blocks(DOCS["formats.md"], "toml") if "[says." in block]
    path = tmp_path / "mine.toml"
    path.write_text(block, encoding="utf-8")
    own, shipped = read_vocabulary(path), read_vocabulary()
    for word, act in (("bemuddied", Act.ACCUSES), ("waylaid", Act.ACCUSES)):
        assert own.at([word], 0)[0].usage.act is act
        assert not shipped.at([word], 0)
    assert len(shipped.known("betray", Group.SAYS)) - len(own.known("betray", Group.SAYS)) == 1
    wagged = ["wagged", "a", "finger", "at"]
    assert own.at(wagged, 0)[0].last == 4
    assert not shipped.at(wagged, 0)


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_is_in_the_manual_with_its_twin(name: str) -> None:
    command = commands.get_command(None, name)  # type: ignore[arg-type]
    assert command is not None
    assert (command.epilog or "").startswith("In Python: ")
    assert f"\n## {name}\n" in DOCS["commands.md"]
    assert re.search(rf"testimonia {name}\b|scripts/{name}\b", README)
    for option in command.params:
        for spelling in option.opts:
            if spelling.startswith("--"):
                assert spelling in DOCS["commands.md"]


@pytest.mark.parametrize("name", COMMANDS)
def test_the_twin_of_a_command_is_there(name: str) -> None:
    command = commands.get_command(None, name)  # type: ignore[arg-type]
    for dotted in re.findall(r"testimonia\.[\w.]+(?=\()", (command.epilog or "") if command else ""):
        package, *rest = dotted.split(".")
        place: object = testimonia if package == "testimonia" else None
        path = package
        for part in rest:
            path += f".{part}"
            if isinstance(place, ModuleType) and not hasattr(place, part):
                __import__(path)
            place = getattr(place, part)
        assert callable(place), dotted


@pytest.mark.parametrize("kind", [k for k in FindingKind if k is not FindingKind.OVERREACH])
def test_every_kind_of_finding_is_in_the_readme_and_the_formats(kind: FindingKind) -> None:
    assert f"`{kind}`" in README
    assert f"`{kind}`" in DOCS["formats.md"]


@pytest.mark.parametrize("kind", PassageKind)
def test_every_kind_of_passage_is_in_the_formats(kind: PassageKind) -> None:
    assert f"`{kind}`" in DOCS["formats.md"]


def test_every_table_of_the_store_is_in_the_formats() -> None:
    schema = (Path(testimonia.__file__).parent / "store" / "schema.sql").read_text(encoding="utf-8")
    tables = re.findall(r"create (?:virtual )?(?:table|view) (\w+)", schema)
    assert len(tables) > 10
    for table in tables:
        assert f"`{table}`" in DOCS["formats.md"]


def test_every_setting_of_a_profile_is_in_the_formats() -> None:
    from testimonia.layout import profile

    for key in profile._KEYS:
        assert f"`{key}`" in DOCS["formats.md"]


def test_every_file_of_the_export_is_in_the_formats() -> None:
    from testimonia.exports.jsonl import FILES

    for name in FILES:
        assert f"{name}.jsonl" in DOCS["formats.md"]


def test_every_room_is_in_the_design() -> None:
    package = Path(testimonia.__file__).parent
    for room in package.glob("*/__init__.py"):
        assert f"`{room.parent.name}`" in DOCS["design.md"]


@pytest.mark.parametrize("page", sorted(PAGES))
def test_links_within_the_repository_lead_somewhere(page: str) -> None:
    folder = ROOT if page in ("README.md", "CONTRIBUTING.md") else (ROOT / "docs" / page).parent
    for target in re.findall(r"\]\(([^)#]+?)(?:#[^)]*)?\)", PAGES[page]):
        assert "://" in target or (folder / target).exists(), f"{page} links to {target}"


@pytest.mark.parametrize("script", ["commands.py", "picture.py"])
def test_what_a_command_writes_is_up_to_date(script: str) -> None:
    done = subprocess.run(
        [sys.executable, str(ROOT / "bench" / script), "--check"], capture_output=True, text=True, cwd=ROOT, check=False
    )
    assert done.returncode == 0, done.stderr


def test_every_block_of_figures_has_its_command() -> None:
    listed = subprocess.run(
        [sys.executable, str(ROOT / "bench" / "quality.py"), "--list"], capture_output=True, text=True, check=True
    ).stdout.split()
    pages = [text for name, text in DOCS.items() if name.startswith("quality")]
    block = re.compile(r"<!-- figures: ([a-z-]+) -->\n(.*?)<!-- end of figures -->", re.DOTALL)
    filled = [found for text in pages for found in block.findall(text)]
    assert sorted(name for name, _ in filled) == sorted(listed)
    assert all(figures.strip() for _, figures in filled)
