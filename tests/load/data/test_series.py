from collections.abc import Iterator, Mapping

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from shared_vision.load.data.series import load_series
from shared_vision.load.record.records import load_records
from shared_vision.model.reason import Reason
from shared_vision.model.series import Series

KPI = "title: Complaints\ndirection: decrease\nfrequency: {frequency}\nsource: {{{source}}}\n"
REGIONS = b"""date,value,contacts,region
2025-01-30,1,10,north
2025-01-31,3,30,north
2025-01-31,6,10,south
2025-02-27,5,50,north
2025-02-28,7,10,south
"""


def _load(content: bytes, source: str = "", frequency: str = "monthly") -> Series | Reason:
    kpi = KPI.format(source=source, frequency=frequency)
    sources = {"vision/kpis/k.yml": kpi.encode(), "kpi_data/k.csv": content}
    return load_series(load_records(sources).of_kind("kpis"), sources)[0]["k"]


def _series(content: bytes, source: str = "", frequency: str = "monthly") -> Series:
    series = _load(content, source, frequency)
    assert isinstance(series, Series)
    return series


def _values(series: Series) -> list[tuple[str, float]]:
    return [(point.end.isoformat(), point.value) for point in series.points]


def test_values_are_put_in_order_of_time() -> None:
    series = _series(b"date,value\n2025-02-28,5\n2025-01-31,4\n2025-03-31,\n")
    assert _values(series) == [("2025-01-31", 4.0), ("2025-02-28", 5.0)]
    assert [point.line for point in series.points] == [3, 2]
    assert series.file == "kpi_data/k.csv"
    assert not series.gathered


def test_value_keeps_the_day_that_its_row_is_dated() -> None:
    series = _series(b"date,value\n2025-01-30,4\n2025-02,5\n2025-03-07,6\n")
    assert [point.dated.isoformat() for point in series.points] == ["2025-01-30", "2025-02-01", "2025-03-07"]


def test_value_of_several_rows_keeps_the_last_of_their_days() -> None:
    series = _series(REGIONS, "aggregate: sum")
    assert [point.dated.isoformat() for point in series.points] == ["2025-01-31", "2025-02-28"]


def test_month_in_a_yearly_kpi_stands_for_its_year() -> None:
    assert _values(_series(b"date,value\n2025-03,5\n", frequency="yearly")) == [("2025-12-31", 5.0)]


@pytest.mark.parametrize(
    ("frequency", "ends"),
    [
        ("weekly", {"2024-12-29": 1, "2025-01-05": 2, "2025-02-02": 4, "2026-01-04": 8}),
        ("monthly", {"2024-12-31": 1, "2025-01-31": 6, "2026-01-31": 8}),
        ("quarterly", {"2024-12-31": 1, "2025-03-31": 6, "2026-03-31": 8}),
        ("yearly", {"2024-12-31": 1, "2025-12-31": 6, "2026-12-31": 8}),
    ],
)
def test_week_belongs_to_the_period_that_has_its_thursday(frequency: str, ends: dict[str, float]) -> None:
    weeks = b"date,value\n2024-W52,1\n2025-W01,2\n2025-W05,4\n2026-W01,8\n"
    assert dict(_values(_series(weeks, "aggregate: sum", frequency))) == ends


def test_overlapping_dates_of_an_irregular_kpi_are_in_order_of_their_ends() -> None:
    content = b"date,value\n2025,1\n2025-03-01,5\n2025-Q1,3\n2025-01,2\n"
    assert _values(_series(content, frequency="irregular")) == [
        ("2025-01-31", 2.0),
        ("2025-03-01", 5.0),
        ("2025-03-31", 3.0),
        ("2025-12-31", 1.0),
    ]


def test_date_of_an_irregular_kpi_stays_as_it_is() -> None:
    series = _series(b"date,value\n2025-Q1,5\n2025-04-07,6\n", frequency="irregular")
    assert _values(series) == [("2025-03-31", 5.0), ("2025-04-07", 6.0)]


@pytest.mark.parametrize(
    ("aggregate", "january"),
    [("sum", 10), ("mean", 10 / 3), ("median", 3), ("count", 3), ("min", 1), ("max", 6)],
)
def test_rows_of_a_month_become_one_value(aggregate: str, january: float) -> None:
    series = _series(REGIONS, f"aggregate: {aggregate}")
    assert series.points[0].value == january
    assert series.points[0].rows == 3
    assert series.points[0].line == 4
    assert series.gathered


def test_median_of_two_values_lies_between_them() -> None:
    assert _series(REGIONS, "aggregate: median").points[1].value == 6


def test_last_takes_the_latest_day() -> None:
    series = _series(REGIONS, "aggregate: last, where: {region: north}")
    assert [point.value for point in series.points] == [3.0, 5.0]


def test_count_counts_rows_with_any_text() -> None:
    content = b"date,value\n2025-01-30,case 1\n2025-01-31,case 2\n2025-01-31,\n"
    assert _series(content, "aggregate: count").points[0].value == 2


def test_both_sides_of_a_ratio_are_summed_before_dividing() -> None:
    series = _series(REGIONS, "per: contacts, scale: 1000")
    assert [point.value for point in series.points] == [200.0, 200.0]


