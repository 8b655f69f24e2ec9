"""Who agreed to today's wording, in words."""

from shared_vision.model.measures import Agreement, Voice
from shared_vision.model.told import Line, Telling
from shared_vision.render.here import Here
from shared_vision.render.html import Markup, safe


def how_many(here: Here, voices: tuple[Voice, ...]) -> Markup:
    """Who agreed to the vision as it is worded today, and since when all of them have."""
    wording = here.book.wording
    days = [voice.on for voice in voices if voice.agreement is Agreement.AGREED and voice.on]
    if not days:
        return safe("")
    day = here.day(max(days))
    if len(days) == len(voices):
        return safe(
            wording.plural(
                "Agreed by its only partner, {day}",
                "Agreed by all {number} partners, {day}",
                len(days),
                day=day,
            )
        )
    some, everyone = len(days), len(voices)
    return safe(
        wording.say("Agreed by {some} of {all} partners, last on {day}", some=some, all=everyone, day=day)
    )


def changes_since(here: Here, voices: tuple[Voice, ...], ref: str) -> tuple[tuple[Telling, Line], ...]:
    """What changed since the first of those who agreed to an earlier wording did, where that is known."""
    days = [voice.changed for voice in voices if voice.changed]
    goal = here.book.document.goals.get(ref.removeprefix("goals/"))
    kpis = (f"kpis/{link.id}" for link in goal.kpis) if goal else ()
    return here.book.changed_since((ref, *kpis), min(days)) if days else ()


def detail(here: Here, voice: Voice) -> Markup:
    """When a partner said it, and in which decision; what it has yet to do, where it said nothing."""
    say = here.book.wording.say
    if voice.agreement is Agreement.NOT_ASKED:
        return safe(say("has yet to look"))
    day = here.day(voice.on) if voice.on else ""
    if voice.decision:
        return safe(f"{day} {here.link(f'decisions/{voice.decision}')}".strip())
    if voice.agreement is Agreement.EARLIER:
        return safe(say("{day}, has yet to look at today’s wording", day=day))
    return safe(day)
