"""What could be seen of a survey before."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, replace
from datetime import date

from shared_vision.model.asking import same_columns
from shared_vision.model.records import Survey
from shared_vision.model.same_people import other_people, same_people, same_rows
from shared_vision.model.survey import Published, Responses


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """A survey with what of it could be seen, since when, and its answers where they are at hand."""

    survey: Survey
    seen: Published
    responses: Responses | None = None
    since: date | None = None

    def is_of(self, survey: Survey, answers: Responses | Published) -> bool:
        """Whether it was the same survey: by its name or its file, or by its people."""
        if survey.id == self.survey.id or survey.data_path == self.survey.data_path:
            return True
        return self._told(same_people, survey, answers)

    def says_the_same(self, survey: Survey, answers: Responses | Published) -> bool:
        """Whether the same people said the same; of what is sealed, whether its sums are the same."""
        if isinstance(answers, Responses):
            asked = len(same_columns(survey, self.survey)) == len(survey.questions)
            known = self.responses
            return asked and known is not None and same_rows(survey, answers, self.survey, known)
        now = self.as_now(survey, ())
        sums = {one.number: one for one in now.questions}
        return answers.answered == now.answered and all(
            one.answers == sums[one.number].answers and _same_total(one.total, sums[one.number].total)
            for one in answers.questions
            if one.number in sums
        )

    def is_of_others(self, survey: Survey, answers: Responses | Published) -> bool:
        """Whether quite other people answered, as far as they can be told apart."""
        return self._told(other_people, survey, answers)

    def _told(
        self,
        whether: Callable[[Survey, Responses, Survey, Responses], bool],
        survey: Survey,
        answers: Responses | Published,
    ) -> bool:
        """Whether something holds of both surveys' people, where the answers of both are at hand."""
        if not isinstance(answers, Responses) or self.responses is None:
            return False
        return whether(survey, answers, self.survey, self.responses)

    def as_now(self, survey: Survey, partners: Collection[str]) -> Published:
        """The same in the order of today's questions, without what is not asked so any more.

        `partners` are those there are today.
        """
        if survey.scale != self.survey.scale or self.seen.reason:
            return replace(self.seen, questions=(), groups=(), hidden=())
        seen = {one.number: one for one in self.seen.questions}
        themes = {theme for theme, _ in _themes(survey).items() & _themes(self.survey).items()}
        return replace(
            self.seen,
            questions=tuple(
                replace(seen[before], number=number)
                for number, before in same_columns(survey, self.survey)
                if before in seen
            ),
            groups=tuple(
                replace(
                    group, themes={theme: mean for theme, mean in group.themes.items() if theme in themes}
                )
                for group in self.seen.groups
                if group.partner in partners
            ),
            hidden=tuple(one for one in self.seen.hidden if not one or one in partners),
        )


def _themes(survey: Survey) -> dict[str, frozenset[object]]:
    """What each theme is made of."""
    return {
        theme: frozenset(
            (*question.column, question.reversed) for question in survey.questions if question.theme == theme
        )
        for theme in {question.theme for question in survey.questions}
    }


def _same_total(one: object, other: object) -> bool:
    return one == other or not (isinstance(one, int) and isinstance(other, int))


def shown_before(
    survey: Survey, answers: Responses | Published, shown: Sequence[Shown], names: Collection[str]
) -> Shown | None:
    """What could be seen first of the same survey; not of one that has another of today's `names`."""
    return next(
        (
            one
            for one in shown
            if one.survey.id == survey.id or (one.survey.id not in names and one.is_of(survey, answers))
        ),
        None,
    )