def test_row_without_divisor_is_left_out_of_both_sides() -> None:
    content = b"date,value,contacts\n2025-01-30,1,10\n2025-01-31,9,\n"
    assert _series(content, "per: contacts").points[0].value == 0.1


def test_breakdown_with_a_ratio_has_the_ratio_of_all_as_the_whole() -> None:
    series = _series(REGIONS, "per: contacts, scale: 100, by: region")
    assert [point.value for point in series.points] == [20.0, 20.0]
    assert [(group.name, [point.value for point in group.points]) for group in series.groups] == [
        ("north", [10.0, 10.0]),
        ("south", [60.0, 70.0]),
    ]


def test_rows_with_a_blank_group_are_the_whole() -> None:
    content = b"date,value,region\n2025-01-31,4,north\n2025-01-31,5,south\n2025-01-31,20,\n"
    series = _series(content, "by: region, aggregate: sum")
    assert _values(series) == [("2025-01-31", 20.0)]
    assert [group.name for group in series.groups] == ["north", "south"]


def test_group_called_na_is_a_group() -> None:
    series = _series(b"date,value,org\n2025-01-31,4,NA\n2025-02-28,5,null\n", "by: org, aggregate: sum")
    assert [group.name for group in series.groups] == ["NA", "null"]


def test_several_rows_of_one_day_are_not_gathered_days() -> None:
    content = b"date,value\n2025-01-31,4\n2025-01-31,5\n"
    assert not _series(content, "aggregate: sum").gathered


@pytest.mark.parametrize(
    ("where", "total"),
    [
        ("{region: south}", 13),
        ("{region: [north, south]}", 22),
        ("{region: south, contacts: '10'}", 13),
    ],
)
def test_where_chooses_rows(where: str, total: float) -> None:
    series = _series(REGIONS, f"where: {where}, aggregate: sum", frequency="yearly")
    assert series.points[0].value == total


def test_where_null_chooses_blank_cells() -> None:
    content = b"date,value,region\n2025-01-31,4,north\n2025-01-31,9, \n"
    assert _series(content, "where: {region: null}").points[0].value == 9


def test_period_without_divisor_has_no_value() -> None:
    content = b"date,value,contacts\n2025-01-31,0,0\n2025-02-28,1,4\n"
    assert _values(_series(content, "per: contacts")) == [("2025-02-28", 0.25)]


def test_breakdown_may_not_have_too_many_groups() -> None:
    content = "date,value,org\n" + "".join(f"2025-01-31,1,o{number}\n" for number in range(1001))
    assert _load(content.encode(), "by: org, aggregate: sum") == Reason.BAD_DATA


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"date,value\n2025-01-31,lots\n", Reason.BAD_DATA),
        (b"date;value\n", Reason.BAD_DATA),
        (b"date,value\n2025-01-31,4,\n", Reason.BAD_DATA),
        (b"date,value\n", Reason.NO_DATA),
        (b"date,value\n2025-01-31,\n", Reason.NO_DATA),
    ],
)
def test_kpi_without_values_has_a_reason(content: bytes, reason: Reason) -> None:
    assert _load(content) == reason


class _Counted(Mapping[str, bytes]):
    """A mapping that counts how often each file is read."""

    def __init__(self, sources: dict[str, bytes]) -> None:
        self.sources = sources
        self.reads: list[str] = []

    def __getitem__(self, path: str) -> bytes:
        self.reads.append(path)
        return self.sources[path]

    def __contains__(self, path: object) -> bool:
        return path in self.sources

    def __iter__(self) -> Iterator[str]:
        return iter(self.sources)

    def __len__(self) -> int:
        return len(self.sources)


def test_file_is_read_once_for_all_its_kpis() -> None:
    kpi = KPI.format(source="file: all.csv, aggregate: sum", frequency="monthly").encode()
    records = {f"vision/kpis/k{number}.yml": kpi for number in range(20)}
    sources = _Counted({"kpi_data/all.csv": REGIONS, "kpi_data/unused.csv": b""})
    series, problems = load_series(load_records(records).of_kind("kpis"), sources)
    assert len(series) == 20
    assert sources.reads == ["kpi_data/all.csv"]
    assert [problem.code for problem in problems] == ["unused-data"]


SOURCES = st.sampled_from(
    (
        "",
        "per: contacts",
        "by: region",
        "by: region, aggregate: sum",
        "aggregate: last",
        "where: {region: null}",
    )
)
CELLS = st.one_of(
    st.sampled_from(
        [
            "2025-01-31",
            "2025",
            "9999-12-31",
            "4",
            "1e308",
            "-1e308",
            "",
            "north",
            '"',
            '"a',
            ",",
            ";",
            "\ufeff",
        ]
    ),
    st.text(max_size=6),
)
TABLES = st.lists(st.lists(CELLS, min_size=3, max_size=5).map(",".join), max_size=6)


@settings(deadline=None)
@given(
    st.one_of(st.binary(max_size=60), TABLES.map(lambda rows: "\n".join(rows).encode("utf-8", "ignore"))),
    SOURCES,
)
def test_no_bytes_raise(content: bytes, source: str) -> None:
    _load(content, source)
    _load(b"date,value,contacts,region\n" + content, source, "weekly")
