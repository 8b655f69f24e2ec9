"""The style rules that put a partnership's own colours in the place of ours."""

from collections.abc import Iterator

from shared_vision.model.colour import LIGHT, Colour, ink_on, parse_colour, standing_out
from shared_vision.model.settings import Palette, Theme

_READABLE, _VISIBLE = 4.5, 3.0
"""The least contrast of words, and of marks (WCAG 2.2, 1.4.3 and 1.4.11)."""
_GROUNDS = {
    "default": (LIGHT["paper"], LIGHT["raised"], LIGHT["wash"]),
    "slate": ("#10161c", "#182027", "#1c252d"),
}
"""What words stand on in the light and in the dark form: the stylesheet's paper, raised, wash."""
_DOT = (
    '.sv-partner::before{content:"";display:inline-block;width:.55em;height:.55em;margin-right:.4em;'
    "border-radius:2px;background:var(--sv-partner);}"
)


def theme_rules(theme: Theme) -> str:
    """Style rules for the chosen colours, each made to stand out from our grounds; empty for none."""
    forms = (("default", theme.light), ("slate", theme.dark))
    rules = [rule for scheme, palette in forms for rule in _palette_rules(scheme, palette)]
    for partner, colour in theme.partners.items():
        rules += [_partner_rule(scheme, partner, colour) for scheme, _ in forms]
    return "".join((*rules, _DOT if theme.partners else ""))


def _palette_rules(scheme: str, palette: Palette) -> Iterator[str]:
    chosen = f'[data-md-color-scheme="{scheme}"]'
    root = f":root,{chosen}" if scheme == "default" else chosen
    if palette.accent:
        accent = standing_out(palette.accent, _grounds(scheme), _READABLE)
        yield f"{root}{{--sv-accent:{accent};--sv-on-accent:{ink_on(accent)};}}"
    if palette.primary:
        ink = ink_on(palette.primary)
        yield (
            f"{root}[data-md-color-primary]{{"
            f"--md-primary-fg-color:{palette.primary};--md-primary-fg-color--dark:{palette.primary};"
            f"--md-primary-bg-color:{ink};--md-primary-bg-color--light:{ink};}}"
        )


def _partner_rule(scheme: str, partner: str, colour: Colour) -> str:
    shown = standing_out(colour, _grounds(scheme), _VISIBLE)
    return f'[data-md-color-scheme="{scheme}"] .sv-partner-{partner}{{--sv-partner:{shown};}}'


def _grounds(scheme: str) -> tuple[Colour, ...]:
    return tuple(colour for text in _GROUNDS[scheme] if (colour := parse_colour(text)))
