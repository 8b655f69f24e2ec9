import io

import pytest

from shared_vision.adapters.terminal import has_colours, styled
from shared_vision.model.inert import plain


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Café 北京", "Café 北京"),
        ("red \x1b[31m", "red \\u001b[31m"),
        ("two\nlines", "two\\u000alines"),
        ("turned \u202e text", "turned \\u202e text"),
        ("half \ud800", "half \\ud800"),
    ],
)
def test_what_would_act_is_written_out(text: str, shown: str) -> None:
    assert plain(text) == shown


def test_no_colours_where_the_stream_is_no_terminal() -> None:
    assert not has_colours(io.StringIO())
    assert styled("text", "error", colours=False) == "text"
    assert styled("text", "error", colours=True) == "\x1b[31mtext\x1b[0m"
