"""What is said of the future, whole."""

import pytest

from measure.made import row
from shared_vision.measure.forecast import forecast_all
from shared_vision.model.forecast import Forecast
from shared_vision.model.reason import Reason
from shared_vision.model.wording import Wording
from shared_vision.render.foretelling import foretold, outlook

ENGLISH = Wording("en")
RISING = [2.0 * place for place in range(40)]


def _said(values: list[float], **fields: object) -> str:
    found = row(values, (), **fields)
    forecast = forecast_all({"waits": found})["waits"]
    assert isinstance(forecast, Forecast)
    return outlook(found.kpi, forecast, ENGLISH).replace("\u00a0", " ")


def test_a_target_that_will_be_met_late() -> None:
    said = _said(RISING, target={"date": "2025-06-30", "value": 86})
    assert said.startswith("About 8")
    assert "At this pace it meets the target about Sep 2025, 3 months late." in said
    assert said.endswith("The chance of meeting the target by 30 Jun 2025 is under 5 %.")


def test_a_target_that_will_be_met_in_time() -> None:
    said = _said(RISING, target={"date": "2025-12-31", "value": 86})
    assert "At this pace it meets the target about Sep 2025, in time." in said
    assert said.endswith("The chance of meeting the target by 31 Dec 2025 is over 95 %.")


def test_a_target_too_far_ahead() -> None:
    said = _said(RISING, target={"date": "2030-12-31", "value": 400})
    assert "At this pace it does not meet the target by Apr 2026." in said
    assert said.endswith("The target's date lies further ahead than the values carry.")


def test_too_few_values_for_a_chance() -> None:
    said = _said([1.0, 3, 2, 4, 3, 5], target={"date": "2022-09-30", "value": 9})
    assert said.endswith("How likely the target is met is said from eight values on.")


@pytest.mark.parametrize(
    ("reason", "said"),
    [
        (Reason.TOO_FEW, "Forecast: There are too few values to say where they are heading."),
        (
            Reason.NEVER_MOVED,
            "Forecast: All values are the same, so nothing shows how the next could differ.",
        ),
    ],
)
def test_no_forecast_says_why(reason: Reason, said: str) -> None:
    assert [str(line) for line in foretold(row(RISING).kpi, reason, ENGLISH)] == [said]


def test_nothing_is_said_of_the_future_of_what_has_no_values() -> None:
    assert list(foretold(row(RISING).kpi, Reason.NO_DATA, ENGLISH)) == []
