"""The steps of a calculation in plain text, each with what comes of it."""

from collections.abc import Iterator
from dataclasses import dataclass

from shared_vision.model.measures import Status
from shared_vision.model.wording import Wording
from shared_vision.render.words import STATUS

_LINEAR = (0.95, 0.75, 0.0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One step: a text, then what comes of it; an `aside` says where something is from."""

    text: str
    result: str = ""
    aside: bool = False

    def __str__(self) -> str:
        return f"{self.text} {self.result}".rstrip()


def compared(progress: float, expected: float, status: Status, wording: Wording) -> Iterator[Line]:
    """What is done against what is expected by now."""
    if status is Status.TOO_EARLY:
        yield Line(text=f"{wording.percent(expected)} is less than 10 %:", result=STATUS[status].lower())
    elif expected:
        shares = f"{_hundredths(progress, wording)} ÷ {_hundredths(expected, wording)}"
        yield cut(shares, progress / expected, _LINEAR, status)


def cut(shares: str, ratio: float, cuts: tuple[float, ...], status: Status) -> Line:
    """Between which cuts a ratio lies, and the status that follows."""
    least = next((cut for cut in cuts if ratio >= cut), None)
    shown = f"{ratio:.2f}" if least is None or round(ratio, 2) < _above(least, cuts) else f"{ratio:.4f}"
    said = f"below {cuts[-1]:g}" if least is None else f"at least {least:g}"
    text = f"{shares} = {shown}, {said}:".replace("-", "−")
    return Line(text=text, result=STATUS[status].lower())


def _above(least: float, cuts: tuple[float, ...]) -> float:
    return min((cut for cut in cuts if cut > least), default=float("inf"))


def _hundredths(share: float, wording: Wording) -> str:
    return wording.percent(share).removesuffix("\u00a0%")
