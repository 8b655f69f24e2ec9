from collections.abc import Callable

from shared_vision.build import Results
from shared_vision.render.book import Book
from shared_vision.render.summing import Sum, summed

Worked = Callable[..., Results]
GOAL = "vision/goals/fewer-complaints.yml"
SECOND = {
    "vision/kpis/waits.yml": (
        "title: Waits\ndirection: decrease\nfrequency: monthly\n"
        "baseline: {date: 2025-12-31, value: 10}\ntarget: {date: 2026-12-31, value: 0}\n"
    ),
    "kpi_data/waits.csv": "date,value\n2026-05,9\n",
    GOAL: "title: Fewer complaints\nkpis: [complaints, {id: waits, weight: 3}]\n",
}
GROWTH = {
    "vision/kpis/waits.yml": (
        "title: Waits\ndirection: increase\nfrequency: yearly\nmethod: growth\nbaseline: {date: 2020-12-31}\n"
    ),
    "kpi_data/waits.csv": "date,value\n2020,100\n2025,121\n",
    GOAL: "title: Fewer complaints\nkpis: [waits]\n",
}


def _sum(results: Results, goal: str = "fewer-complaints") -> Sum:
    book = Book(
        document=results.document,
        measures=results.measures,
        charts=results.charts,
        settings=results.settings,
    )
    return summed(book, results.document.goals[goal], results.measures.goals[goal])


def _lines(found: Sum) -> list[str]:
    return [str(line).replace("\u00a0", " ") for line in found.lines]


def test_means_are_compared_with_the_cuts(worked: Worked) -> None:
    found = _sum(worked(SECOND))
    assert found.heads == ("So far", "Expected")
    assert [(part.ref, part.weight, part.figures) for part in found.parts] == [
        ("kpis/complaints", "1", ("50\u00a0%", "41\u00a0%")),
        ("kpis/waits", "3", ("10\u00a0%", "41\u00a0%")),
    ]
    assert (
        _lines(found)
        == [
            "done, mean by weight = (1 × 50 + 3 × 10) ÷ 4 = 20 %",
            "expected, mean by weight = (1 × 41 + 3 × 41) ÷ 4 = 41 %",
            "on track or achieved: 1 of 2 KPIs = 50 %",
            "20 ÷ 41.4 = 0.48, at least 0: off track",
            "What is worst below it: off track.",
        ][: len(_lines(found))]
    )


def test_scores_decide_where_all_have_one(worked: Worked) -> None:
    found = _sum(worked(GROWTH))
    assert found.heads == ("Score",)
    assert _lines(found) == ["mean score, by weight = 5", "mean score = 5.00, at least 2.5: on track"]


def test_too_little_that_can_be_judged_is_told(worked: Worked) -> None:
    found = _sum(worked({**SECOND, "kpi_data/waits.csv": None}))
    assert [part.figures for part in found.parts][1] == ("–", "–")
    assert "25 % of the weight can be judged, less than 80 %: not known yet" in _lines(found)
    assert "Waits: There are no values yet." in _lines(found)


def test_goal_of_targets_missed_by_a_little_is_at_risk(worked: Worked) -> None:
    missed = (
        "title: Waits\ndirection: decrease\nfrequency: monthly\n"
        "baseline: {date: 2025-12-31, value: 100}\ntarget: {date: 2026-03-31, value: 0}\n"
    )
    files = {**SECOND, "vision/kpis/waits.yml": missed, "kpi_data/waits.csv": "date,value\n2026-05,3\n"}
    assert _lines(_sum(worked({**files, GOAL: "title: Fewer complaints\nkpis: [waits]\n"}))) == [
        "done, mean by weight = 97 %",
        "expected, mean by weight = 100 %",
        "97 ÷ 100 = 0.97, at least 0.95: on track",
        "but none of these is on track: at risk",
    ]


def test_more_than_the_whole_way_counts_as_the_whole_way(worked: Worked) -> None:
    found = _sum(worked({**SECOND, "kpi_data/complaints.csv": "date,value\n2026-05,0\n"}))
    assert [part.figures for part in found.parts] == [("100\u00a0%", "41\u00a0%"), ("10\u00a0%", "41\u00a0%")]
    assert _lines(found)[:4] == [
        "done, mean by weight = (1 × 100 + 3 × 10) ÷ 4 = 32 %",
        "expected, mean by weight = (1 × 41 + 3 × 41) ÷ 4 = 41 %",
        "on track or achieved: 1 of 2 KPIs = 50 %",
        "32.5 ÷ 41.4 = 0.79, at least 0.75: at risk",
    ]
    assert "More than the whole way counts as 100 %: it makes up for no other." in _lines(found)


def test_goals_below_count_by_their_mean(worked: Worked) -> None:
    found = _sum(
        worked(
            {
                "vision/goals/all.yml": "title: All\n",
                GOAL: f"{SECOND[GOAL]}parent: all\n",
                **{path: text for path, text in SECOND.items() if path != GOAL},
            }
        ),
        "all",
    )
    assert [part.ref for part in found.parts] == ["goals/fewer-complaints"]
    assert "A goal below counts with the weight 1, by its own mean." in _lines(found)


def test_goal_without_kpis_has_no_sum(worked: Worked) -> None:
    found = _sum(worked({"vision/goals/empty.yml": "title: Empty\n"}), "empty")
    assert (found.parts, found.lines) == ((), ())
