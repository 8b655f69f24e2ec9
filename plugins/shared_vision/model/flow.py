"""What the numbers themselves are like: how they come in, what is missing to make the vision concrete."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


@dataclass(frozen=True, slots=True, kw_only=True)
class OnTime:
    """How many of the values that fell due within a year were published by the day they were due.

    `known_from` is the day from which it is known when values came; nothing due before it is counted.
    """

    in_time: int
    counted: int
    known_from: date


class Lack(StrEnum):
    """What keeps a goal or KPI from being concrete."""

    GOAL_KPI = "goal-kpi"
    GOAL_ACTION = "goal-action"
    KPI_DATA = "kpi-data"
    KPI_TARGET = "kpi-target"
    KPI_BASELINE = "kpi-baseline"
    KPI_OWNER = "kpi-owner"
    KPI_ACTION = "kpi-action"


@dataclass(frozen=True, slots=True, kw_only=True)
class Lacking:
    """A record, by its reference, with one thing that it lacks."""

    lack: Lack
    ref: str
