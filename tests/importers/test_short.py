import pytest

from shared_vision.importers.short import fair_shares, shorten, slug_words


@pytest.mark.parametrize(
    ("lengths", "room", "shares"),
    [
        ([5, 20], 30, [5, 20]),
        ([5, 29, 44, 55], 113, [5, 29, 39, 40]),
        ([5, 36, 44, 55], 113, [5, 36, 36, 36]),
        ([10, 10, 10], 20, [6, 7, 7]),
        ([], 10, []),
    ],
)
def test_short_parts_stay_whole_and_long_ones_share_the_rest(
    lengths: list[int], room: int, shares: list[int]
) -> None:
    assert fair_shares(lengths, room) == shares


def test_a_long_text_is_cut_between_words() -> None:
    assert shorten("one two, three", 10) == "one two…"
    assert shorten("one\n two", 10) == "one two"


def test_words_of_an_id_have_no_accents_or_signs() -> None:
    assert slug_words("Coût (%) – l'été") == ("cout", "lete")
