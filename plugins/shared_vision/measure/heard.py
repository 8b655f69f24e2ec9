"""How ideas were heard, and what each partner brought."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from datetime import date
from statistics import median

from shared_vision.model.document import Document
from shared_vision.model.heard import Brought, Heard, Waiting
from shared_vision.model.ideas import told_by
from shared_vision.model.reason import Reason
from shared_vision.model.records import AnswerOutcome, Decision, Idea, Option, Outcome


def hearings(document: Document, today: date) -> dict[str, Heard]:
    """How each idea told by now was heard, by its id, the latest first."""
    return {idea.id: _heard(idea, document, today) for idea in told_by(document, today)}


def _heard(idea: Idea, document: Document, today: date) -> Heard:
    within = document.vision.cadence.ideas_answered_within
    due = within.after(idea.date) if within else None
    asked = answerers(idea, document)
    if idea.answer:
        late = due is not None and idea.answer.on > due
        days = (idea.answer.on - idea.date).days
        own = idea.answer.by == idea.by
        return Heard(id=idea.id, waiting=None, days=days, due=due, asked=asked, answered_late=late, own=own)
    waiting = Waiting.LATE if due and due < today else Waiting.OPEN
    return Heard(id=idea.id, waiting=waiting, days=None, due=due, asked=asked)


def answerers(idea: Idea, document: Document) -> tuple[str, ...]:
    """Who is to answer: those whom it names, else those who answer for its goals, else none."""
    goals = (document.goals[goal].owner for goal in idea.goals)
    return idea.asked or tuple(dict.fromkeys(owner for owner in goals if owner and owner != idea.by))


def brought(document: Document, today: date) -> tuple[Brought, ...]:
    """What each partner brought by now, in order of partner: no ranking."""
    ideas: defaultdict[str, list[Idea]] = defaultdict(list)
    for idea in told_by(document, today):
        ideas[idea.by].append(idea)
    options: defaultdict[str, list[tuple[Decision, Option]]] = defaultdict(list)
    for decision, option in proposed_options(document, today):
        options[option.proposed_by or ""].append((decision, option))
    return tuple(
        _brought(partner, ideas[partner], options[partner], document) for partner in document.partners
    )


def proposed_options(document: Document, today: date) -> Iterator[tuple[Decision, Option]]:
    """Every option that a partner proposed by now, with its decision."""
    for decision in document.decisions.values():
        if decision.date <= today:
            yield from ((decision, option) for option in decision.options if option.proposed_by)


def _brought(
    partner: str, ideas: list[Idea], options: list[tuple[Decision, Option]], document: Document
) -> Brought:
    by_others = [(one, one.answer) for one in ideas if one.answer and one.answer.by != partner]
    days = [(answer.on - one.date).days for one, answer in by_others]
    adopted = sum(answer.outcome is AnswerOutcome.ADOPTED for _, answer in by_others)
    chosen = sum(option.outcome is Outcome.CHOSEN for _, option in options)
    from_ideas = (one.answer.decision for one in ideas if one.answer and one.answer.decision)
    return Brought(
        partner=partner,
        ideas=len(ideas),
        options=len(options),
        answered=len(days),
        days=median(days) if days else Reason.NO_ANSWERS,
        taken_up=adopted + chosen,
        shaped=_latest_first({*from_ideas, *(decision.id for decision, _ in options)}, document.decisions),
    )


def _latest_first(ids: set[str], decisions: Mapping[str, Decision]) -> tuple[str, ...]:
    return tuple(sorted(ids, key=lambda one: (-decisions[one].date.toordinal(), one)))
