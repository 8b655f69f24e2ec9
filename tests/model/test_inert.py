import pytest

from shared_vision.model.inert import no_command, plain


@pytest.mark.parametrize("line", ["::error::x", "  ::set-output name=a::b", "\t##[group]x", "::"])
def test_no_line_is_a_command(line: str) -> None:
    assert no_command(f"words\n{line}") == f"words\n\u2060{line}"
    assert not plain(line).lstrip().startswith(("::", "##["))


@pytest.mark.parametrize("line", ["a ::error::x", ":error", "## [x]", "", "\n\n", "#[x]"])
def test_other_lines_stay_as_they_are(line: str) -> None:
    assert no_command(line) == line
