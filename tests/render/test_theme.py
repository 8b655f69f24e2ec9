import re

import pytest

from shared_vision.model.colour import NAMED, Colour, contrast, parse_colour
from shared_vision.model.settings import Palette, Theme
from shared_vision.render.statics import static_files
from shared_vision.render.theme import _GROUNDS, theme_rules

STYLE = static_files(Theme())[0].content.decode()


def test_no_choice_is_no_rule() -> None:
    assert theme_rules(Theme()) == ""


def test_a_dark_primary_takes_white_words_in_its_form_alone() -> None:
    assert theme_rules(Theme(light=Palette(primary=Colour(122, 31, 92)))) == (
        ':root,[data-md-color-scheme="default"][data-md-color-primary]{--md-primary-fg-color:#7a1f5c;'
        "--md-primary-fg-color--dark:#7a1f5c;--md-primary-bg-color:#ffffff;--md-primary-bg-color--light:#ffffff;}"
    )


@pytest.mark.parametrize("name", NAMED)
@pytest.mark.parametrize("scheme", ["default", "slate"])
def test_every_accent_is_readable_on_every_ground(name: str, scheme: str) -> None:
    palette = Palette(accent=parse_colour(name))
    rules = theme_rules(Theme(light=palette) if scheme == "default" else Theme(dark=palette))
    accent, ink = (_found(r"--sv-(?:on-)?accent:(#\w+);", rules, nth) for nth in (0, 1))
    assert all(contrast(accent, _found("(.*)", ground)) >= 4.5 for ground in _GROUNDS[scheme])
    assert contrast(accent, ink) >= 4.5


@pytest.mark.parametrize("scheme", ["default", "slate"])
def test_grounds_are_those_of_the_stylesheet(scheme: str) -> None:
    start = STYLE[STYLE.index(f'[data-md-color-scheme="{scheme}"]{{--sv-paper') :]
    parts = ("paper", "raised", "wash")
    assert tuple(_found(rf"--sv-{part}:(#\w+);", start) for part in parts) == tuple(
        _found("(.*)", ground) for ground in _GROUNDS[scheme]
    )


def test_partners_get_a_mark_in_both_forms() -> None:
    rules = theme_rules(Theme(partners={"northgate": Colour(255, 236, 61)}))
    assert len(re.findall(r"\] \.sv-partner-northgate\{--sv-partner:#\w+;\}", rules)) == 2
    assert ".sv-partner::before{" in rules


def test_rules_come_after_ours() -> None:
    theme = Theme(light=Palette(accent=Colour(122, 31, 92)))
    assert static_files(theme)[0].content.decode() == STYLE + theme_rules(theme)


def _found(pattern: str, text: str, nth: int = 0) -> Colour:
    colour = parse_colour(re.findall(pattern, text)[nth])
    assert colour
    return colour
