"""From a record file's bytes to its text."""

import re

from shared_vision.model.problem import Place, Problem, Severity

MOST_BYTES = 256 * 1024
UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufeff\ufffe\uffff]")
LINE_END = re.compile(r"\r\n|\r|\n")
TURNS = re.compile("[\u202a-\u202e\u2066-\u2069]")


def decode(content: bytes, path: str) -> str | Problem:
    """The text of a file: UTF-8, with or without a mark at its start, without unprintable characters."""
    text = decode_any(content, path, MOST_BYTES, "a record")
    if isinstance(text, str) and (found := UNPRINTABLE.search(text)):
        return unprintable(found[0], place_in(text, found.start(), path))
    return text


def decode_any(content: bytes, path: str, most: int, what: str) -> str | Problem:
    """The same with whatever signs it has, for a text that nobody is shown; `what` may have `most` bytes."""
    if len(content) > most:
        return Problem(
            place=Place(path=path),
            code="too-large",
            message=f"The file has {len(content) // 1024} kB; {what} may have {most // 1024} kB.",
            remedy="Shorten it, and link to longer documents.",
        )
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        return _not_utf8(error.object, error.start, path)


def turns(text: str, path: str) -> tuple[Problem, ...]:
    """A warning where invisible characters change the direction of the text, so that it may deceive."""
    found = TURNS.search(text)
    if not found:
        return ()
    return (
        Problem(
            place=place_in(text, found.start(), path),
            code="hidden-direction",
            message=f"An invisible character (U+{ord(found[0]):04X}) changes the direction of the text here.",
            remedy="Delete it and type the words around it anew, unless it is meant.",
            severity=Severity.WARNING,
        ),
    )


def unprintable(character: str, place: Place) -> Problem:
    """The problem with a character that nobody can see or print."""
    return Problem(
        place=place,
        code="unprintable-character",
        message=f"There is an unprintable character here (U+{ord(character):04X}).",
        remedy="Delete it; it may have come along with a copied text.",
    )


def place_in(text: str, offset: int, path: str) -> Place:
    """The line and column of a character, by its number in a text."""
    ends = [end.end() for end in LINE_END.finditer(text, 0, offset)]
    return Place(path=path, line=len(ends) + 1, column=offset - (ends[-1] if ends else 0) + 1)


def _not_utf8(content: bytes, offset: int, path: str) -> Problem:
    before = content[:offset].decode()
    how = "saved as UTF-16" if content[:2] in (b"\xff\xfe", b"\xfe\xff") else "not saved as UTF-8"
    return Problem(
        place=place_in(before, len(before), path),
        code="not-utf8",
        message=f"The file was {how}: the byte 0x{content[offset]:02X} here is not part of a text.",
        remedy='Open it in an editor and save it again with the encoding "UTF-8".',
    )
