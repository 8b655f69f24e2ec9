"""A vision whose every text is a payload; the models say what its fields are, so a new one is filled, too."""

import csv
import io
import itertools
import json
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from enum import Enum
from functools import partial
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin, get_type_hints

from pydantic import AfterValidator, StringConstraints

from browser.payloads import Payload
from shared_vision.model import records as models
from shared_vision.model.by_language import ByLanguage
from shared_vision.model.fields import Part

RECORDS = 20
"""So many of each kind; with six payloads a text, two languages and two visions each field has seen all."""
KINDS = (
    models.Partner,
    models.Goal,
    models.Kpi,
    models.Initiative,
    models.Decision,
    models.Idea,
    models.Update,
    models.Survey,
)
_CAP = 300
_DATE = date(2026, 1, 5)
_POINTS = 12


def as_yaml(keys: Mapping[str, object]) -> str:
    """A record in JSON, which is YAML; signs are written by their numbers, but for those refused so."""
    return json.dumps(keys, indent=1).replace(r"\u202e", "\u202e")


class Texts:
    """Hands out payloads: each field goes through all of them in turn, from a place of its own.

    `seen` tells which field had which.
    """

    def __init__(self, payloads: Sequence[Payload], start: int = 0) -> None:
        self._payloads, self._start = payloads, start
        self._next: dict[str, int] = {}
        self.seen: defaultdict[str, set[int]] = defaultdict(set)

    def take(self, field: str, many: int) -> list[Payload]:
        """The next few for a field."""
        first = self._first(field)
        self._next[field] += many
        found = [self._payloads[number % len(self._payloads)] for number in range(first, first + many)]
        self.seen[field].update(one.number for one in found)
        return found

    def _first(self, field: str) -> int:
        return self._next.setdefault(field, self._start + 7 * len(self._next))

    def text(self, field: str, most: int | None, many: int = 6) -> str:
        """Several of them as one text: paragraphs, or as many in a line as there is room for."""
        if most is None:
            return "\n\n".join(one.text for one in self.take(field, many))
        return " ".join(one.short for one in self.take(field, self._fitting(field, most, many)))

    def _fitting(self, field: str, most: int, many: int) -> int:
        """How many of the next ones there is room for in a line."""
        first = self._first(field)
        lengths = (
            len(self._payloads[at % len(self._payloads)].short) + 1 for at in range(first, first + many)
        )
        return sum(1 for length in itertools.accumulate(lengths) if length <= most)


def vision_files(texts: Texts) -> Iterator[tuple[str, str]]:
    """All records with their data files by path, each text of them a payload."""
    return _Vision(texts).files()


