"""Why a measure has no value: absence always has a reason."""

from enum import StrEnum


class Reason(StrEnum):
    """Why something could not be measured; pages turn each into a sentence."""

    NO_DATA = "no-data"
    BAD_DATA = "bad-data"
    EMBARGOED = "embargoed"
    NO_BASELINE = "no-baseline"
    NO_TARGET = "no-target"
    ONE_POINT = "one-point"
    ONE_YEAR = "one-year"
    """Growth a year takes values of two calendar years."""
    NO_GROWTH = "no-growth"
    """A zero or a change of sign forbids a growth rate, and there is no target to judge by instead."""
    BASE_EQUALS_TARGET = "base-equals-target"
    BASE_BEYOND_TARGET = "base-beyond-target"
    BEFORE_BASELINE = "before-baseline"
    TARGET_BEFORE_BASELINE = "target-before-baseline"
    NOT_DEFINED = "not-defined"
    """The method has no such figure (a band has no score)."""
    NO_SCHEDULE = "no-schedule"
    """An irregular KPI has no date by which its data are due."""
    NO_KPIS = "no-kpis"
    INCOMPLETE = "incomplete"
    """Less than 80 % of the weight below a goal has data."""
    NO_HISTORY = "no-history"
    """It is not known when its values came in."""
    NOTHING_DUE = "nothing-due"
    """No value has fallen due since it is known when they come in."""
