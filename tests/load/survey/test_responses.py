"""A survey's export, counted."""

from collections.abc import Mapping

import pytest

from shared_vision.load.survey.surveys import load_surveys
from shared_vision.model.loaded import LoadedRecord, Spot
from shared_vision.model.reason import Reason
from shared_vision.model.records import Partner, Survey
from shared_vision.model.survey import Published, Responses, Span

PATH = "kpi_data/surveys/s.csv"
PARTNERS = [Partner(id="north", title="Northgate Council"), Partner(id="east", title="East Clinic")]


def _loaded(record: Mapping[str, object]) -> Survey:
    given = {"date": "2026-06-01", "questions": [{"column": "q1"}], **record}
    return Survey.model_validate({"id": "s", "title": "S", **given})


def _read(content: str | bytes, **record: object) -> tuple[Responses | Published | Reason, list[str]]:
    spot = Spot(0, 0, 0, 0)
    found, problems = load_surveys(
        [LoadedRecord(record=_loaded(record), path="vision/surveys/s.yml", spot=spot)],
        [LoadedRecord(record=one, path="", spot=spot) for one in PARTNERS],
        {PATH: content.encode() if isinstance(content, str) else content},
    )
    return found["s"], [str(one) for one in problems]


def _counts(content: str | bytes, **record: object) -> tuple[Mapping[str, tuple[int, ...]], ...]:
    found, problems = _read(content, **record)
    assert problems == []
    assert isinstance(found, Responses)
    return found.counts


def test_answers_are_counted_blanks_and_words_for_none_left_out() -> None:
    assert _counts("q1\n5\n5.0\n\n4\nN/A\ndon't know\n1\n 2 \n") == ({"": (1, 1, 0, 1, 2)},)


def test_semicolons_and_tabs_may_stand_between_columns() -> None:
    assert _counts("a;q1;b\nx;5;y\n") == _counts("a\tq1\tb\nx\t5\ty\n") == ({"": (0, 0, 0, 0, 1)},)


def test_signs_in_the_names_of_columns_do_not_count_as_those_between_them() -> None:
    assert _counts('"How; often; do; we; ""meet;""?",q1\nx,5\n') == ({"": (0, 0, 0, 0, 1)},)


def test_a_mark_at_the_start_windows_lines_and_unprintable_comments_do_no_harm() -> None:
    text = "\ufeffq1,comment\r\n5,one\x0btwo\x00three\r\n"
    assert _counts(text.encode()) == ({"": (0, 0, 0, 0, 1)},)


def test_extra_columns_and_short_rows_do_no_harm() -> None:
    assert _counts("x,q1,y\n1,5,z\n1\n1,4\n") == ({"": (0, 0, 0, 1, 1)},)


def test_words_stand_for_numbers() -> None:
    answers = {"Agree": 4, "Strongly agree": 5}
    assert _counts("q1\nagree\nStrongly  Agree\n", answers=answers) == ({"": (0, 0, 0, 1, 1)},)


def test_a_name_fits_however_its_words_are_apart() -> None:
    assert _counts("How  is it?\n5\n", questions=[{"column": "How is\n it?"}]) == ({"": (0, 0, 0, 0, 1)},)


def test_a_head_of_more_columns_than_any_survey_has_is_refused() -> None:
    assert _read("q1" + "," * 5_000 + "\n5\n") == (
        Reason.BAD_DATA,
        [
            (
                f"{PATH}:1: error bad-survey-file: The head has 5,001 columns; that of a survey may have "
                "5,000. Leave out those that no question is about."
            )
        ],
    )
    assert _counts("q1" + "," * 4_999 + "\n5\n") == ({"": (0, 0, 0, 0, 1)},)


def test_blank_cells_to_the_right_do_no_harm() -> None:
    assert _counts("q1\n5,,\n4, \n") == ({"": (0, 0, 0, 1, 1)},)


def test_the_first_filled_of_several_columns_counts() -> None:
    questions = [{"column": ["a", "b"]}]
    assert _counts("a,b\n5,\n,3\n4,1\n", questions=questions) == ({"": (0, 0, 1, 1, 1)},)


def test_two_rows_name_the_columns_the_upper_one_to_the_right() -> None:
    text = "How is it?,,How was it?,\nnow,then,now,then\n1,2,3,4\n"
    questions = [{"column": "How is it? | then"}, {"column": "#3"}]
    found = _counts(text, questions=questions, header_rows=2)
    assert found == ({"": (0, 1, 0, 0, 0)}, {"": (0, 0, 1, 0, 0)})


def test_partners_are_known_by_id_and_title() -> None:
    text = "org,q1\nnorth,5\n Northgate   council ,4\nEast Clinic,1\n,2\n"
    found = _counts(text, partner_column="org")
    assert found == ({"north": (0, 0, 0, 1, 1), "east": (1, 0, 0, 0, 0), "": (0, 1, 0, 0, 0)},)


