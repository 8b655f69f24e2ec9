"""Whether partners keep in touch as often as they agreed to."""

from collections.abc import Iterable
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assessed import assessed, cadence
from shared_vision.measure.rhythm import next_days, with_grace
from shared_vision.model.rhythm import Beat, Rhythm

K, M, E, A = Beat.KEPT, Beat.MISSED, Beat.EARLY, Beat.AHEAD


def _rhythms(
    told: Iterable[tuple[str, str]],
    today: date,
    span: str = "P14D",
    joined: str = "",
    first: str = "2026-01-05",
) -> dict[str, Rhythm]:
    files: dict[str, str | None] = {
        f"vision/updates/{day}-{by}.yml": f"by: {by}\ndate: {day}\nno_change: true\n" for day, by in told
    }
    files |= cadence(updates=span, **({"updates_from": first} if first else {}))
    if joined:
        files["vision/partners/harbour.yml"] = f"title: Harbour Trust\nsince: {joined}\n"
    _, measures = assessed(files, today)
    return dict(measures.rhythms)


@pytest.mark.parametrize(
    ("day", "last"),
    [
        (date(2026, 6, 15), date(2026, 6, 17)),  # a Monday
        (date(2026, 6, 18), date(2026, 6, 22)),  # a Thursday: Friday, Monday
        (date(2026, 6, 19), date(2026, 6, 23)),  # a Friday: Monday, Tuesday
        (date(2026, 6, 20), date(2026, 6, 23)),  # a Saturday: Monday, Tuesday
        (date(2026, 6, 21), date(2026, 6, 23)),
    ],
)
def test_the_grace_is_two_working_days(day: date, last: date) -> None:
    assert with_grace(day) == last


def test_each_update_keeps_one_beat_up_to_the_end_of_its_grace() -> None:
    # due on Monday 5 January, 19 January, 2 February, 16 February, ...
    told = [
        ("2026-01-05", "north"),
        ("2026-01-21", "north"),
        ("2026-02-05", "north"),
        ("2026-02-10", "north"),
    ]
    rhythm = _rhythms(told, date(2026, 2, 28))["north"]
    assert rhythm.beats == (
        (date(2026, 1, 5), K),
        (date(2026, 1, 19), K),  # on the last day of grace
        (date(2026, 2, 2), M),  # a day after it: that one counts for the next
        (date(2026, 2, 16), K),
        (date(2026, 3, 2), A),
    )
    assert (rhythm.kept, rhythm.counted, rhythm.latest) == (3, 4, date(2026, 2, 10))


def test_one_that_came_early_does_not_count_before_its_time_is_over() -> None:
    told = [("2026-01-05", "north"), ("2026-01-12", "north")]
    early, over = (_rhythms(told, day)["north"] for day in (date(2026, 1, 20), date(2026, 1, 22)))
    assert (early.beats[1], early.kept, early.counted) == ((date(2026, 1, 19), E), 1, 1)
    assert (over.beats[1], over.kept, over.counted) == ((date(2026, 1, 19), K), 2, 2)


def test_all_partners_have_the_same_days_and_count_from_when_they_joined() -> None:
    rhythms = _rhythms([("2026-01-05", "north")], date(2026, 2, 17), joined="2026-01-20")
    assert [str(day) for day, _ in rhythms["east"].beats] == [
        "2026-01-05",
        "2026-01-19",
        "2026-02-02",
        "2026-02-16",
    ]
    assert [str(day) for day, _ in rhythms["harbour"].beats] == ["2026-02-16"]


def test_who_has_not_joined_is_asked_for_nothing() -> None:
    assert "harbour" not in _rhythms([("2026-01-05", "north")], date(2026, 2, 17), joined="2026-02-18")


