"""What a survey gave: counts that may hold small cells, and what of them may be published."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field

from shared_vision.model.reason import Reason


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """How many people spoke to a theme; the lowest and the highest of what each one's answers come to."""

    people: int
    low: float
    high: float

    def __add__(self, other: "Span") -> "Span":
        """Both together."""
        low, high = min(self.low, other.low), max(self.high, other.high)
        return Span(people=self.people + other.people, low=low, high=high)


SEALED = ("of", "name", "partner", "answers", "from", "to", "value")
"""The columns of the file that takes the place of a survey's answers."""
Counts = tuple[int, ...]
"""How many chose each value of a scale, from the lowest up."""


@dataclass(frozen=True, slots=True)
class Person:
    """One row of a survey's file: enough to know it again, too little to read it.

    `given` has a byte for the answer to each question, 0 for none; `beside` has a few for each other cell.
    """

    given: bytes = field(repr=False)
    beside: tuple[bytes, ...] = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Responses:
    """Everything counted in a survey's file, by group; a group is a partner's id, empty where it is none's.

    `answered` is how many gave any answer. `counts` has for each question (by its number) and group how often
    each of the `width` values of the scale was given; `spans` for each theme and group how far its people
    are apart. `people` are those of each group, for telling whether some were counted before. Small groups
    are in it: it is for `measure/disclosure.py` alone.
    """

    answered: Mapping[str, int] = field(repr=False)
    counts: tuple[Mapping[str, Counts], ...] = field(repr=False)
    width: int = field(repr=False)
    spans: Mapping[str, Mapping[str, Span]] = field(repr=False)
    people: Mapping[str, tuple[Person, ...]] = field(default_factory=dict, repr=False)
    beside: tuple[str, ...] = field(default=(), repr=False)
    """The names of the columns that no question is about, in the order of each person's `beside`."""

    def given(self, number: int, groups: Collection[str]) -> Counts:
        """How some groups together answered a question."""
        counts, zero = self.counts[number], (0,) * self.width
        found = (counts[group] for group in groups if group in counts)
        return tuple(map(sum, zip(zero, *found, strict=True)))

    def of(self, groups: Collection[str]) -> list[Counts]:
        """How some groups together answered each question."""
        return [self.given(number, groups) for number in range(len(self.counts))]

    @property
    def whole(self) -> list[Counts]:
        """How all together answered each question."""
        return self.of(self.answered)


@dataclass(frozen=True, slots=True, kw_only=True)
class Band:
    """How many answers lie from one value of the scale to another."""

    low: int
    high: int
    count: int

    @property
    def joined(self) -> bool:
        """Whether it holds several values."""
        return self.high > self.low


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What may be seen of one question, by its number.

    `bands` go over the whole scale; values that few chose are taken together with their neighbours. `total`
    is the sum of all answers, or why it is not shown.
    """

    number: int
    bands: tuple[Band, ...]
    total: int | Reason

    @property
    def answers(self) -> int:
        """How many answered it."""
        return sum(band.count for band in self.bands)

    def share_from(self, low: int, high: int) -> float | Reason:
        """The share of answers from one value to another, where bands begin and end there."""
        inside = [band for band in self.bands if low <= band.low and band.high <= high]
        if sum(band.high - band.low + 1 for band in inside) != high - low + 1:
            return Reason.FEW_ANSWERS
        return sum(band.count for band in inside) / self.answers


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """What a partner's people answered: the mean of each theme, rounded to a `step`."""

    partner: str
    step: float
    themes: Mapping[str, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Published:
    """What of a survey may be seen; nothing else of it leaves the build.

    `hidden` names the partners whose own answers are not shown, where others' are: too few of their people
    answered, or theirs or another's would follow from the rest; an empty name stands for people of no
    partner. `reason` is given where nothing may be seen.
    """

    answered: int = 0
    questions: tuple[Asked, ...] = ()
    groups: tuple[Group, ...] = ()
    hidden: tuple[str, ...] = ()
    reason: Reason | None = None
