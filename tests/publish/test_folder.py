"""A site takes the place of a site, whole or not at all, and of nothing else."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from testimonia.errors import ExportError
from testimonia.publish.folder import MARKER, site_folder


def write(folder: Path, **files: str) -> None:
    with site_folder(folder, {"title": "x"}) as fresh:
        for name, words in files.items():
            path = fresh / f"{name.replace('__', '/')}.html"
            path.parent.mkdir(exist_ok=True)
            path.write_text(words)


def there(folder: Path) -> dict[str, str]:
    return {p.relative_to(folder).as_posix(): p.read_text() for p in sorted(folder.rglob("*")) if p.is_file()}


def test_a_new_site_takes_the_place_of_the_old_one(tmp_path: Path) -> None:
    folder = tmp_path / "site"
    write(folder, index="old", gone="old", static__a="old")
    write(folder, index="new", static__b="new")
    assert {name: words for name, words in there(folder).items() if name != MARKER} == {
        "index.html": "new",
        "static/b.html": "new",
    }
    assert os.listdir(tmp_path) == ["site"]


def test_what_a_reader_put_into_it_stays(tmp_path: Path) -> None:
    folder = tmp_path / "site"
    write(folder, index="old", static__a="old")
    (folder / "CNAME").write_text("example.org")
    (folder / ".git").mkdir()
    (folder / ".git" / "HEAD").write_text("ref")
    (folder / "static" / "mine.css").write_text("mine")
    write(folder, index="new", static__b="new")
    found = there(folder)
    assert (found["CNAME"], found[".git/HEAD"], found["static/mine.css"]) == ("example.org", "ref", "mine")
    assert "static/a.html" not in found


def test_what_cannot_be_taken_over_is_not_thrown_away(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "site"
    write(folder, index="old")
    (folder / "CNAME").write_text("example.org")
    replace = os.replace

    def refuse(source: Path, place: Path) -> None:
        if Path(source).name == "CNAME":
            raise OSError(28, "No space left on device")
        replace(source, place)

    monkeypatch.setattr("testimonia.publish.folder.os.replace", refuse)
    with pytest.raises(ExportError, match="It is in '") as told:
        write(folder, index="new")
    monkeypatch.undo()
    assert there(folder)["index.html"] == "new"
    assert (Path(str(told.value).split("'")[3]) / "CNAME").read_text() == "example.org"


def test_an_empty_folder_is_filled_and_a_link_stays_one(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "real")
    write(tmp_path / "link", index="new")
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "real" / "index.html").read_text() == "new"


@pytest.mark.parametrize("marker", [None, "[]", "{", '{"program": {"name": "another"}, "files": []}', '{"files": []}'])
def test_a_folder_that_is_no_site_of_ours_is_left_alone(marker: str | None, tmp_path: Path) -> None:
    folder = tmp_path / "site"
    folder.mkdir()
    (folder / "thesis.doc").write_text("years of work")
    if marker is not None:
        (folder / MARKER).write_text(marker)
    before = there(folder)
    with pytest.raises(ExportError, match="no site of testimonia, so it is left alone"):
        write(folder, index="new")
    assert there(folder) == before
    assert os.listdir(tmp_path) == ["site"]


def test_a_file_is_no_folder(tmp_path: Path) -> None:
    (tmp_path / "site").write_text("mine")
    with pytest.raises(ExportError, match="is a file"):
        write(tmp_path / "site", index="new")


def test_a_site_that_breaks_off_leaves_the_old_one(tmp_path: Path) -> None:
    folder = tmp_path / "site"
    write(folder, index="old")
    before = there(folder)

    def break_off() -> None:
        with site_folder(folder, {}) as fresh:
            (fresh / "index.html").write_text("new")
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        break_off()
    assert there(folder) == before
    assert os.listdir(tmp_path) == ["site"]


@pytest.mark.parametrize("call", ["tempfile.mkdtemp", "os.replace", "os.chmod"])
def test_what_the_system_refuses_is_one_sentence(call: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "site"
    write(folder, index="old")
    before = there(folder)

    def refuse(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(f"testimonia.publish.folder.{call}", refuse)
    with pytest.raises(ExportError, match=r"No space left on device\. What stood there is kept"):
        write(folder, index="new")
    monkeypatch.undo()
    assert there(folder) == before
    assert os.listdir(tmp_path) == ["site"]


def test_a_stranger_s_folder_that_came_meanwhile_is_left_alone(tmp_path: Path) -> None:
    folder = tmp_path / "site"

    def meet() -> None:
        with site_folder(folder, {}):
            folder.mkdir()
            (folder / "mine").write_text("mine")

    with pytest.raises(ExportError, match="left alone"):
        meet()
    assert there(folder) == {"mine": "mine"}
