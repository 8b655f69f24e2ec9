"""Values that may yet change are told from those that stay."""

from collections.abc import Callable, Mapping

from shared_vision.build import Results
from shared_vision.model.site import Page

Worked = Callable[..., Results]
Rendered = Callable[..., Mapping[str, Page]]

DATA = {"kpi_data/complaints.csv": "date,value,status\n2026-03,36,p\n2026-04,34,\n2026-05,30,p\n"}


def test_said_beside_the_latest_value_and_in_the_table(rendered: Rendered) -> None:
    pages = rendered(DATA)
    html = pages["kpis/complaints"].html
    assert "30 a month, May\u00a02026, provisional" in html
    assert '<th scope="row">May\u00a02026</th><td>30 <small>provisional</small></td>' in html
    assert '<th scope="row">Apr\u00a02026</th><td>34</td>' in html
    assert "This value is provisional: it may yet change." in html
    assert "<small>May\u00a02026, provisional</small>" in pages["kpis/index"].html


def test_drawn_hollow(worked: Worked) -> None:
    svg = worked(DATA).charts["complaints"].svg
    assert svg.count('class="sv-milestone-dot"') == 2
    assert "sv-latest-dot" not in svg
    assert "<title>May\u00a02026: 30 a month (provisional)</title>" in svg
    assert "<title>Mar\u00a02026: 36 (provisional)</title>" in svg
    assert "sv-milestone-dot" not in worked({}).charts["complaints"].svg


def test_drawn_hollow_in_each_group(worked: Worked) -> None:
    record = {
        "vision/kpis/complaints.yml": (
            "title: Complaints\ndirection: decrease\nfrequency: monthly\nsource: {by: town, aggregate: sum}\n"
        ),
        "kpi_data/complaints.csv": (
            "date,value,status,town\n2026-04,3,,North\n2026-05,4,p,North\n2026-04,3,,South\n2026-05,2,,South\n"
        ),
    }
    north, south = worked(record).charts["complaints"].groups
    assert ("sv-milestone-dot" in north.svg, "sv-milestone-dot" in south.svg) == (True, False)
    assert "(provisional)" in north.svg
