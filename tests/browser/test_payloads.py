"""Nothing that a record says runs or loads anything in a browser, and no file of the site is spoilt by it."""

import fcntl
import os
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from browser.hostile_project import build_vision, write_vision
from browser.hostile_reading import (
    Tally,
    files_of,
    follow,
    kinds_of,
    open_all,
    search,
    seen_unescaped,
    told_elsewhere,
    use,
)
from browser.hostile_vision import Texts
from browser.inert import faults, shape
from browser.payloads import HARMLESS, PAYLOADS, WRITABLE, Payload
from browser.watching import Watcher, serving

HALF = len(WRITABLE) // 2
ONE_OF_A_KIND = {"vision.title": 12}
"""The fields that have no room for all payloads in two visions, with how many they have there at least."""


@dataclass(frozen=True, slots=True)
class Made:
    """A vision with its site, and which field had which payloads."""

    root: Path
    texts: Texts

    @property
    def site(self) -> Path:
        return self.root / "site"


@pytest.fixture(scope="session")
def make(tmp_path_factory: pytest.TempPathFactory) -> Any:
    """Makes a vision and builds it, once for all workers."""
    own = tmp_path_factory.getbasetemp()
    shared = own.parent if "PYTEST_XDIST_WORKER" in os.environ else own
    kept: dict[str, Made] = {}

    def made(name: str, payloads: tuple[Payload, ...], start: int) -> Made:
        if name not in kept:
            root = shared / f"hostile-{name}"
            with (shared / f"hostile-{name}.lock").open("w") as lock:
                fcntl.flock(lock, fcntl.LOCK_EX)
                if not (root / "site").exists():
                    root.mkdir()
                    write_vision(root, payloads, start)
                    build_vision(root)
            kept[name] = Made(root, Texts(payloads, start))
        return kept[name]

    return made


@pytest.fixture(scope="session")
def harmless(make: Any) -> Made:
    """The vision with words in the places of payloads."""
    return make("harmless", HARMLESS, 0)  # type: ignore[no-any-return]


@pytest.fixture(scope="session")
def first(make: Any) -> Made:
    """The vision whose fields begin with the first half of the payloads."""
    return make("first", WRITABLE, 0)  # type: ignore[no-any-return]


@pytest.fixture(scope="session")
def second(make: Any) -> Made:
    """The one whose fields begin with the second half."""
    return make("second", WRITABLE, HALF)  # type: ignore[no-any-return]


def watched(browser: Any, site: Path, *, bare: bool) -> Iterator[Watcher]:
    with serving(site, bare=bare) as address:
        watcher = Watcher(browser, address)
        yield watcher
        watcher.close()


def test_what_watches_sees_payloads_where_nothing_is_escaped(browser: Any, tmp_path: Path) -> None:
    few = PAYLOADS[::4]
    for watcher in watched(browser, tmp_path, bare=False):
        seen = {one.name: seen_unescaped(watcher, tmp_path, one) for one in few}
    assert [name for name, what in seen.items() if not what] == []
    assert Counter(seen.values())["ran"] >= 0.85 * len(few)


def test_each_payload_stands_in_each_field_of_a_record(tmp_path: Path) -> None:
    seen: dict[str, set[int]] = {}
    for start in (0, HALF):
        root = tmp_path / str(start)
        for field, numbers in write_vision(root, WRITABLE, start).seen.items():
            seen.setdefault(field, set()).update(numbers)
    every = {one.number for one in WRITABLE}
    assert len(seen) > 75
    lacking = {field: len(numbers) for field, numbers in seen.items() if numbers != every}
    assert lacking.keys() <= ONE_OF_A_KIND.keys()
    assert all(many >= ONE_OF_A_KIND[field] for field, many in lacking.items())


