"""Colours and how well one stands out from another."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from shared_vision.model.measures import Status

_HEX = re.compile(r"#(?:[0-9a-f]{3}){1,2}")

NAMED = {
    "red": "#ef5552",
    "pink": "#e92063",
    "purple": "#ab47bd",
    "deep-purple": "#7e56c2",
    "indigo": "#4051b5",
    "blue": "#2094f3",
    "light-blue": "#02a6f2",
    "cyan": "#00bdd6",
    "teal": "#009485",
    "green": "#4cae4f",
    "light-green": "#8bc34b",
    "lime": "#cbdc38",
    "yellow": "#ffec3d",
    "amber": "#ffc105",
    "orange": "#ffa724",
    "deep-orange": "#ff6e42",
    "brown": "#795649",
    "grey": "#757575",
    "blue-grey": "#546d78",
    "black": "#000000",
    "white": "#ffffff",
}
"""The names that Material for MkDocs gives colours in `theme.palette`, with its values."""


@dataclass(frozen=True, slots=True)
class Colour:
    """Red, green and blue, from 0 to 255."""

    red: int
    green: int
    blue: int

    def __str__(self) -> str:
        return f"#{self.red:02x}{self.green:02x}{self.blue:02x}"

    @property
    def luminance(self) -> float:
        """Relative luminance from 0 to 1 (WCAG 2.2, section "relative luminance")."""
        parts = (part / 255 for part in (self.red, self.green, self.blue))
        linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    def mixed(self, other: "Colour", share: float) -> "Colour":
        """This colour with a share, from 0 to 1, of another."""
        pairs = ((self.red, other.red), (self.green, other.green), (self.blue, other.blue))
        return Colour(*(round(one + (two - one) * share) for one, two in pairs))


LIGHT = {
    "paper": "#fbfaf6",
    "raised": "#ffffff",
    "wash": "#f2efe8",
    "line": "#e5e0d6",
    "ink": "#18212b",
    "muted": "#55606c",
    "accent": "#0d5c63",
    "achieved": "#2a5ca8",
    "on-track": "#10705d",
    "at-risk": "#8f5a00",
    "off-track": "#b53a15",
    "unknown": "#626b75",
}
"""The site's colours on paper, for what stands outside of it; the stylesheet has them for its pages."""

_TOLD_AS = {Status.MOVING_AWAY: "off-track", Status.TOO_EARLY: "unknown"}

BLACK, WHITE = Colour(0, 0, 0), Colour(255, 255, 255)


def parse_colour(text: str) -> Colour | None:
    """A colour by Material's name or as `#rgb` or `#rrggbb`; None for anything else."""
    plain = text.strip().lower().replace(" ", "-")
    digits = NAMED.get(plain, plain)
    if not _HEX.fullmatch(digits):
        return None
    digits = digits[1:] if len(digits) == 7 else "".join(digit * 2 for digit in digits[1:])
    return Colour(*bytes.fromhex(digits))


def colour_name(status: Status) -> str:
    """The name in `LIGHT` of the colour that tells a status."""
    return _TOLD_AS.get(status, status.value)


def contrast(one: Colour, other: Colour) -> float:
    """How much two colours differ in lightness, from 1 to 21 (WCAG 2.2, "contrast ratio")."""
    low, high = sorted((one.luminance, other.luminance))
    return (high + 0.05) / (low + 0.05)


def standing_out(colour: Colour, grounds: Iterable[Colour], least: float) -> Colour:
    """The colour, made darker or lighter just so far that its contrast to every ground is `least` or more."""
    grounds = tuple(grounds)
    away = BLACK if min(ground.luminance for ground in grounds) > 0.18 else WHITE
    steps = (colour.mixed(away, step / 25) for step in range(26))
    return next((step for step in steps if min(contrast(step, ground) for ground in grounds) >= least), away)


def ink_on(ground: Colour) -> Colour:
    """Black or white, whichever stands out more from a ground."""
    return max(BLACK, WHITE, key=lambda ink: contrast(ink, ground))
