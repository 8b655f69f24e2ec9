from shared_vision.importers.sdg_languages import Records, in_languages


def test_texts_that_differ_are_given_by_language() -> None:
    english: Records = {"vision/goals/1.yml": {"title": "No poverty", "unit": "%", "tags": ("1",)}}
    french: Records = {"vision/goals/1.yml": {"title": "Pas de pauvreté", "unit": "%", "tags": ("1",)}}
    assert in_languages({"en": english, "fr": french}) == {
        "vision/goals/1.yml": {
            "title": {"en": "No poverty", "fr": "Pas de pauvreté"},
            "unit": "%",
            "tags": ("1",),
        }
    }


def test_a_text_that_a_language_lacks_is_left_out() -> None:
    assert in_languages({"en": {"a": {"summary": "x"}}, "fr": {"a": {"summary": ""}}}) == {
        "a": {"summary": {"en": "x"}}
    }


def test_a_title_that_is_too_long_in_one_language_is_in_the_body_of_all() -> None:
    english: Records = {"a": {"title": "Short", "body": ""}}
    french: Records = {"a": {"title": "Un long…", "body": "Un long titre"}}
    assert in_languages({"en": english, "fr": french})["a"]["body"] == {"en": "Short", "fr": "Un long titre"}


def test_one_language_stays_as_it_is() -> None:
    records: Records = {"a": {"title": "x", "baseline": {"date": "2015-12-31"}}}
    assert in_languages({"en": records}) == records
