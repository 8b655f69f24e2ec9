"""Where things stand in a YAML text, and how it is changed in some places and kept in all others."""

import re
from collections.abc import Iterable
from typing import Any, NamedTuple

import yaml

_LINE_END = re.compile(r"\r\n|\n|\r")


class Edit(NamedTuple):
    """Text to be put in the place of what stands from one character up to another."""

    start: int
    end: int
    text: str


def edited(text: str, edits: Iterable[Edit]) -> str:
    """The text with some pieces replaced; all else stays as it is."""
    for edit in sorted(edits, reverse=True):
        text = text[: edit.start] + edit.text + text[edit.end :]
    return text


def insert(at: int, text: str) -> Edit:
    """Text put in front of a character."""
    return Edit(at, at, text)


def compose(text: str) -> yaml.Node:
    """The nodes of a text that is known to be sound: shallow, without aliases, one document."""
    node: Any = yaml.compose(text, Loader=yaml.CSafeLoader)
    return node  # type: ignore[no-any-return]  # there is one, as the text is sound


def entries(node: yaml.Node) -> dict[str, tuple[yaml.Node, yaml.Node]]:
    """The keys and values of a mapping by the key's text; empty for any other node."""
    pairs = node.value if isinstance(node, yaml.MappingNode) else ()
    return {key.value: (key, value) for key, value in pairs}


def start_of(node: yaml.Node) -> int:
    """The first character of a node."""
    mark: Any = node.start_mark
    return int(mark.index)


def end_of(node: yaml.Node) -> int:
    """The character after a node; what is written in lines ends with its last value, not with comments."""
    if isinstance(node, yaml.CollectionNode) and not node.flow_style and node.value:
        last = node.value[-1]
        return end_of(last[1] if isinstance(last, tuple) else last)
    mark: Any = node.end_mark
    return int(mark.index)


def column_of(node: yaml.Node) -> int:
    """How many characters stand before a node on its line."""
    mark: Any = node.start_mark
    return int(mark.column)


def line_end(text: str, at: int) -> int:
    """The end of the line that a character is on, before what breaks it."""
    found = _LINE_END.search(text, at)
    return found.start() if found else len(text)


def line_start(text: str, at: int) -> int:
    """The start of the line that a character is on."""
    return max(text.rfind("\n", 0, at), text.rfind("\r", 0, at)) + 1


def line_break(text: str) -> str:
    """What breaks the lines of a text."""
    found = _LINE_END.search(text)
    return found[0] if found else "\n"
