from collections.abc import Mapping

import pytest
from mkdocs.config.base import load_config
from mkdocs.config.defaults import MkDocsConfig

from shared_vision.adapters.project import ProjectError
from shared_vision.adapters.theme import refuse_features, theme_of
from shared_vision.model.colour import Colour
from shared_vision.model.settings import Palette, Theme
from small_vision import Written

RED, INDIGO = Colour(239, 85, 82), Colour(64, 81, 181)


def _config(write_vision: Written, theme: str) -> MkDocsConfig:
    site = f"site_name: X\ndocs_dir: site_src\ntheme: {{name: material, {theme}}}\n"
    folder = write_vision({"mkdocs.yml": site, "site_src/index.md": ""})
    return load_config(str(folder / "mkdocs.yml"))


def _theme(write_vision: Written, palette: str, partners: Mapping[object, object] | None = None) -> Theme:
    return theme_of(_config(write_vision, f"palette: {palette}"), partners or {})


def test_one_palette_is_the_light_form(write_vision: Written) -> None:
    palette = "{primary: red, accent: indigo}"
    assert _theme(write_vision, palette) == Theme(light=Palette(primary=RED, accent=INDIGO))


def test_each_form_has_its_own(write_vision: Written) -> None:
    palette = (
        "[{toggle: {icon: a, name: b}}, {scheme: default, primary: red}, {scheme: slate, accent: indigo}]"
    )
    assert _theme(write_vision, palette) == Theme(light=Palette(primary=RED), dark=Palette(accent=INDIGO))


def test_custom_colours_are_left_to_the_sites_own_stylesheet(write_vision: Written) -> None:
    assert _theme(write_vision, "{primary: custom, accent: custom}") == Theme()


def test_partners_have_colours(write_vision: Written) -> None:
    assert _theme(write_vision, "{}", {"northgate": "#ef5552"}).partners == {"northgate": RED}


@pytest.mark.parametrize(
    ("palette", "partners", "where"),
    [
        ("{accent: tael}", {}, "palette: accent: 'tael'"),
        ("{primary: 12}", {}, "palette: primary: 12"),
        ("{}", {"northgate": "blu"}, "partner_colours: northgate: 'blu'"),
        ("{}", {"northgate": None}, "partner_colours: northgate: None"),
    ],
)
def test_what_is_no_colour_is_refused(
    write_vision: Written, palette: str, partners: Mapping[object, object], where: str
) -> None:
    with pytest.raises(ProjectError) as refused:
        _theme(write_vision, palette, partners)
    assert str(refused.value) == (
        f"{where} is no colour. Write one such as '#0d5c63' (with quotes), or one of: red, pink, purple, "
        "deep-purple, indigo, blue, light-blue, cyan, teal, green, light-green, lime, yellow, amber, orange, "
        "deep-orange, brown, grey, blue-grey, black, white."
    )


@pytest.mark.parametrize("features", ["[navigation.tabs, search.suggest]", "[]"])
def test_other_features_are_the_makers_choice(write_vision: Written, features: str) -> None:
    refuse_features(_config(write_vision, f"features: {features}"))


def test_tooltips_that_make_html_of_titles_are_refused(write_vision: Written) -> None:
    with pytest.raises(ProjectError) as told:
        refuse_features(_config(write_vision, "features: [navigation.tabs, content.tooltips]"))
    assert str(told.value) == (
        "theme.features: content.tooltips would show what partners write as HTML. Take it out of mkdocs.yml; "
        "browsers show titles without it, too."
    )