@pytest.mark.parametrize("name", ["first", "second"])
def test_pages_are_made_of_what_pages_with_harmless_texts_are_made_of(
    request: pytest.FixtureRequest, harmless: Made, name: str
) -> None:
    site = request.getfixturevalue(name).site
    theirs, ours = pages_of(harmless.site), pages_of(site)
    assert theirs.keys() == ours.keys()
    wrong = {}
    for path, page in ours.items():
        hostile, meant = (shape(one.read_text(encoding="utf-8")) for one in (page, theirs[path]))
        told = [*(Counter(hostile.wrong) - Counter(meant.wrong))]
        # which answers of a survey are shown together hangs on the names of its columns
        told += [
            f"{many:+} {element}"
            for element, many in _apart(hostile.ours, meant.ours)
            if many > 0 or "surveys/" not in path
        ]
        told += [
            str(one)
            for one in hostile.texts
            if one[1] and not set(one[1]) <= _OF_TEXTS.get(one[0], set()) and one not in meant.texts
        ]
        if told:
            wrong[path] = told[:5]
    assert len(ours) > 400
    assert wrong == {}


def _apart(one: Counter[Any], other: Counter[Any]) -> list[tuple[Any, int]]:
    return [
        (element, one[element] - other[element]) for element in one | other if one[element] != other[element]
    ]


_OF_TEXTS = {
    "a": {"href", "title", "rel"},
    "img": {"src", "alt", "title"},
    "ol": {"start"},
    "div": {"class", "tabindex"},
    "table": {"class"},
}
"""The attributes that a partner's Markdown may make."""


def pages_of(site: Path) -> dict[str, Path]:
    """A site's pages by where they are; those of files whose names are payloads by the part that is not."""
    found = (path.relative_to(site).as_posix() for path in site.rglob("*.html"))
    return {re.sub(r"(/named-\d+)[^/]*/", r"\1/", path): site / path for path in found}


@pytest.mark.parametrize("name", ["first", "second"])
def test_files_for_programs_hold_texts_as_texts(request: pytest.FixtureRequest, name: str) -> None:
    site = request.getfixturevalue(name).site
    paths = [path for path in files_of(site) if not path.endswith(".html")]
    told = {path: found for path in paths if (found := [one[:200] for one in faults(site / path)])}
    assert {Path(path).suffix for path in paths} >= {".json", ".svg", ".xml", ".ics", ".csv"}
    assert told == {}


def test_nothing_runs_in_any_file_of_the_site(browser: Any, first: Made, second: Made) -> None:
    tally = Tally()
    for made, french in ((first, False), (second, True)):
        for watcher in watched(browser, made.site, bare=True):
            open_all(watcher, [path for path in _fewer(made.site) if path.startswith("fr/") == french], tally)
    assert tally.files > 50
    assert tally.wrong == {}


def _fewer(site: Path) -> list[str]:
    """Every ninth page, as a command opens all, and some files for programs, looked into elsewhere."""
    paths = files_of(site)
    others = [path for path in paths if not path.endswith(".html")]
    return [path for path in paths if path.endswith(".html")][::9] + others[::27]


def test_nothing_runs_when_a_reader_points_clicks_and_searches(browser: Any, first: Made) -> None:
    tally = Tally()
    for watcher in watched(browser, first.site, bare=False):
        search(watcher, tally)
        follow(watcher, tally)
        for path in kinds_of(first.site):
            use(watcher, path, tally)
    assert tally.wrong == {}
    assert tally.results > 40
    assert tally.hovered > 150
    assert tally.clicked > 20


def test_nothing_runs_where_others_show_feeds_digests_and_diffs(
    browser: Any, first: Made, tmp_path: Path
) -> None:
    told = {}
    for name, html in told_elsewhere(first.root, first.site):
        (tmp_path / name).write_text(html, encoding="utf-8")
    for watcher in watched(browser, tmp_path, bare=False):
        for page in sorted(tmp_path.iterdir()):
            if found := watcher.open(page.name):
                told[page.name] = [one[:200] for one in found][:5]
    assert told == {}
