"""Two projects' real decision records, imported whole."""

import re
from collections import Counter
from functools import cache
from pathlib import Path

import pytest

from shared_vision.importers.adr import import_adr
from shared_vision.importers.imported import Imported
from shared_vision.model.document import Document
from shared_vision.model.records import Decision, DecisionStatus, Outcome
from shared_vision.read import read

ROOT = Path(__file__).parents[1] / "../shared/data/adr"
pytestmark = pytest.mark.skipif(not ROOT.is_dir(), reason="the records are not in ../shared/data/adr")


@cache
def imported(project: str) -> Imported:
    root = ROOT / project
    paths = sorted(path for path in root.rglob("*") if path.is_file())
    return import_adr({path.relative_to(root).as_posix(): path.read_bytes() for path in paths})


@cache
def document(project: str) -> Document:
    return read(imported(project).files)


def left_out(project: str, what: str) -> dict[str, str]:
    return {Path(left.path).name: left.reason for left in imported(project).left_out if left.what == what}


@pytest.mark.parametrize(("project", "count"), [("govuk", 24), ("madr", 19)])
def test_every_record_arrives_and_only_thanks_are_missing(project: str, count: int) -> None:
    assert len(document(project).decisions) == count
    assert {problem.code for problem in document(project).problems} <= {"no-valued-for"}


def test_templates_and_the_index_are_told_apart() -> None:
    assert left_out("govuk", "the file") == {
        ".adr-dir": "It is not Markdown.",
        "LICENCE": "It is not Markdown.",
        "0000-TEMPLATE.md": "It is a template for records.",
    }
    assert {name: why for name, why in left_out("madr", "the file").items() if name.endswith(".md")} == {
        "adr-template.md": "It is a template for records.",
        "index.md": "It is about the records, but no record itself.",
    }


def test_statuses_are_those_of_the_records() -> None:
    govuk = Counter(decision.status for decision in document("govuk").decisions.values())
    assert govuk == {DecisionStatus.ACCEPTED: 23, DecisionStatus.EXPIRED: 1}
    logs = document("govuk").decisions["use-fluentbit-elasticsearch-and-kibana-for-application-logs"]
    assert logs.tags == ("ADR-0007", "status: deprecated")
    assert logs.body == "## Status\n\nDeprecated (no superseding ADR)"
    madr = Counter(decision.status for decision in document("madr").decisions.values())
    assert madr == {DecisionStatus.ACCEPTED: 18, DecisionStatus.PROPOSED: 1}
    assert document("madr").decisions["provide-own-madr-tools"].tags[1] == "status: on hold"
    assert len(left_out("madr", "status")) == 19


def test_dates_are_those_of_the_records_and_none_is_made_up() -> None:
    dates = {name: decision.date.isoformat() for name, decision in document("govuk").decisions.items()}
    assert dates["record-architecture-decisions"] == "2021-08-10"
    assert dates["restructure-cicd"] == "2025-10-16"
    assert {decision.date.isoformat() for decision in document("madr").decisions.values()} == {"1970-01-01"}
    assert len(left_out("madr", "date")) == 19
    assert left_out("govuk", "date") == {}


def test_no_record_supersedes_another_in_the_source() -> None:
    """The one that is deprecated says that it has no successor."""
    for project in ("govuk", "madr"):
        assert [name for name, decision in document(project).decisions.items() if decision.supersedes] == []


def test_links_between_records_lead_to_decisions() -> None:
    pkl = document("govuk").decisions["use-pkl-for-configuration"]
    assert pkl.context.startswith(
        "In ADRs [0018](../use-concourse-ci/), [0019](../restructure-cicd/),\n"
        "and [0020](../use-crossplane-for-abstraction/) we have made the decisions"
    )
    front = document("madr").decisions["use-yaml-front-matter-for-meta-data"]
    assert "[ADR-0008](../add-status-field/) reasons on adding metadata" in front.body


def test_a_madr_record_has_its_options_with_what_was_good_about_them() -> None:
    licence = document("madr").decisions["use-cc0-or-mit-as-license"]
    assert licence.title == "Dual License the Work"
    assert [(option.title, option.outcome) for option in licence.options] == [
        ("CC0", Outcome.REJECTED),
        ("BSD3", Outcome.REJECTED),
        ("MIT", Outcome.REJECTED),
        ("Dual license with MIT and CC0", Outcome.CHOSEN),
        ("No license", Outcome.REJECTED),
        ("Other open source licenses", Outcome.REJECTED),
    ]
    dual = licence.options[3]
    assert dual.because == "this lets users choose whether CC0 or MIT fits better on their work."
    assert dual.valued_for == "* Good, because offers freedom at the receiver"


def test_every_madr_record_has_one_chosen_option() -> None:
    for decision in document("madr").decisions.values():
        assert [option.outcome for option in decision.options].count(Outcome.CHOSEN) == 1, decision.id


def words(text: str) -> set[str]:
    return set(re.findall(r"\w+", text))


def texts(decision: Decision) -> str:
    """Everything that a decision says, in one text."""
    options = (
        f"{option.title} {option.text} {option.valued_for} {option.because}" for option in decision.options
    )
    fields = (decision.title, decision.context, decision.decision, decision.consequences, decision.body)
    return " ".join((*fields, *options, *decision.tags))


def visible(content: str) -> str:
    """A record without front matter, comments, headings, the line with the date, paths of links."""
    text = re.sub(r"\A---\n.*?\n---\n", "", content, flags=re.DOTALL)
    text = re.sub(r"(?<!`)<!--.*?-->", "", text, flags=re.DOTALL)
    text = re.sub(r"^#{1,6} .*$|^Date: .*$", "", text, flags=re.MULTILINE)
    return re.sub(r"\]\((?!https?:)[^)]*\)", "]", text)


@pytest.mark.parametrize("project", ["govuk", "madr"])
def test_every_word_of_a_record_is_somewhere_in_its_decision(project: str) -> None:
    by_number = {
        tag: decision
        for decision in document(project).decisions.values()
        for tag in decision.tags
        if tag.startswith("ADR-")
    }
    for path in sorted((ROOT / project).rglob("[0-9]*.md")):
        if decision := by_number.get(f"ADR-{path.name[:4]}"):
            lost = words(visible(path.read_text(encoding="utf-8"))) - words(texts(decision)) - {"Accepted"}
            assert lost == set() or "TEMPLATE" in path.name, path.name


def test_other_headings_keep_their_text() -> None:
    restructure = document("govuk").decisions["restructure-cicd"]
    assert [option.title for option in restructure.options] == [
        "Option 1: Concourse on EC2",
        "Option 2: Concourse on Kubernetes in a management cluster",
        "Option 3: Concourse in each application cluster",
        "Option 4: Separate infrastructure and application Concourses per environment",
        "Option 5: One Concourse on one cluster with all the environments",
    ]
    assert restructure.body.startswith("## Inputs into the decision-making process\n")
    policy = document("govuk").decisions["non-govuk-domain-policy"]
    assert policy.decision.startswith("Any web page that lives on a Non-GOV.UK domain")
    assert policy.body.startswith("## Definitions\n")
