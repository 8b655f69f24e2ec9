import pytest
from hypothesis import given
from hypothesis import strategies as st

from shared_vision.measure.rollup import Member, roll_up
from shared_vision.model.measures import Status
from shared_vision.model.reason import Reason


def _member(
    status: Status,
    progress: float | Reason = Reason.NOT_DEFINED,
    expected: float | Reason = 1.0,
    score: float | Reason = Reason.NOT_DEFINED,
    weight: float = 1.0,
) -> Member:
    return Member(
        weight=weight,
        status=status,
        worst=status,
        progress=progress,
        expected=expected,
        score=score,
        coverage=0.0 if status == Status.UNKNOWN else 1.0,
    )


UNKNOWN = _member(Status.UNKNOWN)


def test_weights_count_in_the_mean() -> None:
    found = roll_up(
        [_member(Status.ON_TRACK, 0.6, 0.6, weight=2), _member(Status.OFF_TRACK, 0.0, 0.6, weight=1)]
    )
    assert found.progress == pytest.approx(0.4)
    assert found.expected == pytest.approx(0.6)
    assert (found.status, found.worst) == (Status.OFF_TRACK, Status.OFF_TRACK)


def test_worst_status_is_shown_beside_a_good_mean() -> None:
    found = roll_up([_member(Status.ON_TRACK, 0.9, 0.5), _member(Status.MOVING_AWAY, -0.1, 0.3)])
    assert (found.status, found.worst) == (Status.ON_TRACK, Status.MOVING_AWAY)


def test_more_than_the_whole_way_of_one_makes_up_for_no_other() -> None:
    found = roll_up([_member(Status.ACHIEVED, 10.0, 0.5), _member(Status.OFF_TRACK, 0.0, 1.5)])
    assert (found.progress, found.expected, found.status) == (0.5, 0.75, Status.OFF_TRACK)


def test_all_the_way_back_is_not_cut() -> None:
    assert (
        roll_up([_member(Status.MOVING_AWAY, -3.0, 0.5), _member(Status.ON_TRACK, 0.5, 0.5)]).progress
        == -1.25
    )


def test_nothing_on_track_below_is_not_on_track_above() -> None:
    missed = _member(Status.AT_RISK, 0.96, 1.0)
    assert roll_up([missed, missed]).status == Status.AT_RISK
    assert roll_up([missed, _member(Status.ON_TRACK, 0.96, 1.0)]).status == Status.ON_TRACK


def test_achieved_only_where_all_are() -> None:
    achieved = _member(Status.ACHIEVED, 1.2, 0.5)
    assert roll_up([achieved, achieved]).status == Status.ACHIEVED
    assert roll_up([achieved, _member(Status.ON_TRACK, 0.5, 0.5)]).status == Status.ON_TRACK


def test_band_counts_as_all_or_nothing() -> None:
    inside = _member(Status.ON_TRACK, 0.9, Reason.NOT_DEFINED)
    outside = _member(Status.AT_RISK, 0.8, Reason.NOT_DEFINED)
    found = roll_up([inside, outside])
    assert (found.progress, found.expected, found.status) == (0.5, 1.0, Status.OFF_TRACK)


@pytest.mark.parametrize(
    ("scores", "status"),
    [
        ((5.0, 0.0), Status.ON_TRACK),
        ((4.9, 0.0), Status.AT_RISK),
        ((-1.0, 0.9), Status.OFF_TRACK),
        ((-5.0, 0.0), Status.OFF_TRACK),
        ((-5.0, -0.1), Status.MOVING_AWAY),
    ],
)
def test_mean_score_decides_where_all_have_scores(scores: tuple[float, ...], status: Status) -> None:
    assert roll_up([_member(Status.AT_RISK, 0.7, 1.0, score) for score in scores]).status == status


def test_score_of_one_alone_does_not_decide() -> None:
    found = roll_up([_member(Status.ON_TRACK, 1.0, 1.0, 4.0), _member(Status.ON_TRACK, 0.5, 0.5)])
    assert found.score == Reason.NOT_DEFINED


def test_less_than_four_fifths_of_the_weight_is_incomplete() -> None:
    found = roll_up([_member(Status.ON_TRACK, 0.6, 0.5, 2.0, weight=3.9), UNKNOWN])
    assert (found.status, found.reason) == (Status.UNKNOWN, Reason.INCOMPLETE)
    assert (found.progress, found.score, found.worst) == (0.6, 2.0, Status.ON_TRACK)
    assert found.coverage == pytest.approx(3.9 / 4.9)


def test_four_fifths_of_the_weight_is_enough() -> None:
    assert roll_up([*[_member(Status.ON_TRACK, 0.6, 0.5)] * 4, UNKNOWN]).status == Status.ON_TRACK


def test_too_early_while_little_is_expected() -> None:
    assert roll_up([_member(Status.TOO_EARLY, 0.0, 0.05)]).status == Status.TOO_EARLY


@pytest.mark.parametrize(("members", "reason"), [((), Reason.NO_KPIS), ((UNKNOWN,), Reason.INCOMPLETE)])
def test_nothing_to_go_by_has_a_reason(members: tuple[Member, ...], reason: Reason) -> None:
    found = roll_up(members)
    assert (found.status, found.reason, found.progress, found.coverage) == (
        Status.UNKNOWN,
        reason,
        reason,
        0.0,
    )


@given(st.lists(st.tuples(st.floats(-1e308, 1e308), st.floats(1e-308, 1e308)), min_size=1, max_size=5))
def test_mean_lies_between_its_members(pairs: list[tuple[float, float]]) -> None:
    found = roll_up([_member(Status.AT_RISK, value, 1.0, weight=weight) for value, weight in pairs])
    values = [min(value, 1.0) for value, _ in pairs]
    assert isinstance(found.progress, float)
    slack = 1e-9 * max(map(abs, values))
    assert min(values) - slack <= found.progress <= max(values) + slack
