import pytest

from shared_vision.importers.record_yaml import Record, write_record
from shared_vision.read import read


def test_a_record_reads_as_a_person_would_write_it() -> None:
    record: Record = {
        "title": "Maternal deaths",
        "summary": "",
        "parent": None,
        "baseline": {"date": "2015-12-31"},
        "target": {"date": "2030-12-31", "value": 70.0},
        "source": {"file": "a.csv", "where": {"Sex": None, "Geography": "Canada"}},
        "kpis": ("a", {"id": "b", "weight": 2}),
        "tags": ("1.3", "no", "1e5", "2015-01-01"),
        "body": "One line.\n\n* another",
    }
    assert write_record(record).decode() == (
        "title: Maternal deaths\n"
        "baseline: {date: 2015-12-31}\n"
        "target: {date: 2030-12-31, value: 70}\n"
        "source:\n"
        "  file: a.csv\n"
        "  where: {Sex: null, Geography: Canada}\n"
        "kpis:\n"
        "- a\n"
        "- {id: b, weight: 2}\n"
        "tags:\n"
        "- '1.3'\n"
        "- 'no'\n"
        "- '1e5'\n"
        "- 2015-01-01\n"
        "body: |-\n"
        "  One line.\n"
        "\n"
        "  * another\n"
    )


TEXTS = [
    "010",
    "1e5",
    "0o14",
    "12:30",
    "null",
    "~",
    "True",
    "<<",
    "- dash",
    "a: b",
    "a #b",
    "{x}",
    "'quoted'",
    '"said"',
    "one – two",
    "😀 smile\nand again",
    "tab\there",
    "  spaces first\nthen text",
    "ends with a space \nand goes on",
    "word " * 30 + "- a dash where a line may break, " + "word - " * 20,
    "word " * 30 + "? # : & * ! | > % @ ` " * 8,
    "long" * 60,
]


@pytest.mark.parametrize("text", TEXTS)
def test_a_text_is_read_back_as_it_was(text: str) -> None:
    content = write_record({"title": "A", "body": text, "tags": (text.split("\n", maxsplit=1)[0][:300],)})
    document = read({"vision/vision.yml": content})
    assert document.problems == ()
    assert (document.vision.body, document.vision.tags[0]) == (
        text.strip(),
        text.split("\n", maxsplit=1)[0][:300].strip(),
    )


def test_signs_beyond_the_basic_plane_stay_as_they_are() -> None:
    assert write_record({"title": "Smile 😀\nagain"}).decode() == "title: |-\n  Smile 😀\n  again\n"
