"""The words for where a KPI is going, and the working behind them."""

import re
from collections.abc import Callable, Mapping, Sequence
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shared_vision.measure.kpis import measure_kpi
from shared_vision.measure.movement import movement_of
from shared_vision.model.records import Direction, Frequency, Kpi
from shared_vision.model.series import Series
from shared_vision.model.site import Page
from shared_vision.model.trend import Control, Movement, Oddity
from shared_vision.model.wording import Wording
from shared_vision.render.chancing import movement_lines
from shared_vision.render.trending import course_words, said_of, trend_facts, worth_telling
from some_points import in_a_row

Rendered = Callable[..., Mapping[str, Page]]
ENGLISH = Wording("en")
CALM = [10.0, 11, 9, 10, 11, 9, 10, 11, 9, 10, 11, 9]


def _kpi(**fields: object) -> Kpi:
    return Kpi.model_validate(
        {"id": "k", "title": "Complaints", "direction": "decrease", "frequency": "monthly", **fields}
    )


def _movement(kpi: Kpi, values: Sequence[float | None], today: date = date(2025, 1, 10)) -> Movement:
    points = in_a_row(values, kpi.frequency)
    return movement_of(kpi, points, measure_kpi(kpi, Series(file="k.csv", points=points), today))


def _words(values: Sequence[float | None], **fields: object) -> str:
    kpi = _kpi(**fields)
    return course_words(kpi, _movement(kpi, values), ENGLISH).replace("\u00a0", " ")


@pytest.mark.parametrize(
    ("fields", "values", "said"),
    [
        ({}, [30.0 - place for place in range(12)], "Getting better since Jan 2024"),
        ({"direction": "increase"}, [30.0 - place for place in range(12)], "Getting worse since Jan 2024"),
        ({"direction": "maintain"}, [30.0 + place for place in range(12)], "Rising since Jan 2024"),
        ({"direction": "maintain"}, [30.0 - place for place in range(12)], "Falling since Jan 2024"),
        ({"frequency": "quarterly"}, [30.0 - place for place in range(12)], "Getting better since Q1 2024"),
        ({"frequency": "yearly"}, [30.0 - place for place in range(12)], "Getting better since 2024"),
        ({}, CALM, "No clear trend"),
        ({}, [5.0] * 12, "No change since Jan 2024"),
        ({}, [5.0, 4, 3], "It takes eight values to tell a trend from chance"),
        ({}, [*CALM[:8], 40, *CALM[:3]], "One unusual month: Sep 2024"),
        ({"frequency": "quarterly"}, [*CALM[:8], 40, *CALM[:3]], "One unusual quarter: Q1 2026"),
        ({"frequency": "yearly"}, [*CALM[:8], 40, *CALM[:3]], "One unusual year: 2032"),
        ({}, [*CALM, 40, *CALM[:4], 41, *CALM[:3]], "2 unusual values, the latest: Jun 2025"),
        ({}, [40, *CALM, 10], "No clear trend"),
    ],
)  # fmt: skip
def test_words(fields: dict[str, object], values: Sequence[float], said: str) -> None:
    assert _words(values, **fields) == said


def test_where_many_values_are_unusual_none_is_an_exception() -> None:
    values = [*[10.0, 10.1] * 12, 30, 10, 30, 10, 30, 10, 30, 10]
    kpi = _kpi()
    movement = _movement(kpi, values)
    assert len(movement.unusual) == 4
    assert course_words(kpi, movement, ENGLISH) == "No clear trend"


def test_values_on_their_way_up_are_not_unusual_at_its_end() -> None:
    kpi = _kpi()
    movement = _movement(kpi, [30.0, 31, 32, 33, 34, 35, 36])
    assert isinstance(movement.control, Control)
    assert [signal.count for signal in movement.control.signals if signal.oddity is Oddity.OUTSIDE] == [1, 1]
    assert course_words(kpi, movement, ENGLISH) == "It takes eight values to tell a trend from chance"


