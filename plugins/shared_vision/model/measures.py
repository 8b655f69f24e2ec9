"""What the arithmetic found: progress, status and freshness of KPIs and goals."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from shared_vision.model.effect import Effect
from shared_vision.model.flow import Lacking, OnTime
from shared_vision.model.forecast import Forecast
from shared_vision.model.health import Figure
from shared_vision.model.heard import Brought, Heard
from shared_vision.model.owed import Owed
from shared_vision.model.reason import Reason
from shared_vision.model.rhythm import Confidence, Rhythm
from shared_vision.model.series import Point
from shared_vision.model.surveyed import Surveyed
from shared_vision.model.trend import Movement


class Status(StrEnum):
    """How a KPI or goal is doing; `unknown` always comes with a reason."""

    ACHIEVED = "achieved"
    ON_TRACK = "on-track"
    AT_RISK = "at-risk"
    OFF_TRACK = "off-track"
    MOVING_AWAY = "moving-away"
    TOO_EARLY = "too-early"
    UNKNOWN = "unknown"


GOOD = (Status.ON_TRACK, Status.ACHIEVED)
"""Where all is well."""


class Freshness(StrEnum):
    """Whether a KPI's data are there when they are due."""

    FRESH = "fresh"
    DUE = "due"
    OVERDUE = "overdue"
    DORMANT = "dormant"


class Basis(StrEnum):
    """The arithmetic a status rests on."""

    LINEAR = "linear"
    GROWTH = "growth"
    MAINTAIN = "maintain"


@dataclass(frozen=True, slots=True, kw_only=True)
class Start:
    """The value a KPI is counted from; `from_data` where the record left it to the data."""

    date: date
    value: float
    from_data: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Rate:
    """Growth a year over a number of years: 0.02 for 2 %."""

    a_year: float
    years: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Growth:
    """What a status by growth rests on: the growth so far, the growth that the target needs.

    `factor` is how much of the usual growth is asked where there is no target: less near a limit.
    """

    so_far: Rate
    needed: Rate | Reason
    factor: float = 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class KpiMeasure:
    """How one KPI is doing.

    `progress` is the share of the way done (linear), the measured growth over the required
    growth or the growth itself where there is no target (growth), or the share of recent
    points inside the band (maintain); below 0 is backwards. `expected` is what `progress`
    should be by the date of the latest value. `score` runs from -5 to 5 (growth only), `growth`
    is what that rests on.
    `basis` is the arithmetic used; `fell_back` is true where growth was asked for but a zero
    or a change of sign forbids it, so that linear was used; `lapsed` where the target's date has
    passed and no value meets the target. `reason` is None exactly where the status is known.
    `due` is the day by which the next value should be there.
    """

    id: str
    status: Status
    reason: Reason | None
    basis: Basis
    fell_back: bool = False
    lapsed: bool = False
    progress: float | Reason
    expected: float | Reason
    score: float | Reason
    growth: Growth | Reason = Reason.NOT_DEFINED
    start: Start | Reason
    latest: Point | Reason
    freshness: Freshness | Reason
    due: date | Reason


@dataclass(frozen=True, slots=True, kw_only=True)
class Swing:
    """The status that a goal would have without one of its KPIs or sub-goals, by its reference."""

    without: str
    status: Status


@dataclass(frozen=True, slots=True, kw_only=True)
class GoalMeasure:
    """How one goal is doing, rolled up from its KPIs and sub-goals.

    `progress` and `expected` are weighted means over those with data, none of which counts for more
    than the whole way, `score` the mean score
    (where all that have data have scores), `worst` the worst status below it, `coverage` the
    share of the weight that has data, from 0 to 1; below 0.8 the status is unknown with
    the reason `incomplete`. `on_track` and `kpis` count KPIs, sub-goals' included, each once.
    `sensitivity` holds the members any of which, left out, would give the goal another status.
    """

    id: str
    status: Status
    reason: Reason | None
    worst: Status
    progress: float | Reason
    expected: float | Reason
    score: float | Reason
    coverage: float
    on_track: int
    kpis: tuple[str, ...]
    sensitivity: tuple[Swing, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Past:
    """The status of every KPI at the end of each of the latest months, the last of them today.

    It is what the rules and targets of today say of the values of today, each taken as known from
    the end of its period on: how values were corrected since, and when they came in, is not known.
    """

    days: tuple[date, ...] = ()
    kpis: Mapping[str, tuple[Status, ...]] = field(default_factory=dict)


class Agreement(StrEnum):
    """What a partner says to today's wording of the vision or a goal."""

    AGREED = "agreed"
    EARLIER = "earlier"
    """It agreed to an earlier wording, and has yet to look at today's."""
    OBJECTS = "objects"
    NOT_ASKED = "not-asked"


@dataclass(frozen=True, slots=True, kw_only=True)
class Voice:
    """What one partner says to one wording: since when, and in which decision it objects to it.

    `changed` is the day on which the earlier wording that it agreed to became another, where that is known.
    """

    partner: str
    agreement: Agreement
    on: date | None = None
    decision: str = ""
    changed: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Measures:
    """Every measure of a document as of one day, by id; `past` is empty where nobody asked for it.

    `voices` holds what each partner says to the vision (`vision/vision`) and to each goal it has a part
    in, by reference, in order of partner. `forecasts` tells of each KPI what is to be expected or why
    nothing is, `effects` what came of each action on each KPI it should move. `lacking` is what keeps the
    vision from being concrete; `on_time` tells for each KPI how its values came in, where somebody asked git.
    """

    today: date
    kpis: Mapping[str, KpiMeasure]
    goals: Mapping[str, GoalMeasure]
    past: Past = field(default_factory=Past)
    voices: Mapping[str, tuple[Voice, ...]] = field(default_factory=dict)
    forecasts: Mapping[str, Forecast | Reason] = field(default_factory=dict)
    effects: tuple[Effect, ...] = ()
    trends: Mapping[str, Movement] = field(default_factory=dict)
    """What is signal and what noise, of every KPI that has values."""
    lacking: tuple[Lacking, ...] = ()
    on_time: Mapping[str, OnTime | Reason] = field(default_factory=dict)
    heard: Mapping[str, Heard] = field(default_factory=dict)
    """How each idea was heard, the latest first."""
    brought: tuple[Brought, ...] = ()
    """What each partner brought, in order of partner."""
    rhythms: Mapping[str, Rhythm] = field(default_factory=dict)
    """How each partner kept in touch, where a rhythm was agreed."""
    confidences: Mapping[str, Confidence] = field(default_factory=dict)
    """How sure the partners are of each goal that anybody spoke of lately."""
    figures: tuple[Figure, ...] = ()
    """How the partnership itself is doing."""
    owed: tuple[Owed, ...] = ()
    """What is asked of each partner now, the oldest first."""
    surveys: Mapping[str, Surveyed | Reason] = field(default_factory=dict)
    """The results of each survey, by its id, the earliest first."""
    check_ins: tuple[date, ...] = ()
    """The next days on which updates are due, the same for all partners."""
    vision_review: date | None = None
    """The day by which the vision itself is to be looked at again."""
