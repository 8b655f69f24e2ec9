"""From a survey's rows to counts."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from statistics import fmean

from shared_vision.load.quote import quote
from shared_vision.load.survey.table import Sheet
from shared_vision.model.asking import turned
from shared_vision.model.loaded import LoadedRecord
from shared_vision.model.problem import Place, Problem, Severity
from shared_vision.model.records import Survey
from shared_vision.model.survey import Responses, Span

_FEW = 6
_NUMBER = re.compile(r"-?[0-9]{1,5}(?:\.0+)?")
Row = tuple[int, list[str]]


def count(
    found: LoadedRecord[Survey], sheet: Sheet, partners: Mapping[str, str]
) -> tuple[Responses | None, tuple[Problem, ...]]:
    """The counts, and what is wrong; no message quotes an answer. `partners` are ids by lower-case name."""
    survey = found.record
    questions = [[sheet.find(name) for name in question.column] for question in survey.questions]
    groups = [sheet.find(name) for name in survey.partner_column]
    missing = [
        one
        for one in (*(each for columns in questions for each in columns), *groups)
        if isinstance(one, Problem)
    ]
    if missing:
        return None, tuple(dict.fromkeys(missing))
    counter = _Counter(survey, partners)
    for line, row in sheet.rows:
        counter.take(line, row, questions, groups)  # type: ignore[arg-type]  # no problem among them
    problems = tuple(counter.problems(sheet.path))
    return (
        None if any(one.severity is Severity.ERROR for one in problems) else counter.responses()
    ), problems


class _Counter:
    """Adds up the rows of a survey."""

    def __init__(self, survey: Survey, partners: Mapping[str, str]) -> None:
        self._survey, self._partners = survey, partners
        self._low, self._high = survey.scale
        self._words = {word.casefold(): number for word, number in survey.answers.items()}
        self._none = {"", *(word.casefold() for word in survey.no_answer)}
        self._answered: defaultdict[str, int] = defaultdict(int)
        self._counts: list[defaultdict[str, list[int]]] = [
            defaultdict(lambda: [0] * (self._high - self._low + 1)) for _ in survey.questions
        ]
        self._spans: defaultdict[str, dict[str, Span]] = defaultdict(dict)
        self._wrong: defaultdict[int, list[int]] = defaultdict(list)
        self._strangers: list[int] = []
        self._rows: Counter[int] = Counter()

    def take(self, line: int, row: Sequence[str], questions: list[list[int]], groups: list[int]) -> None:
        """One person's answers."""
        group = self._group(line, _filled(row, groups))
        given = {
            number: value
            for number, columns in enumerate(questions)
            if (value := self._value(_filled(row, columns), number, line)) is not None
        }
        if not given:
            return
        self._answered[group] += 1
        self._rows[hash((group, *given.items()))] += 1
        said: defaultdict[str, list[float]] = defaultdict(list)
        for number, value in given.items():
            self._counts[number][group][value - self._low] += 1
            said[self._survey.questions[number].theme].append(turned(self._survey, number, value))
        for theme, values in said.items():
            mean = fmean(values)
            own = Span(people=1, low=mean, high=mean)
            spans = self._spans[theme]
            spans[group] = spans[group] + own if group in spans else own

    def responses(self) -> Responses:
        """What they come to."""
        return Responses(
            answered=dict(self._answered),
            counts=tuple({group: tuple(each) for group, each in one.items()} for one in self._counts),
            width=self._high - self._low + 1,
            spans=dict(self._spans),
            rows=dict(self._rows),
        )

    def problems(self, path: str) -> Iterator[Problem]:
        """Answers outside the scale, people of no partner; by line, without what they say."""
        for number, lines in sorted(self._wrong.items()):
            column = self._survey.questions[number].column[0]
            yield Problem(
                place=Place(path=path, line=lines[0]),
                code="not-on-the-scale",
                message=f"Not {self._low} to {self._high} in the column {quote(column)}: {_listed(lines)}.",
                remedy="Correct scale; write words below answers with their numbers, or below no_answer.",
            )
        if self._strangers:
            yield Problem(
                place=Place(path=path, line=self._strangers[0]),
                code="unknown-partner",
                message=f"The partner is no id or title of ours: {_listed(self._strangers)}.",
                remedy="These answers count for all together only. Write a partner's id or title there.",
                severity=Severity.WARNING,
            )

    def _group(self, line: int, text: str) -> str:
        if not self._survey.partner_column or not text:
            return ""
        group = self._partners.get(text.casefold(), "")
        if not group:
            self._strangers.append(line)
        return group

    def _value(self, text: str, number: int, line: int) -> int | None:
        """The answer to a question; None where there is none, or one that is not on the scale."""
        word = text.casefold()
        if word in self._none:
            return None
        value = self._words.get(word)
        if value is None and _NUMBER.fullmatch(text):
            value = int(text.partition(".")[0])
        if value is None or not self._low <= value <= self._high:
            self._wrong[number].append(line)
            return None
        return value


def _filled(row: Sequence[str], columns: Sequence[int]) -> str:
    """The first of some cells that is not blank."""
    cells = (" ".join(row[column].split()) for column in columns if column < len(row))
    return next((cell for cell in cells if cell), "")


def _listed(lines: Sequence[int]) -> str:
    shown = ", ".join(map(str, lines[:_FEW]))
    more = f" and {len(lines) - _FEW} more" if len(lines) > _FEW else ""
    return f"line{'s' if len(lines) > 1 else ''} {shown}{more}"
