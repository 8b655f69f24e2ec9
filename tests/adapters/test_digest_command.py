"""vision digest and vision agenda, on a real repository: what came in late is told once it came."""

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from shared_vision.adapters.command import main
from small_repository import Repository
from small_vision import SMALL

IDEA = "title: {title}\nby: northgate\ndate: {day}\n"
Run = Callable[..., Result]


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Repository:
    """The small vision, committed on 1 March 2026; each commit is an hour later."""
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    found = Repository(tmp_path)
    found.write({**SMALL, "mkdocs.yml": SMALL["mkdocs.yml"].replace("{as_of: 2026-06-15}", "{}")})
    found.commit()
    monkeypatch.chdir(found.root)
    return found


def _run(*arguments: str) -> Result:
    return CliRunner().invoke(main, ["digest", "--format", "text", *arguments])


def test_what_came_in_late_is_told_after_the_commit_that_was_told_last(repository: Repository) -> None:
    last = repository.git("rev-parse", "HEAD")
    # dated long ago, and brought in on the very day of the last digest
    repository.write({"vision/ideas/late.yml": IDEA.format(title="Evenings", day="2026-01-10")})
    repository.write({"kpi_data/complaints.csv": "date,value\n2025-12,40\n2026-01,39\n"})
    repository.commit()
    told = _run("--since", last, "--as-of", "2026-03-01")
    assert told.exit_code == 0, told.output
    assert "1 idea came in." in told.stdout
    assert "An idea of Northgate Council: Evenings" in told.stdout
    assert "Complaints: from" in told.stdout
    assert told.stderr == ""


def test_values_of_an_earlier_month_are_told_once_they_are_there(repository: Repository) -> None:
    repository._hours = 24 * 5  # five days later
    repository.write({"kpi_data/complaints.csv": "date,value\n2025-12,40\n2026-01,39\n"})
    repository.commit()
    before = _run("--since", "2026-03-01", "--as-of", "2026-03-04").stdout
    after = _run("--since", "2026-03-04", "--as-of", "2026-03-08").stdout
    assert "Complaints: from" not in before
    assert "Complaints: from" in after


def test_a_status_that_other_rules_brought_is_told_so(repository: Repository) -> None:
    repository.write({"kpi_data/complaints.csv": "date,value\n2025-12,40\n2026-01,39\n"})
    repository.commit()
    last = repository.git("rev-parse", "HEAD")
    repository.edit("vision/kpis/complaints.yml", "value: 20", "value: 39")
    repository.commit()
    told = _run("--since", last, "--as-of", "2026-03-01").stdout
    assert "to achieved\n  It is judged by other rules than before." in told


def test_what_is_new_are_records_words_and_targets_not_how_they_are_kept(repository: Repository) -> None:
    last = repository.git("rev-parse", "HEAD")
    goal = "title: Short waits\nkpis: [complaints]\n"
    repository.write(
        {"vision/goals/waits.yml": goal, "vision/partners/harbour.yml": "title: Harbour Trust\n"}
    )
    repository.edit(
        "vision/kpis/complaints.yml", "baseline: {date: 2025-12-31", "baseline: {date: 2025-11-30"
    )
    repository.edit("vision/kpis/complaints.yml", "value: 20", "value: 18")
    repository.edit("vision/vision.yml", "statement: Everybody is heard.", "statement: All are heard.")
    repository.edit("vision/partners/northgate.yml", "Council\n", "Council\ndomains: [northgate.example]\n")
    repository.commit()
    told = _run("--since", last, "--as-of", "2026-03-01").stdout
    new = told[told.index("What is new") : told.index("What is asked of us")]
    assert [line for line in new.splitlines() if line.startswith("* ")] == [
        "* A new goal: Short waits",
        "* Target of Complaints lowered from 20 to 18",
        "* A new partner: Harbour Trust",
        "* Wording of Small changed from Everybody is heard. to All are heard.",
    ]


def test_where_git_cannot_say_what_was_known_is_guessed(repository: Repository) -> None:
    repository.write({"vision/ideas/evenings.yml": IDEA.format(title="Evenings", day="2026-02-10")})
    told = _run("--since", "2026-02-01", "--as-of", "2026-06-15")
    assert told.stderr == (
        "git knows no version of this vision for '2026-02-01'. "
        "What was known on 2026-02-01 is guessed from the days in the records.\n"
    )
    assert told.exit_code == 0


def test_what_came_later_is_in_no_guess(repository: Repository) -> None:
    answer = "{by: northgate, on: 2026-02-12, valued_for: It helps., outcome: adopted, decision: pilot}"
    idea = IDEA.format(title="Evenings", day="2026-02-10") + f"answer: {answer}\n"
    pilot = "title: Pilot\ndate: 2026-02-20\nstatus: accepted\n"
    repository.write({"vision/ideas/evenings.yml": idea, "vision/decisions/pilot.yml": pilot})
    told = _run("--since", "2026-02-15", "--as-of", "2026-02-25")
    assert told.exit_code == 0, told.output
    assert "* Pilot (Accepted)" in told.stdout


@pytest.mark.parametrize(
    ("since", "told"),
    [
        ("2026-06-15", "2026-06-15 is not before 2026-06-15."),
        ("2026-06-16", "2026-06-16 is not before 2026-06-15."),
        ("nowhere", "git knows no version of this vision for 'nowhere'."),
        ("--output=x", "git knows no version of this vision for '--output=x'."),
    ],
)
def test_a_time_that_is_none_is_told(repository: Repository, since: str, told: str) -> None:
    assert repository.root
    found = _run(f"--since={since}", "--as-of", "2026-06-15")
    assert (found.exit_code, found.output.splitlines()[-1]) == (2, f"Error: {told}")


@pytest.mark.parametrize(
    ("span", "days"),
    [
        ("14d", "2 Jun 2026 to 15 Jun 2026"),
        ("2w", "2 Jun 2026 to 15 Jun 2026"),
        ("P14D", "2 Jun 2026 to 15 Jun 2026"),
        ("1m", "16 May 2026 to 15 Jun 2026"),
    ],
)
def test_a_length_of_time_counts_back_from_the_last_day(repository: Repository, span: str, days: str) -> None:
    assert repository.root
    told = _run("--since", span, "--as-of", "2026-06-15").stdout
    assert told.splitlines()[2].replace("\xa0", " ") == days
