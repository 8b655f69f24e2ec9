"""Pictures for those who share a page's address: a title, how it stands, and whose vision it is."""

import struct
import zlib
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

import numpy as np
from matplotlib import get_data_path
from matplotlib.ft2font import FT2Font
from numpy.typing import NDArray

from shared_vision.model.colour import LIGHT, Colour, colour_name, parse_colour
from shared_vision.model.document import Document
from shared_vision.model.measures import GOOD, GoalMeasure, Measures
from shared_vision.model.names import STATUS
from shared_vision.model.reason import Reason
from shared_vision.model.records import Goal
from shared_vision.model.site import Asset
from shared_vision.model.wording import Wording

WIDTH, HEIGHT = 1200, 630
"""As sites that show such pictures ask for."""
_MOST_GOALS = 60
_EDGE, _LEVELS, _MOST_LINES = 80, 16, 4
_INKS = ("ink", "muted", "accent", "achieved", "on-track", "at-risk", "off-track", "unknown")
Pixels = NDArray[np.uint8]


def draw_cards(document: Document, measures: Measures, wording: Wording) -> Iterator[Asset]:
    """`cards/vision.png`, then `cards/goals/<id>.png`; the same bytes for the same words.

    A card costs three milliseconds: of very many goals the topmost have one, of very many of these none.
    """
    vision = document.vision
    good = sum(measure.status in GOOD for measure in measures.kpis.values())
    said = wording.plural(
        "{good} of {number} KPI on track", "{good} of {number} KPIs on track", len(measures.kpis), good=good
    )
    statement = vision.statement or vision.title
    yield Asset(path="cards/vision.png", content=_card(statement, vision.title, said, "accent", None))
    for goal in _shown(document):
        measure = measures.goals[goal.id]
        said, ink = wording.say(STATUS[measure.status]), colour_name(measure.status)
        content = _card(goal.title, vision.title, said, ink, _share(measure))
        yield Asset(path=f"cards/goals/{goal.id}.png", content=content)


def _shown(document: Document) -> tuple[Goal, ...]:
    every, topmost = tuple(document.goals.values()), document.children(None)
    return next((goals for goals in (every, topmost) if len(goals) <= _MOST_GOALS), ())


def _share(measure: GoalMeasure) -> float | None:
    return None if isinstance(measure.progress, Reason) else min(max(measure.progress, 0.0), 1.0)


def _card(title: str, kicker: str, said: str, ink: str, share: float | None) -> bytes:
    pixels = np.zeros((HEIGHT, WIDTH), dtype=np.uint8)
    pixels[:, :14] = _index(ink)
    small, large = _Type("DejaVuSans-Bold", 30), _Type("DejaVuSerif", 58 if len(title) < 90 else 46)
    _write(pixels, _lines(kicker, small, 1)[0], small, 108, "accent")
    for number, line in enumerate(_lines(title, large, _MOST_LINES)):
        _write(pixels, line, large, 200 + number * round(large.size * 1.3), "ink")
    _write(pixels, said, _Type("DejaVuSans-Bold", 34), HEIGHT - 100, ink)
    if share is not None:
        pixels[HEIGHT - 66 : HEIGHT - 54, _EDGE : WIDTH - _EDGE] = _index("muted") - _LEVELS + 4
        pixels[HEIGHT - 66 : HEIGHT - 54, _EDGE : _EDGE + round(share * (WIDTH - 2 * _EDGE))] = _index(ink)
    return _png(pixels)


def _index(ink: str) -> int:
    """The place of an ink in the palette, where it covers the paper wholly."""
    return _INKS.index(ink) * _LEVELS + _LEVELS - 1


class _Type(NamedTuple):
    """A typeface that matplotlib brings along, at a size in pixels."""

    name: str
    size: int

    def width(self, text: str) -> float:
        """How wide a text becomes."""
        return sum(_advance(sign, self.name) for sign in text) * self.size


def _lines(text: str, type_: _Type, most: int) -> list[str]:
    """A text in so many lines at most, the last one cut short where it must be."""
    lines, line = [], ""
    known = "".join(sign for sign in text if sign.isspace() or _has(sign, type_.name))
    for word in " ".join(known.split()).split(" "):
        longer = f"{line} {word}".strip()
        if line and type_.width(longer) > WIDTH - 2 * _EDGE:
            lines.append(line)
            longer = word
        line = longer
    lines.append(line)
    if len(lines) <= most:
        return lines
    return [*lines[: most - 1], f"{lines[most - 1].rstrip('.,;:')}…"]


@cache
def _has(sign: str, font: str) -> bool:
    """Whether a font can show a sign; what it cannot is left out, as an empty box says nothing."""
    return bool(_font(font, 100).get_char_index(ord(sign)))


@cache
def _advance(sign: str, font: str) -> float:
    """How wide a sign is, as a share of the font's size."""
    return float(_font(font, 100).load_char(ord(sign)).linearHoriAdvance) / 65536 / 100


def _write(pixels: Pixels, text: str, type_: _Type, line: int, ink: str) -> None:
    """Write a text onto a line so many pixels below the top."""
    drawn = _font(*type_)
    drawn.set_text(text)
    drawn.draw_glyphs_to_bitmap(antialiased=True)
    image = np.asarray(drawn.get_image())
    top = line - image.shape[0] + round(drawn.get_descent() / 64)
    image, top = image[max(-top, 0) :], max(top, 0)  # marks above each other may reach out of the card
    height, width = min(image.shape[0], HEIGHT - top), min(image.shape[1], WIDTH - _EDGE)
    levels = image[:height, :width] // (256 // _LEVELS)
    place = pixels[top : top + height, _EDGE : _EDGE + width]
    covered = levels > 0
    place[covered] = (_INKS.index(ink) * _LEVELS + levels)[covered]


@cache
def _font(name: str, size: int) -> FT2Font:
    font = FT2Font(f"{get_data_path()}/fonts/ttf/{name}.ttf")
    font.set_size(size, 72)
    return font


@cache
def _palette() -> bytes:
    """Each ink on paper, from not at all to wholly."""
    paper, inks = _colour("paper"), (_colour(ink) for ink in _INKS)
    mixed = (paper.mixed(ink, level / (_LEVELS - 1)) for ink in inks for level in range(_LEVELS))
    return bytes(part for colour in mixed for part in (colour.red, colour.green, colour.blue))


def _colour(name: str) -> Colour:
    found = parse_colour(LIGHT[name])
    assert found  # noqa: S101 (our own table)
    return found


def _png(pixels: Pixels) -> bytes:
    """An image of palette places as PNG, without a date or a name in it."""
    rows = np.zeros((HEIGHT, WIDTH + 1), dtype=np.uint8)  # each begins with its filter: none
    rows[:, 1:] = pixels
    head = struct.pack(">IIBBBBB", WIDTH, HEIGHT, 8, 3, 0, 0, 0)
    parts = (
        (b"IHDR", head),
        (b"PLTE", _palette()),
        (b"IDAT", zlib.compress(rows.tobytes(), 1)),
        (b"IEND", b""),
    )
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(kind, content) for kind, content in parts)


def _chunk(kind: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))
