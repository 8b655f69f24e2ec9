"""Writes a record as YAML that is pleasant to read."""

import re
from collections.abc import Mapping
from typing import TypeAlias

import yaml
from yaml.representer import SafeRepresenter

Value: TypeAlias = "str | float | tuple[Value, ...] | Record | None"
Record: TypeAlias = Mapping[str, Value]

_WIDTH = 100
_SHORT = 60
"""A mapping this short stands on one line, as in `baseline: {date: 2015-12-31}`."""

_LIKE_SYNTAX = re.compile(r" [-?:#|>&*!%@`]")
"""What would look like something else at the start of a line, where a long text is broken."""

_CORE = (
    ("null", r"~|null|Null|NULL|", ["~", "n", "N", ""]),
    ("bool", r"true|True|TRUE|false|False|FALSE", list("tTfF")),
    ("int", r"[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+", list("-+0123456789")),
    (
        "float",
        r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?|[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN)",
        list("-+0123456789."),
    ),
    # no numbers or truth under YAML 1.2, but older readers take them so: quotes make them safe for both
    ("bool", r"(?i:yes|no|on|off|y|n)", list("yYnNoO")),
    ("merge", r"<<", ["<"]),
    ("int", r"[-+]?[1-9][0-9_]*(?::[0-5]?[0-9])+(?:\.[0-9_]*)?", list("-+123456789")),
)


class _Dumper(yaml.CSafeDumper):
    """libyaml's writer under the core rules of YAML 1.2: a date needs no quotes, `1e5` does."""

    yaml_implicit_resolvers: dict[str, list[tuple[str, re.Pattern[str]]]] = {}  # noqa: RUF012 - PyYAML's own name


class _SlowDumper(yaml.SafeDumper):
    """The same without libyaml, which cannot write signs such as emoji as they are."""

    yaml_implicit_resolvers: dict[str, list[tuple[str, re.Pattern[str]]]] = {}  # noqa: RUF012 - as above


def write_record(record: Record) -> bytes:
    """The text of a record in the order of its keys; what is empty is left out."""
    said = {key: value for key, value in record.items() if value not in ("", (), {}, None)}
    text = _dump(said, _Dumper)
    return (_dump(said, _SlowDumper) if "\\U000" in text else text).encode()


def _dump(record: Record, dumper: type[_Dumper | _SlowDumper]) -> str:
    text: str = yaml.dump(
        record, Dumper=dumper, sort_keys=False, allow_unicode=True, width=_WIDTH, default_flow_style=False
    )
    return text


def _write_text(dumper: SafeRepresenter, text: str) -> yaml.ScalarNode:
    folded = ">" if len(text) > _WIDTH // 2 and _LIKE_SYNTAX.search(text) else None
    style = "|" if "\n" in text else folded
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style=style)


def _write_mapping(dumper: SafeRepresenter, mapping: Record) -> yaml.MappingNode:
    flat = not any(isinstance(value, (Mapping, tuple)) for value in mapping.values())
    size = sum(len(f"{key}: {value}, ") for key, value in mapping.items())
    short = flat and size <= _SHORT and not mapping.keys() & {"title", "text"}
    return dumper.represent_mapping("tag:yaml.org,2002:map", mapping.items(), flow_style=short)


def _write_number(dumper: SafeRepresenter, number: float) -> yaml.ScalarNode:
    whole = number.is_integer() and abs(number) < 1e15
    return dumper.represent_int(int(number)) if whole else dumper.represent_float(number)


for _writer in (_Dumper, _SlowDumper):
    for _tag, _pattern, _first in _CORE:
        _writer.add_implicit_resolver(f"tag:yaml.org,2002:{_tag}", re.compile(rf"^(?:{_pattern})$"), _first)
    _writer.add_representer(str, _write_text)
    _writer.add_representer(dict, _write_mapping)
    _writer.add_representer(float, _write_number)
    _writer.add_representer(tuple, SafeRepresenter.represent_list)
