"""A whole small vision for tests to change and to break."""

from collections.abc import Callable, Mapping
from pathlib import Path

Written = Callable[[Mapping[str, str]], Path]

SMALL = {
    "mkdocs.yml": (
        "site_name: Small\ndocs_dir: site_src\ntheme: {name: material, font: false}\n"
        "plugins: [search, {shared-vision: {as_of: 2026-06-15}}]\n"
    ),
    "site_src/about.md": "# About\n",
    "vision/vision.yml": "title: Small\nstatement: Everybody is heard.\n",
    "vision/partners/northgate.yml": "title: Northgate Council\n",
    "vision/goals/fewer-complaints.yml": "title: Fewer complaints\nowner: northgate\nkpis: [complaints]\n",
    "vision/kpis/complaints.yml": (
        "title: Complaints\nunit: a month\ndirection: decrease\nfrequency: monthly\n"
        "baseline: {date: 2025-12-31, value: 40}\ntarget: {date: 2026-12-31, value: 20}\n"
    ),
    "vision/decisions/call-back.yml": (
        "title: Call back the same day\ndate: 2026-02-01\nstatus: accepted\n"
        "affects: [goals/fewer-complaints]\n"
    ),
    "kpi_data/complaints.csv": "date,value\n2026-04,34\n2026-05,30\n",
}
"""A whole small vision; its only KPI is on track on 2026-06-15."""
