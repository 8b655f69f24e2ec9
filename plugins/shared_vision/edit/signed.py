"""Putting a signature into the YAML text of a record."""

import re
from collections.abc import Iterator

import yaml

from shared_vision.edit.marks import (
    Edit,
    column_of,
    compose,
    edited,
    end_of,
    entries,
    insert,
    line_break,
    line_end,
    line_start,
    start_of,
)
from shared_vision.load.core_schema import resolve
from shared_vision.model.records import Signature

_COMMENT = re.compile(r"#[^\r\n]*")


def with_signature(text: str, signature: Signature) -> Iterator[str]:
    """The text with the signature in it, in every way that may be right; whoever asks reads each again.

    A later signature of the same partner takes the place of its latest one. Nothing else changes:
    comments, blank lines, quotes and indentation stay.
    """
    root = compose(text)
    if "signed" not in entries(root):
        ways = _with_key(text, root, signature)
    else:
        ways = _with_entry(text, *entries(root)["signed"], signature)
    yield from (edited(text, way) for way in ways)


def _with_key(text: str, root: yaml.Node, signature: Signature) -> Iterator[list[Edit]]:
    if root.flow_style:  # type: ignore[attr-defined]  # a record is a mapping
        listed = f"signed: [{_flow(signature)}]"
        yield from ([insert(end_of(root) - 1, f"{comma} {listed}")] for comma in (",", ""))
        return
    new, indent = line_break(text), " " * column_of(root)
    ended = text.endswith(("\n", "\r"))
    lines = f"{indent}signed:{new}{indent}  - {_flow(signature)}"
    yield [insert(len(text), f"{lines}{new}" if ended else f"{new}{lines}")]


def _with_entry(text: str, key: yaml.Node, listed: yaml.Node, signature: Signature) -> Iterator[list[Edit]]:
    if isinstance(listed, yaml.ScalarNode):
        yield [_in_place_of_nothing(text, key, listed, f"[{_flow(signature)}]")]
        return
    own = [item for item in listed.value if _says(item, "partner") == signature.partner]
    if own:
        yield list(_renewed(text, max(own, key=lambda item: _says(item, "on")), signature))
    elif not listed.value:
        yield [insert(end_of(listed) - 1, _flow(signature))]
    elif listed.flow_style:  # type: ignore[attr-defined]  # a list
        yield list(_in_brackets(text, listed, signature))
    else:
        yield [_line_below(text, listed, signature)]


def _in_place_of_nothing(text: str, key: yaml.Node, nothing: yaml.Node, new: str) -> Edit:
    if end_of(nothing) > start_of(nothing):
        return Edit(start_of(nothing), end_of(nothing), new)
    return insert(text.index(":", end_of(key)) + 1, f" {new}")


def _renewed(text: str, item: yaml.Node, signature: Signature) -> Iterator[Edit]:
    """Only the day and the fingerprint change."""
    day = entries(item)["on"][1]
    yield _in_quotes(day, str(signature.on))
    if "fingerprint" in entries(item):
        yield _in_quotes(entries(item)["fingerprint"][1], signature.fingerprint)
    elif item.flow_style:  # type: ignore[attr-defined]  # a mapping
        yield insert(end_of(day), f", fingerprint: {_safe(signature.fingerprint)}")
    else:
        below = f"{line_break(text)}{' ' * column_of(item)}fingerprint: {_safe(signature.fingerprint)}"
        yield insert(line_end(text, end_of(day)), below)


def _in_quotes(scalar: yaml.Node, new: str) -> Edit:
    """The new text in the quotes of the old one."""
    quote = scalar.style if isinstance(scalar, yaml.ScalarNode) and scalar.style in ("'", '"') else ""
    return Edit(start_of(scalar), end_of(scalar), f"{quote}{new}{quote}" if quote else _safe(new))


def _in_brackets(text: str, listed: yaml.Node, signature: Signature) -> Iterator[Edit]:
    """After the last entry: on a line of its own, where the bracket that closes the list has one."""
    last, close = listed.value[-1], end_of(listed) - 1
    between, bracket_line = text[end_of(last) : close], line_start(text, close)
    if bracket_line <= end_of(last) or text[bracket_line:close].strip():
        yield insert(end_of(last), f", {_flow(signature)}")
        return
    comma = "," in _COMMENT.sub("", between)
    if not comma:
        yield insert(end_of(last), ",")
    entry = f"{' ' * column_of(last)}{_flow(signature)}{',' if comma else ''}"
    yield insert(bracket_line, f"{entry}{line_break(text)}")


def _line_below(text: str, listed: yaml.Node, signature: Signature) -> Edit:
    """Below the last entry, and written as that is: in braces, or a line for each key."""
    last, new = listed.value[-1], line_break(text)
    within = " " * column_of(last)
    dash = f"{' ' * column_of(listed)}-".ljust(column_of(last))
    pairs = _flow(signature)
    if not last.flow_style:
        pairs = f"{new}{within}".join(_pairs(signature))
    return insert(line_end(text, end_of(last)), f"{new}{dash}{pairs}")


def _says(item: yaml.Node, key: str) -> str:
    found = entries(item)
    return str(found[key][1].value) if key in found else ""


def _flow(signature: Signature) -> str:
    return f"{{{', '.join(_pairs(signature))}}}"


def _pairs(signature: Signature) -> tuple[str, ...]:
    return (
        f"partner: {_safe(signature.partner)}",
        f"on: {signature.on}",
        f"fingerprint: {_safe(signature.fingerprint)}",
    )


def _safe(text: str) -> str:
    """A text that YAML would take for a number or nothing, in quotes."""
    return text if isinstance(resolve(text), str) else f'"{text}"'
