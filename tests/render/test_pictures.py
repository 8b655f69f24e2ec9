import pytest

from shared_vision.model.measures import Status
from shared_vision.model.reason import Reason
from shared_vision.model.records import DecisionStatus, Outcome
from shared_vision.model.wording import Wording
from shared_vision.render.pictures import bar, chip, sparkline, stack

ENGLISH = Wording()


@pytest.mark.parametrize("status", Status)
def test_status_has_colour_shape_word(status: Status) -> None:
    html = chip(status, ENGLISH)
    assert f"sv-is-{status}" in html
    assert html.removesuffix("</span>").rpartition(">")[2]


def test_states_of_one_name_keep_their_own_words() -> None:
    assert "Not accepted" in chip(DecisionStatus.REJECTED, ENGLISH)
    assert "Not chosen" in chip(Outcome.REJECTED, ENGLISH)


def test_bar_marks_what_is_expected_within_its_ends() -> None:
    assert '<b style="width:100%"></b><i style="left:66%"></i>' in bar(Status.ACHIEVED, 1.4, 0.66)
    assert '<b style="width:0%"></b></span>' in bar(Status.MOVING_AWAY, -0.2, Reason.NO_TARGET)
    assert "<b" not in bar(Status.UNKNOWN, Reason.NO_DATA, Reason.NO_DATA)


def test_stack_is_in_proportion() -> None:
    assert '<b class="sv-is-on-track" style="flex-grow:12"></b>' in stack({Status.ON_TRACK: 12})


def test_sparkline_needs_two_values() -> None:
    assert sparkline((1.0,)) == ""
    assert 'd="M8 52l184-44"' in sparkline((1.0, 2.0))


@pytest.mark.parametrize("values", [(5e-324, -5e-324), (1e302, -1e302), (0.0, 5e-324)])
def test_a_sparkline_of_the_smallest_and_the_largest_numbers_is_drawn(values: tuple[float, ...]) -> None:
    assert 'd="M8 ' in sparkline(values)


def test_flat_sparkline_is_drawn() -> None:
    assert 'd="M8 52l184 0"' in sparkline((2.0, 2.0))
