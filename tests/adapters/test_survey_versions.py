"""What a site shows of a survey whose answers change after they could be seen: no difference of a few."""

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from shared_vision.adapters.command import main
from small_repository import Repository
from small_vision import SMALL, Written

DATA, RECORD = "kpi_data/surveys/going.csv", "vision/surveys/going.yml"
TOLD = "title: Going well?\ndate: 2026-02-01\nquestions: [{column: q1, theme: openness}]\n"
FIRST = "name,q1\n" + "".join(f"Person {number},{number % 5 + 1}\n" for number in range(40))
FILES = {**SMALL, ".gitignore": "site/\n.cache/\n", RECORD: TOLD, DATA: FIRST}
KEPT = (
    f"{DATA}: warning [few-changed] Fewer than 5 answers came, went or changed since the results were first "
    "shown, so those stay: the difference would tell what single people said. "
    "Bring back the file as it was, or add the answers of more people at once."
)


def _run(*arguments: str) -> Result:
    return CliRunner().invoke(main, arguments)


def _seen(root: Path) -> dict[str, Any]:
    """What the site shows of the survey."""
    assert _run("build").exit_code == 0
    [survey] = json.loads((root / "site/api/v1/surveys.json").read_text())["surveys"]
    assert isinstance(survey, dict)
    return survey


def _more(*answers: int) -> str:
    return FIRST + "".join(f"Late {number},{value}\n" for number, value in enumerate(answers))


@pytest.mark.parametrize(
    "changed",
    [
        _more(5),
        _more(1, 2, 3, 4),
        FIRST.replace("Person 7,3", "Person 7,4"),
        FIRST.replace("Person 7,3\n", ""),
    ],
)
@pytest.mark.parametrize("committed", [True, False])
def test_what_was_shown_stays_where_a_few_answers_change(
    write_vision: Written, changed: str, *, committed: bool
) -> None:
    root = write_vision(FILES)
    repository = Repository(root)
    repository.commit()
    before = _seen(root)
    repository.write({DATA: changed})
    if committed:
        repository.commit()
    assert _seen(root) == before
    assert KEPT in " ".join(_run("check").output.split())
    repository.write({DATA: FIRST})
    assert "few-changed" not in _run("check").output


def test_they_are_shown_where_so_many_came_that_they_may_be_seen(write_vision: Written) -> None:
    root = write_vision(FILES)
    repository = Repository(root)
    repository.commit()
    before = _seen(root)
    repository.write({DATA: _more(*[1, 2, 3, 4, 5] * 4)})
    repository.commit()
    after = _seen(root)
    assert (before["answered"], after["answered"]) == (40, 60)
    assert "few-changed" not in _run("check").output
    [asked] = after["questions"]
    # each value alone would tell that four of the new people chose it
    assert all(band["answers"] - 8 * (band["to"] - band["from"] + 1) >= 5 for band in asked["bands"])


def test_what_came_in_small_steps_is_compared_with_all_that_was_shown(write_vision: Written) -> None:
    root = write_vision(FILES)
    repository = Repository(root)
    repository.commit()
    repository.write({DATA: _more(*[1, 2, 3, 4, 5] * 4)})
    repository.commit()
    shown = _seen(root)
    repository.write({DATA: _more(3)})  # without most of those, it is one more than at first
    repository.commit()
    assert _seen(root) == shown


def test_what_was_never_shown_may_change(write_vision: Written) -> None:
    root = write_vision({path: text for path, text in FILES.items() if path != RECORD})
    repository = Repository(root)
    repository.commit()
    repository.write({DATA: _more(5)})
    repository.commit()
    repository.write({RECORD: TOLD})  # nobody saw anything of the file before it had a record
    repository.commit()
    assert _seen(root)["answered"] == 41
    later = TOLD.replace("2026-02-01", "2026-06-01")  # after all commits
    repository.write({RECORD: later, DATA: FIRST})
    repository.commit()
    assert _seen(root)["answered"] == 40


def test_what_is_sealed_is_what_was_shown(write_vision: Written) -> None:
    root = write_vision(FILES)
    repository = Repository(root)
    repository.commit()
    before = _seen(root)
    repository.write({DATA: _more(5)})
    repository.commit()
    assert _run("survey", "seal", "going", "--yes").exit_code == 0
    assert _seen(root) == before


def test_answers_that_come_back_beside_a_few_new_ones_are_not_shown(write_vision: Written) -> None:
    root = write_vision(FILES)
    repository = Repository(root)
    assert _run("survey", "seal", "going", "--yes").exit_code == 0
    repository.commit()
    assert _seen(root)["answered"] == 40
    repository.write({RECORD: TOLD, DATA: _more(5)})
    repository.commit()
    assert _seen(root)["reason"] == "few-new"


def test_a_vision_in_a_folder_of_its_repository_has_versions_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    repository = Repository(tmp_path)
    repository.write({f"in/here/{path}": text for path, text in FILES.items()})
    repository.commit()
    monkeypatch.chdir(tmp_path / "in/here")
    before = _seen(Path())
    repository.write({f"in/here/{DATA}": _more(5)})
    repository.commit()
    assert _seen(Path()) == before
