"""Every case that is not heavy, as the command judges it; `python -m adversary` tries all of them."""

from collections import Counter
from pathlib import Path

import pytest
from click.testing import CliRunner

from adversary.builds import batches
from adversary.case import Accepted, Case
from adversary.every import CASES
from adversary.judge import found_in, unexpected
from adversary.lay import lay
from shared_vision.adapters.command.check import check

LIGHT = [case for case in CASES if not case.heavy]


@pytest.mark.parametrize("case", LIGHT, ids=str)
def test_what_is_hostile_is_refused_where_it_lies_and_what_is_near_it_is_accepted(
    case: Case, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lay([case], tmp_path)
    monkeypatch.chdir(tmp_path)
    done = CliRunner().invoke(check, ["--format", "json"])
    found = found_in(done.stdout_bytes)
    assert found is not None, done.stderr
    assert unexpected(case, found) == ""
    assert done.exit_code == (0 if isinstance(case.expected, Accepted) else 1)


def test_each_case_has_a_name_of_its_own() -> None:
    assert [name for name, times in Counter(map(str, CASES)).items() if times > 1] == []


def test_no_two_cases_that_are_built_together_have_a_file_in_common() -> None:
    batched = [batch for batch in batches(CASES) if len(batch) > 1]
    twice = [Counter(path for case in batch for path in case.files).most_common(1) for batch in batched]
    assert [path for ((path, times),) in filter(None, twice) if times > 1] == []
