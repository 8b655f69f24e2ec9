import json
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner, Result

from shared_vision.adapters.command import main
from shared_vision.adapters.command.create import KINDS
from shared_vision.adapters.project import Project
from shared_vision.model.problem import Severity
from small_vision import Written


def run(*words: str) -> Result:
    return CliRunner().invoke(main, words)


BROKEN = {"vision/goals/fewer-complaints.yml": "titel: Fewer complaints\n"}


def test_check_of_a_sound_vision_ends_with_0(write_vision: Written) -> None:
    write_vision({})
    result = run("check")
    assert (result.exit_code, result.output) == (0, "5 records, of them 1 KPI: 0 errors, 0 warnings.\n")


def test_check_names_what_to_mend_and_ends_with_1(write_vision: Written) -> None:
    write_vision(BROKEN)
    result = run("check")
    assert result.exit_code == 1
    assert "vision/goals/fewer-complaints.yml:1:1: error [" in result.output
    assert "Did you mean title?" in result.output
    assert "Traceback" not in result.output


def test_check_tells_what_is_dated_after_today(write_vision: Written) -> None:
    files = {
        "vision/ideas/evenings.yml": "title: Evenings\nby: northgate\ndate: 2027-06-01\n",
        "vision/updates/ahead.yml": "by: northgate\ndate: 2026-06-16\nno_change: true\n",
        "vision/updates/today.yml": "by: northgate\ndate: 2026-06-15\nno_change: true\n",
    }
    write_vision(files)
    assert run("check").output == (
        "vision/ideas/evenings.yml: warning [dated-ahead] date: It is dated 2027-06-01, which is to come:"
        " until then it is not shown.\n    Correct the date, unless it is meant so.\n"
        "vision/updates/ahead.yml: warning [dated-ahead] date: It is dated 2026-06-16, which is to come:"
        " until then it is not shown.\n    Correct the date, unless it is meant so.\n"
        "8 records, of them 1 KPI: 0 errors, 2 warnings.\n"
    )


