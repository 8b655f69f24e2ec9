"""The way from a section's index down to a record."""

from typing import NamedTuple

from shared_vision.model.records import Goal
from shared_vision.render.here import Here
from shared_vision.render.words import SECTION

_DEEPEST = 10


class Crumb(NamedTuple):
    """A step on the way: its name and address."""

    text: str
    url: str


def trail(here: Here, *, goal: Goal | None = None, under: Goal | None = None) -> tuple[Crumb, ...]:
    """The steps above a page: its section, or the goals above a goal, or down to the goal it is `under`."""
    if not goal and not under:
        kind = here.path.partition("/")[0]
        return (_section(here, kind),)
    return (_section(here, "goals"), *_goals(here, under or _parent(here, goal)))


def _section(here: Here, kind: str) -> Crumb:
    return Crumb(here.book.wording.say(SECTION[kind]), here.url(f"{kind}/index"))


def _goals(here: Here, goal: Goal | None) -> tuple[Crumb, ...]:
    steps: list[Crumb] = []
    while goal and len(steps) < _DEEPEST:
        steps.append(Crumb(goal.title, here.url(f"goals/{goal.id}")))
        goal = _parent(here, goal)
    return tuple(reversed(steps))


def _parent(here: Here, goal: Goal | None) -> Goal | None:
    return here.book.document.goals.get(goal.parent) if goal and goal.parent else None
