"""What SECURITY.md says is so: its limits are those of the code, its tests are there."""

import re
from pathlib import Path

from shared_vision.adapters.bounds import PAGE, READING
from shared_vision.load import decode
from shared_vision.load.data import rows, table
from shared_vision.load.survey import table as survey
from shared_vision.load.yaml_text.events import MOST_LEVELS
from shared_vision.model import limits

ROOT = Path(__file__).parents[1]
TEXT = " ".join((ROOT / "SECURITY.md").read_text(encoding="utf-8").split())


def test_the_limits_are_those_that_hold() -> None:
    megabyte = 1024 * 1024
    for said in (
        f"more than {MOST_LEVELS} levels",
        f"a record of more than {decode.MOST_BYTES // 1024} kB",
        f"a data file of more than {limits.MOST_BYTES // megabyte} MB",
        f"or {rows.MOST_COLUMNS} columns",
        f"a survey of more than {survey.MOST_BYTES // megabyte} MB or {survey.MOST_ROWS:,} rows",
        f"more than {READING.seconds} seconds of computing or {READING.megabytes} MB",
        f"a page written by hand that takes more than {PAGE.seconds} seconds",
    ):
        assert said in TEXT, said
    assert table.MOST_ROWS == 1_000_000
    assert "a million rows" in TEXT


def test_each_test_that_it_names_is_there() -> None:
    named = re.findall(r"`(tests/[^`]+)`", TEXT)
    assert len(named) > 20
    assert [path for path in named if not any(ROOT.glob(path))] == []


def test_each_link_leads_to_a_file() -> None:
    assert [path for path in re.findall(r"\]\(([^)#]+)", TEXT) if not (ROOT / path).exists()] == []
