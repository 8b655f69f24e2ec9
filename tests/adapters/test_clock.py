import os
import re
from datetime import UTC, date, datetime

import pytest

from shared_vision.adapters.clock import pin, today


def test_a_stated_day_wins(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "0")
    assert today(date(2026, 11, 23)) == date(2026, 11, 23)


def test_source_date_epoch_is_read_in_utc(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1735689600")
    monkeypatch.setenv("TZ", "America/Los_Angeles")
    assert today(None) == date(2025, 1, 1)


def test_else_the_clock_says(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    assert abs((today(None) - datetime.now(tz=UTC).date()).days) <= 1


def test_pinning_leaves_a_pinned_time_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "5")
    pin(date(2025, 1, 1))
    assert os.environ["SOURCE_DATE_EPOCH"] == "5"
    monkeypatch.delenv("SOURCE_DATE_EPOCH")
    pin(date(2025, 1, 1))
    assert os.environ.pop("SOURCE_DATE_EPOCH") == "1735689600"


@pytest.mark.parametrize("seconds", ["abc", "1e9", "-5", "99999999999999999999"])
def test_a_time_that_is_no_number_is_refused(monkeypatch: pytest.MonkeyPatch, seconds: str) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", seconds)
    message = f"SOURCE_DATE_EPOCH must be a number of seconds since 1970, not '{seconds}'."
    with pytest.raises(ValueError, match=re.escape(message)):
        today(None)
    with pytest.raises(ValueError, match=re.escape(message)):
        pin(date(2025, 1, 1))
