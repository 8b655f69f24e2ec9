"""What the README says is so: its examples are read, its commands and options are those there are."""

import re
from pathlib import Path

import click
import pytest

from shared_vision.adapters.command import main
from shared_vision.adapters.mkdocs import Options
from shared_vision.adapters.report import as_text
from shared_vision.read import read

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
GOAL = "vision/goals/fewer-complaints.yml"

RECORD = re.compile(r"^```yaml\n# (?P<path>vision/\S+\.yml)\n(?P<text>.*?)^```$", re.MULTILINE | re.DOTALL)
DATA = re.compile(
    r"`(?P<path>kpi_data/\S+\.csv)`[^`]*\n\n```csv\n(?P<text>.*?)^```$", re.MULTILINE | re.DOTALL
)
COMMAND = re.compile(r"^\| `vision (?P<usage>[^`]+)` \|", re.MULTILINE)


def examples() -> dict[str, bytes]:
    found = [*RECORD.finditer(README), *DATA.finditer(README)]
    return {match["path"]: match["text"].encode() for match in found}


def files_of(root: Path) -> dict[str, bytes]:
    folders = ("vision", "kpi_data")
    found = [path for folder in folders for path in sorted((root / folder).rglob("*")) if path.is_file()]
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in found}


def test_there_is_an_example_of_each_kind_of_record() -> None:
    kinds = {path.split("/")[1] for path in examples() if path.startswith("vision/")}
    assert kinds == {
        "vision.yml",
        "partners",
        "goals",
        "kpis",
        "initiatives",
        "decisions",
        "updates",
        "ideas",
        "surveys",
    }


def test_the_examples_make_one_vision_without_a_problem() -> None:
    document = read(examples())
    assert as_text(document.problems) == ""
    assert not document.broken
    assert sorted(document.kpis) == ["answered-in-a-minute", "complaints-per-1000"]


def test_the_mistakes_shown_are_told_in_just_these_words() -> None:
    sources = files_of(ROOT)
    text = sources[GOAL].decode()
    for right, wrong in (("owner: northgate", "ownr: northgate"), ("due: 2027-12-31", "due: 31.12.2027")):
        assert text.count(right) == 1
        text = text.replace(right, wrong)
    shown = re.search(r"```text\n(.*?)^```$", README, re.MULTILINE | re.DOTALL)
    assert shown
    problems = read({**sources, GOAL: text.encode()}).problems
    assert as_text([problem for problem in problems if problem.place.path == GOAL]) == shown[1]


def test_the_table_lists_every_command() -> None:
    assert isinstance(main, click.Group)
    listed = main.list_commands(click.Context(main))
    assert {usage.split()[0] for usage in COMMAND.findall(README)} == set(listed)


@pytest.mark.parametrize("usage", COMMAND.findall(README))
def test_every_command_in_the_table_is_there_with_the_options_named(usage: str) -> None:
    command: click.Command = main
    row = next(line for line in README.splitlines() if line.startswith(f"| `vision {usage}` |"))
    for word in usage.split():
        if isinstance(command, click.Group) and word.islower():
            found = command.get_command(click.Context(command), word)
            command = found or command
    options = {name for parameter in command.params for name in parameter.opts}
    assert set(re.findall(r"--[a-z-]+", row)) <= options


def test_the_options_of_the_plugin_are_all_there() -> None:
    block = re.search(r"^  - shared-vision:\n((?:      .*\n)+)", README, re.MULTILINE)
    assert block
    assert re.findall(r"^      (\w+):", block[1], re.MULTILINE) == [key for key, _ in Options._schema]


def test_every_file_and_folder_named_is_there() -> None:
    rows = [
        line.split("|")[1] for line in README.splitlines() if line.startswith("| `") and "vision " not in line
    ]
    named = {path for row in rows for path in re.findall(r"`([^`]+)`", row)} | {
        link for link in re.findall(r"\]\(([^)#]+)\)", README) if "://" not in link
    }
    assert {"vision/", "kpi_data/", "CONTRIBUTING.md"} <= named
    assert sorted(path for path in named if not (ROOT / path).exists()) == []
