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
    f"{DATA}: warning [shown-already] This file or its record has changed, but its results could be seen "
    "since 2026-03-01, so they stay as they were: the difference could tell what single people said. "
    "Bring both back as they were. What came later, or is of other people, needs a record and a file of its "
    "own, with other names."
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
        _more(*[1, 2, 3, 4, 5] * 4),
        FIRST.replace("Person 7,3", "Person 7,4"),
        FIRST.replace("Person 7,3\n", ""),
    ],
)
@pytest.mark.parametrize("committed", [True, False])
def test_what_was_shown_stays_whatever_becomes_of_the_answers(
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
    assert "shown-already" not in _run("check").output


@pytest.mark.parametrize(
    "record",
    [
        TOLD.replace("2026-02-01", "2026-03-15"),
        TOLD.replace("column: q1,", "column: q1, reversed: true,"),
        TOLD.replace("theme: openness", "theme: openness, text: In other words?"),
    ],
)
def test_a_record_that_changes_with_the_answers_changes_no_figure(write_vision: Written, record: str) -> None:
    root = write_vision(FILES)
    repository = Repository(root)
    repository.commit()
    [before] = _seen(root)["questions"]
    repository.write({DATA: _more(5), RECORD: record})
    repository.commit()
    [after] = _seen(root)["questions"]
    assert (after["bands"], after["mean"]) == (before["bands"], before["mean"])


@pytest.mark.parametrize(
    ("data", "record", "told"),
    [
        ("kpi_data/surveys/other.csv", "vision/surveys/other.yml", TOLD),
        (DATA, "vision/surveys/other.yml", TOLD + "file: surveys/going.csv\n"),
        ("kpi_data/answers.csv", RECORD, TOLD + "file: answers.csv\n"),
    ],
)
def test_under_another_name_a_survey_says_the_same(
    write_vision: Written, data: str, record: str, told: str
) -> None:
    root = write_vision(FILES)
    repository = Repository(root)
    repository.commit()
    before = _seen(root)
    repository.write({DATA: None, RECORD: None})
    repository.write({data: _more(5), record: told})
    repository.commit()
    after = _seen(root)
    assert (after["answered"], after["questions"]) == (before["answered"], before["questions"])


def test_the_same_answers_are_cut_where_they_were_whatever_changes_in_the_record(
    write_vision: Written,
) -> None:
    values = [1] * 3 + [2] * 2 + [3] * 3 + [4] * 5 + [5] * 7
    few = "name,q1\n" + "".join(f"P{at},{value}\n" for at, value in enumerate(values))
    root = write_vision({**FILES, DATA: few})
    repository = Repository(root)
    repository.commit()
    [before] = _seen(root)["questions"]
    for told in (
        TOLD.replace("column: q1,", "column: q1, reversed: true,"),
        TOLD + "scale: [1, 6]\n",
    ):
        repository.write({RECORD: told})
        repository.commit()
        [after] = _seen(root)["questions"]
        assert "shown-already" not in _run("check").output
        cuts = [[band["from"] for band in one["bands"]] for one in (before, after)]
        assert cuts[1] in (cuts[0], [1])


def test_partner_results_stay_where_a_partner_is_written_otherwise(write_vision: Written) -> None:
    told = TOLD + "partner_column: of\nby_partner: true\n"
    rows = "of,q1\n" + "".join(f"{of},{at % 5 + 1}\n" for of in ("northgate", "east") for at in range(20))
    root = write_vision({**FILES, RECORD: told, DATA: rows, "vision/partners/east.yml": "title: East\n"})
    repository = Repository(root)
    repository.commit()
    before = _seen(root)
    assert [one["partner"] for one in before["partners"]] == ["east", "northgate"]
    repository.write({DATA: rows.replace("east,1", "northgate,1")})
    repository.commit()
    assert _seen(root) == before


def test_a_trial_that_could_be_seen_stays_and_the_real_answers_need_another_name(
    write_vision: Written,
) -> None:
    trial = "name,q1\n" + "".join(f"Trial {at},{at % 5 + 1}\n" for at in range(7))
    root = write_vision({**FILES, DATA: trial})
    repository = Repository(root)
    repository.commit()
    assert _seen(root)["answered"] == 7
    repository.write({DATA: FIRST})
    repository.commit()
    assert _seen(root)["reason"] == "shown-before"
    said = "its results could be seen since 2026-03-01, so nothing of it is shown: the difference could"
    assert said in " ".join(_run("check").output.split())
    repository.write({DATA: None, RECORD: None})
    repository.write({"kpi_data/surveys/real.csv": FIRST, "vision/surveys/real.yml": TOLD})
    repository.commit()
    assert _seen(root)["answered"] == 40


def test_what_was_never_shown_may_change(write_vision: Written) -> None:
    root = write_vision({path: text for path, text in FILES.items() if path != RECORD})
    repository = Repository(root)
    repository.commit()
    repository.write({DATA: _more(5)})
    repository.commit()
    repository.write({RECORD: TOLD})  # nobody saw anything of the file before it had a record
    repository.commit()
    assert _seen(root)["answered"] == 41


def test_before_a_survey_closes_its_file_may_change(write_vision: Written) -> None:
    root = write_vision({**FILES, RECORD: TOLD.replace("2026-02-01", "2026-06-01")})
    repository = Repository(root)  # all its commits are of March
    repository.commit()
    repository.write({DATA: _more(5)})
    repository.commit()
    assert _seen(root)["answered"] == 41
    assert "shown-already" not in _run("check").output


def test_what_is_sealed_is_what_was_shown(write_vision: Written) -> None:
    root = write_vision(FILES)
    repository = Repository(root)
    repository.commit()
    before = _seen(root)
    repository.write({DATA: _more(5)})
    repository.commit()
    found = _run("survey", "seal", "going", "--yes")
    assert (found.exit_code, found.output.splitlines()[0]) == (
        0,
        "What was shown first is sealed, as nothing else may be: what changed since is not in it.",
    )
    assert _seen(root) == before
    repository.commit()
    assert _seen(root) == before
    assert "shown-already" not in _run("check").output


def test_answers_that_come_back_beside_new_ones_change_nothing(write_vision: Written) -> None:
    root = write_vision(FILES)
    repository = Repository(root)
    assert _run("survey", "seal", "going", "--yes").exit_code == 0
    repository.commit()
    before = _seen(root)
    repository.write({RECORD: TOLD, DATA: _more(5)})
    repository.commit()
    assert _seen(root) == before
    assert _run("survey", "seal", "going", "--yes").exit_code == 0
    assert _seen(root) == before


def test_a_sealed_file_made_elsewhere_of_other_answers_changes_nothing(write_vision: Written) -> None:
    root = write_vision(FILES)
    repository = Repository(root)
    repository.commit()
    before = _seen(root)
    sealed = (
        "of,name,partner,answers,from,to,value\nsurvey,,,41,,,\nquestion,q1,,41,,,125\nband,q1,,41,1,5,\n"
    )
    repository.write({RECORD: TOLD + "sealed: true\n", DATA: sealed})
    repository.commit()
    assert _seen(root) == before


def test_a_copy_without_its_past_is_told(
    write_vision: Written, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = write_vision(FILES)
    repository = Repository(root)
    repository.commit()
    repository.write({DATA: _more(5)})
    repository.commit()
    shallow = tmp_path_factory.mktemp("clone") / "copy"
    repository.git("clone", "-q", "--depth", "1", f"file://{root}", str(shallow))
    monkeypatch.chdir(shallow)
    told = (
        f"{DATA}: warning [past-unknown] git cannot tell all of the past here, so it is not known whether "
        "these results could be seen before, with other answers in the file. "
        "Use a whole clone that is yours: fetch-depth: 0 in a workflow, or git fetch --unshallow."
    )
    assert told in " ".join(_run("check").output.split())
    repository.git("-C", str(shallow), "fetch", "-q", "--unshallow")
    assert "past-unknown" not in _run("check").output
    assert _seen(shallow)["answered"] == 40


def _surveys(root: Path) -> dict[str, dict[str, Any]]:
    assert _run("build").exit_code == 0
    found = json.loads((root / "site/api/v1/surveys.json").read_text())["surveys"]
    return {survey["id"]: survey for survey in found}


def _answers(who: str, many: int) -> str:
    return "name,q1\n" + "".join(f"{who} {number},{number % 5 + 1}\n" for number in range(many))


def test_what_was_withheld_beside_another_survey_is_not_what_was_shown(write_vision: Written) -> None:
    later, data = "vision/surveys/later.yml", "kpi_data/surveys/later.csv"
    root = write_vision({**FILES, later: TOLD.replace("02-01", "02-02"), data: _more(5)})
    repository = Repository(root)
    repository.commit()
    assert _surveys(root)["later"]["reason"] == "few-new"
    repository.write({data: _answers("Other", 25)})
    repository.commit()
    assert _surveys(root)["later"]["answered"] == 25


def test_what_few_rules_let_be_seen_in_between_stays(write_vision: Written) -> None:
    rules, strict = SMALL["vision/vision.yml"], "survey: {minimum_answers: 50}\n"
    root = write_vision({**FILES, "vision/vision.yml": rules + strict})
    repository = Repository(root)
    repository.commit()
    assert _seen(root)["reason"] == "few-answers"
    repository.write({"vision/vision.yml": rules, DATA: _more(5)})
    repository.commit()
    shown = _seen(root)
    repository.write({DATA: FIRST})  # as it was when nothing was shown
    repository.commit()
    assert _seen(root) == shown


def test_next_years_survey_never_shows_last_years_figures(write_vision: Written) -> None:
    root = write_vision({**FILES, DATA: _answers("Person", 40)})
    repository = Repository(root)
    repository.commit()
    next_year, data = "vision/surveys/next.yml", "kpi_data/surveys/next.csv"
    people = FIRST.splitlines()[:31] + [f"New {at},{at % 5 + 1}" for at in range(20)]
    repository.write({next_year: TOLD.replace("02-01", "02-20"), data: "\n".join(people) + "\n"})
    assert _surveys(root)["next"]["reason"] == "few-new"
    repository.write({next_year: None, data: None, DATA: _answers("New", 60)})
    repository.commit()
    assert _surveys(root)["going"]["reason"] == "shown-before"
    # where nothing tells people apart, it is the day that does
    repository.write({RECORD: TOLD.replace("2026-02-01", "2026-06-01"), DATA: "q1\n" + "1\n2\n3\n4\n5\n" * 9})
    repository.commit()
    assert _surveys(root)["going"]["reason"] == "shown-before"


def test_figures_are_never_told_of_another_question(write_vision: Written) -> None:
    both = "name,q1,q2\n" + "".join(f"P {at},{at % 2 + 1},{at % 2 + 4}\n" for at in range(40))
    root = write_vision({**FILES, DATA: both})
    repository = Repository(root)
    repository.commit()
    assert _seen(root)["questions"][0]["mean"] == 1.5
    repository.write({RECORD: TOLD.replace("q1", "q2")})
    repository.commit()
    assert _seen(root)["reason"] == "shown-before"
    repository.write({RECORD: TOLD.replace("]", ", {column: q2, theme: effort}]")})
    repository.commit()
    assert [one["mean"] for one in _seen(root)["questions"]] == [1.5]
    assert "shown-already" in _run("check").output


def test_odd_days_and_settings_of_git_hide_nothing(
    write_vision: Written,
) -> None:
    root = write_vision(FILES)
    repository = Repository(root)
    repository.commit()
    before = _seen(root)
    repository.write({DATA: _more(5)})
    repository.git("config", "log.showRoot", "false")
    repository.git("config", "diff.orderFile", "/no/such/file")
    repository.git("add", "-A")
    tree = repository.git("write-tree")
    for when in ("253402300800", "99999999999999"):
        text = f"tree {tree}\nparent {repository.git('rev-parse', 'HEAD')}\n"
        text += f"author a <a@b.example> {when} +0000\ncommitter a <a@b.example> {when} +0000\n\nOdd\n"
        (root.parent / "commit").write_text(text)
        odd = repository.git("hash-object", "-t", "commit", "-w", "--literally", str(root.parent / "commit"))
        repository.git("reset", "-q", "--soft", odd)
    assert _run("check").exit_code == 0
    assert _seen(root) == before


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
