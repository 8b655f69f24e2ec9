from pathlib import Path

from click.testing import CliRunner, Result

from shared_vision.adapters.command import main
from shared_vision.export.forms import forms
from small_vision import Written

TEMPLATE = Path(__file__).parents[2] / "plugins/shared_vision/adapters/template"
PARTNER = {"vision/partners/northgate.yml": "title: Northgate Council\ngithub: northgate\n"}


def run(*words: str) -> Result:
    return CliRunner().invoke(main, words)


def test_codeowners_are_printed(write_vision: Written) -> None:
    write_vision(PARTNER)
    result = run("codeowners", "--keepers", "@northgate/site")
    assert result.exit_code == 0
    assert result.output.splitlines()[3:] == [
        "* @northgate/site",
        "/vision/ @northgate",
        "/kpi_data/ @northgate",
        "/vision/vision.yml @northgate",
        "/vision/partners/northgate.yml @northgate",
        "/vision/goals/fewer-complaints.yml @northgate",
    ]


def test_codeowners_are_written_where_they_should_be(write_vision: Written) -> None:
    root = write_vision(PARTNER)
    printed = run("codeowners", "--forge", "gitea").output
    result = run("codeowners", "--forge", "gitea", "--into", ".gitea/CODEOWNERS")
    assert (result.exit_code, result.output) == (0, ".gitea/CODEOWNERS is written.\n")
    assert (root / ".gitea/CODEOWNERS").read_text(encoding="utf-8") == printed


def test_forms_are_written_and_what_is_there_stays(write_vision: Written) -> None:
    root = write_vision({".github/PULL_REQUEST_TEMPLATE.md": "Ours\n"})
    result = run("forms")
    assert result.exit_code == 0
    assert result.output == (
        ".github/ISSUE_TEMPLATE/idea.yml is written.\n"
        ".github/ISSUE_TEMPLATE/proposal.yml is written.\n"
        ".github/PULL_REQUEST_TEMPLATE.md is there already and stays as it is.\n"
    )
    assert (root / ".github/PULL_REQUEST_TEMPLATE.md").read_text(encoding="utf-8") == "Ours\n"


def test_a_new_vision_begins_with_the_forms() -> None:
    assert {made.path: made.content for made in forms()} == {
        made.path: (TEMPLATE / made.path).read_bytes() for made in forms()
    }


def test_keepers_that_cannot_be_an_account_are_refused(write_vision: Written) -> None:
    write_vision(PARTNER)
    result = run("codeowners", "--keepers", "the site\n* @all")
    assert result.exit_code == 2
    assert "is not the name of an account or a team." in result.output
