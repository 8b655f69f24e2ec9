"""What the commands do with a vision's past."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from shared_vision.adapters.command import main
from small_repository import Repository
from small_vision import SMALL

DRAFT = SMALL["vision/goals/fewer-complaints.yml"]
KPI = "vision/kpis/complaints.yml"


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, arguments)


@pytest.fixture
def changed(repository: Repository, monkeypatch: pytest.MonkeyPatch) -> Repository:
    """A vision committed on 1 March, whose target is another and whose last value is new since 2 March."""
    repository.write({**SMALL, "kpi_data/complaints.csv": "date,value\n2026-02,34\n"})
    repository.commit()
    repository._hours += 24
    repository.edit(KPI, "value: 20", "value: 10")
    repository.write({"kpi_data/complaints.csv": "date,value\n2026-01,36\n2026-02,34\n"})
    repository.commit()
    monkeypatch.chdir(repository.root)
    return repository


def test_a_day_in_the_past_shows_what_the_records_and_the_data_said_then(changed: Repository) -> None:
    then = run("status", "--format", "json", "--as-of", "2026-03-01")
    assert then.exit_code == 0
    assert json.loads(then.stdout)["kpis"][0]["target"]["value"] == 20
    later = run("status", "--format", "json", "--as-of", "2026-03-02")
    assert json.loads(later.stdout)["kpis"][0]["target"]["value"] == 10
    assert run("explain", "complaints", "--as-of", "2026-03-01").exit_code == 0
    changed.edit(KPI, "value: 10", "value: 5")  # not committed: the newest day is as the files are
    now = run("status", "--format", "json", "--as-of", "2026-06-15")
    assert json.loads(now.stdout)["kpis"][0]["target"]["value"] == 5


def test_a_day_before_the_first_commit_is_said_to_be_unknown(changed: Repository) -> None:
    assert changed.root.is_dir()
    result = run("status", "--as-of", "2026-02-27")
    assert result.exit_code == 0
    assert result.stderr == (
        "git knows no version of this vision for '2026-02-27'. "
        "What the records said on 2026-02-27 is not known; they are read as they are now.\n"
    )


@pytest.mark.usefixtures("changed")
def test_the_site_of_a_day_in_the_past(tmp_path: Path) -> None:
    result = run("build", "--as-of", "2026-03-01", "--site-dir", str(tmp_path / "then"))
    assert result.exit_code == 0, result.output
    page = (tmp_path / "then/kpis/complaints/index.html").read_text(encoding="utf-8")
    assert "20 by" in page.replace("\xa0", " ")
    assert "lowered" not in page
    run("build", "--site-dir", str(tmp_path / "now"))
    now = (tmp_path / "now/kpis/complaints/index.html").read_text(encoding="utf-8")
    assert "lowered from 20 to 10" in now


@pytest.mark.usefixtures("changed")
def test_diff_between_revisions_and_days() -> None:
    lines = run("diff", "HEAD~1", "HEAD").stdout.splitlines()
    assert "- Target of *Complaints* lowered from 20 to 10" in lines
    assert run("diff", "2026-03-01", "2026-03-02").stdout.splitlines() == lines
    assert "- Target of *Complaints* raised from 10 to 20" in run("diff", "HEAD", "HEAD~1").stdout


def test_diff_shows_what_the_work_here_changes_and_nothing_else(changed: Repository) -> None:
    changed.git("checkout", "-q", "-b", "proposal", "HEAD~1")
    changed.edit("vision/vision.yml", "Everybody is heard.", "Everybody is answered.")
    said = run("diff", "main").stdout
    assert "- Wording of *Small* changed from Everybody is heard. to Everybody is answered." in said
    assert "Target" not in said


@pytest.mark.parametrize("revision", ["no-such-branch", "--help-me", "2020-01-01", "HEAD:vision", "-x"])
@pytest.mark.usefixtures("changed")
def test_a_revision_that_is_none_ends_with_2_and_a_line(revision: str) -> None:
    result = run("diff", "--", revision)
    assert result.exit_code == 2
    assert f"git knows no version of this vision for {revision!r}." in result.stderr
    assert run("check", f"--base={revision}").exit_code == 2


def test_check_with_a_base_refuses_what_nobody_decided(changed: Repository) -> None:
    vision = "title: Small\nstatement: Everybody is heard.\ngovernance: {protects: [goals]}\n"
    changed.write(
        {"vision/vision.yml": vision, "vision/goals/fewer-complaints.yml": DRAFT + "status: agreed\n"}
    )
    changed.commit()
    changed.write({"vision/goals/fewer-complaints.yml": DRAFT + "status: agreed\nwhy: To be heard.\n"})
    assert run("check").exit_code == 0
    result = run("check", "--base", "HEAD", "--format", "github")
    assert result.exit_code == 1
    assert result.stdout.splitlines()[0].startswith(
        "::error file=vision/goals/fewer-complaints.yml,line=1,title=no-decision::"
    )
    assert run("diff", "HEAD").stdout.endswith("or take the change back. |\n")
