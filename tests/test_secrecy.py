"""Nothing of a single person's answers to a survey is in any byte of the site, nor in what the build says."""

import json
import subprocess
import sys
from pathlib import Path
from random import Random

import pytest

from small_vision import SMALL

VISION = Path(sys.executable).parent / "vision"
PARTNERS = {"northgate": 14, "harbour": 9, "east": 6, "small": 2}
WORDS = {1: "Neverquox", 2: "Rarelyquox", 3: "Mostlyquox", 4: "Oftenquox", 5: "Alwaysquox"}
QUESTIONS = "".join(
    f"  - {{column: q{number}, theme: t{number % 2}, text: 'Question {number}?'}}\n" for number in range(4)
)
RECORD = (
    "title: Going well?\ndate: {day}\nscale: [1, 5]\npartner_column: org\nby_partner: true\n"
    "answers: {{Neverquox: 1, Rarelyquox: 2, Mostlyquox: 3, Oftenquox: 4, Alwaysquox: 5}}\n"
    "invited: {{northgate: 20, harbour: 12, east: 8, small: 4}}\nquestions:\n"
)


def _export(seed: int) -> str:
    chance = Random(seed)  # noqa: S311 (tests)
    rows = ["name,mail,org,q0,q1,q2,q3,comment"]
    for org, many in PARTNERS.items():
        for number in range(many):
            given = ",".join(WORDS[chance.randrange(1, 6)] for _ in range(4))
            person = f"Zorblax{number}"
            rows.append(f"{person},{person}@mailquox.example,{org},{given},Commentquox {number} of {org}")
    return "\n".join([*rows, ""])


FILES = {
    **SMALL,
    "mkdocs.yml": (
        "site_name: Small\nsite_url: https://small.example/\ndocs_dir: site_src\n"
        "theme: {name: material, font: false}\n"
        "plugins: [search, {shared-vision: {as_of: 2026-06-15, languages: [en, fr]}}]\n"
    ),
    **{f"vision/partners/{one}.yml": f"title: Partner {one}\n" for one in PARTNERS},
    "vision/kpis/satisfied.yml": (
        "title: Satisfied\ndirection: increase\nfrequency: irregular\nmeasures: partnership\n"
        "source: {computed: satisfaction}\nbaseline: {date: 2026-01-31, value: 3}\n"
    ),
    "vision/surveys/winter.yml": RECORD.format(day="2026-02-01") + QUESTIONS,
    "vision/surveys/spring.yml": RECORD.format(day="2026-05-01") + QUESTIONS,
    "kpi_data/surveys/winter.csv": _export(1),
    "kpi_data/surveys/spring.csv": _export(2),
}


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("secrecy")
    for path, text in FILES.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, encoding="utf-8")
    git = ["git", "-c", "user.name=x", "-c", "user.email=x@northgate.example"]
    subprocess.run([*git, "init", "-q", "-b", "main"], cwd=folder, check=True)
    subprocess.run([*git, "add", "-A"], cwd=folder, check=True)
    subprocess.run([*git, "commit", "-qm", "All"], cwd=folder, check=True)
    return folder


def test_no_answer_name_or_comment_is_in_the_site_or_in_what_is_printed(root: Path) -> None:
    said = b""
    for command in (["build"], ["check"], ["status"], ["digest", "--since", "3m", "--format", "html"]):
        found = subprocess.run([VISION, *command], cwd=root, capture_output=True, check=True)
        said += found.stdout + found.stderr
    files = [path for path in (root / "site").rglob("*") if path.is_file()]
    assert len(files) > 60
    for content in (said, *(path.read_bytes() for path in files)):
        assert b"quox" not in content
        assert b"Zorblax" not in content
    assert b"surveys/spring" in b"".join(path.read_bytes() for path in files)


def test_the_small_partner_and_the_next_smallest_have_no_figure(root: Path) -> None:
    subprocess.run([VISION, "build"], cwd=root, capture_output=True, check=True)
    surveys = json.loads((root / "site/api/v1/surveys.json").read_text())["surveys"]
    for survey in surveys:
        assert [one["partner"] for one in survey["partners"]] == ["harbour", "northgate"]
        assert survey["hidden"] == ["east", "small"]
        assert survey["answered"] == sum(PARTNERS.values())


def test_a_survey_is_shown_from_the_day_it_closed(root: Path) -> None:
    for day, shown in (("2026-04-30", ["winter"]), ("2026-05-01", ["winter", "spring"])):
        site = root / f"site-{day}"
        subprocess.run(
            [VISION, "build", "--as-of", day, "--site-dir", site], cwd=root, capture_output=True, check=True
        )
        found = json.loads((site / "api/v1/surveys.json").read_text())["surveys"]
        assert [one["id"] for one in found] == shown
