"""The house rule: which room may import which."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[1] / "plugins" / "shared_vision"

ROOMS = {
    "model": {"model"},
    "load": {"load", "model"},
    "join": {"join", "model"},
    "measure": {"measure", "model"},
    "history": {"history", "model"},
    "draw": {"draw", "model"},
    "render": {"render", "model"},
    "export": {"export", "model"},
    "importers": {"importers", "model"},
    "edit": {"edit", "read", "load", "model"},
    "read": {"load", "join", "model"},
    "recall": {"load", "history", "model"},
    "build": {"measure", "history", "draw", "render", "export", "model"},
    "diff": {"measure", "history", "export", "model"},
    "embed": {"build", "load", "render", "model"},
    "adapters": {"adapters", "read", "recall", "build", "diff", "embed", "edit", "importers", "model"},
}
"""Each room with the rooms it may import from; those that are one module, and `edit`, know the stages."""

OUTSIDE = {
    "adapters": {
        "mkdocs",
        "click",
        "os",
        "pathlib",
        "ctypes",
        "fcntl",
        "shutil",
        "subprocess",
        "tempfile",
        "time",
        "logging",
        "sys",
        "pickle",
        "mmap",
        "resource",
        "signal",
    }
}
"""What only some rooms may import from elsewhere: the core is texts in, texts out."""


def _room(path: Path) -> str:
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


def _imports(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: imports are absolute"
            yield node.module or ""
        elif isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)


MODULES = sorted(path for path in PACKAGE.rglob("*.py") if path != PACKAGE / "__init__.py")


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_a_room_imports_only_what_it_may(path: Path) -> None:
    room = _room(path)
    ours = {name.split(".")[1] for name in _imports(path) if name.startswith("shared_vision.")}
    assert ours <= ROOMS[room]


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_only_the_edge_touches_the_world(path: Path) -> None:
    world = set().union(*OUTSIDE.values()) - OUTSIDE.get(_room(path), set())
    assert not {name.split(".")[0] for name in _imports(path)} & world


NETWORK = {"socket", "ssl", "http", "urllib.request", "ftplib", "smtplib", "requests", "httpx", "aiohttp"}


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_nobody_opens_the_network(path: Path) -> None:
    assert not {name for name in _imports(path) if {name, name.split(".")[0]} & NETWORK}


def test_every_room_is_known() -> None:
    assert {_room(path) for path in MODULES} <= ROOMS.keys()
