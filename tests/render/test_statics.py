import re
from pathlib import Path

import pytest

from shared_vision.model.measures import Status
from shared_vision.model.settings import Theme
from shared_vision.render.statics import SCRIPTS, STYLESHEETS, static_files

FILES = {asset.path: asset.content for asset in static_files(Theme())}
STYLE = FILES[STYLESHEETS[0]].decode()
SCRIPT = FILES[SCRIPTS[0]].decode()


def test_look_is_small() -> None:
    assert len(STYLE.encode()) < 30_000
    assert len(SCRIPT.encode()) < 12_000


def test_nothing_comes_from_another_host() -> None:
    assert "//" not in STYLE
    assert "http" not in SCRIPT
    fonts = re.findall(r'url\("([^"]+)"\)', STYLE)
    assert fonts
    assert all(str(Path(STYLESHEETS[0]).parent / font) in FILES for font in fonts)


@pytest.mark.parametrize("status", [status for status in Status if status is not Status.UNKNOWN])
def test_each_status_has_a_shape_and_a_colour(status: Status) -> None:
    selector = rf"\.sv-is-{status}\b[^{{}}]*"
    assert re.search(selector + r"\{--sv-shape:\d", STYLE)
    assert re.search(selector + r"\{--sv-status:", STYLE)


def test_fonts_come_with_their_licences() -> None:
    names = {Path(path).name for path in FILES if "/fonts/" in path}
    assert names == {"inter.woff2", "inter-LICENSE.txt", "source-serif-4.woff2", "source-serif-4-LICENSE.txt"}


def test_script_writes_no_html() -> None:
    assert "innerHTML" not in SCRIPT


PALETTES = re.findall(r'(?:"default"|"slate")\]\{(--sv-paper[^}]*)', STYLE)


@pytest.mark.parametrize("palette", PALETTES, ids=["light", "dark"])
def test_words_stand_out_from_every_ground(palette: str) -> None:
    colours = dict(re.findall(r"--sv-([\w-]+):(#\w+);", palette))
    words = ("ink", "muted", "accent", "achieved", "on-track", "at-risk", "off-track", "unknown")
    for ground in ("paper", "raised", "wash"):
        for word in words:
            assert _contrast(colours[word], colours[ground]) >= 4.5, (word, ground)
    assert _contrast(colours["on-accent"], colours["accent"]) >= 4.5


@pytest.mark.parametrize("palette", PALETTES, ids=["light", "dark"])
def test_words_stand_out_from_the_tints_of_the_months(palette: str) -> None:
    colours = dict(re.findall(r"--sv-([\w-]+): ?(#\w+)", palette))
    faint, strong = (int(share) / 100 for share in re.findall(r"--sv-tint[,:] ?(\d+)%", STYLE)[:2])
    for ground in ("paper", "raised"):
        for word in ("achieved", "on-track", "unknown", "accent", "muted"):
            assert _contrast(colours[word], _tint(colours[word], colours[ground], faint)) >= 4.5, word
        for status in ("at-risk", "off-track"):
            assert _contrast(colours["ink"], _tint(colours[status], colours[ground], strong)) >= 4.5, status


def _tint(colour: str, ground: str, share: float) -> str:
    parts = (_parts(colour), _parts(ground))
    mixed = (round(share * one + (1 - share) * other) for one, other in zip(*parts, strict=True))
    return "#" + "".join(f"{part:02x}" for part in mixed)


def _contrast(one: str, other: str) -> float:
    low, high = sorted((_luminance(one), _luminance(other)))
    return (high + 0.05) / (low + 0.05)


def _luminance(colour: str) -> float:
    parts = [part / 255 for part in _parts(colour)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def _parts(colour: str) -> list[int]:
    digits = colour[1:] if len(colour) == 7 else "".join(digit * 2 for digit in colour[1:])
    return [int(digits[place : place + 2], 16) for place in (0, 2, 4)]
