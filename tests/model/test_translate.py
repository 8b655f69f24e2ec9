"""A document in each of its languages."""

from shared_vision.model.by_language import Reader, Translated
from shared_vision.model.document import Document
from shared_vision.model.records import Goal, Vision
from shared_vision.model.translate import in_language, texts_by_language

TITLE = {"en": " One front door ", "fr": "Un seul guichet"}
VISION = Vision.model_validate(
    {
        "id": "vision",
        "title": TITLE,
        "statement": "Anybody gets an answer.",
        "principles": [{"title": {"en": "Answer once", "fr-CA": "Répondre"}, "text": "Nobody repeats."}],
    },
    context=Reader("en"),
)
GOAL = Goal.model_validate({"id": "x", "title": {"de": "Kürzer", "es": "Menos"}}, context=Reader("en"))
DOCUMENT = Document(vision=VISION, goals={"x": GOAL})


def test_a_text_given_by_language_is_a_text_in_the_main_one() -> None:
    assert (VISION.title, VISION.principles[0].title) == ("One front door", "Answer once")
    assert isinstance(VISION.title, Translated)
    assert VISION.title.texts == {"en": "One front door", "fr": "Un seul guichet"}


def test_a_document_in_another_language_has_its_texts_in_that() -> None:
    french = in_language(DOCUMENT, "fr", "en")
    assert french.vision.title == "Un seul guichet"
    assert french.vision.principles[0].title == "Répondre"
    assert french.vision.statement == "Anybody gets an answer."


def test_a_text_that_is_not_given_falls_back_to_the_main_language_then_to_the_first() -> None:
    german = in_language(DOCUMENT, "de", "en")
    assert isinstance(german.vision.title, Translated)
    assert (german.vision.title, german.vision.title.language) == ("One front door", "en")
    assert in_language(DOCUMENT, "fr", "en").goals["x"].title == "Kürzer"


def test_there_and_back_is_the_same_document() -> None:
    assert in_language(in_language(DOCUMENT, "fr", "en"), "en", "en") == DOCUMENT


def test_what_says_nothing_by_language_stays_as_it_is() -> None:
    goal = Goal.model_validate({"id": "x", "title": "Shorter waits"})
    assert in_language(Document(vision=VISION, goals={"x": goal}), "fr", "en").goals["x"] is goal


def test_texts_by_language_have_their_paths() -> None:
    assert [loc for loc, _ in texts_by_language(VISION)] == [("title",), ("principles", 0, "title")]


def test_a_reader_notices_a_text_that_is_not_in_the_main_language() -> None:
    reader = Reader("pt-BR")
    Goal.model_validate({"id": "x", "title": {"pt": "Menos filas"}}, context=reader)
    assert not reader.lacking
    Goal.model_validate({"id": "x", "title": {"de": "Kürzer"}}, context=reader)
    assert reader.lacking
