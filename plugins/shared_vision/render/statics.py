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
PAPER = f"{_FOLDER}/paper.css"
"""For the few pages that are for paper, or stand alone."""
SCRIPTS = (f"{_FOLDER}/vision.js",)
_COMMENT = re.compile(rb"/\*.*?\*/", re.DOTALL)
_SPACE = re.compile(rb"\s+")
_LOOSE = re.compile(rb" ?([{};,>]) ?|(?<=:) (?=[^{}]*[;}])")
"""Spaces that mean nothing in a stylesheet whose strings hold none of these signs."""
_ZERO = re.compile(rb"(?<=[ :,(])0(?=\.\d)")
_STYLE = ("vision.css", "chart.css", "whole.css", "find.css", "print.css")
_SCRIPT = ("vision.js", "point.js", "sort.js", "share.js")
"""The parts of the stylesheet and of the script, one for each concern; readers load one file of each."""


def static_files(theme: Theme) -> tuple[Asset, ...]:
    """Everything the pages load, by its place on the site."""
    look, *others = _shipped()
    return (replace(look, content=look.content + theme_rules(theme).encode()), *others)


@cache
def _shipped() -> tuple[Asset, ...]:
    static = files("shared_vision.render") / "static"
    style, script = (b"\n".join((static / part).read_bytes() for part in kind) for kind in (_STYLE, _SCRIPT))
    return (
        Asset(path=STYLESHEETS[0], content=_tighten(style)),
        Asset(path=PAPER, content=_tighten((static / "paper.css").read_bytes())),
        Asset(path=SCRIPTS[0], content=_COMMENT.sub(b"", script).strip() + b"\n"),
        *(Asset(path=f"{_FOLDER}/fonts/{font.name}", content=font.read_bytes()) for font in _fonts(static)),
    )


def _tighten(style: bytes) -> bytes:
    tight = (
        _LOOSE.sub(rb"\1", _SPACE.sub(b" ", _COMMENT.sub(b"", style)))
        .replace(b";}", b"}")
        .replace(b" !", b"!")
    )
    return _ZERO.sub(b"", tight).strip()


def _fonts(static: Traversable) -> list[Traversable]:
    fonts = static / "fonts"
    return sorted(fonts.iterdir(), key=lambda font: font.name) if fonts.is_dir() else []
