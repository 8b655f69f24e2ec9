import pytest

from shared_vision.model.colour import BLACK, WHITE, Colour, contrast, ink_on, parse_colour, standing_out


@pytest.mark.parametrize(
    ("text", "colour"),
    [
        ("#0d5c63", Colour(13, 92, 99)),
        (" #FFF ", WHITE),
        ("deep purple", Colour(126, 86, 194)),
        ("Blue-Grey", Colour(84, 109, 120)),
        ("tael", None),
        ("#12345", None),
        ("", None),
    ],
)
def test_colours_are_read_by_name_and_in_hex(text: str, colour: Colour | None) -> None:
    assert parse_colour(text) == colour


def test_colour_is_written_in_hex() -> None:
    assert str(Colour(13, 92, 99)) == "#0d5c63"


@pytest.mark.parametrize(
    ("one", "other", "ratio"),
    [
        ("#000", "#fff", 21.0),
        ("#777777", "#ffffff", 4.48),
        ("#0000ff", "#ffffff", 8.59),
        ("#123", "#123", 1.0),
    ],
)
def test_contrast_is_that_of_published_checkers(one: str, other: str, ratio: float) -> None:
    first, second = parse_colour(one), parse_colour(other)
    assert first is not None
    assert second is not None
    assert contrast(first, second) == pytest.approx(ratio, abs=0.005)


def test_what_stands_out_stays_as_it_is() -> None:
    assert standing_out(BLACK, [WHITE], 4.5) == BLACK


def test_a_pale_colour_is_darkened_on_paper_and_a_dark_one_lightened_on_night() -> None:
    yellow, navy, night = Colour(255, 236, 61), Colour(10, 20, 80), Colour(16, 22, 28)
    assert 4.5 <= contrast(standing_out(yellow, [WHITE], 4.5), WHITE) < 5.5
    assert 4.5 <= contrast(standing_out(navy, [night], 4.5), night) < 5.5


def test_ink_is_what_reads_best() -> None:
    assert ink_on(Colour(255, 236, 61)) == BLACK
    assert ink_on(Colour(13, 92, 99)) == WHITE
