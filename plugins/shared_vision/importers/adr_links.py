"""Links between decision records, pointed at the pages that they become."""

import re
from collections.abc import Callable, Mapping
from posixpath import dirname, join, normpath
from urllib.parse import unquote

from shared_vision.importers.adr_markdown import change_prose

_INLINE = re.compile(
    r"(?P<image>!?)\[(?P<words>[^\[\]]*)\]\(\s*<?(?P<to>[^()<>\s]+)>?(?P<title>\s+\"[^\"]*\")?\s*\)"
)
_DEFINED = re.compile(r"^ {0,3}\[([^\[\]^]+)\]:[ \t]*<?(\S+?)>?(?:[ \t]+[\"'(].*)?[ \t]*$\n?", re.MULTILINE)
_BY_NAME = re.compile(r"\[([^\[\]]+)\](?:\[([^\[\]]*)\])?(?![(:\[])")
_ELSEWHERE = re.compile(r"(?:[a-z][a-z0-9+.-]*:|//|#)", re.IGNORECASE)


def inline_links(text: str) -> str:
    """The text with links by name written out: a section stands without the rest of the file."""
    named = {name.lower(): target for name, target in _DEFINED.findall(text)}
    if not named:
        return text

    def write_out(match: re.Match[str]) -> str:
        target = named.get((match[2] or match[1]).lower())
        return f"[{match[1]}]({target})" if target else match[0]

    return change_prose(_DEFINED.sub("", text), lambda prose: _BY_NAME.sub(write_out, prose))


def resolve(path: str, target: str) -> str:
    """The path in the source that a link in the file at `path` points to."""
    place = unquote(target.partition("#")[0].partition("?")[0])
    return normpath(place.lstrip("/") if place.startswith("/") else join(dirname(path), place))


def point_links(text: str, path: str, ids: Mapping[str, str], dead: Callable[[str], None]) -> str:
    """The text with links to records pointed at their pages; other links into the source become words."""

    def point(match: re.Match[str]) -> str:
        if _ELSEWHERE.match(match["to"]):
            return match[0]
        record = ids.get(resolve(path, match["to"]))
        if record and not match["image"]:
            return f"[{match['words']}](../{record}/)"
        dead(match["to"])
        return f"{match['words']} (`{match['to']}`)" if match["words"] else f"`{match['to']}`"

    return change_prose(text, lambda prose: _INLINE.sub(point, prose))
