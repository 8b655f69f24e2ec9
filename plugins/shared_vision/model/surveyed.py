"""What a survey says, worked out from nothing but what may be seen of it."""

from dataclasses import dataclass

from shared_vision.model.health import Standing
from shared_vision.model.reason import Reason
from shared_vision.model.survey import Published


@dataclass(frozen=True, slots=True, kw_only=True)
class Interval:
    """From where to where something lies with a chance of 95 %."""

    low: float
    high: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Moved:
    """What a figure was in the survey before, and the interval of how much it rose since."""

    before: float
    rose: Interval

    @property
    def clear(self) -> bool:
        """Whether it is more than chance."""
        return self.rose.low > 0 or self.rose.high < 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """The result of one question, by its number.

    `mean` is as it was answered, `give` half its interval; `top` is the share of the two best answers.
    `agreement` tells between what the index lies that is 1 where all agree, 0 where answers are spread as by
    chance; `divided` is true where they agreed on average, but not with each other, and None where what is
    shown does not tell. Each may have a reason why it is not shown.
    """

    number: int
    answers: int
    mean: float | Reason
    give: float
    top: float | Reason
    top_between: Interval
    agreement: Interval | Reason
    divided: bool | None
    moved: Moved | None = None
    """How the share of the two best answers moved."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ThemeResult:
    """The result of a theme: the mean of its questions' means, half its interval at most, what that says."""

    name: str
    mean: float
    give: float
    standing: Standing
    moved: Moved | None = None

    @property
    def getting_better(self) -> bool:
        """Whether it is fair, and clearly went up."""
        return self.standing is Standing.FAIR and self.moved is not None and self.moved.rose.low > 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Surveyed:
    """A survey's results; `before` is the id of the survey it is compared with, or empty."""

    published: Published
    questions: tuple[Result, ...] = ()
    themes: tuple[ThemeResult, ...] = ()
    before: str = ""

    @property
    def mean(self) -> float | Reason:
        """The mean over all themes."""
        if not self.themes:
            return self.published.reason or Reason.ALIKE
        return sum(theme.mean for theme in self.themes) / len(self.themes)
