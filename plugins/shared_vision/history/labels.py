"""What readers call the fields of records."""

from collections.abc import Mapping

from shared_vision.model.catalogue import message

LABELS: Mapping[str, str] = {
    "title": message("Title"),
    "summary": message("Summary"),
    "body": message("Text"),
    "tags": message("Tags"),
    "statement": message("Wording"),
    "horizon": message("Horizon"),
    "principles": message("Principle"),
    "scope": message("What must be covered"),
    "governance": message("Rules for deciding"),
    "cadence": message("Rhythm"),
    "survey": message("Rules for surveys"),
    "signed": message("Agreement"),
    "role": message("Role"),
    "since": message("First day"),
    "values": message("Values"),
    "experience": message("Experience"),
    "why": message("Reason"),
    "parent": message("Larger goal"),
    "owner": message("Owner"),
    "partners": message("Partners"),
    "due": message("Due date"),
    "status": message("Status"),
    "kpis": message("KPIs"),
    "kpis.weight": message("Weight"),
    "unit": message("Unit"),
    "direction": message("Direction"),
    "frequency": message("Frequency"),
    "baseline": message("Baseline"),
    "baseline.date": message("Baseline date"),
    "milestones": message("Milestone"),
    "target": message("Target"),
    "target.date": message("Target date"),
    "target.low": message("Lower limit"),
    "target.high": message("Upper limit"),
    "method": message("Method"),
    "limit": message("Limit"),
    "measures": message("What it tells about"),
    "source": message("Source"),
    "publish_from": message("Publishing date"),
    "goals": message("Goals"),
    "start": message("Start"),
    "end": message("End"),
    "expects": message("Expected change"),
    "date": message("Date"),
    "context": message("What made it necessary"),
    "options": message("Option"),
    "decision": message("What is decided"),
    "consequences": message("What follows from it"),
    "affects": message("Affected records"),
    "decided_by": message("Decided by"),
    "consulted": message("Asked"),
    "informed": message("Told"),
    "positions": message("Position"),
    "review_on": message("To be looked at again"),
    "supersedes": message("Replaces"),
    "by": message("Author"),
    "asks": message("Requests"),
    "blockers": message("What is in the way"),
    "no_change": message("Nothing new"),
    "problem": message("What it would make better"),
    "asked": message("Asked to answer"),
    "answer": message("Answer"),
    "answer.outcome": message("What became of it"),
    "answer.valued_for": message("What we valued in it"),
}
"""By the path of the field; a field within another has that one's name where it has none of its own."""

REFERS: Mapping[str, str] = {
    "owner": "partners",
    "partners": "partners",
    "partner": "partners",
    "proposed_by": "partners",
    "decided_by": "partners",
    "consulted": "partners",
    "informed": "partners",
    "by": "partners",
    "asked": "partners",
    "signed": "partners",
    "positions": "partners",
    "parent": "goals",
    "goals": "goals",
    "kpis": "kpis",
    "expects": "kpis",
    "supersedes": "decisions",
    "decision": "decisions",
    "initiative": "initiatives",
}
"""The kind of record whose ids are in a field."""


def label_of(field: str) -> str:
    """The message that names a field."""
    while field not in LABELS and "." in field:
        field = field.rpartition(".")[0]
    return LABELS[field] if field in LABELS else field.replace("_", " ")
