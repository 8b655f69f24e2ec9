from shared_vision.measure.rollup import Member, roll_up
from shared_vision.measure.sensitivity import sensitivity
from shared_vision.model.measures import Status, Swing
from shared_vision.model.reason import Reason


def _member(status: Status, progress: float, weight: float = 1.0) -> Member:
    return Member(
        weight=weight,
        status=status,
        worst=status,
        progress=progress,
        expected=0.5,
        score=Reason.NOT_DEFINED,
        coverage=0.0 if status is Status.UNKNOWN else 1.0,
    )


def _swings(**members: Member) -> tuple[Swing, ...]:
    return sensitivity([*members.items()], roll_up([*members.values()]).status)


GOOD, BAD = _member(Status.ON_TRACK, 0.5), _member(Status.OFF_TRACK, 0.1)
UNKNOWN = _member(Status.UNKNOWN, 0.0)


def test_the_one_that_pulls_the_goal_down() -> None:
    # (0.5 + 0.5 + 0.1) / 3 / 0.5 = 0.73 is off track, 0.5 / 0.5 = 1 on track
    assert _swings(calls=GOOD, waits=GOOD, turnover=BAD) == (
        Swing(without="turnover", status=Status.ON_TRACK),
    )


def test_the_one_that_holds_the_goal_up() -> None:
    assert _swings(calls=_member(Status.ON_TRACK, 0.5, weight=20), waits=BAD) == (
        Swing(without="calls", status=Status.OFF_TRACK),
    )


def test_none_where_all_say_the_same() -> None:
    assert _swings(calls=GOOD, waits=GOOD, rates=GOOD) == ()


def test_a_goal_that_cannot_be_judged_hangs_on_what_has_no_data() -> None:
    assert _swings(calls=GOOD, waits=UNKNOWN) == (Swing(without="waits", status=Status.ON_TRACK),)


def test_becoming_unknown_is_no_swing() -> None:
    four = {f"kpi-{number}": GOOD for number in range(4)}
    assert _swings(**four, waits=UNKNOWN) == ()


def test_neither_a_single_member_nor_very_many_are_tried() -> None:
    assert _swings(calls=GOOD) == ()
    assert _swings(**{f"kpi-{number}": GOOD for number in range(60)}, waits=BAD) == ()
