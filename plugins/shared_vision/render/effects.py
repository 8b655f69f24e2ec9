"""The page that tells which actions help."""

from shared_vision.model.effect import Effect, Verdict
from shared_vision.model.records import Goal
from shared_vision.model.site import Page
from shared_vision.render.book import Book
from shared_vision.render.engine import make_page
from shared_vision.render.filters import chosen, said
from shared_vision.render.here import Here
from shared_vision.render.words import VERDICT

_ORDER = (Verdict.HELPED, Verdict.HURT, Verdict.NO_CHANGE, Verdict.CANNOT_TELL)


def effects_page(book: Book) -> Page:
    """Every action with what came of it, the strongest evidence first; then the goals that nothing helps."""
    say, found = book.wording.say, [one for one in book.measures.effects if not one.told_elsewhere]
    return make_page(
        Here(book=book, path="effects/index"),
        "effects",
        title=say("What helps"),
        description=say("What came of our decisions and initiatives, as far as the values tell."),
        effects=sorted(found, key=_evidence),
        filters=(
            chosen("verdict", say("Verdict"), said(VERDICT, say), [one.verdict for one in found]),
            chosen(
                "goal",
                say("Goal"),
                book.goal_titles,
                [goal.id for one in found for goal in book.goals_of[one.kpi]],
            ),
        ),
        goals_of=lambda one: [goal.id for goal in book.goals_of[one.kpi]],
        without=_without(book),
    )


def _evidence(effect: Effect) -> tuple[int, float, str]:
    """What sorts by verdict, then by how unlikely chance is, then by what has the most values since."""
    weight = effect.estimate.q if effect.estimate else -float(effect.after)
    return _ORDER.index(effect.verdict), weight, effect.action


def _without(book: Book) -> list[Goal]:
    """The goals with KPIs none of which any action has helped."""
    helped = {one.kpi for one in book.measures.effects if one.verdict is Verdict.HELPED}
    return [
        goal for goal in book.active_goals if goal.kpis and not any(link.id in helped for link in goal.kpis)
    ]
