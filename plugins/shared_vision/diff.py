"""From two states of a vision to what is different between them."""

from collections.abc import Mapping
from datetime import date

from shared_vision.export.diff import Shift, diff_markdown
from shared_vision.history.between import between
from shared_vision.history.embargo import hold_back_event
from shared_vision.history.protected import protected_problems
from shared_vision.history.tell import tell_event
from shared_vision.measure.measures import measure, published
from shared_vision.model.document import Document, titles
from shared_vision.model.measures import Measures
from shared_vision.model.problem import Problem
from shared_vision.model.wording import Wording

__all__ = ["diff", "undecided"]


def diff(before: Document, after: Document, today: date, language: str = "") -> str:
    """What another state of a vision would change, as Markdown in which partners' text does nothing.

    `language` is the main one of its texts.
    """
    change = between(before, after, today, language)
    hidden = {
        f"kpis/{kpi.id}": kpi.publish_from
        for document in (before, after)
        for kpi in document.kpis.values()
        if kpi.publish_from
    }
    telling = tell_event(
        hold_back_event(change, hidden, today), {**titles(before), **titles(after)}, Wording()
    )
    old, new = (measure(published(document, today), today) for document in (before, after))
    return diff_markdown(telling, tuple(_shifts(old, new, titles(after))), after, change)


def undecided(before: Document, after: Document, today: date, language: str = "") -> tuple[Problem, ...]:
    """A problem for each protected record that another state of a vision changes without a decision."""
    return protected_problems(before, after, between(before, after, today, language))


def _shifts(old: Measures, new: Measures, names: Mapping[str, str]) -> list[Shift]:
    """What becomes of the progress and status of each goal and KPI that is in both."""
    pairs = [
        (f"{kind}/{name}", before[name], after[name])
        for kind, before, after in (("goals", old.goals, new.goals), ("kpis", old.kpis, new.kpis))
        for name in after
        if name in before
    ]
    return [
        Shift(title=names[ref], before=before, after=after)
        for ref, before, after in pairs
        if (before.status, before.progress) != (after.status, after.progress)
    ]