def test_check_where_there_is_no_vision_ends_with_2(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    result = run("check")
    assert result.exit_code == 2
    assert "There is no vision in" in result.output


def test_check_works_from_a_folder_below(write_vision: Written, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(write_vision({}) / "vision" / "goals")
    assert run("check").exit_code == 0


def test_check_as_json(write_vision: Written) -> None:
    write_vision(BROKEN)
    report = json.loads(run("check", "--format", "json").output)
    assert report["errors"] == len(report["problems"]) > 0


def test_check_on_github_annotates_ten_and_summarises_all(
    write_vision: Written, monkeypatch: pytest.MonkeyPatch
) -> None:
    many = {f"vision/goals/g{number}.yml": "titel: x\n" for number in range(30)}
    summary = write_vision(many) / "summary.md"
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(summary))
    output = run("check", "--format", "github").output
    assert sum(line.startswith("::error ") for line in output.splitlines()) == 10
    assert summary.read_text().count("\n| vision/goals/g") >= 30


def test_a_record_folder_of_another_name_is_named_in_problems(write_vision: Written) -> None:
    root = write_vision({"records/goals/x.yml": "titel: x\n"})
    config = (root / "mkdocs.yml").read_text().replace("as_of", "vision_dir: records, as_of")
    (root / "mkdocs.yml").write_text(config)
    assert "records/goals/x.yml:1:1: error" in run("check").output


def test_status_as_a_table(write_vision: Written) -> None:
    write_vision({})
    lines = run("status").output.splitlines()
    assert len(lines) == 2
    assert lines[1].startswith("complaints")
    assert "on track" in lines[1].lower()


def test_status_as_json_follows_the_day(write_vision: Written) -> None:
    write_vision({})
    (kpi,) = json.loads(run("status", "--format", "json").output)["kpis"]
    assert kpi["id"] == "complaints"
    assert kpi["status"] == "on-track"
    assert kpi["progress"] == 0.5
    assert kpi["latest"]["value"] == 30
    (earlier,) = json.loads(run("status", "--format", "json", "--as-of", "2026-04-30").stdout)["kpis"]
    assert earlier["latest"]["value"] == 34


def test_a_day_that_is_none_ends_with_2(write_vision: Written) -> None:
    write_vision({})
    result = run("status", "--as-of", "yesterday")
    assert result.exit_code == 2
    assert "as-of must be a day such as 2026-11-23, not 'yesterday'." in result.output


def test_explain_shows_the_working(write_vision: Written) -> None:
    write_vision({})
    result = run("explain", "complaints")
    assert result.exit_code == 0
    assert "(30 − 40) ÷ (20 − 40)" in result.output
    assert result.output.endswith(
        "It takes eight values to tell a trend from chance.\nIt takes six values to say what is usual.\n"
        "Forecast: There are too few values to say where they are heading.\n"
    )


def test_explain_of_an_unknown_kpi_suggests_one(write_vision: Written) -> None:
    write_vision({})
    result = run("explain", "complaint")
    assert result.exit_code == 2
    assert "There is no KPI 'complaint'. Did you mean complaints?" in result.output


@pytest.mark.parametrize(("kind", "folder"), KINDS.items())
def test_a_new_record_of_each_kind_is_sound_as_it_is(write_vision: Written, kind: str, folder: str) -> None:
    root = write_vision({})
    result = run("new", kind, "something-new")
    assert result.exit_code == 0
    document = Project.find(root).read()
    assert "something-new" in getattr(document, folder)
    assert [str(one) for one in document.problems if one.severity is Severity.ERROR] == []
    assert run("check").exit_code == 0
    assert run("new", kind, "something-new").exit_code == 2


@pytest.mark.parametrize("kind", ["goal", "kpi", "decision", "initiative", "partner"])
def test_a_new_record_is_sound_with_all_its_notes_taken_up(write_vision: Written, kind: str) -> None:
    root = write_vision({})
    run("new", kind, "something-new")
    path = root / f"vision/{kind}s/something-new.yml"
    head, *lines = [
        line for line in path.read_text().splitlines() if not line.startswith("# ") or ":" in line
    ]
    text = "\n".join(line.removeprefix("# ") for line in [head, *lines] if "or, for maintain" not in line)
    text = text[text.index("title:") :]
    path.write_text(text)
    assert yaml.safe_load(text)
    problems = json.loads(run("check", "--format", "json").output)["problems"]
    assert {problem["code"] for problem in problems} <= {"unknown-reference", "missing-file"}


def test_a_new_record_of_no_kind_or_with_no_id_is_refused(write_vision: Written) -> None:
    write_vision({})
    assert "There is no kind 'gaol'. Did you mean goal?" in run("new", "gaol", "x").output
    assert "'../x' cannot be an id" in run("new", "goal", "../x").output


def test_schemas_are_printed_or_written(tmp_path: Path) -> None:
    assert json.loads(run("schema", "goals").output)["properties"].keys() >= {"title", "kpis"}
    assert run("schema", "--into", str(tmp_path)).exit_code == 0
    assert json.loads((tmp_path / "kpis.schema.json").read_text())
    assert run("schema", "nothing").exit_code == 2


def test_build_makes_a_site(write_vision: Written) -> None:
    root = write_vision({})
    result = run("build")
    assert result.exit_code == 0, result.output
    assert "The site is in site; to look at it: vision serve" in result.output
    for page in ("index", "goals/fewer-complaints/index", "kpis/complaints/index", "about/index"):
        assert (root / f"site/{page}.html").is_file()
    assert json.loads((root / "site/api/v1/vision.json").read_text())["as_of"] == "2026-06-15"


def test_a_broken_record_is_a_card_unless_strict(write_vision: Written) -> None:
    root = write_vision(BROKEN)
    assert run("build").exit_code == 0
    page = (root / "site/goals/fewer-complaints/index.html").read_text()
    assert "Did you mean title?" in page
    assert (root / "site/kpis/complaints/index.html").is_file()
    assert run("build", "--strict", "--site-dir", "other").exit_code == 1
    assert not list((root / "other").rglob("*.html"))


def test_build_without_mkdocs_yml_ends_with_2(write_vision: Written) -> None:
    (write_vision({}) / "mkdocs.yml").unlink()
    assert run("build").exit_code == 2
    assert run("check").exit_code == 0


def test_write_makes_a_folder_of_pages(write_vision: Written) -> None:
    root = write_vision({})
    result = run("write", "out")
    assert result.exit_code == 0
    page = (root / "out/kpis/complaints.md").read_text()
    assert page.startswith('---\ntitle: "Complaints"\n')
    assert "\n\n" not in page.partition("---\n\n")[2]


def test_init_makes_a_vision_that_checks_and_builds(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert run("init", str(tmp_path / "ours")).exit_code == 0
    monkeypatch.chdir(tmp_path / "ours")
    assert run("check").output.endswith("0 errors, 0 warnings.\n")
    assert run("build", "--strict").exit_code == 0
    assert run("init", str(tmp_path / "ours")).exit_code == 2


ADR = """# 1. Use dashes

Date: 2025-03-04

## Status

Accepted

## Context

Names.

## Decision

Dashes.
"""


def test_decisions_come_into_a_vision_that_is_there(write_vision: Written) -> None:
    root = write_vision({"adr/0001-use-dashes.md": ADR, "adr/notes.txt": "x"})
    result = run("import", "adr", "adr", "--into", ".")
    assert result.exit_code == 0, result.output
    assert "notes.txt" in result.output
    assert (root / "import-report.txt").is_file()
    assert (root / "vision/vision.yml").read_text().startswith("title: Small\n")
    assert run("check").output.startswith("6 records")
    assert run("import", "adr", "adr", "--into", ".").exit_code == 2


def test_decisions_come_into_an_empty_folder_that_then_builds(
    write_vision: Written, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = write_vision({"adr/0001-use-dashes.md": ADR})
    assert run("import", "adr", "adr", "--into", "new").exit_code == 0
    monkeypatch.chdir(root / "new")
    assert run("check").exit_code == 0
    assert run("build").exit_code == 0


def test_an_import_in_several_languages_makes_a_site_in_these(tmp_path: Path) -> None:
    texts = {
        "translations/en/global_goals.yml": "1-title: No poverty\n",
        "translations/fr/global_goals.yml": "1-title: Pas de pauvreté\n",
    }
    for path, text in texts.items():
        (tmp_path / "src" / path).parent.mkdir(parents=True)
        (tmp_path / "src" / path).write_text(text, encoding="utf-8")
    into = tmp_path / "into"
    result = run(
        "import",
        "open-sdg",
        str(tmp_path / "src"),
        "--into",
        str(into),
        "--language",
        "fr",
        "--language",
        "en",
    )
    assert result.exit_code == 0
    plugins = yaml.safe_load((into / "mkdocs.yml").read_text(encoding="utf-8"))["plugins"]
    assert plugins == ["search", {"shared-vision": {"languages": ["fr", "en"]}}]
    goal = yaml.safe_load((into / "vision/goals/1.yml").read_text(encoding="utf-8"))
    assert goal["title"] == {"fr": "Pas de pauvreté", "en": "No poverty"}


def test_an_import_in_no_language_is_refused(tmp_path: Path) -> None:
    result = run(
        "import", "open-sdg", str(tmp_path), "--into", str(tmp_path / "into"), "--language", "french"
    )
    assert result.exit_code == 2
    assert "Did you mean fr?" in result.output


@pytest.mark.parametrize("folder", ["vision", "kpi_data", "vision/kpis", "site_src", "."])
@pytest.mark.parametrize("command", [("build", "--site-dir"), ("write",)])
def test_nothing_is_written_over_the_sources(
    write_vision: Written, command: tuple[str, ...], folder: str
) -> None:
    root = write_vision({})
    before = {path: path.read_bytes() for path in root.rglob("*") if path.is_file()}
    done = run(*command, folder)
    assert done.exit_code != 0
    assert "Traceback" not in done.output
    assert {path: path.read_bytes() for path in root.rglob("*") if path.is_file()} == before


def test_sign_writes_the_signature_into_the_goals_file(write_vision: Written) -> None:
    goal = write_vision({}) / "vision/goals/fewer-complaints.yml"
    before = goal.read_text()
    result = run("sign", "goals/fewer-complaints", "--as", "northgate")
    assert (result.exit_code, result.output) == (
        0,
        (
            "northgate agrees to goals/fewer-complaints as it is worded now (4e21fdc3). "
            "Now propose vision/goals/fewer-complaints.yml.\n"
        ),
    )
    line = "  - {partner: northgate, on: 2026-06-15, fingerprint: 4e21fdc3}\n"
    assert goal.read_text() == f"{before}signed:\n{line}"
    assert run("sign", "goals/fewer-complaints", "--as", "northgate", "--as-of", "2026-07-01").output == (
        "northgate agreed to this wording of goals/fewer-complaints on 2026-06-15 already.\n"
    )


def test_sign_for_a_partner_that_is_none_ends_with_2_and_writes_nothing(write_vision: Written) -> None:
    goal = write_vision({}) / "vision/goals/fewer-complaints.yml"
    before = goal.read_text()
    result = run("sign", "goals/fewer-complaints", "--as", "nortgate")
    assert result.exit_code == 2
    assert "Error: There is no partner nortgate. Did you mean northgate?\n" in result.output
    assert goal.read_text() == before
