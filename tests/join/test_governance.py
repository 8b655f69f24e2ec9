"""For each rule of governance a decision that it refuses, and one that it carries."""

import pytest

from shared_vision.read import read

PARTNERS = ("clinic", "harbour", "northgate")
PATH = "vision/decisions/d.yml"
RULES = "rule: consent, quorum: 2, comment_days: 10"
DECISION = (
    "title: Call back\ndate: 2026-05-11\nproposed_on: 2026-05-01\nstatus: accepted\ndecided_by: northgate\n"
    "positions:\n"
)
REMEDY = " Write status: proposed until that is settled, or add the answers that are missing to positions."


def _said(*answers: str) -> str:
    """Nothing, or answers as `northgate consent 03`, the day one in May 2026; more words are the comment."""
    lines = []
    for answer in answers:
        partner, position, day, *comment = answer.split()
        said = f", comment: {' '.join(comment)}" if comment else ""
        lines.append(f"  - {{partner: {partner}, position: {position}, on: 2026-05-{day}{said}}}\n")
    return "".join(lines) or "  []\n"


def _problems(decision: str, rules: str = RULES, **files: str) -> list[str]:
    texts = {f"vision/partners/{name}.yml": f"title: {name}\n" for name in PARTNERS}
    texts |= {"vision/vision.yml": f"title: x\ngovernance: {{{rules}}}\n", PATH: decision}
    texts |= {f"vision/{path.replace('__', '/')}.yml": text for path, text in files.items()}
    return [str(problem) for problem in read({path: text.encode() for path, text in texts.items()}).problems]


def _refused(rule: str, *gaps: str) -> list[str]:
    return [
        (
            f"{PATH}:4:9: error not-carried: status: It is accepted, but the rule {rule} does not carry it: "
            f"{'; '.join(gaps)}.{REMEDY}"
        )
    ]


TWO = ("northgate consent 03", "harbour abstain 04")


@pytest.mark.parametrize(
    ("answers", "gaps"),
    [
        (TWO, ()),
        (("northgate consent 03",), ("of the 2 partners that it takes, 1 had answered",)),
        (
            ("northgate consent 03", "harbour abstain 12"),
            ("of the 2 partners that it takes, 1 had answered",),
        ),
        ((), ("of the 2 partners that it takes, 0 had answered",)),
    ],
    ids=["enough", "too few", "too late", "none"],
)
def test_a_quorum_must_have_answered_by_the_day_of_the_decision(
    answers: tuple[str, ...], gaps: tuple[str, ...]
) -> None:
    assert _problems(DECISION + _said(*answers)) == (_refused("consent", *gaps) if gaps else [])


@pytest.mark.parametrize(
    ("answers", "gaps"),
    [
        ((*TWO, "clinic object 05 Too soon."), ("objections are open: clinic",)),
        ((*TWO, "clinic object 05 Too soon.", "clinic consent 09"), ()),
        ((*TWO, "clinic consent 09", "clinic object 05 Too soon."), ()),
        ((*TWO, "clinic consent 05", "clinic object 09 Not like this."), ("objections are open: clinic",)),
    ],
    ids=["open", "lifted", "lifted, in any order", "raised later"],
)
def test_by_consent_an_objection_stands_until_its_partner_lifts_it(
    answers: tuple[str, ...], gaps: tuple[str, ...]
) -> None:
    assert _problems(DECISION + _said(*answers)) == (_refused("consent", *gaps) if gaps else [])


@pytest.mark.parametrize("rule", ["consent", "majority"])
def test_a_partner_may_ask_to_wait_but_not_for_ever(rule: str) -> None:
    rules = RULES.replace("consent", rule)
    recent = DECISION + _said("northgate consent 03", "harbour consent 04", "clinic hold 02")
    assert _problems(recent, rules) == _refused(rule, "partners asked to wait: clinic until 2026-05-12")
    assert _problems(recent.replace("on: 2026-05-02", "on: 2026-05-01"), rules) == []


def test_a_wish_to_wait_is_no_answer_even_when_it_is_over() -> None:
    assert _problems(DECISION + _said("northgate consent 03", "clinic hold 01")) == _refused(
        "consent", "of the 2 partners that it takes, 1 had answered"
    )


@pytest.mark.parametrize(
    ("answers", "carried"),
    [
        (("northgate consent 03", "harbour consent 03", "clinic object 04 No."), True),
        (("northgate consent 03", "harbour abstain 03"), True),
        (("northgate consent 03", "clinic object 04 No."), False),
    ],
    ids=["two to one", "one to none", "one to one"],
)
def test_a_majority_of_those_who_say_yes_or_no_carries(answers: tuple[str, ...], carried: bool) -> None:  # noqa: FBT001
    refused = _refused("majority", "1 consented, 1 objected")
    found = _problems(DECISION + _said(*answers), RULES.replace("consent", "majority"))
    assert found == ([] if carried else refused)


ALL = ("northgate consent 03", "harbour consent 03", "clinic consent 03")


@pytest.mark.parametrize(
    ("answers", "gaps"),
    [
        (ALL, ()),
        (ALL[:2], ("consent is missing: clinic",)),
        ((*ALL[:2], "clinic abstain 03"), ("consent is missing: clinic",)),
        ((*ALL[:2], "clinic object 03 No."), ("objections are open: clinic", "consent is missing: clinic")),
    ],
    ids=["all", "silence", "abstention", "objection"],
)
def test_unanimity_takes_everybodys_consent(answers: tuple[str, ...], gaps: tuple[str, ...]) -> None:
    found = _problems(DECISION + _said(*answers), RULES.replace("consent", "unanimity"))
    assert found == (_refused("unanimity", *gaps) if gaps else [])


