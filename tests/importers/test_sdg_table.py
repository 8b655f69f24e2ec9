import pytest

from shared_vision.importers.sdg_table import NotATableError, read_table


def test_a_clean_file_is_carried_over_byte_by_byte() -> None:
    content = b'\xef\xbb\xbf"Year","Value"\r\n2015,1.5\r\n\r\n'
    table = read_table(content)
    assert (table.content, table.rows, table.mends) == (content, (("2015", "1.5"),), ())


def test_cells_that_the_reader_would_refuse_are_mended_and_counted() -> None:
    table = read_table(b"Year,Value\n2015/2016, 1\n2017-2019,Inf\n2018/19,2\t\n2020 Q1,3\n2021,4,5\n")
    assert table.content == b"Year,Value\n2015,1\n2017,\n2018,2\n2020-Q1,3\n"
    assert table.mends == (
        "A period was written as its first year (3 times, first '2015/2016').",
        "A cell in Value that is no number was left blank (1 time, first 'Inf').",
        "A quarter was written as in 2025-Q1 (1 time, first '2020 Q1').",
        "A row with more or fewer cells than the first line was left out (1 time).",
    )


def test_another_encoding_is_read_and_listed() -> None:
    table = read_table("Year,Place,Value\n2015,Québec,1\n".encode("cp1252"))
    assert table.content.decode() == "Year,Place,Value\n2015,Québec,1\n"
    assert table.mends == ("The file was no UTF-8; it was read as Windows-1252 (1 time).",)


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"", "It is empty."),
        (b"date,value\n", "It has no columns Year and Value."),
        (b"Year,Value,Value\n", "Two of its columns have the same name, or one has none."),
        (b'Year,Value\n"2015,1\n', "Its quotation marks do not match."),
    ],
)
def test_what_is_no_table_says_why(content: bytes, why: str) -> None:
    with pytest.raises(NotATableError) as raised:
        read_table(content)
    assert str(raised.value) == why
