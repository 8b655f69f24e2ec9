"""The pages of goals."""

from collections.abc import Iterator

from shared_vision.model.names import STATUS
from shared_vision.model.records import Goal, GoalStatus
from shared_vision.model.site import Page
from shared_vision.render.agreeing import changes_since, detail
from shared_vision.render.book import Book
from shared_vision.render.engine import findable, make_page
from shared_vision.render.events import Calendar, coming
from shared_vision.render.filters import Filter, chosen, said
from shared_vision.render.hanging import swings
from shared_vision.render.here import Here
from shared_vision.render.sentences import goal_headline
from shared_vision.render.summing import summed
from shared_vision.render.sureness import sureness
from shared_vision.render.trail import trail

_MANY = 60
"""From so many goals on, the lower levels of the tree are folded."""
_DEEPEST = 8
"""So many levels the tree shows; a goal's own page shows those below."""

_TOLD = 5
"""So many updates a goal's page shows."""


def goal_pages(book: Book) -> Iterator[Page]:
    """The tree of goals, then a page each."""
    yield _index(book)
    calendar = Calendar(book)
    yield from (_page(book, goal, calendar) for goal in book.document.goals.values())


def _index(book: Book) -> Page:
    goals, say = book.document.goals, book.wording.say
    tops = [goal for goal in book.below[None] if goal.status is not GoalStatus.RETIRED]
    return make_page(
        Here(book=book, path="goals/index"),
        "goals",
        title=say("Goals"),
        description=book.wording.plural(
            "What we want to be true, and by when: {number} goal with its KPIs.",
            "What we want to be true, and by when: {number} goals with their KPIs.",
            len(goals),
        ),
        section=say("Goals"),
        below=book.below,
        tops=tops,
        filters=_filters(book),
        retired=[goal for goal in goals.values() if goal.status is GoalStatus.RETIRED],
        folded=len(goals) > _MANY,
        deepest=_DEEPEST,
        broken=[record for record in book.document.broken if record.kind == "goals"],
    )


def _filters(book: Book) -> tuple[Filter, ...]:
    say, goals = book.wording.say, book.active_goals
    at_work = [name for goal in goals for name in {goal.owner, *goal.partners} if name]
    years = sorted({str(goal.due.year) for goal in goals if goal.due})
    return (
        chosen(
            "status",
            say("Status"),
            said(STATUS, say),
            [book.measures.goals[goal.id].status for goal in goals],
        ),
        chosen("partner", say("Partner"), book.partner_titles, at_work),
        chosen(
            "year",
            say("Year"),
            {year: year for year in years},
            [str(goal.due.year) for goal in goals if goal.due],
        ),
    )


def _page(book: Book, goal: Goal, calendar: Calendar) -> Page:
    here, measure = Here(book=book, path=f"goals/{goal.id}"), book.measures.goals[goal.id]
    ref = f"goals/{goal.id}"
    partners = [book.partner(name) for name in (goal.owner, *goal.partners) if name]
    return make_page(
        here,
        "goal",
        title=goal.title,
        description=goal.summary or goal.why or goal.title,
        found=findable(here.status(measure), *partners, *goal.tags),
        crumbs=trail(here, goal=goal),
        goal=goal,
        measure=measure,
        headline=goal_headline(measure, len(measure.kpis), book.wording),
        links=[link for link in goal.kpis if link.id in book.document.kpis],
        sum=summed(book, goal, measure),
        swings=swings(here, measure),
        below=[child for child in book.below[goal.id] if child.status is not GoalStatus.RETIRED],
        told=[(update, about) for update, about in book.updates_on[goal.id] if about.note][:_TOLD],
        sure=sureness(book, goal),
        ideas=book.ideas_for[ref],
        initiatives=book.initiatives_on[ref],
        decisions=book.decisions_on[ref],
        voices=book.voices(ref),
        changed=changes_since(here, book.voices(ref), ref),
        detail=lambda voice: detail(here, voice),
        coming=calendar.about(ref, (*book.decisions_on[ref], *book.initiatives_on[ref])),
        happens=lambda event: coming(here, event),
    )