def test_the_days_for_comments_are_kept_unless_everybody_has_answered() -> None:
    early = DECISION.replace("2026-05-11", "2026-05-10")
    assert _problems(early + _said(*TWO)) == _refused(
        "consent",
        "it was open for comments until 2026-05-11, and without clinic it could not be decided sooner",
    )
    assert _problems(early + _said(*TWO, "clinic consent 06")) == []
    assert _problems(DECISION + _said(*TWO)) == []


def test_without_the_day_of_the_proposal_nobody_can_tell() -> None:
    undated = DECISION.replace("proposed_on: 2026-05-01\n", "")
    assert _problems(undated + _said(*TWO)) == [
        (
            f"{PATH}:2:7: warning no-proposal-day: date: Nobody can tell whether it was open for comments for"
            " 10 days. Write the day it was put to the partners, e.g. proposed_on: 2026-01-31."
        )
    ]
    assert _problems(undated + _said(*TWO, "clinic consent 06")) == []
    assert _problems(undated + _said(*TWO), "quorum: 2, comment_days: 0") == []


def test_an_objection_carries_its_reason() -> None:
    proposed = DECISION.replace("accepted", "proposed") + _said(*TWO, "clinic object 05")
    assert _problems(proposed) == [
        (
            f"{PATH}:9:5: error no-reason: positions[2]: clinic objects without a reason."
            " Write it as comment: what would have to change?"
        )
    ]
    assert _problems(proposed.replace("on: 2026-05-05", "comment: Too soon.")) == []


def test_only_those_who_decide_by_the_rules_count() -> None:
    rules = f"{RULES}, decided_by: [northgate, harbour]"
    assert _problems(DECISION + _said(*TWO, "clinic object 05 No."), rules) == []
    assert _problems(DECISION + _said("northgate consent 03", "clinic consent 05"), rules) == _refused(
        "consent", "of the 2 partners that it takes, 1 had answered"
    )
    theirs = DECISION.replace("decided_by: northgate", "decided_by: [northgate, clinic]") + _said(*TWO)
    assert _problems(theirs, rules) == [
        (
            f"{PATH}:5:13: error not-theirs-to-decide: decided_by: It is decided by clinic, but in vision.yml"
            " northgate, harbour decide. Correct one of the two."
        )
    ]


def test_who_joined_later_was_not_to_be_asked() -> None:
    rules = RULES.replace("consent", "unanimity")
    late = {"partners__clinic": "title: x\nsince: 2026-06-01\n"}
    assert _problems(DECISION + _said(*ALL[:2]), rules, **late) == []
    in_time = {"partners__clinic": "title: x\nsince: 2026-05-01\n"}
    assert _problems(DECISION + _said(*ALL[:2]), rules, **in_time) == _refused(
        "unanimity", "consent is missing: clinic"
    )


def test_a_decision_may_ask_for_more_than_the_partnership_does_but_not_for_less() -> None:
    stricter = DECISION.replace("status", "rule: unanimity\nstatus") + _said(*TWO)
    assert _problems(stricter) == [
        problem.replace(":4:", ":5:")
        for problem in _refused("unanimity", "consent is missing: clinic, harbour")
    ]
    weaker = DECISION.replace("positions", "rule: majority\npositions")
    assert _problems(weaker + _said(*ALL[:2], "clinic object 05 No.")) == [
        *_refused("consent", "objections are open: clinic"),
        (
            f"{PATH}:6:7: error weaker-rule: rule: The rule majority is weaker than the partnership's rule"
            " consent, which counts here. Leave it out; vision.yml says how the partners decide."
        ),
    ]


@pytest.mark.parametrize(
    ("decision", "rules"),
    [
        (DECISION, "protects: [goals]"),
        (DECISION, f"{RULES}, since: 2026-05-12"),
        *((DECISION.replace("accepted", status), RULES) for status in ("proposed", "rejected", "withdrawn")),
    ],
    ids=["no rules", "from before the rules", "proposed", "rejected", "withdrawn"],
)
def test_nobody_is_held_to_rules_that_were_not_there_or_not_asked(decision: str, rules: str) -> None:
    assert _problems(decision.replace("positions:\n", ""), rules) == []


def test_rules_count_from_the_day_they_came_into_force() -> None:
    assert _problems(DECISION.replace("positions:\n", ""), f"{RULES}, since: 2026-05-11") == _refused(
        "consent", "of the 2 partners that it takes, 0 had answered"
    )


def test_while_a_partners_file_cannot_be_read_nobody_is_judged_without_its_answers() -> None:
    found = _problems(DECISION + _said(*TWO), partners__harbour="titel: x\n")
    assert [problem.partition(": ")[0] for problem in found] == ["vision/partners/harbour.yml:1:1"]


def test_who_decides_must_be_partners() -> None:
    found = _problems(DECISION + _said(*TWO), f"{RULES}, decided_by: [nortgate]")
    assert found[-1] == (
        "vision/vision.yml:2:71: error unknown-reference: governance.decided_by[0]: There is no partner"
        " nortgate. Did you mean northgate?"
    )


def test_nothing_is_decided_before_it_is_proposed() -> None:
    found = _problems(DECISION.replace("2026-05-01", "2026-05-12") + _said(*ALL))
    assert found == [
        (
            f"{PATH}:3:14: error decided-before-proposed: proposed_on: It was decided on 2026-05-11, before"
            " it was proposed on 2026-05-12. Correct one of the dates."
        )
    ]
