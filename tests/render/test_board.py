from collections.abc import Callable, Mapping

from shared_vision.model.settings import Settings
from shared_vision.model.site import Page

Rendered = Callable[..., Mapping[str, Page]]
GOALS = {f"vision/goals/g{number:02}.yml": f"title: Goal {number}\n" for number in range(20)}


def test_the_sheet_has_the_standing_the_goals_and_its_date(rendered: Rendered) -> None:
    html = rendered({}, Settings(site_url="https://vision.example/"))["print/index"].html
    for words in ("Where we are", "Fewer complaints", "Latest decisions", "https://vision.example/"):
        assert words in html


def test_of_many_goals_the_sheet_names_twelve_and_counts_the_rest(rendered: Rendered) -> None:
    html = rendered(GOALS)["print/index"].html
    assert html.count('<tr><th scope="row">') == 12
    assert "and 9 more goals, which need less attention" in html


def test_the_report_has_each_goal_and_each_chart_once(rendered: Rendered) -> None:
    twice = {"vision/goals/other.yml": "title: Other\nkpis: [complaints]\n"}
    html = rendered(twice)["print/report"].html
    assert html.count('<svg class="sv-chart"') == 1
    assert all(title in html for title in ("Fewer complaints", "Other"))


def test_a_kpi_without_a_goal_is_in_the_report(rendered: Rendered) -> None:
    html = rendered({"vision/kpis/calls.yml": "title: Calls\ndirection: decrease\n"})["print/report"].html
    assert "No goal yet" in html
    assert "Calls" in html
