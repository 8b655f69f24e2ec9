"""What came of an action, in words and line by line."""

from collections.abc import Iterator, Sequence
from math import inf

from shared_vision.model.catalogue import message, messages
from shared_vision.model.document import Document
from shared_vision.model.effect import Doubt, Effect, Estimate, Verdict
from shared_vision.model.records import Kpi
from shared_vision.model.wording import Wording
from shared_vision.render.sentences import amount, sign, sure_places
from shared_vision.render.steps import Line
from shared_vision.render.words import VERDICT

_LEAST = 0.001
_PLAIN = (1e-5, 1e12)
"""Spreads that are written without powers of ten."""


def came(effect: Effect, document: Document, wording: Wording) -> str:
    """What came of it: From 4 Oct 2025 on lower by 8.3 (between 5.9 and 10.7); or why that cannot be told."""
    kpi = document.kpis[effect.kpi]
    if not effect.estimate:
        return " ".join(filter(None, (_doubt(effect, document, wording), _middles(effect, kpi, wording))))
    found, day = effect.estimate, wording.day(effect.since) if effect.since else ""
    if effect.verdict is Verdict.NO_CHANGE:
        step, low, high = as_sure((found.step, found.low, found.high), wording)
        return wording.say(_WITHIN, day=day, step=points(step, kpi, wording), low=low, high=high)
    said = _HIGHER if found.step > 0 else _LOWER
    low, step, high = as_sure(sorted(map(abs, (found.low, found.step, found.high))), wording)
    return wording.say(said, day=day, step=points(step, kpi, wording), low=low, high=high)


def as_sure(values: Sequence[float], wording: Wording) -> tuple[str, ...]:
    """Numbers with as many digits as two of their spread: 8.3, 5.9, 10.7."""
    spread = max(values) - min(values)
    if not 0 < spread < inf or not _PLAIN[0] <= spread <= _PLAIN[1]:
        return tuple(wording.number(value) for value in values)
    places = max(0, sure_places(spread))
    return tuple(wording.decimals(value, places) for value in values)


def points(change: str, kpi: Kpi, wording: Wording) -> str:
    """A change with the sign of its unit; of a share it is points, not a share of the share."""
    mark = sign(kpi.unit)
    if mark == "%":
        return wording.say("{change} percentage points", change=change)
    return f"{change}\u00a0{mark}" if mark else change


_HIGHER = message("From {day} on the level is higher by {step} (between {low} and {high}).")
_LOWER = message("From {day} on the level is lower by {step} (between {low} and {high}).")
_WITHIN = message(
    "From {day} on the level differs by {step} (between {low} and {high}): "
    "no more than happens without any action."
)


def _doubt(effect: Effect, document: Document, wording: Wording) -> str:
    if effect.doubt is Doubt.OVERLAPS:
        names = [_title(ref, document) for ref in effect.others]
        return wording.say(_OVERLAPS, others=wording.listed(names))
    if effect.doubt is Doubt.TOO_EARLY:
        return wording.plural(*_TOO_EARLY, effect.after)
    if effect.doubt is Doubt.TOO_FEW_BEFORE:
        return wording.plural(*_TOO_FEW_BEFORE, effect.before)
    return wording.say(_DOUBTS[effect.doubt]) if effect.doubt else ""


_OVERLAPS = message("Not to be told apart from what began near it: {others}.")
_TOO_EARLY = messages(
    "Too early: {number} value since it should show, it takes eight.",
    "Too early: {number} values since it should show, it takes eight.",
)
_TOO_FEW_BEFORE = messages(
    "Only {number} value from before it began, it takes eight.",
    "Only {number} values from before it began, it takes eight.",
)
_DOUBTS = {
    Doubt.NO_DATA: message("The KPI has no values."),
    Doubt.NOT_BEGUN: message("It has not begun."),
    Doubt.NO_RHYTHM: message("The KPI's values come at no fixed times."),
    Doubt.NEVER_MOVED: message("The KPI has never moved."),
}


