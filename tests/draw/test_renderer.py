import xml.etree.ElementTree as ET

import numpy as np
import pytest
from matplotlib.path import Path
from matplotlib.transforms import IdentityTransform

from shared_vision.draw.renderer import Dot, Heading, Label, SvgRenderer, escape
from shared_vision.model.chart import Margins

ROOM = Margins(left=4, right=2, top=12)
HEADING = Heading(id="x", title="<T>", description="A & B")


def test_line_breaks_at_what_is_no_number_and_a_lone_place_has_no_length() -> None:
    renderer = SvgRenderer(100)
    renderer.open_group("line2d", "sv-curve")
    vertices = np.array([[0, 100], [10.04, 50], [np.nan, 1], [20, 0], [30, np.nan]])
    renderer.draw_path(renderer.new_gc(), Path(vertices), IdentityTransform())
    assert '<path class="sv-curve" d="M0 0 10 50M20 100h0"/>' in renderer.drawing(HEADING, "c", ROOM).svg


def test_whole_chart() -> None:
    renderer = SvgRenderer(100)
    renderer.draw_dots("dots", [Dot(x=632, y=1.25, radius=6, title="a<b")])
    renderer.draw_label(Label(text="a&b", x=0, y=-0.01, dx=-10, classes="words", anchor="end"))
    assert renderer.drawing(HEADING, "c", ROOM).svg == (
        '<div class="sv-plot"><svg class="c" width="100%" height="100" role="img" '
        'aria-labelledby="sv_x_t sv_x_d" style="--sv-left:4ch;--sv-right:2ch;--sv-top:12px">'
        '<title id="sv_x_t">&lt;T&gt;</title>'
        '<desc id="sv_x_d">A &amp; B</desc>'
        '<svg viewBox="0 0 1000 100" preserveAspectRatio="none" width="100%" height="100%"></svg>'
        '<g class="dots"><circle cx="63.2%" cy="1.2" r="6"><title>a&lt;b</title></circle></g>'
        '<text class="words" x="0%" y="0" dx="-10" text-anchor="end">a&amp;b</text></svg></div>'
    )


@pytest.mark.parametrize("text", ["\x00", "\x0b", "\ud800", "\ufffe", "]]>", "&lt;", "\u202e", "$\\frac{1}$"])
def test_any_text_is_well_formed(text: str) -> None:
    ET.fromstring(f"<t>{escape(text)}</t>")  # noqa: S314 - our own output
