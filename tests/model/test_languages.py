"""Tags of languages."""

import pytest

from shared_vision.model.languages import english_name, has_numbers, is_language, language_meant, own_name


@pytest.mark.parametrize("tag", ["en", "fr", "pt-BR", "zh-Hant", "zh-Hant-TW", "es-419", "gsw"])
def test_a_tag_names_a_language(tag: str) -> None:
    assert is_language(tag)


@pytest.mark.parametrize("text", ["", "french", "FR", "fr_CA", "fr-ca", "xx", "fr\n", "e", "../en", "en/x"])
def test_other_texts_do_not(text: str) -> None:
    assert not is_language(text)


@pytest.mark.parametrize(
    ("text", "tag"),
    [
        ("French", "fr"),
        ("français", "fr"),
        (" Deutsch ", "de"),
        ("FR", "fr"),
        ("fr_CA", "fr-CA"),
        ("zh-hant-tw", "zh-Hant-TW"),
        ("Note", ""),
        ("", ""),
        ("x" * 100_000, ""),
    ],
)
def test_another_spelling_tells_the_tag_that_was_meant(text: str, tag: str) -> None:
    assert language_meant(text) == tag


def test_a_language_is_named_as_its_speakers_name_it() -> None:
    assert [own_name(tag) for tag in ("fr", "de", "pt-BR")] == ["Français", "Deutsch", "Português (Brasil)"]
    assert [english_name(tag) for tag in ("fr", "pt-BR")] == ["French", "Portuguese"]


def test_numbers_of_a_language_may_be_unknown() -> None:
    assert has_numbers("fr-CA")
    assert not has_numbers("tlh")
