import json

from shared_vision.adapters.report import Tally, as_annotations, as_json, as_summary, as_text
from shared_vision.model.problem import Place, Problem, Severity

TYPO = Problem(
    place=Place(path="vision/goals/x.yml", line=3, column=1),
    code="unknown-key",
    field="titel",
    message="There is no such key.",
    remedy="Did you mean title?",
)
WARNING = Problem(
    place=Place(path="kpi_data/a,b:c.csv"),
    code="unused-data",
    message="No KPI uses this file: 100 %.",
    remedy="Remove it.",
    severity=Severity.WARNING,
)
HOSTILE = Problem(
    place=Place(path="vision/goals/x.yml", line=1, column=1),
    code="wrong-type",
    message="'\n::error::@someone | `x` <img src=x> %0A\x1b[2J'",
    remedy="Mend it.",
)


def test_text_says_where_what_and_how_to_mend_it() -> None:
    assert as_text([TYPO, WARNING]) == (
        "vision/goals/x.yml:3:1: error [unknown-key] titel: There is no such key.\n"
        "    Did you mean title?\n"
        "kpi_data/a,b:c.csv: warning [unused-data] No KPI uses this file: 100 %.\n"
        "    Remove it.\n"
    )


def test_json_counts_and_lists() -> None:
    assert json.loads(as_json([TYPO])) == {
        "errors": 1,
        "warnings": 0,
        "problems": [
            {
                "path": "vision/goals/x.yml",
                "line": 3,
                "column": 1,
                "severity": "error",
                "code": "unknown-key",
                "field": "titel",
                "message": "There is no such key.",
                "remedy": "Did you mean title?",
            }
        ],
    }


def test_annotations_put_errors_first_and_escape_names() -> None:
    error, warning = as_annotations([WARNING, TYPO])
    assert error == (
        "::error file=vision/goals/x.yml,line=3,col=1,title=unknown-key::"
        "titel: There is no such key. Did you mean title?"
    )
    assert warning == (
        "::warning file=kpi_data/a%2Cb%3Ac.csv,line=1,title=unused-data::"
        "No KPI uses this file: 100 %25. Remove it."
    )


def test_annotations_stop_at_ten() -> None:
    assert len(list(as_annotations([TYPO] * 30))) == 10


def test_partner_text_is_inert_in_annotations_and_summary() -> None:
    (line,) = as_annotations([HOSTILE])
    assert "\n" not in line
    assert "\x1b" not in line
    assert line.startswith("::error file=")
    row = as_summary([HOSTILE]).splitlines()[-1]
    assert row == (
        "| vision/goals/x.yml&#58;1&#58;1 | error | "
        "&#x27;\\u000a&#58;&#58;error&#58;&#58;&#64;\u2060someone &#124; "
        "&#96;x&#96; &lt;img src=x&gt; %0A\\u001b&#91;2J&#x27; Mend it. |"
    ).replace("\\", "&#92;")


def test_a_tally_counts_in_words() -> None:
    assert str(Tally.of([TYPO, WARNING, WARNING])) == "1 error, 2 warnings"
    assert as_summary([]) == "### The vision: no problems\n"
