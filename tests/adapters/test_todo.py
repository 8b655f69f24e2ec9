"""vision todo."""

import json

import pytest
from click.testing import CliRunner

from shared_vision.adapters.command import main
from small_vision import SMALL, Written

IDEA = "title: Evenings\nby: harbour\ndate: 2026-05-01\nasked: [northgate]\n"
FILES = {
    **SMALL,
    "vision/vision.yml": "title: Small\ncadence: {ideas_answered_within: P14D}\n",
    "vision/partners/harbour.yml": "title: Harbour Trust\n",
    "vision/ideas/evenings.yml": IDEA,
    "vision/decisions/call-back.yml": (
        "title: Call back\ndate: 2026-02-01\nstatus: accepted\nreview_on: 2026-06-15\n"
    ),
}


def _run(*arguments: str) -> tuple[int, str, str]:
    found = CliRunner().invoke(main, ["todo", *arguments])
    return found.exit_code, found.stdout, found.stderr


def test_everything_asked_is_listed_with_the_file_that_settles_it(
    write_vision: Written, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(write_vision(FILES))
    listed = (
        "All together\n"
        "  wanted by 2026-06-15 Another look at Call back: does it still hold?\n"
        "                       vision/decisions/call-back.yml\n"
        "northgate\n"
        "  since 2026-05-15     An answer to the idea “Evenings”\n"
        "                       vision/ideas/evenings.yml\n"
    )
    assert _run() == (0, listed, "")


def test_a_partner_reads_its_own_and_what_is_asked_of_all(
    write_vision: Written, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(write_vision(FILES))
    code, out, _ = _run("--partner", "harbour", "--format", "json")
    assert code == 0
    assert json.loads(out) == {
        "as_of": "2026-06-15",
        "todo": [
            {
                "partner": None,
                "duty": "review",
                "about": "decisions/call-back",
                "also": [],
                "file": "vision/decisions/call-back.yml",
                "new_file": False,
                "day": "2026-06-15",
                "late": False,
            }
        ],
    }


def test_an_unknown_partner_is_named(write_vision: Written, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(write_vision(FILES))
    code, _, err = _run("--partner", "harbor")
    assert code == 2
    assert "There is no partner 'harbor'. Did you mean harbour?" in err


def test_nothing_is_asked_when_all_is_done(write_vision: Written, monkeypatch: pytest.MonkeyPatch) -> None:
    files = {path: text for path, text in FILES.items() if "ideas" not in path and "decisions" not in path}
    monkeypatch.chdir(write_vision(files))
    assert _run() == (0, "Nothing is asked: all is done.\n", "")


def test_a_title_does_nothing_to_the_terminal(write_vision: Written, monkeypatch: pytest.MonkeyPatch) -> None:
    hostile = {"vision/ideas/evenings.yml": IDEA.replace("Evenings", '"a\\u001b[31mred\\nGO"')}
    monkeypatch.chdir(write_vision({**FILES, **hostile}))
    _, out, _ = _run()
    assert "\x1b" not in out
    assert "\nGO" not in out
