from dataclasses import replace
from datetime import date

import pytest

from shared_vision.model.measures import Basis, Freshness, KpiMeasure, Start, Status
from shared_vision.model.reason import Reason
from shared_vision.model.records import Expectation, Kpi
from shared_vision.model.series import Point
from shared_vision.model.wording import Wording
from shared_vision.render.sentences import expectation, gist, headline, near, sign, vision_line

ENGLISH = Wording()
KPI = Kpi.model_validate(
    {
        "id": "c",
        "title": "Complaints",
        "unit": "per 1,000",
        "direction": "decrease",
        "frequency": "monthly",
        "target": {"date": "2027-12-31", "value": 20},
    }
)
BAND = Kpi.model_validate(
    {
        "id": "b",
        "title": "Busy",
        "unit": "%",
        "direction": "maintain",
        "target": {"date": "2027-12-31", "low": 75, "high": 85},
    }
)
POINT = Point(start=date(2026, 11, 1), end=date(2026, 11, 30), value=26.43, line=36)
MEASURE = KpiMeasure(
    id="c",
    status=Status.ON_TRACK,
    reason=None,
    basis=Basis.LINEAR,
    progress=0.71,
    expected=0.66,
    score=Reason.NOT_DEFINED,
    start=Start(date=date(2024, 1, 31), value=42),
    latest=POINT,
    freshness=Freshness.FRESH,
    due=date(2027, 1, 10),
)
CASES = {
    "linear": (KPI, {}, "Down from 42 to 26 since Jan 2024: 71 % of the way, a little ahead of the plan."),
    "behind": (
        KPI,
        {"progress": 0.6, "status": Status.AT_RISK},
        "Down from 42 to 26 since Jan 2024: 60 % of the way, a little behind the plan.",
    ),
    "as planned": (
        KPI,
        {"progress": 0.66},
        "Down from 42 to 26 since Jan 2024: 66 % of the way, as planned.",
    ),
    "early": (
        KPI,
        {"status": Status.TOO_EARLY, "expected": 0.05},
        "Down from 42 to 26 since Jan 2024: 71 % of the way, too early to say more.",
    ),
    "at the start": (
        KPI,
        {
            "status": Status.TOO_EARLY,
            "progress": 0.0,
            "expected": 0.0,
            "start": Start(date=POINT.end, value=POINT.value, from_data=True),
        },
        "0 % so far: 26.43 at the start, 26.43 now; too early to say more.",
    ),
    "unmoved": (
        KPI,
        {"status": Status.OFF_TRACK, "progress": 0.0, "latest": replace(POINT, value=42.0)},
        "0 % so far: 42 at the start, 42 now; 66 % expected.",
    ),
    "unmoved and late": (
        KPI,
        {
            "status": Status.OFF_TRACK,
            "progress": 0.0,
            "expected": 1.0,
            "lapsed": True,
            "latest": replace(POINT, value=42.0),
        },
        "0 % so far: 42 at the start, 42 now. The target's date, 31 Dec 2027, has passed.",
    ),
    "one value": (
        KPI,
        {"status": Status.UNKNOWN, "reason": Reason.ONE_POINT, "start": Start(date=POINT.end, value=26.43)},
        "At 26.43 in Nov 2026. There is only one value so far; it takes two to see a change.",
    ),
    "late": (
        KPI,
        {"status": Status.AT_RISK, "progress": 0.96, "expected": 1.0, "lapsed": True},
        "Down from 42 to 26 since Jan 2024: 96 % of the way. The target's date, 31 Dec 2027, has passed.",
    ),
    "late and away": (
        KPI,
        {"status": Status.MOVING_AWAY, "latest": replace(POINT, value=44.2), "lapsed": True},
        (
            "Up from 42 to 44.2 since Jan 2024: away from the target of 20. "
            "The target's date, 31 Dec 2027, has passed."
        ),
    ),
    "achieved": (
        KPI,
        {"status": Status.ACHIEVED, "latest": replace(POINT, value=19.0)},
        "Down from 42 to 19 since Jan 2024: the target of 20 is met.",
    ),
    "moving away": (
        KPI,
        {"status": Status.MOVING_AWAY, "progress": -0.1, "latest": replace(POINT, value=44.2)},
        "Up from 42 to 44.2 since Jan 2024: away from the target of 20.",
    ),
    "no values": (
        KPI,
        {"status": Status.UNKNOWN, "reason": Reason.NO_DATA, "latest": Reason.NO_DATA},
        "There are no values yet.",
    ),
    "no baseline": (
        KPI,
        {"status": Status.UNKNOWN, "reason": Reason.NO_BASELINE, "start": Reason.NO_BASELINE},
        "At 26.43 in Nov 2026. There is no baseline to count from.",
    ),
    "growth": (
        KPI,
        {"basis": Basis.GROWTH, "expected": 1.0, "progress": 0.8},
        "Down from 42 to 26 since Jan 2024: 80 % of the pace that the target needs.",
    ),
    "growth alone": (
        KPI,
        {"basis": Basis.GROWTH, "expected": Reason.NO_TARGET, "progress": 0.0123},
        "Down from 42 to 26 since Jan 2024: getting better by 1.23 % a year.",
    ),
    "no growth": (
        KPI,
        {
            "basis": Basis.GROWTH,
            "expected": Reason.NO_TARGET,
            "progress": 0.0,
            "latest": replace(POINT, value=42.0),
        },
        "Unchanged at 42 since Jan 2024: neither better nor worse.",
    ),
    "band": (
        BAND,
        {"basis": Basis.MAINTAIN, "latest": replace(POINT, value=80.0), "progress": 0.75},
        "At 80 % in Nov 2026: within the band of 75 % to 85 %; 75 % of the recent values were inside.",
    ),
}


