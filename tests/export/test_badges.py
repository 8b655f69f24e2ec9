from collections.abc import Mapping
from datetime import date
from xml.etree import ElementTree as ET

from shared_vision.build import build, work_out
from shared_vision.model.settings import Settings
from shared_vision.read import read
from small_vision import SMALL

HOSTILE = "<script>alert(1)</script>\"'&"
QUOTED = "'" + HOSTILE.replace("'", "''") + "'"
KPI = SMALL["vision/kpis/complaints.yml"].replace("title: Complaints", f"title: {QUOTED}")


def made(changes: Mapping[str, str] | None = None, settings: Settings | None = None) -> dict[str, bytes]:
    texts, ours = {**SMALL, **(changes or {})}, ("vision/", "kpi_data/")
    sources = {path: text.encode() for path, text in texts.items() if path.startswith(ours)}
    site = build(work_out(read(sources), date(2026, 6, 15), settings or Settings()))
    return {asset.path: asset.content for asset in site.assets}


def words(svg: bytes) -> list[str]:
    return ["".join(text.itertext()) for text in ET.fromstring(svg).iter("{http://www.w3.org/2000/svg}text")]  # noqa: S314


def test_badges_tell_title_and_status_of_kpi_goal_and_vision() -> None:
    files = made()
    assert words(files["badges/complaints.svg"])[0] == "Complaints"
    assert words(files["badges/goals/fewer-complaints.svg"])[0] == "Fewer complaints"
    assert words(files["badges/vision.svg"])[1].endswith("1 KPI on track")


def test_charts_stand_alone_in_plain_colours() -> None:
    drawing = made()["kpis/complaints.svg"]
    ET.fromstring(drawing)  # noqa: S314
    assert b"var(" not in drawing
    assert b"http" not in drawing.replace(b"http://www.w3.org/2000/svg", b"")
    assert "Complaints" in words(drawing)


def test_framed_charts_lead_back_to_the_page_of_the_kpi() -> None:
    assert b'href="../../kpis/complaints/" target="_top"' in made()["embed/complaints/index.html"]
    flat = made(settings=Settings(directory_urls=False))["embed/complaints/index.html"]
    assert b'href="../../kpis/complaints.html"' in flat


def test_titles_become_no_markup() -> None:
    files = made({"vision/kpis/complaints.yml": KPI})
    for path in ("badges/complaints.svg", "kpis/complaints.svg", "embed/complaints/index.html"):
        assert b"<script>alert" not in files[path], path
    assert words(files["badges/complaints.svg"])[0] == HOSTILE


def test_a_kpi_without_values_has_a_badge_but_no_picture() -> None:
    files = made({"vision/kpis/calls.yml": "title: Calls\ndirection: decrease\n"})
    assert words(files["badges/calls.svg"]) == ["Calls", "Not known yet"]
    assert "kpis/calls.svg" not in files
    assert "embed/calls/index.html" not in files


def test_nothing_of_an_embargoed_kpi_is_drawn() -> None:
    held = SMALL["vision/kpis/complaints.yml"] + "publish_from: 2027-01-01\n"
    files = made({"vision/kpis/complaints.yml": held})
    assert words(files["badges/complaints.svg"])[1] == "Not known yet"
    assert "kpis/complaints.svg" not in files


def test_a_long_title_does_not_leave_the_picture() -> None:
    long = SMALL["vision/kpis/complaints.yml"].replace("Complaints", "Complaints " * 20)
    title = next(
        text
        for text in words(made({"vision/kpis/complaints.yml": long})["kpis/complaints.svg"])
        if "…" in text
    )
    assert len(title) <= 110
