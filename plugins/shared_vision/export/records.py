"""What other programs read of decisions, initiatives and partners: plain values that JSON can hold."""

from shared_vision.export.translations import translations
from shared_vision.model.document import Document
from shared_vision.model.records import Decision, Expectation, Initiative, Option, Partner

Row = dict[str, object]


def decision_rows(document: Document) -> list[Row]:
    """Every decision with the ways that were weighed."""
    return [_decision(decision) for decision in document.decisions.values()]


def initiative_rows(document: Document) -> list[Row]:
    """Every initiative with what it should change."""
    return [_initiative(initiative) for initiative in document.initiatives.values()]


def partner_rows(document: Document) -> list[Row]:
    """Every partner as it presents itself; its mail domains are not published."""
    return [_partner(partner) for partner in document.partners.values()]


def _decision(decision: Decision) -> Row:
    return {
        "id": decision.id,
        "title": decision.title,
        "summary": decision.summary,
        "date": decision.date.isoformat(),
        "status": decision.status.value,
        "affects": list(decision.affects),
        "expects": [_expectation(expected) for expected in decision.expects],
        "options": [_option(option) for option in decision.options],
        "decided_by": list(decision.decided_by),
        "consulted": list(decision.consulted),
        "informed": list(decision.informed),
        "positions": [
            {"partner": said.partner, "position": said.position.value, "on": _day(said.on)}
            for said in decision.positions
        ],
        "review_on": _day(decision.review_on),
        "supersedes": list(decision.supersedes),
        **translations(decision, "title", "summary"),
    }


def _option(option: Option) -> Row:
    return {
        "title": option.title,
        "proposed_by": option.proposed_by,
        "valued_for": option.valued_for,
        "outcome": option.outcome.value if option.outcome else None,
        "because": option.because,
        **translations(option, "title", "valued_for", "because"),
    }


def _expectation(expected: Expectation) -> Row:
    lag = expected.lag
    return {
        "kpi": expected.kpi,
        "direction": expected.direction.value,
        "by": expected.by,
        "lag": {"months": lag.months, "days": lag.days} if lag else None,
    }


def _initiative(initiative: Initiative) -> Row:
    return {
        "id": initiative.id,
        "title": initiative.title,
        "summary": initiative.summary,
        "status": initiative.status.value,
        "start": _day(initiative.start),
        "end": _day(initiative.end),
        "owner": initiative.owner,
        "partners": list(initiative.partners),
        "goals": list(initiative.goals),
        "expects": [_expectation(expected) for expected in initiative.expects],
        **translations(initiative, "title", "summary"),
    }


def _partner(partner: Partner) -> Row:
    return {
        "id": partner.id,
        "title": partner.title,
        "summary": partner.summary,
        "role": partner.role,
        "since": _day(partner.since),
        "values": list(partner.values),
        "experience": partner.experience,
        **translations(partner, "title", "summary", "role", "experience"),
    }


def _day(day: object) -> str | None:
    return str(day) if day else None