def test_what_is_long_past_says_so() -> None:
    kpi = _kpi()
    movement = _movement(kpi, [30.0 - place for place in range(12)], date(2026, 6, 1))
    said = worth_telling(kpi, movement, ENGLISH).replace("\u00a0", " ")
    assert said == "Getting better since Jan 2024, as of Dec 2024"


def test_a_list_names_only_what_is_worth_telling() -> None:
    kpi = _kpi()
    assert worth_telling(kpi, _movement(kpi, CALM), ENGLISH) == ""
    assert worth_telling(kpi, _movement(kpi, CALM[:3]), ENGLISH) == ""


TARGET = {"baseline": {"date": "2024-01-31", "value": 14}, "target": {"date": "2025-01-31", "value": 10}}


def test_a_status_that_changed_within_the_noise_says_so() -> None:
    kpi = _kpi(**TARGET)
    movement = _movement(kpi, [*CALM[:-1], 12.5])
    assert said_of(kpi, movement, ENGLISH) == (
        "No clear trend. The status changed, but the value moved no more than it usually does."
    )


@pytest.mark.parametrize(
    "values",
    [
        [*CALM[:-1], 11],
        [*CALM[:-1], 60],
        [30.0 - place for place in range(20)],
        [10.0, 11, 12.5],
    ],
    ids=["same status", "far off", "a trend", "too few to know what is usual"],
)
def test_no_other_status_is_called_noise(values: list[float]) -> None:
    assert not _movement(_kpi(**TARGET), values).within_noise


def _lines(values: Sequence[float | None], **fields: object) -> list[str]:
    kpi = _kpi(**fields)
    lines = movement_lines(kpi, _movement(kpi, values), ENGLISH)
    return [str(line).replace("\u00a0", " ") for line in lines]


def test_the_working_puts_the_numbers_in() -> None:
    assert _lines([10.0, 12, 11, 14, 13, 15, 17, 16, 18], direction="increase") == [
        "of 36 pairs of values, Jan 2024 to Sep 2024, those that rise less those that fall = 30",
        "as far from 0 by chance, of all orders of the values: 0.09 %",
        "that is less than 5 %: getting better",
        (
            "the median change between these pairs, with its 95 % interval = "
            "+1 a month (+0.5 to +1.33) · +12 a year (+6 to +16)"
        ),
        "usual values = mean ± 2.66 × mean step = 14 ± 2.66 × 1.75 = 9.345 to 18.66",
        "Trial limits: they rest on 9 values, and settle from twelve on.",
        "Trend: Mann-Kendall test, slope by Theil and Sen (1968), claimed below 5 % chance.",
        "It began with the run of values that still goes on, else with the first value looked at.",
        (
            "Usual values: control chart of single values (XmR; NHS, Making data count). Unusual: beyond a "
            "limit, seven in a row on one side or all rising or falling, or two of three near a limit."
        ),
    ]


def test_the_working_names_what_is_unusual_and_what_was_left_out() -> None:
    lines = _lines([*CALM, 40, *CALM[:9]], unit="%")
    assert lines[1:3] == [
        "z = (4 − 1) ÷ 33.54 = 0.09; as far from 0 by chance: 92.87 %",
        "too much to rule out chance: no clear trend",
    ]
    assert lines[4:8] == [
        "usual values = mean ± 2.66 × mean step = 10 % ± 2.66 × 1.368 = 6.36 % to 13.64 %",
        "2 steps of more than 3.267 times the mean are left out.",
        "1 value far from its neighbours is left out of the mean.",
        "Jan 2025, 40 %, is above what is usual.",
    ]


def test_the_working_of_seasons_says_so() -> None:
    lines = _lines([value + place for place, value in enumerate(CALM * 3)], direction="increase")
    assert lines[0] == (
        "of 36 pairs of values of the same time of the year, Jan 2024 to Dec 2026, "
        "those that rise less those that fall = 36"
    )
    assert (
        "Trend: seasonal Kendall test and slope (Hirsch, Slack and Smith 1982), claimed below 5 % chance."
        in lines
    )


