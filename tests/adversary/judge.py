"""Whether what came of a case is what has to come of it."""

import json
from collections.abc import Sequence

from adversary.case import ANYWHERE, Accepted, Case
from adversary.measured import MOST_MEGABYTES, MOST_SECONDS, Run
from shared_vision.model.problem import Severity

Found = tuple[str, str, str, int]
"""Severity, code, path and line."""


def found_in(out: bytes) -> list[Found] | None:
    """What the command says as JSON; None where it says none."""
    try:
        problems = json.loads(out)["problems"]
    except (ValueError, KeyError, TypeError):
        return None
    return [(one["severity"], one["code"], one["path"], one["line"]) for one in problems]


def unexpected(case: Case, found: Sequence[Found]) -> str:
    """What is different from what has to come of it, in a sentence; empty where all is well."""
    errors = sorted({one[1:] for one in found if one[0] == Severity.ERROR})
    if case.costly and [one[0] for one in errors] == ["too-costly"]:
        return ""
    if isinstance(case.expected, Accepted):
        warnings = {one[1] for one in found if one[0] == Severity.WARNING}
        if errors:
            return f"refused as {_listed(errors)}"
        wanted = set(case.expected.warnings)
        return "" if warnings == wanted else f"warned of {sorted(warnings)}, not of {sorted(wanted)}"
    wanted_error = (case.expected.code, case.expected.path, case.expected.line)
    if not errors:
        return f"accepted, not refused as {wanted_error}"
    if case.expected.path == ANYWHERE:
        matching = [one for one in errors if one[0] == case.expected.code]
    else:
        matching = [one for one in errors if one == wanted_error]
    if not matching or (len(errors) > len(matching) and not case.expected.others):
        return f"refused as {_listed(errors)}, not as {wanted_error}"
    return ""


def misbehaved(run: Run, most: float = MOST_SECONDS) -> str:
    """What no input may cause, in a word."""
    if run.seconds > most:
        return "hang"
    if run.crash:
        return "crash"
    if run.traceback:
        return "traceback"
    return "memory" if run.megabytes > MOST_MEGABYTES else ""


def _listed(errors: Sequence[tuple[str, str, int]]) -> str:
    more = f" and {len(errors) - 3} more" if len(errors) > 3 else ""
    return ", ".join(map(str, errors[:3])) + more