class _Vision:
    """Makes the records, one field after the other."""

    def __init__(self, texts: Texts) -> None:
        self._texts = texts
        self._number = 0
        self._choices = itertools.count()
        self.numbers = itertools.count()

    def files(self) -> Iterator[tuple[str, str]]:
        yield "vision/vision.yml", as_yaml(self.part(models.Vision, "vision"))
        for model in KINDS:
            for number in range(RECORDS):
                self._number = number
                made = self.part(model, model.kind)
                yield f"vision/{model.kind}/{model.kind}-{number}.yml", as_yaml(made)
                if model is models.Kpi and "computed" not in made["source"]:
                    yield f"kpi_data/{made['source']['file']}", self._data(made["source"])
                if model is models.Survey:
                    yield f"kpi_data/{made['file']}", self._answers(made)

    def part(self, model: type[Part], path: str) -> dict[str, Any]:
        """A part with all its fields."""
        made = {}
        for name, hint in get_type_hints(model, include_extras=True).items():
            if name == "kind" or (name == "id" and issubclass(model, models.Record)):
                continue
            rule = _RULES.get(f"{model.__name__}.{name}", _RULES.get(name))
            value = rule(self, self._number) if rule else self._value(hint, f"{path}.{name}")
            if value is not None:
                made[name] = value
        return made

    def _value(self, hint: Any, path: str) -> Any:  # noqa: PLR0911 (one line for each form of a type)
        """A value of a type: a payload where it is a text, any choice where there is one."""
        origin, inner = get_origin(hint), get_args(hint)
        if origin is Annotated:
            return self._annotated(inner[0], inner[1:], path)
        if origin in {Union, UnionType}:
            first = next(one for one in inner if one is not NoneType)
            return self._value(first, path)
        if origin is tuple:
            return [self._value(inner[0], path) for _ in range(20 if self._is_alone(path) else 3)]
        if origin is dict:
            return {self._value(inner[0], f"{path} key"): self._value(inner[1], path) for _ in range(2)}
        if origin is Literal:
            return inner[next(self._choices) % len(inner)]
        if isinstance(hint, type) and issubclass(hint, Enum):
            return list(hint)[next(self._choices) % len(hint)].value
        if isinstance(hint, type) and issubclass(hint, Part):
            return self.part(hint, path)
        raise AssertionError(f"{path}: say in _RULES what a {hint} may be")

    def _annotated(self, hint: Any, rules: Sequence[Any], path: str) -> Any:
        if hint is not str:
            if get_origin(hint) is tuple:
                return self._value(hint, path)
            raise AssertionError(f"{path}: say in _RULES what a {hint} may be")
        limits = [rule for rule in rules if isinstance(rule, StringConstraints)]
        if any(rule.pattern for rule in limits) or any(isinstance(rule, AfterValidator) for rule in rules):
            raise AssertionError(f"{path}: say in _RULES what it refers to")
        most = next((rule.max_length for rule in limits if rule.max_length), None)
        many = 60 if most is None and path.count(".") == 1 and self._is_alone(path) else 6
        if any(isinstance(rule, ByLanguage) for rule in rules) and (self._number % 2 or self._is_alone(path)):
            return {tag: self._texts.text(path, most, many) for tag in ("en", "fr")}
        return self._texts.text(path, most, many)

    @staticmethod
    def _is_alone(path: str) -> bool:
        """Whether a field is of the vision itself, of which there is only one."""
        return path.startswith("vision.")

    def source(self, number: int) -> dict[str, Any]:
        """Where a KPI's values are: every column has a payload for its name."""
        if number % RECORDS == RECORDS - 1:
            return {"computed": "rhythm-kept"}
        made = self.part(models.Source, "kpis.source")
        columns = [made["date"], made["value"], made["per"], made["by"], made["status"], *made["where"]]
        assert len(set(columns)) == len(columns), columns
        return made

    def name(self, field: str) -> str:
        """Payloads as the name of a column or a value."""
        return self._texts.text(field, _CAP - 10, 8)

    def column(self, number: int, *, field: str) -> str:
        """The same, unlike all others of its record."""
        return f"{self.name(field)} {field[-3:]}{number}"

    def file_name(self, field: str) -> str:
        """Payloads as the name of a file, as far as one can be called that."""
        allowed = "".join(sign for sign in self._texts.text(field, None, 8) if sign not in ":\\\n\r\t")
        parts = (part.lstrip(".")[:60] for part in f"{self._number} {allowed} x".split("/"))
        return "/".join(filter(None, parts)) + ".csv"

    def _data(self, source: Mapping[str, Any]) -> str:
        where = {column: values[0] for column, values in source["where"].items()}
        groups = [self._texts.text("kpi_data.group", _CAP) for _ in range(6)]
        columns = [source["date"], source["value"], source["per"], source["by"], source["status"], *where]
        rows = [
            [
                _month(point),
                str(40 + 3 * point % 11 + number),
                "100",
                group,
                "provisional" if point == _POINTS - 1 else "final",
                *where.values(),
            ]
            for point in range(_POINTS)
            for number, group in enumerate(groups)
        ]
        return table([*columns, self.name("kpi_data.column")], [[*row, "x"] for row in rows])

    def _answers(self, survey: Mapping[str, Any]) -> str:
        asked = [question["column"][0] for question in survey["questions"]]
        words = [*survey["answers"], *map(str, range(1, 6))]
        rows = [
            [
                f"partners-{person % 3}",
                *(words[(person * 3 + number) % len(words)] for number in range(3)),
                "x",
            ]
            for person in range(45)
        ]
        beside = self.name("surveys.beside")
        commas = [
            ""
        ] * 80  # more of them than there are other signs in the names, so that they are the separators
        head = [survey["partner_column"][0], *asked, beside, *commas]
        return table(head, [[*row, *commas] for row in rows])


def _month(point: int) -> str:
    return f"{2025 + (point + 5) // 12}-{(point + 5) % 12 + 1:02d}"


def table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    written = io.StringIO()
    csv.writer(written, lineterminator="\n").writerows([head, *rows])
    return written.getvalue()


def _day(number: int, after: int = 0) -> str:
    return str(_DATE + timedelta(days=3 * number + after))


def _one(kind: str) -> Callable[[_Vision, int], str]:
    return lambda _, number: f"{kind}-{number % RECORDS}"


def _some(kind: str, many: int = 2) -> Callable[[_Vision, int], list[str]]:
    return lambda _, number: [f"{kind}-{(number + step) % RECORDS}" for step in range(many)]


def _fixed(value: Any) -> Callable[[_Vision, int], Any]:
    return lambda *_: value


def _nothing(*_: Any) -> None:
    return None


