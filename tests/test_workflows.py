"""What the workflows we ship promise: nothing a pull request runs can take or publish anything."""

import re
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).parents[1]
HOMES = (ROOT, ROOT / "plugins/shared_vision/adapters/template")
GITHUB = [home / ".github/workflows" / name for home in HOMES for name in ("check.yml", "publish.yml")]
CHECKS = GITHUB[0::2]
PUBLISHES = GITHUB[1::2]
DIGESTS = [home / ".github/workflows/digest.yml" for home in HOMES]
GITLAB = [home / ".gitlab-ci.yml" for home in HOMES]
SET_UP = "python -m pip install --disable-pip-version-check -r requirements.txt"

USES = re.compile(r"^\s*(?:- )?uses: (?P<action>[\w/-]+)@(?P<hash>\S+) # v\d+\.\d+\.\d+$")


def load(path: Path) -> dict[str, Any]:
    # every scalar as text: the key "on" would be True
    loaded: dict[str, Any] = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)  # noqa: S506
    return loaded


def steps(workflow: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
    for job in workflow["jobs"].values():
        yield from job["steps"]


def name(path: Path) -> str:
    return str(path.relative_to(ROOT))


@pytest.mark.parametrize("home", HOMES, ids=("repository", "template"))
def test_there_are_a_check_and_a_publishing_workflow_and_one_for_the_digest(home: Path) -> None:
    found = sorted(path.name for path in (home / ".github/workflows").iterdir())
    assert found == ["check.yml", "digest.yml", "publish.yml"]


@pytest.mark.parametrize("file", ["digest.yml", "publish.yml"])
def test_the_repositorys_workflow_is_the_templates_but_for_how_the_program_gets_there(file: str) -> None:
    own, template = (yaml.safe_dump(load(home / ".github/workflows" / file), width=10_000) for home in HOMES)
    own = own.replace("make .venv/.ready history", SET_UP).replace(".venv/bin/vision", "vision")
    assert own.replace("git -C .cache/history ", "git ") == template


@pytest.mark.parametrize("path", DIGESTS, ids=name)
def test_the_digest_is_written_by_a_job_that_only_reads_and_sent_by_jobs_that_run_nothing_of_ours(
    path: Path,
) -> None:
    workflow = load(path)
    assert set(workflow["on"]) == {"schedule", "workflow_dispatch"}
    assert workflow["permissions"] == {}
    assert {job: each["permissions"] for job, each in workflow["jobs"].items()} == {
        "last": {"issues": "read"},
        "write": {"contents": "read"},
        "issue": {"issues": "write"},
        "mail": {},
    }
    texts = {job: yaml.safe_dump(each) for job, each in workflow["jobs"].items()}
    assert [job for job, text in texts.items() if "secrets." in text] == ["mail"]
    assert [job for job, text in texts.items() if "github.token" in text] == ["last", "issue"]
    for job in ("last", "issue", "mail"):
        assert "checkout" not in texts[job]
        assert "vision digest" not in texts[job]
    checkout = next(one for one in steps(workflow) if one.get("uses", "").startswith("actions/checkout@"))
    assert checkout["with"] == {"fetch-depth": "0", "persist-credentials": "false"}


@pytest.mark.parametrize("path", DIGESTS, ids=name)
def test_the_password_for_mails_is_in_no_command_line(path: Path) -> None:
    send = next(one["run"] for one in steps(load(path)) if "curl" in one.get("run", ""))
    called = send[send.index("curl --fail") :]
    assert "SMTP_PASSWORD" not in called
    assert "--ssl-reqd" in called


@pytest.mark.parametrize("path", [*GITHUB, *DIGESTS], ids=name)
def test_each_action_is_pinned_by_its_whole_hash_with_its_version_beside_it(path: Path) -> None:
    lines = [line for line in path.read_text(encoding="utf-8").splitlines() if "uses:" in line]
    assert lines
    for line in lines:
        match = USES.match(line)
        assert match, line
        assert re.fullmatch(r"[0-9a-f]{40}", match["hash"]), line


def test_every_workflow_uses_the_same_version_of_an_action() -> None:
    used = {step["uses"] for path in (*GITHUB, *DIGESTS) for step in steps(load(path)) if "uses" in step}
    assert len(used) == len({action.split("@")[0] for action in used})


@pytest.mark.parametrize("path", CHECKS, ids=name)
def test_the_check_runs_on_pull_requests_only_and_may_only_read(path: Path) -> None:
    workflow = load(path)
    assert workflow["on"] == {"pull_request": ""}
    assert workflow["permissions"] == {}
    assert [job["permissions"] for job in workflow["jobs"].values()] == [{"contents": "read"}] * len(
        workflow["jobs"]
    )


@pytest.mark.parametrize("path", PUBLISHES, ids=name)
def test_publishing_runs_on_main_only_and_the_job_that_builds_may_only_read(path: Path) -> None:
    workflow = load(path)
    assert workflow["on"] == {"push": {"branches": ["main"]}}
    assert workflow["permissions"] == {}
    assert {job: each["permissions"] for job, each in workflow["jobs"].items()} == {
        "build": {"contents": "read"},
        "deploy": {"pages": "write", "id-token": "write"},
    }


@pytest.mark.parametrize("path", PUBLISHES, ids=name)
def test_the_job_that_may_publish_runs_nothing_of_the_repository(path: Path) -> None:
    deploy = load(path)["jobs"]["deploy"]
    assert deploy["needs"] == "build"
    assert deploy["environment"]["name"] == "github-pages"
    assert [step["uses"].split("@")[0] for step in deploy["steps"]] == ["actions/deploy-pages"]


@pytest.mark.parametrize("path", GITHUB, ids=name)
def test_a_checkout_brings_the_whole_history_and_leaves_no_token_behind(path: Path) -> None:
    checkouts = [
        step["with"] for step in steps(load(path)) if step.get("uses", "").startswith("actions/checkout@")
    ]
    assert checkouts
    assert all(given == {"fetch-depth": "0", "persist-credentials": "false"} for given in checkouts)


@pytest.mark.parametrize("path", GITHUB, ids=name)
def test_no_workflow_names_a_secret_or_keeps_a_cache(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert "secrets" not in text
    assert "github.token" not in text
    assert not [step for step in steps(load(path)) if "cache" in step.get("uses", "")]
    assert not [step for step in steps(load(path)) if "cache" in step.get("with", {})]


@pytest.mark.parametrize("path", [*GITHUB, *DIGESTS], ids=name)
def test_no_script_of_a_workflow_has_an_expression_pasted_into_it(path: Path) -> None:
    assert not [step["run"] for step in steps(load(path)) if "${{" in step.get("run", "")]


@pytest.mark.parametrize("path", [*GITHUB, *DIGESTS], ids=name)
def test_every_job_ends_within_half_an_hour_and_runs_do_not_pile_up(path: Path) -> None:
    workflow = load(path)
    assert all(int(job["timeout-minutes"]) <= 30 for job in workflow["jobs"].values())
    assert set(workflow["concurrency"]) == {"group", "cancel-in-progress"}


@pytest.mark.parametrize("path", CHECKS, ids=name)
def test_the_check_annotates_problems_and_keeps_the_site(path: Path) -> None:
    found = list(steps(load(path)))
    runs = [step.get("run", "").removeprefix(".venv/bin/") for step in found]
    assert 'vision check --format github --base "origin/$GITHUB_BASE_REF"' in runs
    assert 'vision diff "origin/$GITHUB_BASE_REF" >> "$GITHUB_STEP_SUMMARY"' in runs
    kept = [
        step["with"]["path"] for step in found if step.get("uses", "").startswith("actions/upload-artifact@")
    ]
    assert kept == ["site/"]


@pytest.mark.parametrize("path", CHECKS, ids=name)
def test_the_check_ends_with_the_build_that_publishing_does(path: Path) -> None:
    for job in load(path)["jobs"].values():
        if any("vision check" in step.get("run", "") for step in job["steps"]):
            assert "vision build --strict" in job["steps"][-1]["run"]


@pytest.mark.parametrize("path", PUBLISHES, ids=name)
def test_what_is_published_is_built_strictly_and_dated_by_its_commit(path: Path) -> None:
    scripts = [step["run"] for step in steps(load(path)) if "run" in step]
    built = [script for script in scripts if "vision build --strict" in script]
    assert len(built) == 1
    assert "SOURCE_DATE_EPOCH=$(git log -1 --format=%ct)" in built[0]


@pytest.mark.parametrize("path", GITLAB, ids=name)
def test_gitlab_publishes_only_the_default_branch_with_its_whole_history(path: Path) -> None:
    pipeline = load(path)
    assert pipeline["variables"] == {"GIT_DEPTH": "0"}
    assert "cache" not in path.read_text(encoding="utf-8").split("workflow:")[1]
    pages = pipeline["pages"]
    assert pages["pages"] == "true"
    assert pages["artifacts"]["paths"] == ["public"]
    assert pages["rules"] == [{"if": "$CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH"}]
    assert pages["script"][-1].endswith("vision build --strict --site-dir public")


@pytest.mark.parametrize("path", GITLAB, ids=name)
def test_gitlab_checks_merge_requests_and_keeps_the_site_even_where_it_fails(path: Path) -> None:
    check = load(path)["check"]
    assert check["rules"] == [{"if": '$CI_PIPELINE_SOURCE == "merge_request_event"'}]
    script = [line.removeprefix(".venv/bin/") for line in check["script"]]
    assert 'vision check --base "$CI_MERGE_REQUEST_DIFF_BASE_SHA"' in script
    assert any("vision diff" in line for line in script)
    assert "vision build --strict" in check["script"][-1]
    assert check["artifacts"]["when"] == "always"
    assert check["artifacts"]["paths"] == ["site/"]


@pytest.mark.parametrize("home", HOMES, ids=("repository", "template"))
def test_zizmor_finds_nothing_even_where_it_is_pedantic(home: Path) -> None:
    beside = Path(sys.executable).with_name("zizmor")
    zizmor = str(beside) if beside.exists() else shutil.which("zizmor")
    if not zizmor:
        pytest.skip("zizmor, which audits workflows, is not installed")
    run = subprocess.run(
        [
            zizmor,
            "--offline",
            "--color=never",
            "--no-progress",
            "--persona=pedantic",
            home / ".github/workflows",
        ],
        capture_output=True,
        text=True,
        check=False,
    )
    assert (run.returncode, run.stdout) == (0, "No findings to report. Good job!\n"), run.stdout + run.stderr
