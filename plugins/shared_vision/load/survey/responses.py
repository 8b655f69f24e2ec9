"""From a survey's rows to counts."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from statistics import fmean

from shared_vision.load.quote import quote
from shared_vision.load.survey.table import Sheet
from shared_vision.model.loaded import LoadedRecord
from shared_vision.model.problem import Place, Problem, Severity
from shared_vision.model.records import Survey
from shared_vision.model.survey import Moments, Responses

_FEW = 6
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
        self._themes: defaultdict[str, defaultdict[str, Moments]] = defaultdict(lambda: defaultdict(Moments))
        self._wrong: defaultdict[int, list[int]] = defaultdict(list)
        self._strangers: list[int] = []

    def take(self, line: int, row: Sequence[str], questions: list[list[int]], groups: list[int]) -> None:
        """One person's answers."""
        group = self._group(line, _filled(row, groups))
        turned: defaultdict[str, list[float]] = defaultdict(list)
        for number, (question, columns) in enumerate(zip(self._survey.questions, questions, strict=True)):
            value = self._value(_filled(row, columns))
            if value is None:
                continue
            if not self._low <= value <= self._high:
                self._wrong[number].append(line)
                continue
            self._counts[number][group][value - self._low] += 1
            turned[question.theme].append(self._low + self._high - value if question.reversed else value)
        if turned:
            self._answered[group] += 1
        for theme, values in turned.items():
            mean = fmean(values)
            self._themes[theme][group] += Moments(n=1, total=mean, squares=mean * mean)

    def responses(self) -> Responses:
        """What they come to."""
        return Responses(
            answered=dict(self._answered),
            counts=tuple({group: tuple(each) for group, each in one.items()} for one in self._counts),
            themes={theme: dict(groups) for theme, groups in self._themes.items()},
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

    def _value(self, text: str) -> int | None:
        word = text.casefold()
        if word in self._none:
            return None
        if word in self._words:
            return self._words[word]
        number = text.removesuffix(".0")
        return int(number) if number.lstrip("-").isdecimal() and len(number) < 6 else self._high + 1


def _filled(row: Sequence[str], columns: Sequence[int]) -> str:
    """The first of some cells that is not blank."""
    cells = (" ".join(row[column].split()) for column in columns if column < len(row))
    return next((cell for cell in cells if cell), "")


def _listed(lines: Sequence[int]) -> str:
    shown = ", ".join(map(str, lines[:_FEW]))
    more = f" and {len(lines) - _FEW} more" if len(lines) > _FEW else ""
    return f"line{'s' if len(lines) > 1 else ''} {shown}{more}"
