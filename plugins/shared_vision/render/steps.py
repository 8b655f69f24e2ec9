"""The steps of a calculation in plain text, each with what comes of it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from shared_vision.model.cuts import LINEAR, TOO_EARLY, by_cuts, least_for
from shared_vision.model.measures import Status
from shared_vision.model.names import STATUS_WITHIN
from shared_vision.model.records import Kpi
from shared_vision.model.wording import Wording
from shared_vision.render.sentences import aim

_MOST_DIGITS = 9


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One step: a text, then what comes of it; an `aside` says where something is from."""

    text: str
    result: str = ""
    aside: bool = False

    def __str__(self) -> str:
        return f"{self.text} {self.result}".rstrip()


def comes_to(text: str, status: Status, wording: Wording) -> Line:
    """A step that a status comes of."""
    return Line(text=text, result=wording.say(STATUS_WITHIN[status]))


def meets(now: str, kpi: Kpi, status: Status, wording: Wording) -> Line:
    """The step that ends where a target is met."""
    said = wording.say("{value} meets the target of {target}:", value=now, target=aim(kpi, wording))
    return comes_to(said, status, wording)


def compared(progress: float, expected: float, status: Status, wording: Wording) -> Iterator[Line]:
    """What is done against what is expected by now, and what pace that is."""
    if status is Status.TOO_EARLY:
        share = written(expected * 100, 0, lambda shown: shown < 100 * TOO_EARLY, wording)
        said = wording.say("{share} is less than 10 %:", share=f"{share}\u00a0%")
        yield comes_to(said, status, wording)
    elif expected:
        yield cut(_shares(progress, expected, wording), progress / expected, LINEAR, wording)


def pace_of(progress: float, expected: float) -> Status:
    """What the cuts alone say of two shares."""
    return by_cuts(progress / expected, LINEAR)


def cut(shares: str, ratio: float, cuts: tuple[float, ...], wording: Wording) -> Line:
    """Between which cuts a ratio lies, and the status that follows."""
    status = by_cuts(ratio, cuts)
    least = least_for(status, cuts)
    shown = written(ratio, 2, lambda rounded: by_cuts(rounded, cuts) is status, wording)
    if least is None:
        said = wording.say(
            "{shares} = {ratio}, below {cut}:", shares=shares, ratio=shown, cut=wording.number(cuts[-1])
        )
    else:
        said = wording.say(
            "{shares} = {ratio}, at least {cut}:", shares=shares, ratio=shown, cut=wording.number(least)
        )
    return comes_to(said, status, wording)


def written(value: float, digits: int, true: Callable[[float], bool], wording: Wording) -> str:
    """A value with as many decimals as it takes that what is said of it is true of what is shown."""
    enough = (places for places in range(digits, _MOST_DIGITS) if true(round(value, places)))
    return wording.decimals(value, next(enough, digits))


def _shares(progress: float, expected: float, wording: Wording) -> str:
    """Two shares in per cent, with the decimals it takes that dividing them gives what is shown."""
    done, planned = progress * 100, expected * 100
    places = next((few for few in range(_MOST_DIGITS) if _divide_alike(done, planned, few)), 0)
    return f"{_trimmed(done, places, wording)} ÷ {_trimmed(planned, places, wording)}"


def _divide_alike(done: float, planned: float, places: int) -> bool:
    """Whether rounded shares give the same ratio and status, and do not seem to be the whole way."""
    less, part = round(done, places), round(planned, places)
    if not part or (less < 100) != (done < 100):
        return False
    return round(less / part, 2) == round(done / planned, 2) and pace_of(less, part) is pace_of(done, planned)


def _trimmed(value: float, most: int, wording: Wording) -> str:
    """A rounded value without zeros behind it."""
    places = next(few for few in range(most + 1) if round(value, few) == round(value, most))
    return wording.decimals(value, places)
