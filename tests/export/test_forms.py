import yaml

from shared_vision.export.forms import forms
from shared_vision.model.records import Decision

MADE = {asset.path: asset.content.decode() for asset in forms()}
FORM = yaml.safe_load(MADE[".github/ISSUE_TEMPLATE/proposal.yml"])


def test_the_form_asks_for_fields_of_a_decision_in_the_words_of_the_schema() -> None:
    asked = {entry["id"].replace("-", "_"): entry["attributes"]["description"] for entry in FORM["body"]}
    assert asked == {name: Decision.model_fields[name].description for name in asked}
    assert {"title", "context", "options", "decision"} <= asked.keys()


def test_only_what_a_proposal_cannot_do_without_is_needed() -> None:
    needed = [entry["id"] for entry in FORM["body"] if entry.get("validations", {}).get("required")]
    assert needed == ["title", "context"]


def test_a_form_has_what_forges_want() -> None:
    assert {"name", "description", "title", "body"} == FORM.keys()
    assert {entry["type"] for entry in FORM["body"]} == {"input", "textarea"}
