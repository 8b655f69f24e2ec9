"""Published surveys of open-source maintainers, imported by records: equal to the sums by hand.

What the format needed: two rows at the head; in 2019 one question spread over five columns, of which each
person filled one; words for numbers, and N/A; projects marked in a column each, of which the first filled one
counts.
"""

import csv
from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path

import pytest
import yaml

from shared_vision.build import assess
from shared_vision.model.reason import Reason
from shared_vision.model.surveyed import Surveyed
from shared_vision.read import read

FOLDER = Path(__file__).parents[2] / "shared/data/cncf-surveys/maintainer"
pytestmark = pytest.mark.skipif(not FOLDER.exists(), reason=f"the published surveys are not at {FOLDER}")

WORDS = {"Strongly disagree": 1, "Disagree": 2, "Neutral": 3, "Agree": 4, "Strongly agree": 5}
WAVES: Mapping[str, tuple[str, list[int], dict[str, int], list[Iterable[int]]]] = {
    "2019-h1": (
        "2019/maintainer-survey-results-2019-h1.csv",
        [1, 5],
        {},
        [range(37, 42), range(44, 49), range(49, 54)],
    ),
    "2019-h2": ("2019/maintainer-survey-results-2019-h2.csv", [1, 5], WORDS, [[54], [55], [57]]),
    "2020-h1": ("2020/h1/CNCF_Maintainers_Survey_2020_H1.csv", [1, 5], WORDS, [[56], [57], [59]]),
    "2021-h1": ("2021/h1/CNCF_Maintainers_Survey_2021_H1.csv", [1, 10], {}, [[111], [113], [115]]),
}
"""File, scale, words, and for each of three questions the numbers of its columns."""


def _rows(wave: str) -> list[list[str]]:
    with (FOLDER / WAVES[wave][0]).open(encoding="utf-8-sig", newline="") as file:
        return list(csv.reader(file))


def _projects(wave: str) -> list[str]:
    head = _rows(wave)[1]
    return list(dict.fromkeys(one for one in head[4:34] if one.strip() and one.strip()[0].isalpha()))


def _by_hand(wave: str, number: int) -> list[int]:
    _, _, words, questions = WAVES[wave]
    known = {word.casefold(): value for word, value in words.items()}
    found = []
    for row in _rows(wave)[2:]:
        cell = next((row[column - 1].strip() for column in questions[number] if row[column - 1].strip()), "")
        if cell.casefold() not in {"", "n/a"}:
            found.append(known[cell.casefold()] if known else int(cell))
    return found


def _published(wave: str, **more: object) -> Surveyed:
    path, scale, words, questions = WAVES[wave]
    record = {
        "title": "Maintainers", "date": "2021-06-30", "scale": scale, "answers": words, "header_rows": 2,
        "questions": [{"column": [f"#{column}" for column in columns], "theme": f"t{number}"}
                      for number, columns in enumerate(questions)], **more,
    }  # fmt: skip
    partners = {
        f"vision/partners/p{number}.yml": f"title: {name!r}\n".encode()
        for number, name in enumerate(_projects(wave))
    }
    document = read(
        {
            "vision/vision.yml": b"title: V\n",
            **partners,
            "vision/surveys/s.yml": yaml.safe_dump(record).encode(),
            "kpi_data/surveys/s.csv": (FOLDER / path).read_bytes(),
        }
    )
    assert [str(one) for one in document.problems if one.code != "unknown-partner"] == []
    _, measures = assess(document, date(2021, 12, 31))
    found = measures.surveys["s"]
    assert isinstance(found, Surveyed)
    return found


@pytest.mark.parametrize("number", range(3))
@pytest.mark.parametrize("wave", WAVES)
def test_counts_means_and_shares_are_those_by_hand(wave: str, number: int) -> None:
    values, surveyed = _by_hand(wave, number), _published(wave)
    [asked] = [one for one in surveyed.published.questions if one.number == number]
    [result] = [one for one in surveyed.questions if one.number == number]
    assert asked.answers == len(values)
    for band in asked.bands:
        assert band.count == sum(band.low <= value <= band.high for value in values)
    assert result.mean == pytest.approx(sum(values) / len(values))
    high = WAVES[wave][1][1]
    if not isinstance(result.top, Reason):
        assert result.top == pytest.approx(sum(value >= high - 1 for value in values) / len(values))


def test_the_shares_of_the_two_best_answers_are_shown_of_at_least_three_questions_in_three_waves() -> None:
    shown = {
        wave: [one for one in _published(wave).questions if isinstance(one.top, float)] for wave in WAVES
    }
    assert sum(len(questions) == 3 for questions in shown.values()) >= 3


@pytest.mark.parametrize("wave", ["2019-h2", "2020-h1"])
def test_small_projects_are_not_shown_on_their_own(wave: str) -> None:
    columns = [f"#{number}" for number in range(5, 35)]
    found = _published(wave, partner_column=columns, by_partner=True).published
    people = Counter(
        next((cell.casefold() for cell in row[4:34] if cell.strip()), "") for row in _rows(wave)[2:]
    )
    names = dict(enumerate(_projects(wave)))
    assert all(people[names[int(group.partner[1:])].casefold()] >= 5 for group in found.groups)
    assert len(found.hidden) != 1
    assert found.hidden or not found.groups
