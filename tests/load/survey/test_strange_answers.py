"""Whatever a survey's file holds, it is counted as written or refused, and no message tells an answer."""

from hypothesis import given, settings
from hypothesis import strategies as st

from shared_vision.read import read
from targets import ROUND, SURVEYS, take_answers
from thrown import thrown

ANSWER = "Zwölf geheime Worte"
CELLS = st.sampled_from(
    ("", "5", "1", "6", "n/a", "northgate", ANSWER, f'"{ANSWER}"', f'"{ANSWER}', f"{ANSWER},5")
)


@settings(derandomize=True, deadline=None, database=None, max_examples=100)
@given(thrown("surveys"))
def test_strange_answers_are_counted_as_written_or_refused(data: bytes) -> None:
    take_answers(data)


@settings(derandomize=True, deadline=None, database=None, max_examples=100)
@given(
    st.sampled_from(SURVEYS),
    st.sampled_from(("q1,q2,organisation", "q1;q2", "organisation\tq1", "a,b", "q1")),
    st.lists(st.lists(CELLS, min_size=1, max_size=4), min_size=1, max_size=5),
    st.sampled_from(",;\t"),
)
def test_no_message_tells_what_somebody_answered(
    survey: str, head: str, rows: list[list[str]], sign: str
) -> None:
    # a second row is answers, too, where the head has one: only there it may name columns
    lines = [head, *(["x,y"] if "header_rows: 2" in survey else []), *(sign.join(row) for row in rows)]
    sources = {
        **ROUND,
        "vision/surveys/s.yml": f"title: S\ndate: 2026-06-01\n{survey}\n".encode(),
        "kpi_data/surveys/s.csv": "\n".join(lines).encode(),
    }
    assert not [problem for problem in read(sources).problems if "geheime" in str(problem)]
