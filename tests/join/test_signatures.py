from shared_vision.read import read

SIGNED = 'title: x\nsigned: [{{partner: northgate, on: 2026-01-05, fingerprint: "{}"}}]\n'


def _problems(path: str, fingerprint: str) -> list[str]:
    texts = {
        "vision/vision.yml": "title: x\n",
        "vision/partners/northgate.yml": "title: x\n",
        path: SIGNED.format(fingerprint),
    }
    return [str(problem) for problem in read({path: text.encode() for path, text in texts.items()}).problems]


def test_a_fingerprint_of_another_form_is_an_error() -> None:
    assert _problems("vision/goals/g.yml", "7C9E") == [
        (
            "vision/goals/g.yml:2:60: error bad-fingerprint: signed[0].fingerprint:"
            ' "7C9E" is no fingerprint of a wording: that is eight of the signs 0-9 and a-f.'
            " Delete it and run: vision sign goals/g --as northgate"
        )
    ]


def test_the_visions_signatures_are_looked_at_too() -> None:
    assert _problems("vision/vision.yml", "7c9e1f040") == [
        (
            "vision/vision.yml:2:60: error bad-fingerprint: signed[0].fingerprint:"
            ' "7c9e1f040" is no fingerprint of a wording: that is eight of the signs 0-9 and a-f.'
            " Delete it and run: vision sign vision/vision --as northgate"
        )
    ]


def test_a_fingerprint_may_be_left_out() -> None:
    assert _problems("vision/goals/g.yml", "7c9e1f04") == _problems("vision/goals/g.yml", "") == []
