"""Which files belong to surveys."""

import pytest

from shared_vision.load.record.records import load_records
from shared_vision.load.survey.files import files_of_surveys


def _files(record: bytes) -> set[str]:
    sources = {"vision/surveys/s.yml": record}
    return set(files_of_surveys(load_records(sources), sources)) - {"kpi_data/surveys/s.csv"}


def test_a_good_record_has_one_file() -> None:
    assert _files(b"title: S\ndate: 2026-01-01\nfile: a.csv\nbody: 'see: b.csv'\n") == {"kpi_data/a.csv"}


@pytest.mark.parametrize(
    "line",
    [
        "file: a b.csv # of spring",
        "fiel: 'a b.csv'",
        "{File: a b.csv}",
        "file : kpi_data/a b.csv",
        "file: ./a b.csv",
        "file:\n  a b.csv",
        "file: >-\n  a b.csv",
        'file: "/kpi_data/a b.csv"',
        r"file: kpi_data\a b.csv",
        "file: [a b.csv]",
        "file:\n  - a b.csv",
    ],
)
def test_a_broken_record_has_every_file_that_it_may_mean(line: str) -> None:
    assert _files(f"title: [\n{line}\n".encode()) == {"kpi_data/a b.csv"}
    assert _files(f"title: [\n{line}\n".encode("utf-16")) == {"kpi_data/a b.csv"}


def test_a_long_broken_record_takes_no_longer() -> None:
    assert _files(b"title: [\nfile:" + b" " * 200_000 + b"x" * 40_000 + b"\n") == set()
