"""What is asked of each partner now."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from typing import NamedTuple

from shared_vision.model.changes import History
from shared_vision.model.document import Document
from shared_vision.model.heard import Waiting
from shared_vision.model.measures import Agreement, Freshness, Measures
from shared_vision.model.owed import Duty, Owed
from shared_vision.model.procedure import Procedure, has_rules, procedure
from shared_vision.model.reason import Reason
from shared_vision.model.records import Decision, DecisionStatus, GoalStatus

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
        *_reviews(document, measures),
    )
    return tuple(sorted(found, key=lambda one: one.order))


def _data(document: Document, measures: Measures) -> Iterator[Owed]:
    """New values: of a KPI with a schedule when its next is due, of one without any values at once.

    What one file settles is asked for once.
    """
    wanted: dict[tuple[str, str, date | None], list[str]] = {}
    for kpi in document.kpis.values():
        measure = measures.kpis[kpi.id]
        first = document.series.get(kpi.id, Reason.NO_DATA) is Reason.NO_DATA
        if not kpi.source.computed and (first or measure.freshness in _WANTED):
            day = None if isinstance(measure.due, Reason) else measure.due
            wanted.setdefault((kpi.owner or "", kpi.data_path, day), []).append(f"kpis/{kpi.id}")
    for (partner, path, day), refs in wanted.items():
        late = day is not None and day < measures.today
        yield Owed(
            partner=partner,
            duty=Duty.DATA,
            ref=refs[0],
            others=tuple(refs[1:]),
            path=path,
            day=day,
            late=late,
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


class _Asking(NamedTuple):
    """What is asked about decisions, as of a day."""

    document: Document
    today: date

    def about(self, decision: Decision, partner: str, duty: Duty, day: date | None) -> Owed:
        ref = f"decisions/{decision.id}"
        late = day is not None and day < self.today
        path = self.document.paths.get(ref, "")
        return Owed(partner=partner, duty=duty, ref=ref, path=path, day=day, late=late)


def _positions(document: Document, today: date) -> Iterator[Owed]:
    """Answers to open proposals, and the words that one is decided where the partners' rules carry it."""
    asking = _Asking(document, today)
    for decision in document.decisions.values():
        if decision.status is not DecisionStatus.PROPOSED or decision.date > today:
            continue
        state = procedure(decision, document.vision, tuple(document.partners.values()), today)
        if state.carried and has_rules(document.vision):
            for partner in decision.decided_by or _proposers(decision) or ("",):
                found = asking.about(decision, partner, Duty.RECORD, state.ready_since)
                yield replace(found, late=False)
        else:
            for partner in state.silent:
                yield asking.about(decision, partner, Duty.POSITION, _until(state, partner))


def _proposers(decision: Decision) -> tuple[str, ...]:
    return tuple(dict.fromkeys(option.proposed_by for option in decision.options if option.proposed_by))


def _until(state: Procedure, partner: str) -> date | None:
    """The last day on which a partner may answer, with the time that it was given where it asked to wait."""
    days = [state.last_day] if state.last_day else []
    if partner in state.answers:
        held = state.holds_until(partner)
        days += [held - timedelta(days=1)] if held < date.max else []
    return max(days, default=None)


def _signatures(document: Document, measures: Measures) -> Iterator[Owed]:
    """Where the wording changed since a partner agreed to it, or others agreed and it never was asked."""
    for ref, voices in measures.voices.items():
        goal = document.goals.get(ref.removeprefix("goals/")) if ref.startswith("goals/") else None
        if goal and goal.status not in _LIVE:
            continue
        signed = any(one.agreement in {Agreement.AGREED, Agreement.EARLIER} for one in voices)
        for voice in voices:
            if not document.partners[voice.partner].joined(measures.today):
                continue
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


def _reviews(document: Document, measures: Measures) -> Iterator[Owed]:
    today = measures.today
    asking = _Asking(document, today)
    for decision in document.decisions.values():
        day = decision.review_on
        if day and day <= today and decision.status is DecisionStatus.ACCEPTED:
            for partner in decision.decided_by or ("",):
                yield asking.about(decision, partner, Duty.REVIEW, day)
    day = measures.vision_review
    if day and day <= today:
        path = f"vision/decisions/vision-looked-at-{today}.yml"
        yield Owed(
            partner="", duty=Duty.REVIEW, ref="vision/vision", path=path, day=day, late=day < today, new=True
        )


def vision_review(document: Document, history: History, today: date) -> date | None:
    """The day by which the vision is to be looked at again; None where nobody agreed on a rhythm.

    It was looked at when a decision about it was last made; before the first, when it was first signed or
    written down. Who joins and signs later takes no new look for the others.
    """
    span = document.vision.cadence.review
    decided = [
        one.date
        for one in document.decisions.values()
        if one.status is not DecisionStatus.PROPOSED and "vision/vision" in one.affects and one.date <= today
    ]
    begun = [one.on for one in document.vision.signed if one.on <= today]
    begun += [day for day, _ in history.wordings.get("vision/vision", ()) if day <= today]
    looked = max(decided, default=None) or min(begun, default=None)
    return span.after(looked) if span and looked else None
