"""The upper levels of an Open SDG source: the vision, its goals, their targets."""

import re
from collections.abc import Iterable, Iterator, Mapping

from shared_vision.importers.record_yaml import Record
from shared_vision.importers.sdg_words import Words
from shared_vision.importers.short import shorten

_END = "2030-12-31"
_TITLE_KEY = re.compile(r"([0-9a-z-]+)-title")


def upper_records(words: Words, kpis: Mapping[str, tuple[str, ...]]) -> Iterator[tuple[str, Record]]:
    """The vision, every goal with every target; `kpis` are those that hang on a target directly."""
    yield "vision/vision.yml", _vision(words)
    targets = sorted({*_named(words, "global_targets"), *kpis}, key=_in_order)
    goals = sorted(
        {*_named(words, "global_goals"), *(target.split("-")[0] for target in targets)}, key=_in_order
    )
    for goal in goals:
        yield f"vision/goals/{goal}.yml", _goal(words, goal)
    for target in targets:
        yield f"vision/goals/{target}.yml", _target(words, target, kpis.get(target, ()))


def _vision(words: Words) -> Record:
    title = (
        words.of("frontpage", "intro_title")
        or words.of("general", "site_title")
        or words.of("general", "sdg")
    )
    return {
        "title": shorten(title) or "Sustainable Development Goals",
        "statement": words.of("header", "tag_line"),
        "horizon": _END,
        "body": words.markdown("frontpage", "intro_body"),
    }


def _goal(words: Words, goal: str) -> Record:
    whole, short = words.of("global_goals", f"{goal}-title"), words.of("global_goals", f"{goal}-short")
    return {
        "title": shorten(short or whole or goal),
        "summary": whole if short else "",
        "due": _END,
        "status": "agreed",
        "tags": (goal,),
    }


def _target(words: Words, target: str, kpis: tuple[str, ...]) -> Record:
    number, title = target.replace("-", "."), words.of("global_targets", f"{target}-title")
    short = shorten(title)
    return {
        "title": short or number,
        "parent": target.split("-", maxsplit=1)[0],
        "status": "agreed",
        "kpis": kpis,
        "body": title if short.endswith("…") else "",
        "tags": (number,),
    }


def _named(words: Words, group: str) -> Iterable[str]:
    return (match[1] for key in words.groups.get(group, {}) if (match := _TITLE_KEY.fullmatch(key)))


def _in_order(name: str) -> tuple[tuple[int, str], ...]:
    return tuple((int(part) if part.isdigit() else 999, part) for part in name.split("-"))
