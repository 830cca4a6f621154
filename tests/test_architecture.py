"""The arrows: rooms do not know each other, nothing knows the front door, heavy libraries wait until they are asked."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

import testimonia

PACKAGE = Path(testimonia.__file__).parent
MODULES = sorted(path.relative_to(PACKAGE) for path in PACKAGE.rglob("*.py"))

# from the lowest; a room may import what stands below its line, never what stands on it or above
LAYERS = (
    ("errors",),
    ("model",),
    ("words",),
    (
        *("reading", "layout", "citations", "damage", "people", "voices", "times", "assertions", "proceedings"),
        *("ledgers", "dependence", "witnesses", "disagreements", "audit", "fidelity"),
        "sample",
    ),
    ("answers",),
    ("aside",),
    ("abreast",),
    ("pipeline",),
    ("store", "exports"),
    ("front",),
    ("web",),
    ("publish",),
    ("cli",),
)
LAYER = {room: number for number, rooms in enumerate(LAYERS) for room in rooms}

# these stand beside the layers: a start, a kit for those who write stages, the front door itself
APART = {"__init__", "__main__", "testing"}

# who may reach for one that stands on its own line or above, and why
ALLOWED = {
    ("store", "front"): "a base is built by reading a page, once its file is known to be out of date",
}

# what is slow to import, and is only wanted by some
HEAVY = frozenset(
    "matplotlib networkx pandas polars pyarrow numpy citeproc bibtexparser rispy lxml rich hypothesis pdfminer nltk "
    "krippendorff".split()
)

# who is built on a heavy library, and so has itself to be imported where it is used
BUILT_ON = {"exports.rendering": {"citeproc", "lxml"}}

# what a server is made with, and the rooms that know it
OF_PAGES = frozenset("starlette uvicorn anyio jinja2".split())
KNOW_PAGES = frozenset({"web", "publish"})

LONGEST = 600  # lines of a file


@cache
def imports(module: Path, *, only_top: bool = False) -> tuple[tuple[int, str, bool], ...]:
    """Line, dotted name and whether it is ours, of each import that runs; those for types alone do not run."""
    tree = ast.parse((PACKAGE / module).read_text(encoding="utf-8"))
    package = module.parts[:-1]

    def walk(node: ast.AST) -> Iterator[tuple[int, str, bool]]:
        for child in ast.iter_child_nodes(node):
            if isinstance(child, ast.If) and "TYPE_CHECKING" in ast.dump(child.test):
                continue
            if only_top and isinstance(child, ast.FunctionDef | ast.AsyncFunctionDef):
                continue
            if isinstance(child, ast.Import):
                for alias in child.names:
                    name = alias.name
                    yield child.lineno, name.removeprefix("testimonia."), name.split(".")[0] == "testimonia"
            elif isinstance(child, ast.ImportFrom):
                if child.level:
                    above = package[: len(package) - child.level + 1]
                    base = ".".join((*above, *(child.module or "").split("."))).strip(".")
                    yield from (
                        (child.lineno, base or alias.name, True) if base else (child.lineno, alias.name, True)
                        for alias in child.names
                    )
                else:
                    name = child.module or ""
                    ours = name.split(".")[0] == "testimonia"
                    yield child.lineno, name.removeprefix("testimonia").strip("."), ours
            yield from walk(child)

    return tuple(walk(tree))


def room_of(module: Path) -> str:
    return module.parts[0].removesuffix(".py")


def test_every_room_has_its_layer() -> None:
    assert {room_of(module) for module in MODULES} == set(LAYER) | APART


@pytest.mark.parametrize("module", MODULES, ids=str)
def test_a_room_imports_only_what_lies_below_it(module: Path) -> None:
    room = room_of(module)
    if room in APART:
        return
    for line, name, ours in imports(module):
        other = name.split(".")[0]
        if not ours or other == room or (room, other) in ALLOWED:
            continue
        assert other in LAYER or other == "__version__", f"{module}:{line} imports {name!r}, which is no room"
        if other in LAYER:
            assert LAYER[other] < LAYER[room], f"{module}:{line} imports {other}, which does not lie below {room}"


@pytest.mark.parametrize("module", MODULES, ids=str)
def test_nothing_imports_the_front_door(module: Path) -> None:
    # the version is the one fact that stands nowhere else
    for line, name, ours in imports(module):
        assert not (ours and name in ("", "testimonia")), f"{module}:{line} imports the package root"


@pytest.mark.parametrize("module", MODULES, ids=str)
def test_heavy_libraries_are_imported_where_they_are_used(module: Path) -> None:
    top = {name.split(".")[0]: line for line, name, ours in imports(module, only_top=True) if not ours}
    allowed = BUILT_ON.get(".".join(module.with_suffix("").parts), set())
    for name in (HEAVY - allowed) & set(top):
        raise AssertionError(f"{module}:{top[name]} imports {name} when it is itself imported")


@pytest.mark.parametrize("module", MODULES, ids=str)
def test_what_is_built_on_a_heavy_library_is_imported_where_it_is_used(module: Path) -> None:
    ours = [(line, name) for line, name, ours in imports(module, only_top=True) if ours]
    for line, name in ours:
        assert not any(name == heavy or name.startswith(f"{heavy}.") for heavy in BUILT_ON), f"{module}:{line}"


@pytest.mark.parametrize("module", MODULES, ids=str)
def test_only_the_rooms_of_pages_know_how_pages_are_made(module: Path) -> None:
    if room_of(module) in KNOW_PAGES:
        return
    top = {name.split(".")[0]: line for line, name, ours in imports(module, only_top=True) if not ours}
    for name in OF_PAGES & set(top):
        raise AssertionError(f"{module}:{top[name]} imports {name} when it is itself imported")


def test_what_is_built_on_a_heavy_library_is_there_and_used() -> None:
    # else an exception would outlive its reason
    everywhere = {name.rpartition(".")[0] or name for module in MODULES for _, name, ours in imports(module) if ours}
    everywhere |= {name for module in MODULES for _, name, ours in imports(module) if ours}
    assert set(BUILT_ON) <= everywhere


@pytest.mark.parametrize("module", MODULES, ids=str)
def test_a_file_can_be_read_in_one_sitting(module: Path) -> None:
    assert len((PACKAGE / module).read_text(encoding="utf-8").splitlines()) <= LONGEST


def test_no_room_is_named_for_nothing() -> None:
    empty = {"util", "utils", "helper", "helpers", "common", "misc", "base"}
    assert not {part.removesuffix(".py") for module in MODULES for part in module.parts} & empty


def test_the_walk_sees_imports() -> None:
    # a check that looks at nothing would pass
    seen = {(room_of(module), name.split(".")[0]) for module in MODULES for _, name, ours in imports(module) if ours}
    assert {("cli", "front"), ("store", "errors"), ("pipeline", "layout"), *ALLOWED} <= seen
    libraries = {name.split(".")[0] for module in MODULES for _, name, ours in imports(module) if not ours}
    assert {"rich", "citeproc", "pyarrow", "sqlite3"} <= libraries
