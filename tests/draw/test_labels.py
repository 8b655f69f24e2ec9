import numpy as np

from shared_vision.draw.labels import Room, around
from shared_vision.draw.renderer import Label


def test_words_go_below_their_place_where_nothing_is_in_the_way() -> None:
    label, covers = Room(300).best(around((500, 100), "Nov 2026: 26", "x"))
    assert (label.y, label.anchor, covers) == (121, "middle", 0)


def test_words_go_above_where_a_line_runs_below() -> None:
    room = Room(300)
    room.block_line(np.array([[0.0, 118.0], [1000.0, 118.0]]))
    label, covers = room.best(around((500, 100), "Nov 2026: 26", "x"))
    assert (label.y, covers) == (89, 0)


def test_words_keep_off_other_words_and_hairlines() -> None:
    room = Room(300)
    room.block_words(Label(text="Target 20", x=500, y=121, classes="x"))
    label, _ = room.best(around((500, 100), "Nov 2026: 26", "x"))
    assert label.y == 89
    room.block_upright(500)
    assert room.best(around((500, 100), "Nov 2026: 26", "x"))[1] > 0


def test_words_near_an_edge_stay_on_the_page() -> None:
    anchors = [around((x, 100), "Nov 2026: 26", "x")[0].anchor for x in (0, 500, 1000)]
    assert anchors == ["start", "middle", "end"]


def test_words_stay_within_the_chart_where_they_can() -> None:
    label, covers = Room(300).best(around((500, 295), "Nov 2026: 26", "x"))
    assert (label.y, covers) == (284, 0)
