"""The page on how the partnership itself is doing, and what its signs rest on."""

import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date

import pytest

from render.telling import ANSWER, CADENCE, HARBOUR, IDEA, TOLD, words
from render.test_surveys import ASKED
from shared_vision.build import Results
from shared_vision.model.flow import OnTime
from shared_vision.model.health import Figure, Sign, Standing
from shared_vision.model.measures import Measures
from shared_vision.model.site import Page
from shared_vision.model.surveyed import Interval, Moved, Surveyed, ThemeResult
from shared_vision.render.book import Book
from shared_vision.render.partnership import partnership_page

Rendered = Callable[..., Mapping[str, Page]]
Worked = Callable[..., Results]
RULES = "governance: {rule: consent, quorum: 1, comment_days: 10}\n"
VISION = {"vision/vision.yml": CADENCE["vision/vision.yml"] + RULES}
DECIDED = {
    f"vision/decisions/{name}.yml": (
        f"title: Decide {name}\ndate: 2026-0{month}-01\nstatus: {status}\npositions: [{positions}]\n"
    )
    for name, month, status, positions in (
        ("alone", 3, "accepted", "{partner: northgate, position: consent}"),
        (
            "together",
            4,
            "accepted",
            "{partner: northgate, position: consent}, {partner: harbour, position: object}",
        ),
        ("open", 5, "proposed", ""),
    )
}
LATE = {"vision/ideas/evenings.yml": IDEA + ANSWER.replace("2026-05-09", "2026-06-01")}
WAITING = {
    "vision/ideas/mornings.yml": "title: Mornings\nby: harbour\ndate: 2026-04-01\n",
    "vision/ideas/nights.yml": (
        "title: Nights\nby: harbour\ndate: 2026-04-02\nanswer: {by: northgate, on: 2026-04-03, "
        "text: No., valued_for: Honest., outcome: declined}\n"
    ),
}
EVERYTHING = {**HARBOUR, **VISION, **TOLD, **DECIDED, **LATE, **WAITING}


def evidence(html: str, name: str) -> str:
    """What a row's fold says."""
    row = html.partition(f">{name}</a></strong>")[2].partition("\n</li>")[0]
    return words(row.partition("What this rests on</summary>")[2])


def page(results: Results, measures: Measures) -> str:
    book = Book(document=results.document, measures=measures, charts={}, settings=results.settings)
    return partnership_page(book).html


def test_the_page_begins_with_what_is_strong_and_what_to_talk_about(rendered: Rendered) -> None:
    html = rendered(EVERYTHING)["partnership/index"].html
    assert (
        "How we work together 1 of 5 signs of how we work together are strong. "
        "To talk about first: Ideas answered in time (33 %)." in words(html)
    )


def test_a_partnership_that_was_asked_for_nothing_is_told_so(rendered: Rendered) -> None:
    html = rendered({"vision/decisions/call-back.yml": None})["partnership/index"].html
    assert "How we work together is not known yet: nothing was asked for so far." in words(html)


def test_ideas_are_named_with_how_they_were_answered_and_no_partner(rendered: Rendered) -> None:
    html = rendered(EVERYTHING)["partnership/index"].html
    said = evidence(html, "Ideas answered in time")
    assert said == (
        "The ideas that were answered late, or still wait: "
        "Evenings answered after 31 days Mornings Answer overdue"
    )


def test_decisions_that_lacked_answers_are_named_and_no_partner(rendered: Rendered) -> None:
    html = rendered(EVERYTHING)["partnership/index"].html
    assert evidence(html, "Part in decisions") == (
        "The decisions that lacked answers: Decide alone 1 of 2 answers Call back the same day 0 of 2 answers"
    )


def test_days_on_which_somebody_was_missed_are_counted_and_no_partner_named(rendered: Rendered) -> None:
    said = evidence(rendered(EVERYTHING)["partnership/index"].html, "Keeping in touch")
    assert said.startswith("The days on which not all were heard in time:")
    assert "5 Apr 2026 0 of 2 heard" in said
    assert "Northgate" not in said
    assert "Harbour" not in said


@pytest.mark.parametrize("sign", [Sign.RHYTHM_KEPT, Sign.IDEAS_ANSWERED, Sign.PARTICIPATION])
def test_what_is_named_adds_up_to_what_is_missing(worked: Worked, rendered: Rendered, sign: Sign) -> None:
    names = {
        Sign.RHYTHM_KEPT: "Keeping in touch",
        Sign.IDEAS_ANSWERED: "Ideas answered in time",
        Sign.PARTICIPATION: "Part in decisions",
    }
    figure = next(one for one in worked(EVERYTHING).measures.figures if one.sign is sign)
    html = rendered(EVERYTHING)["partnership/index"].html
    said = evidence(html, names[sign])
    counted = [int(whole) - int(part) for part, whole in re.findall(r"(\d+) of (\d+)", said)]
    missing = sum(counted) if counted else len(re.findall("answered after|Answer overdue", said))
    assert missing == figure.whole - figure.part > 0