_RULES: Mapping[str, Callable[[_Vision, int], Any]] = {
    # whom and what records refer to
    "owner": _one("partners"),
    "partner": _one("partners"),
    "proposed_by": _one("partners"),
    "by": _one("partners"),
    "Answer.by": lambda _, number: f"partners-{(number + 1) % RECORDS}",
    "partners": _some("partners"),
    "decided_by": _some("partners"),
    "consulted": _some("partners"),
    "informed": _some("partners"),
    "asked": _some("partners"),
    "Initiative.goals": _some("goals"),
    "Idea.goals": _some("goals"),
    "kpi": lambda vision, _: f"kpis-{next(vision.numbers) % RECORDS}",
    "Answer.decision": _one("decisions"),
    "initiative": _one("initiatives"),
    "affects": lambda _, number: [f"goals/goals-{number}", f"kpis/kpis-{number}", "vision/vision"],
    "ScopeItem.id": lambda vision, _: f"scope-{next(vision.numbers)}",
    "Vision.signed": lambda vision, _: [vision.part(models.Signature, "vision.signed")],
    "Goal.parent": lambda _, number: f"goals-{number // 2}" if number else None,
    "Goal.kpis": lambda _, number: [f"kpis-{number}", {"id": f"kpis-{(number + 1) % RECORDS}", "weight": 2}],
    "Governance.decided_by": _nothing,
    "GoalUpdate.id": lambda vision, _: f"goals-{next(vision.numbers) % RECORDS}",
    "Decision.supersedes": _nothing,
    "Position.partner": lambda vision, _: f"partners-{next(vision.numbers) % RECORDS}",
    "Signature.partner": lambda vision, _: f"partners-{next(vision.numbers) % RECORDS}",
    # days
    "Decision.date": lambda _, number: _day(number),
    "Update.date": lambda _, number: _day(number),
    "Idea.date": lambda _, number: _day(number),
    "Survey.date": lambda _, number: _day(number),
    "on": lambda _, number: _day(number, 1),
    "since": _fixed("2024-01-15"),
    "Governance.since": _nothing,
    "due": lambda _, number: f"2027-{number % 12 + 1:02d}-28",
    "horizon": _fixed("2028-12-31"),
    "start": lambda _, number: _day(number, -150),
    "end": lambda _, number: _day(number, 200),
    "proposed_on": lambda _, number: _day(number, -20),
    "review_on": lambda _, number: _day(number, 300),
    "publish_from": _nothing,
    "lag": _fixed("P1M"),
    "updates": _fixed("P14D"),
    "updates_from": _fixed("2026-01-05"),
    "ideas_answered_within": _fixed("P14D"),
    "review": _fixed("P6M"),
    # numbers
    "quorum": _fixed(0),
    "comment_days": _fixed(3),
    "minimum_answers": _fixed(5),
    "confidence": lambda _, number: number % 11,
    "limit": _nothing,
    "scale": _nothing,
    "Expectation.by": _fixed(5),
    "Source.scale": _fixed(1),
    "Survey.scale": _fixed([1, 5]),
    "Baseline.date": _fixed("2025-06-30"),
    "Target.date": _fixed("2027-12-31"),
    "Milestone.date": _fixed("2026-12-31"),
    "Baseline.value": _fixed(40),
    "Milestone.value": _fixed(30),
    "Target.value": lambda _, number: None if _is_band(number) else 20,
    "Target.low": lambda _, number: 20 if _is_band(number) else None,
    "Target.high": lambda _, number: 60 if _is_band(number) else None,
    "Kpi.milestones": lambda vision, number: (
        None if _is_band(number) else [vision.part(models.Milestone, "kpis.milestones")]
    ),
    "Kpi.direction": lambda _, number: "maintain" if _is_band(number) else "decrease",
    "Kpi.frequency": _fixed("monthly"),
    "Kpi.method": _fixed("linear"),
    "Expectation.direction": _fixed("decrease"),
    # files, columns, accounts
    "Kpi.source": lambda vision, number: vision.source(number),
    "Source.file": lambda vision, _: vision.file_name("kpis.source.file"),
    **{
        f"Source.{column}": partial(_Vision.column, field=f"kpis.source.{column}")
        for column in ("date", "value", "per", "by", "status")
    },
    "Source.where": lambda vision, _: {vision.name("kpis.where"): [vision.name("kpis.where value")]},
    "Source.aggregate": _nothing,
    "Source.computed": _nothing,
    "Survey.file": lambda vision, _: f"surveys/{vision.file_name('surveys.file')}",
    "Survey.partner_column": lambda vision, _: [vision.name("surveys.partner_column")],
    "Question.column": lambda vision, _: [
        vision.column(next(vision.numbers), field="surveys.questions.column")
    ],
    "Survey.answers": lambda vision, _: {vision.name("surveys.answers"): number for number in (1, 3, 5)},
    "Survey.invited": _fixed({"partners-0": 20, "partners-1": 20, "partners-2": 20}),
    "Survey.header_rows": _fixed(1),
    "Survey.by_partner": lambda *_: True,
    "Survey.sealed": _nothing,
    "reversed": lambda _, number: bool(number % 2),
    "no_change": lambda *_: False,
    "domains": lambda _, number: [f"partner{number}.example"],
    "github": lambda _, number: f"partner-{number}",
    "protects": _fixed(["vision", "goals"]),
    "rule": _fixed("consent"),
    "Decision.status": lambda _, number: ("accepted", "proposed", "rejected", "withdrawn")[number % 4],
    "fingerprint": _nothing,
}
"""What a field is that holds no free text: by the model's name with the field's, or by the field's alone."""


def _is_band(number: int) -> bool:
    return number % 5 == 4
