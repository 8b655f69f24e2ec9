"""vision survey seal, and the warning of vision check about answers in git."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from shared_vision.adapters.command import main
from small_repository import Repository
from small_vision import SMALL, Written

RECORD = "title: Going well?\ndate: 2026-06-01\nquestions: [{column: q1, theme: openness}]\n"
ROWS = "name,q1\n" + "".join(f"Person {number},{number % 5 + 1}\n" for number in range(40))
FILES = {**SMALL, "vision/surveys/going.yml": RECORD, "kpi_data/surveys/going.csv": ROWS}
SEALED = (
    "of,name,partner,answers,from,to,value\nsurvey,,,40,,,\nquestion,q1,,40,,,120\n"
    "band,q1,,8,1,1,\nband,q1,,8,2,2,\nband,q1,,8,3,3,\nband,q1,,8,4,4,\nband,q1,,8,5,5,\n"
)


def _run(*arguments: str, answer: str = "") -> Result:
    return CliRunner().invoke(main, arguments, input=answer)


def test_what_may_be_published_takes_the_place_of_the_answers(write_vision: Written, tmp_path: Path) -> None:
    root, copy = write_vision(FILES), tmp_path / "copy.csv"
    found = _run("survey", "seal", "going", "--keep", str(copy))
    assert (found.exit_code, found.output) == (
        0,
        (
            "kpi_data/surveys/going.csv holds only what may be published now."
            " What git has of it stays in its history.\n"
        ),
    )
    assert (root / "kpi_data/surveys/going.csv").read_text() == SEALED
    assert (root / "vision/surveys/going.yml").read_text() == f"{RECORD}sealed: true\n"
    assert copy.read_text() == ROWS
    assert _run("check").exit_code == 0
    assert _run("survey", "seal", "going").output == "going is sealed already.\n"


def test_a_sealed_survey_says_the_same_as_its_answers(write_vision: Written) -> None:
    root = write_vision(FILES)
    page = Path("site/surveys/going/index.html")
    assert _run("build").exit_code == 0
    before = page.read_text()
    assert _run("survey", "seal", "going", "--yes").exit_code == 0
    assert _run("build").exit_code == 0
    assert (root / page).read_text() == before


def test_without_a_copy_it_asks_first(write_vision: Written) -> None:
    root = write_vision(FILES)
    found = _run("survey", "seal", "going", answer="n\n")
    assert found.exit_code == 1
    assert found.output == (
        "The answers in kpi_data/surveys/going.csv will be gone. Have you kept a copy elsewhere? [y/N]: n\n"
        "Aborted!\n"
    )
    assert (root / "kpi_data/surveys/going.csv").read_text() == ROWS


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("gonig",), "There is no survey 'gonig'. Did you mean going?"),
        (("going", "--as-of", "2026-05-01"), "going closes on 2026-06-01; seal it then."),
        (("going", "--keep", "mkdocs.yml"), "mkdocs.yml is there already; name another file."),
        (
            ("going", "--keep", "no/such/folder"),
            "no/such/folder cannot be written: No such file or directory.",
        ),
        (("broken",), "The answers of broken cannot be read; `vision check` says why."),
    ],
)
def test_what_cannot_be_sealed_is_told(write_vision: Written, arguments: tuple[str, ...], told: str) -> None:
    root = write_vision(
        {**FILES, "vision/surveys/broken.yml": RECORD, "kpi_data/surveys/broken.csv": "q1\nlots\n"}
    )
    found = _run("survey", "seal", *arguments)
    assert found.exit_code == 2
    assert found.output.splitlines()[-1] == f"Error: {told}"
    assert (root / "kpi_data/surveys/going.csv").read_text() == ROWS


def test_answers_that_git_keeps_are_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("GITHUB_ACTIONS", raising=False)
    repository = Repository(tmp_path)
    repository.write(FILES)
    repository.commit()
    monkeypatch.chdir(repository.root)
    assert _run("check").output == (
        "kpi_data/surveys/going.csv: warning [answers-in-git] Git keeps single answers of this survey:"
        " whoever may read the repository reads them.\n"
        "    Take a copy elsewhere, then run: vision survey seal going."
        " Commits that hold them already keep them.\n"
        "6 records, of them 1 KPI: 0 errors, 1 warning.\n"
    )
    assert _run("survey", "seal", "going", "--yes").exit_code == 0
    assert "answers-in-git" not in _run("check").output
