"""What is asked of each partner now."""

from collections.abc import Iterator
from datetime import date

from shared_vision.model.document import Document
from shared_vision.model.heard import Waiting
from shared_vision.model.measures import Agreement, Freshness, Measures
from shared_vision.model.owed import Duty, Owed
from shared_vision.model.procedure import procedure
from shared_vision.model.reason import Reason
from shared_vision.model.records import DecisionStatus, GoalStatus

_WANTED = (Freshness.DUE, Freshness.OVERDUE, Freshness.DORMANT)
_LIVE = (GoalStatus.PROPOSED, GoalStatus.AGREED)


def owed(document: Document, measures: Measures) -> tuple[Owed, ...]:
    """Everything that partners are asked for as of the measures' day, the oldest first."""
    found = (
        *_data(document, measures),
        *_answers(document, measures),
        *_positions(document, measures.today),
        *_signatures(document, measures),
        *_updates(measures),
        *_reviews(document, measures.today),
    )
    return tuple(sorted(found, key=lambda one: one.order))


def _data(document: Document, measures: Measures) -> Iterator[Owed]:
    """New values: of a KPI with a schedule when its next is due, of one without any values at once."""
    for kpi in document.kpis.values():
        measure = measures.kpis[kpi.id]
        first = document.series.get(kpi.id, Reason.NO_DATA) is Reason.NO_DATA
        if kpi.source.computed or not (first or measure.freshness in _WANTED):
            continue
        day = None if isinstance(measure.due, Reason) else measure.due
        yield Owed(
            partner=kpi.owner or "",
            duty=Duty.DATA,
            ref=f"kpis/{kpi.id}",
            path=kpi.data_path,
            day=day,
            late=day is not None and day < measures.today,
        )


def _answers(document: Document, measures: Measures) -> Iterator[Owed]:
    for heard in measures.heard.values():
        if heard.waiting:
            for partner in heard.asked or ("",):
                yield Owed(
                    partner=partner,
                    duty=Duty.IDEA,
                    ref=f"ideas/{heard.id}",
                    path=document.paths.get(f"ideas/{heard.id}", ""),
                    day=heard.due or document.ideas[heard.id].date,
                    late=heard.waiting is Waiting.LATE,
                )


def _positions(document: Document, today: date) -> Iterator[Owed]:
    for decision in document.decisions.values():
        if decision.status is DecisionStatus.PROPOSED and decision.date <= today:
            state = procedure(decision, document.vision, tuple(document.partners.values()), today)
            for partner in state.silent:
                yield Owed(
                    partner=partner,
                    duty=Duty.POSITION,
                    ref=f"decisions/{decision.id}",
                    path=document.paths.get(f"decisions/{decision.id}", ""),
                    day=state.ends,
                    late=bool(state.ends and state.ends < today),
                )


def _signatures(document: Document, measures: Measures) -> Iterator[Owed]:
    """Where the wording changed since a partner agreed to it, or others agreed and it never was asked."""
    for ref, voices in measures.voices.items():
        goal = document.goals.get(ref.removeprefix("goals/")) if ref.startswith("goals/") else None
        if goal and goal.status not in _LIVE:
            continue
        signed = any(one.agreement in {Agreement.AGREED, Agreement.EARLIER} for one in voices)
        for voice in voices:
            again = voice.agreement is Agreement.EARLIER
            if again or (signed and voice.agreement is Agreement.NOT_ASKED):
                yield Owed(
                    partner=voice.partner,
                    duty=Duty.SIGNATURE,
                    ref=ref,
                    path=document.paths.get(ref, ""),
                    day=(voice.changed or voice.on) if again else None,
                    late=False,
                )


def _updates(measures: Measures) -> Iterator[Owed]:
    for rhythm in measures.rhythms.values():
        if rhythm.owes:
            yield Owed(
                partner=rhythm.partner,
                duty=Duty.UPDATE,
                ref=f"partners/{rhythm.partner}",
                path=f"vision/updates/{measures.today}-{rhythm.partner}.yml",
                day=rhythm.owes,
                late=rhythm.late,
                new=True,
            )


def _reviews(document: Document, today: date) -> Iterator[Owed]:
    for decision in document.decisions.values():
        day = decision.review_on
        if day and day <= today and decision.status is DecisionStatus.ACCEPTED:
            for partner in decision.decided_by or ("",):
                yield Owed(
                    partner=partner,
                    duty=Duty.REVIEW,
                    ref=f"decisions/{decision.id}",
                    path=document.paths.get(f"decisions/{decision.id}", ""),
                    day=day,
                    late=day < today,
                )
    day = vision_review(document, today)
    if day and day <= today:
        path = document.paths.get("vision/vision", "")
        yield Owed(partner="", duty=Duty.REVIEW, ref="vision/vision", path=path, day=day, late=day < today)


def vision_review(document: Document, today: date) -> date | None:
    """The day by which the vision is to be looked at again; None where nobody agreed on a rhythm.

    It was looked at when a partner last agreed to it, and when a decision about it was last made.
    """
    span = document.vision.cadence.review
    looked = [one.on for one in document.vision.signed if one.on <= today]
    looked += [
        one.date
        for one in document.decisions.values()
        if one.status is not DecisionStatus.PROPOSED and "vision/vision" in one.affects and one.date <= today
    ]
    return span.after(max(looked)) if span and looked else None