@pytest.mark.parametrize(("kpi", "changes", "said"), CASES.values(), ids=CASES)
def test_headline(kpi: Kpi, changes: dict[str, object], said: str) -> None:
    measure = replace(MEASURE, **changes)  # type: ignore[arg-type]  # cases by name
    assert headline(kpi, measure, ENGLISH).replace("\u00a0", " ") == said


@pytest.mark.parametrize(
    ("pair", "shown"),
    [
        ((42.0, 26.43), (42, 26)),
        ((3.1, 3.62), (3.1, 3.62)),
        ((0.0, 0.00123), (0, 0.0012)),
        ((5.0, 5.0), (5, 5)),
    ],
)
def test_values_are_rounded_by_their_difference(
    pair: tuple[float, float], shown: tuple[float, float]
) -> None:
    assert near(*pair) == shown


def test_expectation_in_words() -> None:
    expected = Expectation.model_validate({"kpi": "c", "direction": "decrease", "by": 5, "lag": "P14M"})
    assert expectation(expected, "per 1,000", ENGLISH) == (
        "should fall by 5 per 1,000, within 1 year and 2 months"
    )


def test_vision_line_counts_what_is_well() -> None:
    counts = {Status.ACHIEVED: 2, Status.ON_TRACK: 12, Status.OFF_TRACK: 9}
    assert vision_line(counts, Wording()) == ("14 of 23", "KPIs are on track or achieved")


def test_gist_ends_with_a_sentence() -> None:
    assert gist("**One** sentence here. " + "word " * 60, 30) == "One sentence here."
    assert gist("word " * 60, 30) == "word word word word word word…"


@pytest.mark.parametrize(
    ("unit", "found"),
    [("%", "%"), ("Percentage (%)", "%"), ("days", ""), ("kEUR", ""), ("€", "€"), ("costs (€) a day", "")],
)
def test_a_unit_is_a_sign_or_names_one(unit: str, found: str) -> None:
    assert sign(unit) == found
