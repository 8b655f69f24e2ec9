from io import StringIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shared_vision.load.data import data_text, rows, table
from shared_vision.load.data.findings import Findings
from shared_vision.load.data.table import Table, read_table


def _read(content: bytes, *wanted: str) -> tuple[Table | None, list[str]]:
    findings = Findings("kpi_data/x.csv")
    found = read_table(content, frozenset(wanted), findings)
    return found, [str(problem) for problem in findings.problems()]


def test_only_wanted_columns_are_kept() -> None:
    found, problems = _read(b"a,b,c\n1,2,3\n4,5,6\n", "c", "a", "z")
    assert problems == []
    assert found
    assert found.names == ("a", "b", "c")
    assert found.wanted == ("a", "c")
    assert found.column("c") == ["3", "6"]


def test_spaces_around_names_and_cells_do_not_count() -> None:
    found, problems = _read(b"a , b\n 1, x y \n", "a", "b")
    assert problems == []
    assert found
    assert (found.column("a"), found.column("b")) == (["1"], ["x y"])


@pytest.mark.parametrize("end", [b"\n", b"\r\n", b"\r"])
def test_every_line_end_will_do(end: bytes) -> None:
    found, problems = _read(end.join([b"a,b", b"1,2", b"3,4"]), "a")
    assert problems == []
    assert found
    assert found.column("a") == ["1", "3"]
    assert found.lines == [2, 3]


def test_lines_are_counted_through_empty_lines_and_long_cells() -> None:
    found, problems = _read(b'a,b\n\n1,"x\ny"\n2,""\n', "a")
    assert problems == []
    assert found
    assert found.lines == [3, 5]


def test_rows_keep_their_line_across_batches(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(table, "_BATCH", 2)
    found, _ = _read(b"a\n1\n2\n3\n4\n5\n", "a")
    assert found
    assert found.column("a") == ["1", "2", "3", "4", "5"]


@given(st.text(alphabet='a,\r\n"\u2028\x0b', max_size=40), st.integers(1, 9))
def test_text_cut_to_pieces_has_the_same_lines(text: str, piece: int) -> None:
    with pytest.MonkeyPatch.context() as changed:
        changed.setattr(rows, "_PIECE", piece)
        assert list(rows._lines(text)) == list(StringIO(text, newline=""))


def test_file_may_not_be_too_large(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(data_text, "MOST_BYTES", 2**20)
    assert _read(b"a\n" * 600_000, "a") == (
        None,
        [
            (
                "kpi_data/x.csv: error too-large: The file has more than 1 MB. "
                "Leave out what no KPI needs, or sum up rows."
            )
        ],
    )


def test_file_may_not_have_too_many_line_ends(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(data_text, "MOST_LINE_ENDS", 3)
    assert _read(b"a\n\n\n\n", "a") == (
        None,
        [
            (
                "kpi_data/x.csv: error too-large: The file has more than 3 line ends. "
                "Leave out what no KPI needs, or sum up rows."
            )
        ],
    )


def test_file_may_not_have_too_many_rows(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(table, "MOST_ROWS", 2)
    found, problems = _read(b"a\n1\n2\n3\n4\n", "a")
    assert found
    assert found.column("a") == ["1", "2"]
    assert problems == [
        "kpi_data/x.csv:4:1: error too-large: The file has more than 2 rows. Sum up rows, for example by day."
    ]


def test_line_may_not_be_far_too_long(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rows, "_LONGEST_LINE", 100)
    assert _read(b"a\n" + b"," * 200, "a") == (
        None,
        [
            (
                "kpi_data/x.csv: error too-large: A line of the file is far too long for a row. "
                "Check that each row has a line of its own."
            )
        ],
    )
