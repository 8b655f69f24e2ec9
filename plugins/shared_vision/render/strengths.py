"""What a partner does well, with the evidence; only that, as a page about a partner ranks nobody."""

from collections.abc import Iterator

from shared_vision.model.flow import OnTime
from shared_vision.model.health import STRONG
from shared_vision.model.measures import GOOD
from shared_vision.render.book import Book

_MOST = 6


def strengths(book: Book, partner: str) -> tuple[str, ...]:
    """A sentence for each thing that a partner does well, by the same measure as the partnership's own."""
    return tuple(_strengths(book, partner))[:_MOST]


def _strengths(book: Book, partner: str) -> Iterator[str]:
    wording, measures = book.wording, book.measures
    rhythm = measures.rhythms.get(partner)
    if rhythm and rhythm.counted and rhythm.kept / rhythm.counted >= STRONG:
        yield wording.plural(
            "Keeps in touch: heard {kept} of {number} time.",
            "Keeps in touch: heard {kept} of {number} times.",
            rhythm.counted,
            kept=rhythm.kept,
        )
    found = [measures.on_time.get(kpi.id) for kpi in book.owned_kpis[partner]]
    known = [one for one in found if isinstance(one, OnTime)]
    counted, kept = sum(one.counted for one in known), sum(one.in_time for one in known)
    if counted and kept / counted >= STRONG:
        yield wording.plural(
            "Brings its data on time: {kept} of {number} value within a year.",
            "Brings its data on time: {kept} of {number} values within a year.",
            counted,
            kept=kept,
        )
    good = [goal for goal in book.owned_goals[partner] if measures.goals[goal.id].status in GOOD]
    if good:
        yield wording.plural(
            "Answers for {number} goal that is on track or achieved.",
            "Answers for {number} goals that are on track or achieved.",
            len(good),
        )
    brought = next((one for one in measures.brought if one.partner == partner), None)
    if brought and brought.shaped:
        yield wording.plural(
            "Had a hand in {number} decision by what it proposed.",
            "Had a hand in {number} decisions by what it proposed.",
            len(brought.shaped),
        )
    answered = sum(
        heard.in_time is True and idea.answer is not None and idea.answer.by == partner
        for idea in book.ideas
        if (heard := measures.heard[idea.id])
    )
    if answered:
        yield wording.plural("Answered {number} idea in time.", "Answered {number} ideas in time.", answered)
