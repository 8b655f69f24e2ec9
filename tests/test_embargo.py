"""What may not be published yet is in no byte of the site."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from small_repository import Repository
from small_vision import SMALL

VISION = Path(sys.executable).parent / "vision"
KPI = (
    "title: Secret waits\nunit: hours\ndirection: decrease\nfrequency: monthly\nowner: northgate\n"
    "summary: It was 5353.75 once.\nbody: It was 4747.25 before.\n"
    "baseline: {date: 2025-12-31, value: 9191.75}\n"
    "milestones: [{date: 2026-06-30, value: 8383.25}]\n"
    "target: {date: 2026-12-31, value: 6262.75}\n"
    "source: {by: town, aggregate: sum}\npublish_from: 2026-06-15\n"
)
DATA = (
    "date,value,status,town\n"
    "2026-03,4242.25,,Zanzibar\n2026-03,3131.75,,Yucatan\n"
    "2026-05,4141.75,p,Zanzibar\n2026-05,3209.5,p,Yucatan\n"
)
"""In March 7374 in all, in May 7351.25."""
FILES = {
    **SMALL,
    "mkdocs.yml": (
        "site_name: Small\nsite_url: https://small.example/\ndocs_dir: site_src\n"
        "theme: {name: material, font: false}\n"
        "plugins: [search, {shared-vision: {as_of: DAY, languages: [en, fr]}}]\n"
    ),
    "site_src/about.md": "# About\n\n```vision\nkpi: waits\n```\n\n```vision\ngoals: all\n```\n",
    "vision/kpis/waits.yml": KPI,
    "kpi_data/waits.csv": DATA,
    "vision/goals/fewer-complaints.yml": (
        "title: Fewer complaints\nowner: northgate\nkpis: [complaints, {id: waits, weight: 2}]\n"
    ),
    "vision/initiatives/line.yml": (
        "title: Line\ngoals: [fewer-complaints]\nstatus: running\nstart: 2026-04-01\n"
        "expects: [{kpi: waits, direction: decrease, by: 717.25}]\n"
    ),
    "vision/decisions/call-back.yml": (
        "title: Call back\ndate: 2026-02-01\nstatus: accepted\naffects: [kpis/waits]\n"
        "expects: [{kpi: waits, direction: decrease, by: 929.75}]\n"
    ),
}
SECRET = {
    "the latest value": r"7[,.\s\u00a0\u202f]?351[.,]25|7[,.\u00a0\u202f]351",
    "an earlier value": r"7[,.\u00a0\u202f]374",
    "a group's value": r"4[,.\s\u00a0\u202f]?141[.,]75|3[,.\s\u00a0\u202f]?209[.,]5",
    "a group's name": r"Zanzibar|Yucatan",
    "the target": r"6[,.\s\u00a0\u202f]?262[.,]75|6[,.\u00a0\u202f]263",
    "the target before": r"6[,.\s\u00a0\u202f]?161[.,]25|6[,.\u00a0\u202f]161",
    "the baseline": r"9[,.\s\u00a0\u202f]?191[.,]75|9[,.\u00a0\u202f]192",
    "the milestone": r"8[,.\s\u00a0\u202f]?383[.,]25|8[,.\u00a0\u202f]383",
    "the summary": r"5[,.\s\u00a0\u202f]?353[.,]75",
    "the body": r"4[,.\s\u00a0\u202f]?747[.,]25",
    "what an initiative should change": r"717[.,]25",
    "what a decision should change": r"929[.,]75",
    "that it is provisional": r'(?i)provisional(?!":false)|provisoire',
}

needs_git = pytest.mark.skipif(not shutil.which("git"), reason="git is not installed")


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A vision whose past has the secret numbers, and others that they once were."""
    repository = Repository(tmp_path_factory.mktemp("embargo"))
    repository.write({**FILES, "kpi_data/waits.csv": "date,value,town\n2026-02,1,Zanzibar\n"})
    repository.edit("vision/kpis/waits.yml", "6262.75", "6161.25")
    repository.commit()
    repository.edit("vision/kpis/waits.yml", "6161.25", "6262.75")
    repository.commit()
    repository.write({"kpi_data/waits.csv": DATA.replace("4141.75", "4141.5")})
    repository.commit()
    repository.write({"kpi_data/waits.csv": DATA})
    repository.commit()
    return repository.root


def _site(root: Path, day: str) -> dict[str, str]:
    """Every file of the site as of a day, as text: bytes of pictures, too."""
    (root / "mkdocs.yml").write_text(FILES["mkdocs.yml"].replace("DAY", day), encoding="utf-8")
    out = root.parent / f"{root.name}-{day}"
    command = [str(VISION), "build", "--site-dir", str(out)]
    subprocess.run(command, cwd=root, check=True, capture_output=True)
    files = (path for path in out.rglob("*") if path.is_file())
    return {str(path.relative_to(out)): path.read_bytes().decode("utf-8", "replace") for path in files}


def _ours(path: str) -> bool:
    return not path.startswith("assets/") or path.startswith("assets/shared-vision/vision.")


@needs_git
def test_the_day_before_nothing_of_it_is_in_any_file(root: Path) -> None:
    site = {path: text for path, text in _site(root, "2026-06-14").items() if _ours(path)}
    assert {"data/index.html", "kpis/waits/index.html", "api/v1/vision.json", "feed.xml"} <= site.keys()
    found = [
        f"{path}: {what}"
        for path, text in sorted(site.items())
        for what, pattern in SECRET.items()
        if re.search(pattern, text)
    ]
    assert found == []
    assert "Secret waits" in site["data/index.html"]
    assert "Its values are not published yet." in site["kpis/waits/index.html"]
    assert "kpis/waits.csv" not in site


@needs_git
def test_on_the_day_all_of_it_is_there(root: Path) -> None:
    site = _site(root, "2026-06-15")
    seen = {what for what, pattern in SECRET.items() if any(re.search(pattern, t) for t in site.values())}
    assert SECRET.keys() - seen == set()
    for path in ("kpis/waits/index.html", "kpis/waits.csv", "api/v1/kpis.json", "data/index.html"):
        assert re.search(SECRET["the latest value"], site[path]), path
