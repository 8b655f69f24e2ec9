"""Reads YAML that other tools wrote, every scalar as the text that stands there."""

from collections.abc import Mapping

import yaml
from yaml.events import AliasEvent, CollectionEndEvent, CollectionStartEvent

MOST_BYTES = 2 * 1024 * 1024
_MOST_LEVELS = 50
_NOTHING = frozenset(("", "~", "null", "Null", "NULL"))


class UnreadableError(Exception):
    """The text cannot be read; says why in a sentence."""


def read_mapping(content: bytes) -> Mapping[str, object]:
    """The mapping a file holds, empty for an empty file; texts, lists or mappings inside."""
    if len(content) > MOST_BYTES:
        raise UnreadableError(f"It is larger than {MOST_BYTES // 1024**2} MB.")
    try:
        text = content.decode("utf-8-sig")
        _refuse_traps(text)
        value: object = yaml.load(text, Loader=yaml.CBaseLoader)  # noqa: S506 - it makes texts only
    except UnicodeDecodeError as error:
        raise UnreadableError("It is not UTF-8.") from error
    except (yaml.YAMLError, ValueError) as error:
        raise UnreadableError(f"It is not YAML: {' '.join(str(error).split())[:200]}.") from error
    if isinstance(value, Mapping):
        return {str(key): item for key, item in value.items()}
    if value is None or value == "":
        return {}
    raise UnreadableError("It holds no keys with values.")


def text_of(mapping: Mapping[str, object], key: str) -> str:
    """The text of a key without spaces around it; empty where there is none."""
    value = mapping.get(key)
    return "" if not isinstance(value, str) or value in _NOTHING else value.strip()


def texts_of(mapping: Mapping[str, object], key: str) -> tuple[str, ...]:
    """The texts of a key that holds a list of them, or a single one."""
    value = mapping.get(key)
    items = value if isinstance(value, list) else [value]
    return tuple(item.strip() for item in items if isinstance(item, str) and item not in _NOTHING)


def mappings_of(mapping: Mapping[str, object], key: str) -> tuple[Mapping[str, object], ...]:
    """The mappings in the list of a key."""
    value = mapping.get(key)
    return tuple(item for item in value if isinstance(item, Mapping)) if isinstance(value, list) else ()


def _refuse_traps(text: str) -> None:
    """Aliases grow without end, deep files crash the parser: both are seen in the events already."""
    level = 0
    for event in yaml.parse(text, Loader=yaml.CBaseLoader):
        if isinstance(event, AliasEvent):
            raise UnreadableError("It repeats parts of itself by aliases.")
        level += isinstance(event, CollectionStartEvent) - isinstance(event, CollectionEndEvent)
        if level > _MOST_LEVELS:
            raise UnreadableError(f"It is more than {_MOST_LEVELS} levels deep.")
