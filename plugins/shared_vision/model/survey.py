"""What a survey gave: counts that may hold small cells, and what of them may be published."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from shared_vision.model.reason import Reason


@dataclass(frozen=True, slots=True, kw_only=True)
class Moments:
    """How many gave a value, the sum of the values and of their squares."""

    n: int = 0
    total: float = 0.0
    squares: float = 0.0

    def __add__(self, other: "Moments") -> "Moments":
        """Both together."""
        return Moments(
            n=self.n + other.n, total=self.total + other.total, squares=self.squares + other.squares
        )

    @property
    def mean(self) -> float:
        """The mean; `n` is not 0."""
        return self.total / self.n

    @property
    def variance(self) -> float:
        """The variance of the values themselves, 0 where they are all the same."""
        return max(self.squares / self.n - self.mean**2, 0.0)

    @property
    def constant(self) -> bool:
        """Whether all values are the same."""
        return self.n == 0 or self.variance < 1e-9


@dataclass(frozen=True, slots=True, kw_only=True)
class Responses:
    """Everything counted in a survey's file, by group; a group is a partner's id, empty where it is none's.

    `answered` is how many gave any answer. `counts` has for each question (by its number) and group how often
    each value of the scale was given, the lowest first; `themes` for each theme and group the moments of what
    each person's answers to its questions come to on average. Small groups are in it: it is for
    `measure/disclosure.py` alone.
    """

    answered: Mapping[str, int] = field(repr=False)
    counts: tuple[Mapping[str, tuple[int, ...]], ...] = field(repr=False)
    themes: Mapping[str, Mapping[str, Moments]] = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Band:
    """How many answers lie from one value of the scale to another."""

    low: int
    high: int
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """The result of one question, by its number; `mean` and `agreement` to one decimal.

    `bands` go over the whole scale; values that few chose are taken together with their neighbours.
    `agreement` is 1 where all agree, 0 where answers are spread as by chance (r_wg).
    """

    number: int
    answers: int
    bands: tuple[Band, ...]
    mean: float | Reason
    agreement: float | Reason

    def share_from(self, low: int, high: int) -> float | Reason:
        """The share of answers from one value to another, where bands begin and end there."""
        inside = [band for band in self.bands if low <= band.low and band.high <= high]
        if sum(band.high - band.low + 1 for band in inside) != high - low + 1:
            return Reason.FEW_ANSWERS
        return sum(band.count for band in inside) / self.answers


@dataclass(frozen=True, slots=True, kw_only=True)
class Theme:
    """The result of one theme: mean over those who answered, to one decimal, and its 95 % interval's half."""

    name: str
    answers: int
    mean: float
    give: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """What a partner's people answered: how many, and the mean of each theme to one decimal."""

    partner: str
    answers: int
    themes: Mapping[str, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Published:
    """What of a survey may be seen; nothing else of it leaves the build.

    `hidden` names the partners of which some answered, but whose own answers are not shown: too few, or such
    that theirs or another's would follow from the rest. `reason` is given where nothing at all may be seen.
    """

    answered: int = 0
    questions: tuple[Asked, ...] = ()
    themes: tuple[Theme, ...] = ()
    groups: tuple[Group, ...] = ()
    hidden: tuple[str, ...] = ()
    reason: Reason | None = None


HIDDEN = Published(reason=Reason.FEW_ANSWERS)
