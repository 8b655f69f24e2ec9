"""What a record's YAML may not contain, in words for whoever wrote it."""

from shared_vision.load.quote import quote
from shared_vision.model.problem import Place, Problem

_YAML = "tag:yaml.org,2002:"


def alias(place: Place, name: str) -> Problem:
    """A text that starts with an unquoted star, which YAML takes for a link to another value."""
    return Problem(
        place=place,
        code="alias",
        message=f"A text that starts with a star (*{quote(name)[1:-1]}) needs quotes.",
        remedy='Put the whole text in quotes: "*...". Links from one value to another are not used here.',
    )


def anchor(place: Place, name: str) -> Problem:
    """A text that starts with an unquoted ampersand."""
    return Problem(
        place=place,
        code="anchor",
        message=f"A text that starts with & (&{quote(name)[1:-1]}) needs quotes.",
        remedy='Put the whole text in quotes: "&...". Names for values are not used here.',
    )


def tag(place: Place, name: str) -> Problem:
    """A text that starts with an unquoted exclamation mark."""
    return Problem(
        place=place,
        code="tag",
        message=f"A text that starts with ! ({quote(name.replace(_YAML, '!!'))[1:-1]}) needs quotes.",
        remedy='Put the whole text in quotes: "!...". Types of values are not written here.',
    )


def merge(place: Place) -> Problem:
    """The merge key of YAML 1.1."""
    return Problem(
        place=place,
        code="merge-key",
        message="The key << takes over keys from elsewhere, which is not done here.",
        remedy="Write the keys out.",
    )


def duplicate_key(place: Place, key: str, line: int) -> Problem:
    """The same key twice in one mapping."""
    where = (
        f"twice in line {line}" if line == place.line else f"in line {line} and again in line {place.line}"
    )
    return Problem(
        place=place,
        code="duplicate-key",
        message=f"The key {quote(key)} is there {where}.",
        remedy="Keep one of them.",
    )


def key_not_text(place: Place, key: str) -> Problem:
    """A key that is a number, a yes or no, nothing, or a list."""
    return Problem(
        place=place,
        code="key-not-text",
        message=f"The key {quote(key)} is not a text." if key else "The key here is not a text.",
        remedy=f"Put it in quotes: '{key}': ..."
        if key
        else "Write a key, a colon and a space, e.g. title: ...",
    )


def decimal_comma(place: Place, plain: str) -> Problem:
    """A comma within a number inside braces, which ends the number."""
    return Problem(
        place=place,
        code="decimal-comma",
        message="A number has no commas; inside braces a comma ends it.",
        remedy=f"Write {plain}." if plain else "Write 1.5 with a point, and 1000 without a separator.",
    )


def joined_list(place: Place) -> Problem:
    """A list whose dashes do not line up: YAML joins its lines to one text."""
    return Problem(
        place=place,
        code="list-indent",
        message="This dash does not line up with the list above; the lines would become one text.",
        remedy="Start all dashes of a list in the same column; put a text with dashes in it in quotes.",
    )


def tight_dash(place: Place) -> Problem:
    """A dash with the entry right behind it."""
    return Problem(
        place=place,
        code="no-space",
        message="After this dash a space is missing.",
        remedy='Write "- " before each entry of a list; put a text that starts with a dash in quotes.',
    )


def second_document(place: Place) -> Problem:
    """A line of three dashes with more after it."""
    return Problem(
        place=place,
        code="several-documents",
        message="A line of three dashes (---) starts a second record in this file.",
        remedy="Give each record a file of its own, or delete the dashes.",
    )


def too_deep(place: Place, most: int) -> Problem:
    """More levels inside each other than anybody needs."""
    return Problem(
        place=place,
        code="too-deep",
        message=f"There are more than {most} levels inside each other here.",
        remedy="Records need three or four; look for stray brackets or dashes.",
    )


def not_a_record(place: Place, *, empty: bool) -> Problem:
    """A file without keys."""
    return Problem(
        place=Place(path=place.path) if empty else place,
        code="empty-file" if empty else "not-a-record",
        message="The file is empty." if empty else "The file has no keys with values.",
        remedy="Write lines such as title: Fewer complaints.",
    )
