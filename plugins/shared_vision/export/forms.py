"""Forms for ideas and proposals on a forge, their questions from the schema of the records."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from shared_vision.model.records import Decision, Idea, Record
from shared_vision.model.site import Asset


@dataclass(frozen=True, slots=True, kw_only=True)
class _Form:
    """A form: `asked` is each field with its question, those that need room or an answer named again."""

    file: str
    name: str
    title: str
    record: type[Record]
    asked: Mapping[str, str]
    long: frozenset[str]
    needed: frozenset[str]


_FORMS = (
    _Form(
        file="idea",
        name="Tell an idea",
        title="Idea: ",
        record=Idea,
        asked={
            "title": "What would you like to see done?",
            "problem": "What would it make better, and for whom?",
            "goals": "Which goals would it help?",
            "body": "Is there more to say?",
        },
        long=frozenset({"problem", "body"}),
        needed=frozenset({"title", "problem"}),
    ),
    _Form(
        file="proposal",
        name="Propose a decision",
        title="Proposal: ",
        record=Decision,
        asked={
            "title": "What do you propose?",
            "context": "What makes it necessary?",
            "options": "Which ways did you weigh?",
            "decision": "What should be decided?",
            "consequences": "What would follow?",
            "affects": "What is it about?",
            "consulted": "Whom did you ask already?",
            "review_on": "When should it be looked at again?",
        },
        long=frozenset({"context", "options", "decision", "consequences"}),
        needed=frozenset({"title", "context"}),
    ),
)

_PULL_REQUEST = """\
**What changes, in one sentence:**

**Why:**

**Which decision it follows from:** <!-- its id, e.g. same-day-callback; none for a new proposal -->

**Who has seen it:** <!-- the partners you asked, if any -->

<!-- The check below tells you what to mend, with file and line. You need nothing but this browser. -->
"""


def forms() -> tuple[Asset, ...]:
    """The issue forms for ideas and proposals, the template of pull requests, by path in the repository."""
    return (
        *(
            Asset(path=f".github/ISSUE_TEMPLATE/{form.file}.yml", content="".join(_issue_form(form)).encode())
            for form in _FORMS
        ),
        Asset(path=".github/PULL_REQUEST_TEMPLATE.md", content=_PULL_REQUEST.encode()),
    )


def _issue_form(form: _Form) -> Iterator[str]:
    yield f"name: {form.name}\n"
    yield "description: For those who would rather not write the file themselves; somebody does it for you.\n"
    yield f"title: {json.dumps(form.title)}\n"
    yield "body:\n"
    for field, question in form.asked.items():
        about = form.record.model_fields[field].description or ""
        yield f"  - type: {'textarea' if field in form.long else 'input'}\n"
        yield f"    id: {field.replace('_', '-')}\n"
        yield f"    attributes:\n      label: {json.dumps(question)}\n"
        yield f"      description: {json.dumps(about, ensure_ascii=False)}\n"
        if field in form.needed:
            yield "    validations:\n      required: true\n"