def test_equal_and_few_values_have_short_workings() -> None:
    assert _lines([5.0] * 8)[:2] == [
        "8 values, Jan 2024 to Aug 2024, tell of no change: no clear trend",
        (
            "the median change between these pairs, with its 95 % interval = "
            "0 a month (0 to 0) · 0 a year (0 to 0)"
        ),
    ]
    assert _lines([5.0, 4]) == ["It takes six values to say what is usual."]


@pytest.mark.parametrize(
    ("frequency", "changes"),
    [
        (Frequency.MONTHLY, "−1 a month (−1 to −1) · −12 a year (−12 to −12)"),
        (Frequency.QUARTERLY, "−1 a quarter (−1 to −1) · −4 a year (−4 to −4)"),
        (Frequency.YEARLY, "−1 a year (−1 to −1)"),
    ],
)
def test_the_change_is_told_for_the_period_and_a_longer_while(frequency: Frequency, changes: str) -> None:
    lines = _lines([30.0 - place for place in range(12)], frequency=frequency.value)
    said = "the median change between these pairs, with its 95 % interval ="
    assert f"{said} {changes}" in lines


def test_a_change_too_large_for_a_year_is_told_for_the_period_alone() -> None:
    kpi = _kpi()
    found = dict(trend_facts(kpi, _movement(kpi, [1.6e308 - 3e307 * place for place in range(6)]), ENGLISH))
    assert found["Change"] == "−3.000e+307 a month (−3.000e+307 to −3.000e+307)"


def test_a_page_has_the_section_and_a_list_the_words(rendered: Rendered) -> None:
    values = "date,value\n" + "".join(
        f"{2025 + month // 12}-{month % 12 + 1:02d},{40 - month}\n" for month in range(5, 17)
    )
    pages = rendered({"kpi_data/complaints.csv": values})
    page = pages["kpis/complaints"].html.replace("\u00a0", " ")
    assert "<h2>Signal or noise</h2>\n<p>Getting better since Jun 2025.</p>" in page
    assert "<dd>−12 a year (−12 to −12)</dd>" in page
    assert "<small>Getting better since Jun 2025</small>" in pages["kpis/index"].html.replace("\u00a0", " ")


def test_a_kpi_without_values_has_no_such_section(rendered: Rendered) -> None:
    pages = rendered({"kpi_data/complaints.csv": None})
    assert "Signal or noise" not in pages["kpis/complaints"].html


def test_no_change_is_told_where_every_way_to_tell_it_is_beyond_all_numbers() -> None:
    kpi = _kpi(frequency="irregular")
    points = in_a_row([0.0, 0, 0, 1.5e307])
    movement = movement_of(kpi, points, measure_kpi(kpi, Series(file="k.csv", points=points), points[-1].end))
    assert [*trend_facts(kpi, movement, ENGLISH)] == []


@given(
    st.lists(
        st.floats(allow_nan=False, allow_infinity=False) | st.sampled_from([0.0, 1e300, 1e-300]),
        min_size=1,
        max_size=40,
    ),
    st.sampled_from(Frequency),
    st.sampled_from(Direction),
)
def test_whatever_the_values_every_word_can_be_read(
    values: list[float], frequency: Frequency, direction: Direction
) -> None:
    kpi = _kpi(frequency=frequency.value, direction=direction.value)
    points = in_a_row(values, Frequency.MONTHLY)
    measure = measure_kpi(kpi, Series(file="k.csv", points=points), points[-1].end)
    movement = movement_of(kpi, points, measure)
    facts = (f"{name} {value}" for name, value in trend_facts(kpi, movement, ENGLISH))
    said = " ".join(
        [said_of(kpi, movement, ENGLISH), *facts, *map(str, movement_lines(kpi, movement, ENGLISH))]
    )
    assert re.search(r"nan|inf\b|None|\{", said) is None
