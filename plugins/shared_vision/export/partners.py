"""What other programs read of how partners are heard: ideas, what is asked of whom, how all is kept up."""

from collections.abc import Iterable, Mapping
from datetime import date

from shared_vision.export.translations import translations
from shared_vision.model.document import Document
from shared_vision.model.ideas import told_by
from shared_vision.model.measures import Measures
from shared_vision.model.owed import Owed
from shared_vision.model.reason import Reason
from shared_vision.model.records import Answer, Idea

Row = dict[str, object]


def idea_rows(document: Document, measures: Measures) -> list[Row]:
    """Every idea told by now with its answer."""
    return [_idea(idea, measures) for idea in told_by(document, measures.today)]


def owed_rows(found: Iterable[Owed], folders: Mapping[str, str] | None = None) -> list[Row]:
    """Everything asked of partners, the oldest first; `partner` is null where it is asked of all together.

    `folders` maps the folders of a vision to where they lie, where that is elsewhere.
    """
    return [_owed(one, folders or {}) for one in found]


def partnership_row(measures: Measures) -> Row:
    """How the partnership is doing: every sign with its share, how each keeps in touch, what each brought."""
    return {
        "signs": [
            {
                "id": figure.sign.value,
                "share": None if isinstance(figure.share, Reason) else figure.share,
                "reason": figure.share.value if isinstance(figure.share, Reason) else None,
                "part": figure.part,
                "whole": figure.whole,
            }
            for figure in measures.figures
        ],
        "rhythm": [
            {
                "partner": rhythm.partner,
                "kept": rhythm.kept,
                "counted": rhythm.counted,
                "latest": _day(rhythm.latest),
            }
            for rhythm in measures.rhythms.values()
        ],
        "contributions": [
            {
                "partner": one.partner,
                "ideas": one.ideas,
                "answered": one.answered,
                "days": None if isinstance(one.days, Reason) else one.days,
                "options": one.options,
                "taken_up": one.taken_up,
                "decisions": list(one.shaped),
            }
            for one in measures.brought
        ],
        "confidence": {
            goal: {"now": one.now, "before": one.before, "fell": one.fell}
            for goal, one in measures.confidences.items()
        },
    }


def _idea(idea: Idea, measures: Measures) -> Row:
    heard = measures.heard[idea.id]
    return {
        "id": idea.id,
        "title": idea.title,
        "summary": idea.summary,
        "by": idea.by,
        "date": idea.date.isoformat(),
        "problem": idea.problem,
        "goals": list(idea.goals),
        "due": _day(heard.due),
        "waiting": heard.waiting.value if heard.waiting else None,
        "answer": _answer(idea.answer, heard.days) if idea.answer else None,
        **translations(idea, "title", "summary", "problem"),
    }


def _answer(answer: Answer, days: int | None) -> Row:
    return {
        "by": answer.by,
        "on": answer.on.isoformat(),
        "days": days,
        "valued_for": answer.valued_for,
        "text": answer.text,
        "outcome": answer.outcome.value,
        "decision": answer.decision,
        "initiative": answer.initiative,
        **translations(answer, "valued_for", "text"),
    }


def _owed(one: Owed, folders: Mapping[str, str]) -> Row:
    folder, _, rest = one.path.partition("/")
    return {
        "partner": one.partner or None,
        "duty": one.duty.value,
        "about": one.ref,
        "also": list(one.others),
        "file": f"{folders.get(folder, folder)}/{rest}",
        "new_file": one.new,
        "day": _day(one.day),
        "late": one.late,
    }


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None
