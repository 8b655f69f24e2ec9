from dataclasses import replace

import pytest

from shared_vision.importers.sdg_config import Indicator, Series, read_indicator
from shared_vision.importers.sdg_rows import Found, NoSeriesError, find_rows, split_series
from shared_vision.importers.sdg_table import Table, read_table

INDICATOR: Indicator = replace(read_indicator("1-1-1", "x.yml", {}), coverage="Canada")


def table(*lines: str) -> Table:
    return read_table("\n".join(lines).encode())


def found(*lines: str, series: Series | None = None) -> Found:
    return find_rows(table(*lines), INDICATOR, series or Series())


def refusal(*lines: str, series: Series | None = None) -> str:
    with pytest.raises(NoSeriesError) as raised:
        found(*lines, series=series)
    return str(raised.value)


def test_the_series_is_where_every_breakdown_is_blank() -> None:
    lines = ("Year,Sex,GeoCode,COMMENT_OBS,Value", "2015,,,,1", "2015,Women,,,2", "2016,,,x,3")
    assert found(*lines) == Found(where={"Sex": None}, value="Value", unit="")


def test_what_the_configuration_names_is_equal_and_the_rest_blank() -> None:
    lines = (
        "Year,Series,Units,Sex,Age,Value",
        "2015,A,kg,Women,,1",
        "2015,A,kg,Women,15,2",
        "2015,B,kg,Women,,3",
    )
    series = Series(series="A", breakdown=(("Sex", "Women"),))
    assert found(*lines, series=series) == Found(
        where={"Series": "A", "Sex": "Women", "Age": None}, value="Value", unit="kg"
    )


def test_progress_stands_for_the_value_where_it_has_numbers() -> None:
    lines = ("Year,Sex,Progress,Value", "2015,,0.1,1", "2015,Women,,2")
    assert found(*lines).value == "Progress"
    assert found(*lines, series=Series(breakdown=(("Sex", "Women"),))).value == "Value"


def test_rows_for_the_whole_country_stand_in_for_blank_ones() -> None:
    lines = ("Year,Geography,Sex,Value", "2015,Canada,Total,1", "2015,Canada,Women,2", "2015,Quebec,Total,3")
    assert found(*lines).where == {"Geography": "Canada", "Sex": "Total"}


def test_quarters_of_which_one_has_a_number_are_a_series() -> None:
    assert found("Year,Progress,Value", "2024 Q1,1,1", "2024 Q2,,2").value == "Progress"


def test_a_column_that_tells_nothing_is_no_condition() -> None:
    assert found("Year,Series,Units,Value", "2015,A,kg,1").where == {}


@pytest.mark.parametrize(
    ("lines", "series", "why"),
    [
        (("Year,Value", "2015,"), Series(), "The data have no values for it."),
        (("Year,Value", "2015,1", "2015-2016,2"), Series(), "The data have 2 values for 2015."),
        (("Year,Series,Value", "2015,A,1"), Series(series="B"), "The data have no Series 'B'."),
        (("Year,Value", "2015,1"), Series(unit="kg"), "The data have no column 'Units'."),
        (
            ("Year,Series,Units,Value", "2015,A,kg,1", "2015,B,t,1"),
            Series(series="A", unit="t"),
            "No row of the data is of this series.",
        ),
        (
            ("Year,City,Value", "2015,Oslo,1", "2015,Bergen,1"),
            Series(),
            "The data have several values of City and none for the whole.",
        ),
    ],
)
def test_what_is_no_series_says_why(lines: tuple[str, ...], series: Series, why: str) -> None:
    assert refusal(*lines, series=series) == why


def split(*lines: str) -> list[tuple[tuple[str, str], ...]]:
    return [series.parts for series in split_series(table(*lines), INDICATOR, Series())]


def test_a_file_of_several_series_is_split_by_their_names() -> None:
    lines = ("Year,Series,Units,Value", "2015,Total,t,1", "2015,Per head,kg,2", "2016,Total,t,3")
    assert split(*lines) == [(("Series", "Total"),), (("Series", "Per head"),)]


def test_units_tell_series_of_the_same_name_apart() -> None:
    lines = ("Year,Series,Units,Value", "2015,A,t,1", "2015,A,%,2", "2015,B,t,3")
    assert split(*lines) == [
        (("Series", "A"), ("Units", "t")),
        (("Series", "A"), ("Units", "%")),
        (("Series", "B"), ("Units", "t")),
    ]


def test_a_single_breakdown_without_a_whole_is_split_into_its_few_values() -> None:
    lines = ("Year,Waste,Geography,Value", "2015,Paint,Canada,1", "2015,Oil,Canada,2", "2015,Oil,Quebec,2")
    assert split(*lines) == [(("Waste", "Paint"),), (("Waste", "Oil"),)]


def test_many_values_are_no_series_each() -> None:
    assert split("Year,City,Value", *(f"2015,City {number},1" for number in range(13))) == [()]
