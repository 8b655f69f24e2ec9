"""What mkdocs.yml chooses of the theme: its colours, its features."""

from collections.abc import Mapping
from typing import Any

from mkdocs.config.defaults import MkDocsConfig

from shared_vision.adapters.project import ProjectError
from shared_vision.model.colour import NAMED, Colour, parse_colour
from shared_vision.model.settings import Palette, Theme

_TOOLTIPS = "content.tooltips"
_OUR_OWN = {"", "custom"}
"""Material's word for colours that the site's own stylesheet sets."""


def theme_of(config: MkDocsConfig, partners: Mapping[object, object]) -> Theme:
    """The theme of a site: Material's `theme.palette`, and the plugin's `partner_colours`.

    Raises:
        ProjectError: a text is no colour.
    """
    palette = config.theme.get("palette")
    forms = [form for form in (palette if isinstance(palette, list) else [palette]) if isinstance(form, dict)]
    return Theme(
        light=_palette([form for form in forms if form.get("scheme", "default") == "default"]),
        dark=_palette([form for form in forms if form.get("scheme") == "slate"]),
        partners={
            str(partner): found
            for partner, text in partners.items()
            if (found := _colour(f"partner_colours: {partner}", text))
        },
    )


def refuse_features(config: MkDocsConfig) -> None:
    """Stop where the theme would take text for HTML: Material makes a tooltip's HTML of a plain title.

    Raises:
        ProjectError: mkdocs.yml asks for that.
    """
    features = config.theme.get("features")
    if isinstance(features, list) and _TOOLTIPS in features:
        raise ProjectError(
            f"theme.features: {_TOOLTIPS} would show what partners write as HTML. Take it out of mkdocs.yml; "
            "browsers show titles without it, too."
        )


def _palette(forms: list[dict[str, Any]]) -> Palette:
    return Palette(primary=_first(forms, "primary"), accent=_first(forms, "accent"))


def _first(forms: list[dict[str, Any]], part: str) -> Colour | None:
    found = (_colour(f"palette: {part}", form.get(part, "")) for form in forms)
    return next((colour for colour in found if colour), None)


def _colour(where: str, text: object) -> Colour | None:
    if not isinstance(text, str) or not (colour := parse_colour(text)):
        if text in _OUR_OWN:
            return None
        names = ", ".join(NAMED)
        raise ProjectError(
            f"{where}: {text!r} is no colour. Write one such as '#0d5c63' (with quotes), or one of: {names}."
        )
    return colour
