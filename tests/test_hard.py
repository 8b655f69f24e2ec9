"""Ten and one hard series, built as a whole site: every one of them gets a plain sentence."""

import json
import re
import shutil
import subprocess
import sys
from collections.abc import Mapping
from html import unescape
from pathlib import Path

import pytest

HARD = Path(__file__).parents[1] / "examples" / "hard"
VISION = Path(sys.executable).parent / "vision"
UNSAYABLE = re.compile(r"\b(?:nan|NaN|inf|Infinity|None)\b")
READABLE = {".html", ".json", ".csv", ".svg", ".xml", ".ics", ".txt"}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("hard") / "vision"
    shutil.copytree(HARD, folder)
    done = subprocess.run(
        [VISION, "build"],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
        env={"NO_MKDOCS_2_WARNING": "1"},
    )
    assert done.returncode == 0, done.stderr
    return folder / "site"


def _text(html: str) -> str:
    return re.sub(r"\s+", " ", unescape(re.sub(r"<[^>]+>", " ", html))).strip()


def _kpi(site: Path, kpi: str) -> tuple[str, str]:
    """The headline of a KPI's page, and what is said of signal and noise."""
    page = (site / "kpis" / kpi / "index.html").read_text(encoding="utf-8")
    headline = re.search(r'<p class="sv-headline">(.*?)</p>', page)
    course = re.search(r'id="signal">.*?<p>(.*?)</p>', page, re.DOTALL)
    assert headline
    assert course
    return _text(headline[1]), _text(course[1])


SAID: Mapping[str, tuple[str, str]] = {
    "all-zero": (
        "Unchanged at 0 since Jan 2024. Baseline and target are the same, so there is no way to go.",
        "No change since Jan 2024.",
    ),
    "band": (
        "At 85.3 % in Oct 2026: outside the band of 75 % to 85 %; 92 % of the recent values were inside.",
        "No clear trend.",
    ),
    "constant": (
        "0 % so far: 42 at the start, 42 now; 70 % expected.",
        "No change since Jan 2024.",
    ),
    "gap-of-a-year": (
        "Up from 200 to 211 since Jan 2024: 18 % of the way, well behind the plan.",
        "No clear trend.",
    ),
    "huge": (
        "Up from 1.000e+300 to 1.996e+300 since Jan 2024: 50 % of the way, well behind the plan.",
        "Getting better since Aug 2025.",
    ),
    "met-at-the-start": (
        "Up from 96 % to 96.4 % since Jan 2024: the target of 90 % is met.",
        "No clear trend.",
    ),
    "missing-weeks": (
        "Down from 80 to 61 since 11 Jan 2026: 78 % of the way, a little behind the plan.",
        "Getting better since week 2 of 2026.",
    ),
    "negative": (
        "Up from −90 to −41 since Jan 2024: 54 % of the way, a little behind the plan.",
        "Getting better since Aug 2025.",
    ),
    "one-outlier": (
        "Up from 10 to 11.3 since Jan 2024: away from the target of 8.",
        "One unusual month: May 2026. The status changed, but the value moved no more than it usually does.",
    ),
    "tiny": (
        "Down from 9.000e−300 to 5.400e−300 since Jan 2024: 71 % of the way, as planned.",
        "Getting better since Jul 2025.",
    ),
    "two-points": (
        "Up from 12 to 15 since Sep 2026: 11 % of the way, too early to say more.",
        "It takes eight values to tell a trend from chance.",
    ),
}


@pytest.mark.parametrize("kpi", sorted(path.stem for path in (HARD / "vision/kpis").glob("*.yml")))
def test_a_hard_series_has_its_sentences(site: Path, kpi: str) -> None:
    assert _kpi(site, kpi) == SAID[kpi]


def test_nothing_on_the_site_is_no_number(site: Path) -> None:
    found = {
        path.relative_to(site).as_posix(): said.group()
        for path in site.rglob("*")
        if path.suffix in READABLE and "assets" not in path.parts
        if (said := UNSAYABLE.search(path.read_text(encoding="utf-8")))
    }
    assert found == {}


VERDICTS: Mapping[str, str] = {
    "all-zero": "none",
    "band": "none",
    "constant": "none",
    "gap-of-a-year": "none",
    "huge": "better",
    "met-at-the-start": "none",
    "missing-weeks": "better",
    "negative": "better",
    "one-outlier": "none",
    "tiny": "better",
    "two-points": "none",
}


def test_programs_read_numbers_or_null(site: Path) -> None:
    rows = json.loads((site / "api/v1/kpis.json").read_text(encoding="utf-8"))["kpis"]
    assert {row["id"]: row["trend"]["verdict"] for row in rows} == VERDICTS