def test_kpis_whose_values_came_late_are_named_with_how_many(worked: Worked) -> None:
    results = worked()
    known = {"complaints": OnTime(in_time=9, counted=12, known_from=date(2025, 1, 1))}
    figure = Figure(sign=Sign.DATA_ON_TIME, share=0.75, part=9, whole=12)
    measures = replace(results.measures, on_time=known, figures=(figure,))
    said = evidence(page(results, measures), "Data on time")
    assert said == "The KPIs whose values came late: Complaints 9 of 12 values came in time"


@pytest.mark.parametrize(
    ("part", "whole", "said"),
    [
        (0, 1, "0 of 1 idea we answered or option we did not take."),
        (1, 1, "1 of 1 idea we answered or option we did not take."),
        (0, 7, "0 of 7 ideas we answered and options we did not take."),
        (3, 7, "3 of 7 ideas we answered and options we did not take."),
        (7, 7, "7 of 7 ideas we answered and options we did not take."),
    ],
)
def test_thanks_are_counted_in_plain_words(worked: Worked, part: int, whole: int, said: str) -> None:
    results = worked()
    figure = Figure(sign=Sign.RECOGNITION, share=part / whole, part=part, whole=whole)
    html = page(results, replace(results.measures, figures=(figure,)))
    assert f"<p>What was good is written down for {said}</p>" in html


@pytest.mark.parametrize(
    ("rose", "head"),
    [
        (Interval(low=0.1, high=0.6), "What is getting better"),
        (Interval(low=-0.1, high=0.6), "What could be better"),
        (Interval(low=-0.6, high=-0.1), "What could be better"),
    ],
)
def test_a_fair_theme_that_clearly_went_up_is_getting_better(
    worked: Worked, rose: Interval, head: str
) -> None:
    results = worked(ASKED)
    told = results.measures.surveys["spring"]
    assert isinstance(told, Surveyed)
    theme = ThemeResult(
        name="openness", mean=3.8, give=0.1, standing=Standing.FAIR, moved=Moved(before=3.4, rose=rose)
    )
    surveys = {"spring": replace(told, themes=(theme,))}
    html = page(results, replace(results.measures, surveys=surveys))
    found = re.findall(r"<h2>([^<]*)</h2>(?:(?!<h2>).)*?>What our people say</a>", html, re.DOTALL)
    assert found == [head]


def test_thanks_that_are_not_written_down_are_named(rendered: Rendered) -> None:
    decided = {
        "vision/decisions/hire.yml": (
            "title: Hire\ndate: 2026-03-02\nstatus: accepted\noptions:\n"
            "  - {title: More agents, proposed_by: harbour, outcome: rejected, because: Too dear.}\n"
        )
    }
    html = rendered({**EVERYTHING, **decided})["partnership/index"].html
    assert evidence(html, "Thanks written down") == (
        "Where we have not written down yet what was good: Hire 2 Mar 2026"
    )


def test_what_people_say_takes_one_row_and_its_sign_has_a_name_of_its_own(rendered: Rendered) -> None:
    html = rendered({**EVERYTHING, **ASKED})["partnership/index"].html
    assert re.findall(r"What our people say</a></strong> (.*?)</li>", html, re.DOTALL)
    head = html.partition('id="scope"')[0]
    assert head.count(">What our people say</a></strong>") == 1
    assert "What our people say on a scale from 1 to 5 Openness 4." in words(html)
    assert evidence(html, "Part in surveys") == "The survey: Spring 24 of 30 answered"


def test_a_sign_has_a_bar_beside_its_share(rendered: Rendered) -> None:
    html = rendered(EVERYTHING)["partnership/index"].html
    row = html.partition(">Ideas answered in time</a></strong>")[2].partition("</li>")[0]
    assert '<b style="width:33%"></b>' in row
    assert "33\u00a0%" in row


def test_who_covers_what_is_a_list_on_a_phone(rendered: Rendered) -> None:
    scope = "scope:\n  - {id: phone, title: The phone, partners: [northgate]}\n"
    files = {**HARBOUR, "vision/vision.yml": f"title: Small\n{scope}"}
    html = rendered(files)["partnership/index"].html
    assert '<table class="sv-table sv-stacked">' in html
    row = html.partition('<tr><th scope="row">The phone</th>')[2].partition("</tr>")[0]
    assert row.count('<td class="sv-cell">') == 2
    assert words(row).endswith("Northgate Council alone")