def test_people_of_no_partner_are_told_by_line_without_what_they_wrote() -> None:
    found, problems = _read("org,q1\nnorth,5\nMars,4\nVenus,3\n", partner_column="org")
    assert isinstance(found, Responses)
    assert found.answered == {"north": 1, "": 2}
    assert problems == [
        (
            f"{PATH}:3: warning unknown-partner: The partner is no id or title of ours: lines 3, 4. "
            "These answers count for all together only. Write a partner's id or title there."
        )
    ]


def test_an_answer_off_the_scale_is_told_by_line_without_what_it_says() -> None:
    found, problems = _read("q1\n5\n6\nvery secret words\n0\n")
    assert found is Reason.BAD_DATA
    assert problems == [
        (
            f'{PATH}:3: error not-on-the-scale: Not 1 to 5 in the column "q1": lines 3, 4, 5. '
            "Correct scale; write words below answers with their numbers, or below no_answer."
        )
    ]


def test_the_first_row_alone_off_the_scale_may_be_a_part_of_the_head() -> None:
    _, problems = _read("q1\nWhat is it like?\n5\n")
    assert problems == [
        (
            f'{PATH}:2: error not-on-the-scale: Not 1 to 5 in the column "q1": line 2. '
            "If line 2 names the columns, too, write header_rows: 2. Otherwise: "
            "Correct scale; write words below answers with their numbers, or below no_answer."
        )
    ]
    _, problems = _read("q1\nWhat is it like?\n6\n")
    assert "header_rows" not in problems[0]


@pytest.mark.parametrize(
    "first", ["4,best wishes", "n/a,best wishes", "10:30,best wishes", "a@b.org,best wishes"]
)
def test_what_somebody_answered_is_never_told_as_the_name_of_a_column(first: str) -> None:
    for text, rows in ((f"{first}\nx,y\n", 1), (f"what,else\n{first}\nx,y\n", 2)):
        _, problems = _read(text, header_rows=rows, questions=[{"column": "best wishs"}])
        assert problems == [
            (
                f'{PATH}:1: error unknown-column: There is no column "best wishs" here. '
                'Write a name from the head of the file, or a number, e.g. "#4".'
            )
        ]


@pytest.mark.parametrize(
    ("questions", "partner"),
    [
        ([{"column": "q1"}, {"column": "q1", "reversed": True}], "who"),
        ([{"column": "q1"}, {"column": "#2"}], "who"),
        ([{"column": "q1"}], "q1"),
        ([{"column": "q1"}], "#2"),
    ],
)
def test_a_column_that_is_used_twice_counts_for_nothing(questions: list[object], partner: str) -> None:
    found, problems = _read("who,q1\nnorth,5\n", questions=questions, partner_column=partner)
    assert found is Reason.BAD_DATA
    assert [
        problem.partition(" ")[2].partition(":")[0] for problem in problems if "same-column" in problem
    ] == ["error same-column"]


def test_what_each_person_says_to_a_theme_is_turned_and_averaged() -> None:
    questions = [{"column": "a", "theme": "t"}, {"column": "b", "theme": "t", "reversed": True}]
    found, _ = _read("a,b\n5,1\n3,4\n,2\n", questions=questions)
    assert isinstance(found, Responses)
    assert found.spans == {"t": {"": Span(people=3, low=2.5, high=5)}}


HEAD = "of,name,partner,answers,from,to,value\n"
SEALED = (
    HEAD + "survey,,,12,,,\nquestion,q1,,12,,,40\nband,q1,,5,1,3,\nband,q1,,7,4,5,\n"
    "partner,,north,,,,1\ntheme,other,north,,,,3\nhidden,,east,,,,\n"
)


def test_a_sealed_file_holds_what_may_be_seen() -> None:
    found, problems = _read(SEALED, sealed=True)
    assert problems == []
    assert isinstance(found, Published)
    assert (found.answered, found.questions[0].total, found.hidden) == (12, 40, ("east",))
    assert [(band.low, band.high, band.count) for band in found.questions[0].bands] == [(1, 3, 5), (4, 5, 7)]
    assert [(one.partner, one.step, dict(one.themes)) for one in found.groups] == [
        ("north", 1.0, {"other": 3.0})
    ]


def test_a_sealed_file_of_too_few_holds_nothing() -> None:
    assert _read(HEAD, sealed=True) == (Published(reason=Reason.FEW_ANSWERS), [])


@pytest.mark.parametrize(
    "text",
    [
        "q1\n5\n",
        SEALED.replace("1,3,", "1,2,"),
        SEALED.replace("12,,,40", "12,,,lots"),
        SEALED.replace(",,,,3\n", ",,,,9\n"),
        SEALED.replace("north,,,,1", "north,,,,nan"),
        SEALED + "question,q1,,12,,,40\n",
        SEALED + "partner,,north,,,,2\n",
        HEAD + "survey\n",
        HEAD + "theme\n",
        SEALED + "hidden,,east,,,,,\n",
        HEAD + f"survey,,,{'9' * 5000},,,\n",
    ],
)
def test_a_sealed_file_that_was_changed_is_told(text: str) -> None:
    assert _read(text, sealed=True) == (
        Reason.BAD_DATA,
        [
            (
                f"{PATH}: error bad-seal: The file of a sealed survey cannot be understood. "
                "Bring it back as `vision survey seal` wrote it, from an earlier version."
            )
        ],
    )
