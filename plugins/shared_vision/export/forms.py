"""Forms for proposals on a forge, their questions from the schema of decisions."""

import json
from collections.abc import Iterator

from shared_vision.model.records import Decision
from shared_vision.model.site import Asset

_ASKED = {
    "title": "What do you propose?",
    "context": "What makes it necessary?",
    "options": "Which ways did you weigh?",
    "decision": "What should be decided?",
    "consequences": "What would follow?",
    "affects": "What is it about?",
    "consulted": "Whom did you ask already?",
    "review_on": "When should it be looked at again?",
}
"""The fields of a decision that a proposal fills in, each as a question."""
_LONG = {"context", "options", "decision", "consequences"}
_NEEDED = {"title", "context"}

_PULL_REQUEST = """\
**What changes, in one sentence:**

**Why:**

**Which decision it follows from:** <!-- its id, e.g. same-day-callback; none for a new proposal -->

**Who has seen it:** <!-- the partners you asked, if any -->

<!-- The check below tells you what to mend, with file and line. You need nothing but this browser. -->
"""


def forms() -> tuple[Asset, ...]:
    """The issue form for a proposal and the template of pull requests, by path in the repository."""
    return (
        Asset(path=".github/ISSUE_TEMPLATE/proposal.yml", content="".join(_issue_form()).encode()),
        Asset(path=".github/PULL_REQUEST_TEMPLATE.md", content=_PULL_REQUEST.encode()),
    )


def _issue_form() -> Iterator[str]:
    yield "name: Propose a decision\n"
    yield "description: For those who would rather not write the file themselves; somebody does it for you.\n"
    yield 'title: "Proposal: "\n'
    yield "body:\n"
    for field, question in _ASKED.items():
        about = Decision.model_fields[field].description or ""
        yield f"  - type: {'textarea' if field in _LONG else 'input'}\n"
        yield f"    id: {field.replace('_', '-')}\n"
        yield f"    attributes:\n      label: {json.dumps(question)}\n"
        yield f"      description: {json.dumps(about, ensure_ascii=False)}\n"
        if field in _NEEDED:
            yield "    validations:\n      required: true\n"
