"""What a decision's page says of the procedure; the small vision is of 2026-06-15."""

import re
from collections.abc import Callable, Mapping
from html import unescape

from shared_vision.model.site import Page
from small_vision import SMALL

Rendered = Callable[..., Mapping[str, Page]]
PARTNERS = {f"vision/partners/{name}.yml": f"title: {name.title()}\n" for name in ("clinic", "harbour")}
DECISION = (
    "title: Call back\ndate: 2026-06-08\nstatus: proposed\ndecided_by: northgate\n"
    "affects: [goals/fewer-complaints]\npositions:\n"
)


def _section(
    rendered: Rendered, decision: str, rules: str = "rule: consent, quorum: 2, comment_days: 10"
) -> list[str]:
    """The section in lines of plain words."""
    vision = f"{SMALL['vision/vision.yml']}governance: {{{rules}}}\n"
    files = {**PARTNERS, "vision/vision.yml": vision, "vision/decisions/call-back.yml": decision}
    html = rendered(files)["decisions/call-back"].html
    found = re.search(r"<h2>(Where it stands|How it was decided)</h2>.*?</section>", html, re.DOTALL)
    if not found:
        return []
    lines = re.sub(r"</(h2|p|li|div|dt)>|<br>", "\n", found[0])
    return [
        line for line in (unescape(re.sub("<[^>]+>", "", one)).strip() for one in lines.split("\n")) if line
    ]


def _says(partner: str, position: str, day: str, comment: str = "") -> str:
    return f"  - {{partner: {partner}, position: {position}, on: 2026-06-{day}, comment: '{comment}'}}\n"


def test_a_proposal_says_what_is_open_and_for_how_long(rendered: Rendered) -> None:
    positions = _says("clinic", "object", "10", "Who pays?") + _says("harbour", "hold", "12")
    assert _section(rendered, DECISION + positions) == [
        "Where it stands",
        "It would not be carried today.",
        "Partners may comment until 18\u00a0Jun\u00a02026.",
        "1 of the 2 answers that it takes is there.",
        "A partner asks to wait: Harbour, until 22\u00a0Jun\u00a02026",
        "Only Clinic can lift the objection.",
        "Our rule",
        "Consent: nobody objects",
        "Time for comments",
        "3 days left",
        "Answered",
        "1 of 3 partners, it takes 2",
        "Open objections",
        "Clinic: Who pays?",
        "Ask to wait",
        "Harbour, until 22\u00a0Jun\u00a02026",
        "Yet to answer",
        "Northgate Council",
    ]


def test_a_proposal_whose_time_is_over_says_whether_it_would_be_carried(rendered: Rendered) -> None:
    positions = (
        _says("clinic", "consent", "02")
        + _says("harbour", "abstain", "03")
        + _says("northgate", "hold", "01")
    )
    assert _section(rendered, DECISION.replace("06-08", "06-01") + positions) == [
        "Where it stands",
        "It would be carried today.",
        "Our rule",
        "Consent: nobody objects",
        "Time for comments",
        "over since 11\u00a0Jun\u00a02026",
        "Answered",
        "2 of 3 partners, it takes 2",
        "Consent",
        "Clinic",
        "Abstain",
        "Harbour",
        "Yet to answer",
        "Northgate Council",
    ]


def test_an_accepted_decision_says_what_carried_it(rendered: Rendered) -> None:
    accepted = DECISION.replace("proposed", "accepted")
    positions = _says("clinic", "consent", "02") + _says("harbour", "object", "03", "No.")
    assert _section(
        rendered, accepted + positions + _says("northgate", "consent", "03"), "rule: majority"
    ) == [
        "How it was decided",
        "Our rule carries it.",
        "Our rule",
        "Majority: more partners consent than object",
        "Answered",
        "3 of 3 partners",
        "Consent",
        "Clinic, Northgate Council",
        "Open objections",
        "Harbour: No.",
    ]
    assert _section(rendered, accepted + positions, "rule: unanimity")[1:4] == [
        "Our rule does not carry it.",
        "Only Harbour can lift the objection.",
        "Consent is missing: Harbour, Northgate Council",
    ]
    assert (
        _section(rendered, accepted + positions, "rule: majority")[2]
        == "Not more partners consent than object."
    )


def test_nothing_is_said_of_rules_that_nobody_wrote_down(rendered: Rendered) -> None:
    assert _section(rendered, DECISION + _says("clinic", "consent", "10"), "protects: [goals]") == []
    assert (
        _section(rendered, DECISION.replace("proposed", "withdrawn") + _says("clinic", "consent", "10")) == []
    )


def test_a_reason_is_words_and_no_markup(rendered: Rendered) -> None:
    vision = f"{SMALL['vision/vision.yml']}governance: {{rule: consent}}\n"
    objection = DECISION + _says("clinic", "object", "10", "<img src=x onerror=alert(1)>")
    files = {**PARTNERS, "vision/vision.yml": vision, "vision/decisions/call-back.yml": objection}
    assert "<img" not in rendered(files)["decisions/call-back"].html
