"""Whatever a record file holds, it is read as written, or refused where the mistake is."""

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from shared_vision.load.decode import UNPRINTABLE
from shared_vision.load.record.records import load_records
from shared_vision.model.records import Goal, Partner
from strange import WORDS
from targets import KIND_OF, take_record
from thrown import thrown

LINES = (
    *("title: {}", "title: K\ntags: [{}]", "title: K\ntarget: {{date: {}, value: 4}}", "title: K\nlimit: {}"),
    *("title: K\nsource: {{where: {{a: {}}}}}", "title: K\n{}: x", "title: {{en: {}, fr: F}}"),
)
TEXTS = st.text(max_size=60).map(str.strip).filter(lambda text: text and not UNPRINTABLE.search(text))
UNQUOTED = (
    *(
        "no",
        "NO",
        "off",
        "on",
        "yes",
        "n",
        "y",
        "1:30",
        "12:30:45",
        "1_000",
        "0b1",
        "2025-02-03",
        "2025-02-03T01:02",
        "0x",
        "1e",
        "=",
        "+",
    ),
    *("nan", "inf", "None", "N", "٣", "１", "1.2.3", "<b>", "e\u0301"),
)


@pytest.mark.parametrize("word", WORDS, ids=ascii)
def test_a_strange_word_is_read_as_written_or_refused_in_place(word: str) -> None:
    for line in LINES:
        text = f"direction: increase\n{line.format(word)}\n"
        take_record(bytes((KIND_OF.index("kpis"), 1)) + text.encode("utf-8", "surrogatepass"))


@settings(derandomize=True, deadline=None, database=None, max_examples=120)
@given(thrown("records"))
def test_a_strange_record_is_read_as_written_or_refused_in_place(data: bytes) -> None:
    take_record(data)


@settings(derandomize=True, deadline=None, database=None, max_examples=100)
@given(TEXTS, TEXTS, st.lists(TEXTS, max_size=3), st.sampled_from(('"', "'", "|", None)))
def test_any_text_in_a_record_comes_back(title: str, why: str, tags: list[str], style: str | None) -> None:
    values = {"title": title, "why": why, "tags": tags}
    written = yaml.safe_dump(values, default_style=style, allow_unicode=style != '"', sort_keys=False)
    (found,) = load_records({"vision/goals/g.yml": written.encode()}).of_kind("goals")
    assert isinstance(found.record, Goal)
    assert (found.record.title, found.record.why, list(found.record.tags)) == (title, why, tags)


@pytest.mark.parametrize("word", UNQUOTED, ids=ascii)
def test_a_word_without_quotes_is_that_word(word: str) -> None:
    written = f"title: {word}\nvalues: [{word}]\nrole: {word} # a remark\n"
    (found,) = load_records({"vision/partners/p.yml": written.encode()}).of_kind("partners")
    assert isinstance(found.record, Partner)
    assert (found.record.title, found.record.values, found.record.role) == (word, (word,), word)


@settings(derandomize=True, deadline=None, database=None, max_examples=100)
@given(
    st.floats(-1e302, 1e302) | st.integers(-(10**18), 10**18), st.sampled_from(("{!r}", "{:.17e}", "{:+}"))
)
def test_any_number_in_a_record_comes_back(value: float, form: str) -> None:
    text = form.format(value)
    written = f"title: K\ndirection: increase\nlimit: {text}\n"
    (found,) = load_records({"vision/kpis/k.yml": written.encode()}).of_kind("kpis")
    assert found.record.limit == float(text)
