"""vision survey seal, and the warning of vision check about answers in git."""

from collections.abc import Mapping
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


def test_what_may_be_published_takes_the_place_of_the_answers(
    write_vision: Written, tmp_path_factory: pytest.TempPathFactory
) -> None:
    root, copy = write_vision(FILES), tmp_path_factory.mktemp("elsewhere") / "copy.csv"
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
        (
            ("going", "--keep", "kpi_data/surveys/copy.csv"),
            "kpi_data/surveys/copy.csv lies in the repository, from which the answers are to go.",
        ),
        (("going", "--keep", "/dev/null"), "/dev/null is there already; name another file."),
        (
            ("going", "--keep", "/no/such/folder"),
            "/no/such/folder cannot be written: No such file or directory.",
        ),
        (("few",), "Nothing of few may be published, as its page says: its file would be empty."),
        (("broken",), "The answers of broken cannot be read; `vision check` says why."),
    ],
)
def test_what_cannot_be_sealed_is_told(write_vision: Written, arguments: tuple[str, ...], told: str) -> None:
    root = write_vision(
        {
            **FILES,
            "vision/surveys/broken.yml": RECORD,
            "kpi_data/surveys/broken.csv": "q1\nlots\n",
            "vision/surveys/few.yml": RECORD,
            "kpi_data/surveys/few.csv": "q1\n1\n2\n",
        }
    )
    found = _run("survey", "seal", *arguments)
    assert found.exit_code == 2
    assert found.output.splitlines()[-1] == f"Error: {told}"
    assert (root / "kpi_data/surveys/going.csv").read_text() == ROWS


NEGATIVE = {
    "vision/partners/east.yml": "title: East Clinic\n",
    "vision/surveys/going.yml": (
        "title: Going well?\ndate: 2026-06-01\nscale: [-2, 2]\npartner_column: who\nby_partner: true\n"
        "sealed: false # not yet\nquestions: [{column: q1, theme: -openness}, {column: -q2}]\n"
    ),
    "kpi_data/surveys/going.csv": "who,q1,-q2\n"
    + "".join(
        f"{('northgate', 'east')[number % 2]},{number % 5 - 2},{number % 3 - 2}\n" for number in range(120)
    ),
}


def test_a_survey_with_answers_below_zero_is_sealed_and_says_the_same(write_vision: Written) -> None:
    root = write_vision({**SMALL, **NEGATIVE})
    page = root / "site/surveys/going/index.html"
    assert _run("build").exit_code == 0
    before = page.read_text()
    assert _run("survey", "seal", "going", "--yes").exit_code == 0
    text = (root / "kpi_data/surveys/going.csv").read_text()
    assert "band,q1,,24,-2,-2," in text
    assert "question,'-q2," in text
    assert "theme,'-openness,northgate" in text
    assert "\nsealed: true\n" in (root / "vision/surveys/going.yml").read_text()
    assert _run("check").exit_code == 0
    assert _run("build").exit_code == 0
    assert page.read_text() == before


def _refused(files: Mapping[str, str], write_vision: Written, tmp_path: Path) -> str:
    """What is told where sealing changes nothing."""
    root = write_vision({**FILES, **files})
    before = {path: path.read_bytes() for path in root.rglob("*") if path.is_file()}
    found = _run("survey", "seal", "going", "--keep", str(tmp_path / "copy.csv"))
    assert found.exit_code == 2
    assert {path: path.read_bytes() for path in root.rglob("*") if path.is_file()} == before
    return found.output.splitlines()[-1]


def test_a_record_to_which_no_line_can_be_added_is_left(write_vision: Written, tmp_path: Path) -> None:
    flow = "{title: Going well?, date: 2026-06-01, questions: [{column: q1, theme: openness}]}\n"
    assert _refused({"vision/surveys/going.yml": flow}, write_vision, tmp_path) == (
        "Error: `sealed: true` cannot be added to vision/surveys/going.yml, so nothing was changed."
        " Write each of its keys on a line of its own, then seal it."
    )


def test_what_would_not_be_read_as_it_is_meant_is_not_written(write_vision: Written, tmp_path: Path) -> None:
    record = RECORD.replace("[{column: q1,", '[{column: "\'q1"}, {column: q1,')
    rows = "'q1,q1\n" + "".join(f"{number % 5 + 1},{number % 4 + 1}\n" for number in range(40))
    files = {"vision/surveys/going.yml": record, "kpi_data/surveys/going.csv": rows}
    assert _refused(files, write_vision, tmp_path) == (
        "Error: What would be written to kpi_data/surveys/going.csv cannot be read again as it is meant,"
        " so nothing was changed. Give its columns and themes names that begin with a letter, then seal it."
    )


@pytest.mark.parametrize("other", ["questions: [{column: name}]", "questions: [{colum: name}]"])
def test_a_file_that_another_survey_has_is_left(write_vision: Written, tmp_path: Path, other: str) -> None:
    record = f"title: Other\ndate: 2026-06-01\nfile: surveys/going.csv\n{other}\n"
    assert _refused({"vision/surveys/other.yml": record}, write_vision, tmp_path) == (
        "Error: The answers of going cannot be read; `vision check` says why."
    )


def test_a_record_keeps_the_ends_of_its_lines(write_vision: Written) -> None:
    root = write_vision(FILES)
    path = root / "vision/surveys/going.yml"
    path.write_bytes(RECORD.replace("\n", "\r\n").encode())
    assert _run("survey", "seal", "going", "--yes").exit_code == 0
    assert path.read_bytes() == f"{RECORD}sealed: true\n".replace("\n", "\r\n").encode()


def test_where_the_file_cannot_be_written_the_record_is_put_back(
    write_vision: Written, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = write_vision(FILES)
    replace = Path.replace

    def refused(self: Path, target: Path) -> Path:
        if target.suffix == ".csv":
            raise OSError(28, "No space left on device", str(target))
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", refused)
    found = _run("survey", "seal", "going", "--yes")
    path = root / "kpi_data/surveys/going.csv"
    assert (found.exit_code, found.output.splitlines()[-1]) == (
        2,
        f"Error: {path} cannot be written (No space left on device), so nothing was changed.",
    )
    assert path.read_text() == ROWS
    assert (root / "vision/surveys/going.yml").read_text() == RECORD
    assert [one.name for one in root.rglob("*.new")] == []


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
