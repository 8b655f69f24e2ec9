"""The stylesheet, script and fonts that ship with the pages."""

import re
from dataclasses import replace
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable

from shared_vision.model.settings import Theme
from shared_vision.model.site import Asset
from shared_vision.render.theme import theme_rules

_FOLDER = "assets/shared-vision"
STYLESHEETS = (f"{_FOLDER}/vision.css",)
SCRIPTS = (f"{_FOLDER}/vision.js",)
_COMMENT = re.compile(rb"/\*.*?\*/", re.DOTALL)
_SPACE = re.compile(rb"\s+")
_LOOSE = re.compile(rb" ?([{};,]) ?|(?<=:) (?=[^{}]*[;}])")
"""Spaces that mean nothing in a stylesheet whose strings hold none of these signs."""
_PARTS = ("vision.css", "chart.css", "whole.css")
"""The stylesheet's parts: pages, charts, pictures of the whole; readers load one file."""


def static_files(theme: Theme) -> tuple[Asset, ...]:
    """Everything the pages load, by its place on the site."""
    look, *others = _shipped()
    return (replace(look, content=look.content + theme_rules(theme).encode()), *others)


@cache
def _shipped() -> tuple[Asset, ...]:
    static = files("shared_vision.render") / "static"
    style = b"\n".join((static / part).read_bytes() for part in _PARTS)
    return (
        Asset(path=STYLESHEETS[0], content=_tighten(style)),
        Asset(path=SCRIPTS[0], content=(static / "vision.js").read_bytes()),
        *(Asset(path=f"{_FOLDER}/fonts/{font.name}", content=font.read_bytes()) for font in _fonts(static)),
    )


def _tighten(style: bytes) -> bytes:
    return _LOOSE.sub(rb"\1", _SPACE.sub(b" ", _COMMENT.sub(b"", style))).strip()


def _fonts(static: Traversable) -> list[Traversable]:
    fonts = static / "fonts"
    return sorted(fonts.iterdir(), key=lambda font: font.name) if fonts.is_dir() else []
