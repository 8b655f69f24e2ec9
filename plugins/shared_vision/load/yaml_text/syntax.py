"""From libyaml's complaint about a text to a problem that tells a partner what happened."""

import re
from collections.abc import Iterator

import yaml

from shared_vision.load.quote import quote
from shared_vision.load.yaml_text.fault import Fault, Found
from shared_vision.load.yaml_text.traps import TRAPS
from shared_vision.model.problem import Place, Problem

_CONFLICT = re.compile(r"^(?:<{7}|>{7}) ", re.MULTILINE)


def syntax_problem(error: yaml.YAMLError, text: str, path: str) -> Problem:
    """The problem with a text that is not YAML; it names the likely slip where there is one."""
    fault = _fault(error, text)
    line, column, code, message, remedy = next(_findings(fault, text))
    if line > len(fault.lines):  # libyaml may give up below the last line
        line, column = len(fault.lines), len(fault.lines[-1]) + 1
    return Problem(
        place=Place(path=path, line=line, column=column), code=code, message=message, remedy=remedy
    )


def _fault(error: yaml.YAMLError, text: str) -> Fault:
    lines = tuple(text.splitlines()) or ("",)
    mark = getattr(error, "problem_mark", None)
    start = getattr(error, "context_mark", None) or mark
    return Fault(
        complaint=str(getattr(error, "problem", None) or error),
        context=str(getattr(error, "context", None) or ""),
        lines=lines,
        row=mark.line if mark else 0,
        column=mark.column if mark else 0,
        start_row=start.line if start else 0,
        start_column=start.column if start else 0,
    )


def _findings(fault: Fault, text: str) -> Iterator[Found]:
    """Every explanation that fits, the likeliest first; the last one always does."""
    if conflict := _CONFLICT.search(text):
        yield _conflict(text.count("\n", 0, conflict.start()) + 1)
    for trap in TRAPS:
        if found := trap(fault):
            yield found
    yield Found(
        fault.row + 1,
        fault.column + 1,
        "not-yaml",
        f"The file cannot be read from here on: {quote(fault.complaint)[1:-1]}.",
        "Compare this line and the one above with another record; a text with special signs needs quotes.",
    )


def _conflict(line: int) -> Found:
    return Found(
        line,
        1,
        "merge-conflict",
        "Git left two versions of the text here.",
        "Keep one of them and delete the lines that start with <<<<<<<, ======= or >>>>>>>.",
    )