@pytest.mark.parametrize(
    ("span", "days"),
    [
        ("P14D", ["2026-01-12", "2026-01-26"]),  # Mondays, as ever
        ("P1M", ["2026-01-01", "2026-02-01"]),
        ("P3M", ["2026-01-01", "2026-04-01"]),
    ],
)
def test_without_a_first_day_they_are_due_on_mondays_or_the_first_of_a_month(
    span: str, days: list[str]
) -> None:
    told = [("2025-12-30", "north")]
    first = _rhythms(told, date(2026, 6, 20), span, first="")["north"].beats[:1]
    assert [str(day) for day, _ in first] == days[1:]
    # what somebody brings in later of long ago moves no day
    more = _rhythms([*told, ("2025-10-17", "east")], date(2026, 6, 20), span, first="")["north"].beats
    assert first[0][0] in {day for day, _ in more}


def test_the_next_days_are_known_though_all_came_early() -> None:
    files = cadence(updates="P14D", updates_from="2026-01-05")
    document, _ = assessed(files, date(2026, 1, 19))
    assert [str(day) for day in next_days(document, date(2026, 1, 19), 3)] == [
        "2026-01-19",
        "2026-02-02",
        "2026-02-16",
    ]
    assert next_days(assessed()[0], date(2026, 1, 19), 3) == ()


@pytest.mark.parametrize(
    ("told", "today", "owes", "late"),
    [
        (["2026-01-05"], date(2026, 1, 18), None, False),  # nothing due yet
        ([], date(2026, 1, 4), None, False),
        ([], date(2026, 1, 18), date(2026, 1, 5), True),  # the first one still
        ([], date(2026, 1, 19), date(2026, 1, 19), False),  # due today
        ([], date(2026, 1, 21), date(2026, 1, 19), False),  # within the grace
        ([], date(2026, 1, 22), date(2026, 1, 19), True),
        (["2026-01-21"], date(2026, 1, 30), None, False),  # came within it
        (["2026-01-23"], date(2026, 1, 30), None, False),  # came later: no longer asked for
        (["2026-01-19"], date(2026, 2, 3), date(2026, 2, 2), False),  # the next one
    ],
)
def test_an_update_is_asked_for_from_its_day_until_one_came(
    told: list[str], today: date, owes: date | None, *, late: bool
) -> None:
    rhythm = _rhythms([("2026-01-05", "north"), *((day, "east") for day in told)], today)["east"]
    assert (rhythm.owes, rhythm.late) == (owes, late)


def test_where_nobody_was_heard_a_first_word_is_asked_of_all_since_a_day_that_stays() -> None:
    for today in (date(2026, 1, 19), date(2026, 1, 25)):
        rhythms = _rhythms([], today, first="")
        assert {one.owes for one in rhythms.values()} == {date(2026, 1, 12)}
        assert {one.counted for one in rhythms.values()} == {0}


def test_without_a_rhythm_nothing_is_asked() -> None:
    _, measures = assessed()
    assert (measures.rhythms, measures.owed) == ({}, ())


@pytest.mark.parametrize("span", ["P0D", "P0M"])
def test_a_rhythm_of_no_length_is_none(span: str) -> None:
    assert _rhythms([("2026-01-05", "north")], date(2026, 2, 20), span) == {}


def test_a_year_is_looked_back() -> None:
    told = [(f"{year}-{month:02}-05", "north") for year in (2024, 2025, 2026) for month in range(1, 13)]
    rhythm = _rhythms(told, date(2026, 6, 20), "P1M", first="2024-01-05")["north"]
    assert (rhythm.kept, rhythm.counted) == (12, 12)
    assert rhythm.beats[0][0] == date(2025, 7, 5)


@settings(deadline=None, max_examples=60)
@given(
    st.sets(st.integers(0, 200), max_size=30),
    st.integers(0, 220),
    st.sampled_from(["P7D", "P14D", "P1M", "P3W"]),
)
def test_no_update_keeps_two_beats(told: set[int], today: int, span: str) -> None:
    first = date(2026, 1, 5)
    days = [(str(first + timedelta(days=day)), "north") for day in sorted({0, *told})]
    rhythm = _rhythms(days, first + timedelta(days=today), span)["north"]
    by_now = sum(day <= str(first + timedelta(days=today)) for day, _ in days)
    assert rhythm.kept <= by_now
    assert [day for day, _ in rhythm.beats] == sorted({day for day, _ in rhythm.beats})
    assert all(beat in {K, M} for _, beat in rhythm.beats[:-1])
