import struct
from datetime import date
from io import BytesIO

import matplotlib.image as images
import pytest

from shared_vision.build import assess
from shared_vision.draw.cards import HEIGHT, WIDTH, draw_cards
from shared_vision.model.wording import Wording
from shared_vision.read import read
from small_vision import SMALL


def cards(**changes: str) -> dict[str, bytes]:
    texts = {**SMALL, **{f"vision/goals/{name}.yml": text for name, text in changes.items()}}
    sources = {
        path: text.encode() for path, text in texts.items() if path.startswith(("vision/", "kpi_data/"))
    }
    found = draw_cards(*assess(read(sources), date(2026, 6, 15)), Wording())
    return {asset.path: asset.content for asset in found}


def test_there_is_a_card_for_the_vision_and_for_each_goal() -> None:
    assert list(cards()) == ["cards/vision.png", "cards/goals/fewer-complaints.png"]


def test_cards_have_the_size_that_other_sites_ask_for() -> None:
    content = cards()["cards/vision.png"]
    assert struct.unpack(">II", content[16:24]) == (WIDTH, HEIGHT)
    assert images.imread(BytesIO(content)).shape[:2] == (HEIGHT, WIDTH)


def test_a_card_has_the_colour_of_the_status_and_a_bar_as_long_as_the_way() -> None:
    image = images.imread(BytesIO(cards()["cards/goals/fewer-complaints.png"]))[..., :3]
    on_track = image[0, 0]
    assert on_track.tolist() == pytest.approx([16 / 255, 112 / 255, 93 / 255], abs=0.01)
    done = (abs(image[HEIGHT - 60] - on_track).max(axis=1) < 0.01).sum() - 14
    assert done / (WIDTH - 160) == pytest.approx(0.5, abs=0.01)


def test_the_same_words_make_the_same_bytes() -> None:
    assert cards() == cards()


@pytest.mark.parametrize("title", ["x" * 300, "word " * 60, "日本語 العربية 🙂", "a", "a" + "\u0301" * 250])
def test_any_title_fits(title: str) -> None:
    image = images.imread(BytesIO(cards(odd=f"title: '{title}'\n")["cards/goals/odd.png"]))
    assert image.shape[:2] == (HEIGHT, WIDTH)


def test_of_very_many_goals_the_topmost_have_a_card() -> None:
    many = {f"sub{number}": "title: A\nparent: fewer-complaints\n" for number in range(60)}
    assert list(cards(**many)) == ["cards/vision.png", "cards/goals/fewer-complaints.png"]
