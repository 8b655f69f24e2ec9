"""How a check tells what it found in a record."""

from shared_vision.model.loaded import Key, Placed
from shared_vision.model.problem import Place, Problem, Severity

Words = tuple[str, str, str]
"""Code, message and remedy."""


def error(found: Placed, loc: tuple[Key, ...], words: Words) -> Problem:
    """A problem with the value at a path of a record, at the value's place."""
    return _problem(found, loc, words, Severity.ERROR)


def warning(found: Placed, loc: tuple[Key, ...], words: Words) -> Problem:
    """The same, where the site can do with it."""
    return _problem(found, loc, words, Severity.WARNING)


def _problem(found: Placed, loc: tuple[Key, ...], words: Words, severity: Severity) -> Problem:
    code, message, remedy = words
    return Problem(
        place=found.place(*loc) if loc else Place(path=found.path),
        code=code,
        message=message,
        remedy=remedy,
        field=_field(found, loc),
        severity=severity,
    )


def _field(found: Placed, loc: tuple[Key, ...]) -> str:
    """The path as people write it, `kpis[0].id`, as far as the file goes."""
    text = ""
    spot = found.spot
    for key in loc:
        if key not in spot.parts:
            break
        spot = spot.parts[key]
        text += f"[{key}]" if isinstance(key, int) else f".{key}"
    return text.removeprefix(".")
