"""What is said of an action, whole."""

from datetime import date

import pytest

from shared_vision.model.document import Document
from shared_vision.model.effect import Doubt, Effect, Estimate, Verdict
from shared_vision.model.wording import Wording
from shared_vision.read import read
from shared_vision.render.helping import as_sure, came, effect_lines

ENGLISH = Wording("en")
ESTIMATE = Estimate(
    step=-8.271,
    low=-10.681,
    high=-5.862,
    slope_before=-0.2225,
    slope_change=-0.26,
    error=0.3767,
    wider=3.13,
    placebos=21,
    seasonal=False,
    p=0.00001,
    q=0.00002,
    without=(),
)


@pytest.fixture
def document() -> Document:
    files = {
        "vision/vision.yml": "title: Small\n",
        "vision/kpis/waits.yml": "title: Waits\ndirection: decrease\nunit: '%'\n",
        "vision/initiatives/line.yml": "title: A <b>line</b>\n",
    }
    return read({path: text.encode() for path, text in files.items()})


def _effect(
    verdict: Verdict, estimate: Estimate | None = None, doubt: Doubt | None = None, after: int = 12
) -> Effect:
    return Effect(
        action="initiatives/line",
        kpi="waits",
        start=date(2025, 8, 4),
        since=date(2025, 10, 4),
        verdict=verdict,
        doubt=doubt,
        before=21,
        after=after,
        middles=(40.0, 30.0),
        estimate=estimate,
        others=("initiatives/line",),
    )


@pytest.mark.parametrize(
    ("effect", "said"),
    [
        (
            _effect(Verdict.HELPED, ESTIMATE),
            "From 4 Oct 2025 on the level is lower by 8.3 percentage points (between 5.9 and 10.7).",
        ),
        (
            _effect(Verdict.NO_CHANGE, ESTIMATE),
            (
                "From 4 Oct 2025 on the level differs by −8.3 percentage points (between −10.7 and −5.9): "
                "no more than happens without any action."
            ),
        ),
        (
            _effect(Verdict.CANNOT_TELL, doubt=Doubt.TOO_EARLY, after=1),
            (
                "Too early: 1 value since it should show, it takes eight. "
                "The middle value was 40 % before, 30 % since."
            ),
        ),
        (
            _effect(Verdict.CANNOT_TELL, doubt=Doubt.OVERLAPS),
            (
                "Not to be told apart from what began near it: A <b>line</b>. "
                "The middle value was 40 % before, 30 % since."
            ),
        ),
    ],
)
def test_what_came_of_it(effect: Effect, said: str, document: Document) -> None:
    assert came(effect, document, ENGLISH).replace("\u00a0", " ") == said


def test_how_the_verdict_came_about() -> None:
    effect = _effect(Verdict.HELPED, ESTIMATE)
    assert [str(line).replace("\u00a0", " ") for line in effect_lines(effect, (effect,), ENGLISH)] == [
        "change of level, from 21 values before and 12 since = −8.271",
        (
            "t = change ÷ (its error × caution) = −8.271 ÷ (0.3767 × 3.13) = −7.01; "
            "as far from 0 by chance: < 0.1 %"
        ),
        "the same when 1 pair of action and KPI is looked at: < 0.1 %; below 5 % it counts: Helped",
        "The slope was −0.2225 a period before; it changed by −0.26.",
        (
            "Segmented regression, errors by Newey and West (1987), correction for many by Benjamini and "
            "Hochberg (1995). It tells what came after, not what caused it."
        ),
        (
            "Such errors are too hopeful for values that follow one another: they are multiplied by 3.13, "
            "learnt from 21 dates of this series without the action and from what is usual."
        ),
    ]


@pytest.mark.parametrize(
    ("values", "said"),
    [
        ((8.271, 5.862, 10.681), ("8.3", "5.9", "10.7")),
        ((0.00012, 0.0001, 0.00015), ("0.000120", "0.000100", "0.000150")),
        ((1234567.0, 1234000.0, 1235000.0), ("1,234,567", "1,234,000", "1,235,000")),
        ((4.0, 4.0, 4.0), ("4", "4", "4")),
    ],
)
def test_numbers_have_the_digits_that_their_spread_deserves(
    values: tuple[float, ...], said: tuple[str, ...]
) -> None:
    assert as_sure(values, ENGLISH) == said
