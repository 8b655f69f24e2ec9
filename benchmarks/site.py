"""What a whole site costs: ours with its charts, against MkDocs and Material with the same texts and none."""

import os
import resource
import subprocess
import sys
import tempfile
from pathlib import Path

GOALS, KPIS = 50, 4
BIN = Path(sys.executable).parent
TEXT = "Half of the complaints are about waiting. We look at them together every month. " * 4
MONTHS = [f"{2021 + month // 12}-{month % 12 + 1:02d}" for month in range(60)]


def write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def write_ours(root: Path) -> None:
    write(root / "mkdocs.yml", _config("site_src", "[search, shared-vision]"))
    write(root / "site_src/about.md", "# About\n")
    write(root / "vision/vision.yml", "title: Ours\nstatement: Everybody is heard.\n")
    for goal in range(GOALS):
        ids = [f"kpi-{goal}-{kpi}" for kpi in range(KPIS)]
        write(root / f"vision/goals/goal-{goal}.yml", f"title: Goal {goal}\nbody: {TEXT}\nkpis: {ids}\n")
        for kpi in ids:
            write(root / f"vision/kpis/{kpi}.yml", _kpi(kpi))
            values = "".join(f"{month},{40 - number / 4}\n" for number, month in enumerate(MONTHS))
            write(root / f"kpi_data/{kpi}.csv", f"date,value\n{values}")


def write_plain(root: Path) -> None:
    write(root / "mkdocs.yml", _config("docs", "[search]") + "nav: [index.md]\nnot_in_nav: '*'\n")
    write(root / "docs/index.md", "# About\n")
    rows = "".join(f"| {month} | {40 - number / 4} |\n" for number, month in enumerate(MONTHS[-12:]))
    for goal in range(GOALS):
        write(root / f"docs/goals/goal-{goal}.md", f"# Goal {goal}\n\n{TEXT}\n")
        for kpi in range(KPIS):
            table = f"| Month | Value |\n| --- | --- |\n{rows}"
            write(root / f"docs/kpis/kpi-{goal}-{kpi}.md", f"# KPI {goal} {kpi}\n\n{TEXT}\n\n{table}")


def cpu(command: list[str], folder: Path) -> float:
    """CPU seconds of a command, children included."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, cwd=folder, check=True, capture_output=True, env={**os.environ, **QUIET})
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


QUIET = {"NO_MKDOCS_2_WARNING": "1", "SOURCE_DATE_EPOCH": "1767225600"}


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        ours, plain = Path(folder) / "ours", Path(folder) / "plain"
        write_ours(ours)
        write_plain(plain)
        spent = cpu([str(BIN / "vision"), "build"], ours)
        peer = cpu([str(BIN / "mkdocs"), "build", "-q"], plain)
        charts = GOALS * KPIS
        print(f"our site, {charts} charts:          {spent:.2f} s of CPU")
        print(f"MkDocs and Material, no chart: {peer:.2f} s of CPU")
        print(f"ratio:                         {spent / peer:.2f}")


def _config(docs: str, plugins: str) -> str:
    return f"site_name: Ours\ndocs_dir: {docs}\ntheme: {{name: material, font: false}}\nplugins: {plugins}\n"


def _kpi(kpi: str) -> str:
    return (
        f"title: KPI {kpi}\nbody: {TEXT}\ndirection: decrease\nfrequency: monthly\n"
        "baseline: {date: 2021-01-31, value: 40}\ntarget: {date: 2027-12-31, value: 20}\n"
    )


if __name__ == "__main__":
    main()
