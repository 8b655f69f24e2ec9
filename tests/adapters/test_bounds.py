"""What costs too much ends its own process, and the one that waits says so; the site stays as it was."""

import json
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from shared_vision.adapters.command import main
from small_vision import SMALL, Written

VISION = Path(sys.executable).parent / "vision"
SUMMED = "source: {aggregate: sum}\n"
REMEDY = (
    "Shorten what was added last; where all of it is needed, mkdocs.yml can allow more: "
    "see most_seconds and most_megabytes in SECURITY.md."
)


def costly(rows: int = 800_000, **limits: int) -> dict[str, str]:
    """The small vision with many rows, and limits that they may be over."""
    allowed = ", ".join(f"{name}: {most}" for name, most in limits.items())
    return {
        **SMALL,
        "mkdocs.yml": SMALL["mkdocs.yml"].replace("as_of: 2026-06-15", f"as_of: 2026-06-15, {allowed}"),
        "vision/kpis/complaints.yml": SMALL["vision/kpis/complaints.yml"] + SUMMED,
        "kpi_data/complaints.csv": "date,value\n" + "2026-04-30,34\n" * rows,
    }


def run(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([VISION, *arguments], cwd=folder, capture_output=True, text=True, check=False)


def test_too_much_computing_is_told_with_the_file(write_vision: Written) -> None:
    done = run(write_vision(costly(most_seconds=1)), "check")
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == (
        "kpi_data/complaints.csv: error [too-costly] Reading the vision takes more than 1 seconds of "
        f"computing; it came as far as this file.\n    {REMEDY}\n"
    )


def test_too_much_memory_is_told_with_the_file(write_vision: Written) -> None:
    done = run(write_vision(costly(200_000, most_megabytes=110)), "check", "--format", "json")
    told = json.loads(done.stdout)
    assert (done.returncode, done.stderr, told["errors"]) == (1, "", 1)
    assert told["problems"][0]["path"] == "kpi_data/complaints.csv"
    assert told["problems"][0]["message"] == (
        "Reading the vision takes more than 110 MB of memory; it came as far as this file."
    )


def test_a_pull_request_is_told_too(write_vision: Written) -> None:
    done = run(write_vision(costly(most_seconds=1)), "check", "--format", "github")
    assert done.stdout.startswith("::error file=kpi_data/complaints.csv,line=1,title=too-costly::Reading")


def test_what_is_allowed_is_read(write_vision: Written) -> None:
    done = run(write_vision(costly(200_000, most_seconds=30, most_megabytes=500)), "check")
    assert (done.returncode, done.stderr) == (0, "")


def test_a_stopped_build_leaves_the_site_as_it_was(write_vision: Written) -> None:
    folder = write_vision(costly(most_seconds=1))
    (folder / "site").mkdir()
    (folder / "site/index.html").write_text("as it was")
    done = run(folder, "build")
    assert done.returncode == 1
    assert "error [too-costly]" in done.stderr
    assert (folder / "site/index.html").read_text() == "as it was"


@pytest.mark.parametrize("signal_", [signal.SIGKILL, signal.SIGTERM])
def test_whoever_stops_the_command_stops_the_work(write_vision: Written, signal_: signal.Signals) -> None:
    folder = write_vision(costly(most_seconds=30))
    with subprocess.Popen([VISION, "check"], cwd=folder, stdout=subprocess.PIPE) as process:
        assert process.stdout
        _wait_for_child(process.pid)
        process.send_signal(signal_)
        assert process.stdout.read() == b""  # read to the end: nobody holds it open any more


def _wait_for_child(process: int) -> None:
    listed = Path(f"/proc/{process}/task/{process}/children")
    if not listed.exists():
        pytest.skip("This system does not list the children of a process.")
    until = time.monotonic() + 30
    while not listed.read_text():
        assert time.monotonic() < until


def test_every_command_that_reads_is_bounded() -> None:
    with main.make_context("vision", [], resilient_parsing=True) as context:
        commands = {name: main.get_command(context, name) for name in main.list_commands(context)}
    free = {name for name, one in commands.items() if one and not hasattr(one.callback, "__wrapped__")}
    # nothing of partners is read there, or in a process that goes on; groups have bounded commands
    assert free == {"serve", "new", "import", "survey", "schema", "init", "forms", "verify"}


def test_a_page_written_by_hand_that_takes_minutes_is_told(write_vision: Written, tmp_path: Path) -> None:
    done = run(write_vision({"site_src/about.md": "[" * 15_000}), "build")
    assert done.returncode == 1
    assert done.stderr.endswith(
        "site_src/about.md: error [too-costly] Making HTML of a page takes more than 5 seconds of "
        "computing; it came as far as this file.\n    Shorten what was added last.\n"
    )
    assert not (tmp_path / "site").exists()
