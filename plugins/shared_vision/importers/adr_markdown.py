"""The parts of a Markdown text: front matter, title, sections; code in it is left alone."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

_FRONT = re.compile(r"\A---[ \t]*\n(.*?\n)?(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)
_FENCE = re.compile(r"[ \t]*(`{3,}|~{3,})")
_HEADING = re.compile(r"(#{1,6})[ \t]+(.*?)(?:[ \t]+#+)?[ \t]*")
_ASIDE = re.compile(
    r"(?P<fence>^[ \t]*(?P<mark>`{3,}|~{3,})[^\n]*\n(?:.*?^[ \t]*(?P=mark)[`~]*[ \t]*$|.*\Z))"
    r"|(?P<line>^[ \t]*<!--.*?-->[ \t]*(?:\n|\Z))|(?P<comment><!--.*?-->)"
    r"|(?P<code>(?<!`)(?P<ticks>`+)(?!`)[^\n]+?(?<!`)(?P=ticks)(?!`))",
    re.DOTALL | re.MULTILINE,
)
_LINK = re.compile(r"!?\[([^\[\]]*)\](?:\([^()\s]*\)|\[[^\[\]]*\])")
_BARE = re.compile(r"<(https?:[^<>\s]+)>")
_EMPHASIS = re.compile(r"(\*\*|__|\*|`+)(?=\S)(.+?)(?<=\S)\1")


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A heading with the text up to the next heading of its level or above."""

    title: str
    text: str

    @property
    def name(self) -> str:
        """The title to look it up by."""
        return " ".join(plain(self.title).lower().rstrip(":").split())


def front_matter(text: str) -> tuple[str, str]:
    """The YAML between the dashes at the top, and the Markdown after it."""
    match = _FRONT.match(text)
    return (match[1] or "", text[match.end() :]) if match else ("", text)


def without_comments(text: str) -> str:
    """The text without HTML comments, which no reader of the page sees."""
    return _ASIDE.sub(lambda match: match[0] if match["fence"] or match["code"] else "", text)


def change_prose(text: str, change: Callable[[str], str]) -> str:
    """The text with everything changed that is not code."""
    aside: list[str] = []

    def put_aside(match: re.Match[str]) -> str:
        aside.append(match[0])
        return f"\ue000{len(aside) - 1}\ue001"

    changed = change(_ASIDE.sub(put_aside, re.sub("[\ue000\ue001]", "", text)))
    return re.sub("\ue000(\\d+)\ue001", lambda match: aside[int(match[1])], changed)


def sections(text: str, level: int) -> tuple[str, tuple[Section, ...]]:
    """What stands before the first heading of a level, then the sections under each such heading."""
    pieces: list[tuple[str, list[str]]] = [("", [])]
    for heading, line in _headings(text):
        if heading and heading[0] == level:
            pieces.append((heading[1], []))
        else:
            pieces[-1][1].append(line)
    (_, before), *rest = [(title, "\n".join(lines).strip("\n").rstrip()) for title, lines in pieces]
    return before, tuple(Section(title=title, text=body) for title, body in rest)


def plain(text: str) -> str:
    """A line of Markdown as plain words: links by their text, no emphasis."""
    before = ""
    while before != text:
        before, text = text, _EMPHASIS.sub(r"\2", _LINK.sub(r"\1", text))
    return " ".join(_BARE.sub(r"\1", text).split())


def items(text: str) -> Iterator[tuple[str, str]]:
    """Each list item at the left edge with the lines that belong to it; other text with an empty marker."""
    lines: list[str] = []
    marker = ""
    fence = ""
    for line in text.split("\n"):
        starts = "" if fence else _item_start(line)
        if starts or (marker and not fence and line.strip() and not line.startswith((" ", "\t"))):
            yield marker, "\n".join(lines)
            lines, marker = [], starts
        fence = _after(line, fence)
        lines.append(line)
    yield marker, "\n".join(lines)


def _item_start(line: str) -> str:
    return line[0] if line[:2] in ("* ", "- ", "+ ") else ""


def _headings(text: str) -> Iterator[tuple[tuple[int, str] | None, str]]:
    """Each line, with level and title where it is a heading outside code."""
    fence = ""
    for line in text.split("\n"):
        match = None if fence else _HEADING.fullmatch(line)
        fence = _after(line, fence)
        yield ((len(match[1]), match[2]) if match else None), line


def _after(line: str, fence: str) -> str:
    """The mark of the code block that goes on after a line, or an empty text."""
    match = _FENCE.match(line)
    if not match:
        return fence
    if not fence:
        return match[1]
    closes = match[1].startswith(fence) and not line[match.end() :].strip()
    return "" if closes else fence