def _title(ref: str, document: Document) -> str:
    kind, _, name = ref.partition("/")
    records = document.decisions if kind == "decisions" else document.initiatives
    return records[name].title if name in records else name


def _middles(effect: Effect, kpi: Kpi, wording: Wording) -> str:
    before, after = effect.middles
    if before is None or after is None:
        return ""
    then, now = amount(before, kpi.unit, wording), amount(after, kpi.unit, wording)
    return wording.say("The middle value was {before} before, {after} since.", before=then, after=now)


def effect_lines(effect: Effect, effects: Sequence[Effect], wording: Wording) -> Iterator[Line]:
    """How the verdict came about."""
    found = effect.estimate
    if not found:
        return
    yield Line(
        text=wording.say(_FITTED, before=effect.before, after=effect.after),
        result=wording.number(found.step),
    )
    yield from _tested(effect, found, effects, wording)
    change, slope = (wording.number(one) for one in (found.slope_change, found.slope_before))
    yield Line(text=wording.say(_SLOPES, before=slope, change=change), aside=True)
    yield Line(text=wording.say(_METHOD), aside=True)
    if found.seasonal:
        yield Line(text=wording.say(_SEASON), aside=True)
    wider = wording.number(round(found.wider, 2))
    yield Line(text=wording.plural(*_PLACEBO, found.placebos, wider=wider), aside=True)


def _tested(effect: Effect, found: Estimate, effects: Sequence[Effect], wording: Wording) -> Iterator[Line]:
    if found.error > 0:
        step = wording.number(found.step)
        formula = f"{step} ÷ ({wording.number(found.error)} × {wording.number(round(found.wider, 2))})"
        t = wording.decimals(found.step / (found.error * found.wider), 2)
        yield Line(
            text=wording.say(
                "t = change ÷ (its error × caution) = {formula} = {t}; as far from 0 by chance:",
                formula=formula,
                t=t,
            ),
            result=_chance(found.p, wording),
        )
    pairs = sum(one.estimate is not None for one in effects)
    corrected = wording.plural(*_CORRECTED, pairs, share=_chance(found.q, wording))
    yield Line(text=corrected, result=wording.say(VERDICT[effect.verdict]))


def _chance(share: float, wording: Wording) -> str:
    if share < _LEAST:
        return f"< {wording.decimals(_LEAST * 100, 1)}\u00a0%"
    return f"{wording.decimals(share * 100, 1)}\u00a0%"


_FITTED = message("change of level, from {before} values before and {after} since =")
_CORRECTED = messages(
    "the same when {number} pair of action and KPI is looked at: {share}; below 5 % it counts:",
    "the same when {number} pairs of action and KPI are looked at: {share}; below 5 % it counts:",
)
_SLOPES = message("The slope was {before} a period before; it changed by {change}.")
_METHOD = message(
    "Segmented regression, errors by Newey and West (1987), "
    "correction for many by Benjamini and Hochberg (1995). It tells what came after, not what caused it."
)
_SEASON = message("The time of year is taken out first.")
_PLACEBO = messages(
    "Such errors are too hopeful for values that follow one another: "
    "they are multiplied by {wider}, learnt from {number} date of this series "
    "without the action and from what is usual.",
    "Such errors are too hopeful for values that follow one another: "
    "they are multiplied by {wider}, learnt from {number} dates of this series "
    "without the action and from what is usual.",
)


def told_of(
    effect: Effect, document: Document, effects: Sequence[Effect], wording: Wording
) -> Iterator[Line]:
    """An action by name, its verdict and what came, then how that came about."""
    head = wording.say(
        "{action}: {came}", action=_title(effect.action, document), came=came(effect, document, wording)
    )
    yield Line(text=head, result=wording.say(VERDICT[effect.verdict]))
    yield from effect_lines(effect, effects, wording)
