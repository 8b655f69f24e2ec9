"""What partners write: one record a file, validated all at once; the JSON Schemas come from here."""

from enum import StrEnum
from typing import Annotated, ClassVar, Literal

from pydantic import Field, GetJsonSchemaHandler, StrictBool, StrictInt, model_validator
from pydantic.json_schema import JsonSchemaValue, SkipJsonSchema
from pydantic_core import CoreSchema

from shared_vision.model.fields import (
    ID_PATTERN,
    LARGEST,
    Account,
    DataFile,
    Day,
    Id,
    Ids,
    Names,
    Number,
    Part,
    Plain,
    RecordRef,
    Scale,
    Span,
    Term,
    Text,
    Title,
)


class Record(Part):
    """What all records have in common; `id` is the stem of the file's name."""

    kind: ClassVar[str]
    id: SkipJsonSchema[Id]
    title: Title
    """Its name, as people say it."""
    summary: Text = ""
    """What it is about, in one sentence."""
    body: Text = ""
    """Anything more to say, in Markdown."""
    tags: tuple[Term, ...] = ()
    """Words to find it by."""


class Principle(Part):
    """Something the partners hold to in all they do."""

    title: Title
    """The principle in a few words."""
    text: Text = ""
    """What it means in practice, in one sentence."""


class ScopeItem(Part):
    """Something the partnership must cover."""

    id: Id
    """A short name for links: lower-case letters, digits and dashes."""
    title: Title
    """What must be covered."""
    partners: Ids = ()
    """Ids of the partners who cover it."""


class Rule(StrEnum):
    """How the partnership decides."""

    CONSENT = "consent"
    MAJORITY = "majority"
    UNANIMITY = "unanimity"


class Governance(Part):
    """The partnership's rules for deciding."""

    rule: Rule = Rule.CONSENT
    """How a decision is carried: consent, majority or unanimity."""
    quorum: Annotated[StrictInt, Field(ge=0)] = 0
    """How many partners must answer before a decision counts."""
    comment_days: Annotated[StrictInt, Field(ge=0)] = 10
    """For how many days a proposal is open for comments, and for how many a partner may ask to wait."""
    decided_by: Ids = ()
    """Ids of the partners whose answers count; left out, all of them."""
    since: Day | None = None
    """The day these rules came into force; decisions from before are not judged by them."""
    protects: tuple[Literal["vision", "partners", "goals", "kpis", "initiatives"], ...] = ()
    """Kinds of agreed records that only an accepted decision may change."""


class Cadence(Part):
    """How often the partners keep in touch."""

    updates: Span | None = None
    """How often each partner gives an update, e.g. P14D for every 14 days."""
    updates_from: Day | None = None
    """The first day on which one is due; left out, every so many Mondays, or the first of a month."""
    ideas_answered_within: Span | None = None
    """How soon an idea gets an answer, e.g. P14D."""
    review: Span | None = None
    """How often the vision is looked at again, e.g. P6M for every six months."""


class SurveyRules(Part):
    """Rules that protect those who answer surveys."""

    minimum_answers: Annotated[StrictInt, Field(ge=3)] = 5
    """Nothing is shown for a group with fewer answers than this."""


class Signature(Part):
    """A partner's agreement to one wording."""

    partner: Id
    """The partner's id."""
    on: Day
    """The day it agreed."""
    fingerprint: Plain = ""
    """Which wording it agreed to; left out, the one of that day."""


class Vision(Record):
    """The shared vision: what the partners want to be true, and by when."""

    kind: ClassVar[str] = "vision"
    statement: Text = ""
    """The vision in one or two sentences that everybody agreed to."""
    horizon: Day | None = None
    """The day by which it should be true, e.g. 2028-12-31."""
    principles: tuple[Principle, ...] = ()
    """What the partners hold to in all they do."""
    scope: tuple[ScopeItem, ...] = ()
    """What the partnership must cover, and who does."""
    governance: Governance = Governance()
    """How the partners decide."""
    cadence: Cadence = Cadence()
    """How often the partners keep in touch."""
    survey: SurveyRules = SurveyRules()
    """Rules that protect those who answer surveys."""
    signed: tuple[Signature, ...] = ()
    """Who agreed to which wording."""


class Partner(Record):
    """An organisation in the partnership."""

    kind: ClassVar[str] = "partners"
    role: Text = ""
    """What it does in the partnership."""
    since: Day | None = None
    """The day it joined."""
    values: tuple[Title, ...] = ()
    """What it stands for, in a word each."""
    experience: Text = ""
    """What it brings from the past."""
    domains: tuple[Term, ...] = ()
    """Mail domains that tell its people's commits; never published."""
    github: Account = ""
    """Its team or user on GitHub, or wherever the files are kept: northgate-council, or org/team."""

    def joined(self, day: Day) -> bool:
        """Whether it had joined by a day; who says nothing of it was there from the start."""
        return self.since is None or self.since <= day


class GoalStatus(StrEnum):
    """How far a goal is agreed."""

    DRAFT = "draft"
    PROPOSED = "proposed"
    AGREED = "agreed"
    ACHIEVED = "achieved"
    RETIRED = "retired"


class KpiLink(Part):
    """A KPI that tells whether a goal is reached; a bare id means weight 1."""

    id: Id
    """The KPI's id."""
    weight: Annotated[float, Field(strict=True, allow_inf_nan=False, gt=0, le=LARGEST)] = 1.0
    """How much it counts among the goal's KPIs."""

    @model_validator(mode="before")
    @classmethod
    def _from_id(cls, value: object) -> object:
        return {"id": value} if isinstance(value, str) else value

    @classmethod
    def __get_pydantic_json_schema__(
        cls, core_schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        return {"anyOf": [{"type": "string", "pattern": ID_PATTERN}, handler(core_schema)]}


class Goal(Record):
    """What the partners want to be true, and by when."""

    kind: ClassVar[str] = "goals"
    why: Text = ""
    """Why this goal matters, in one sentence."""
    parent: Id | None = None
    """The id of the larger goal it belongs to."""
    owner: Id | None = None
    """The id of the partner who answers for it."""
    partners: Ids = ()
    """Ids of the other partners who work on it."""
    due: Day | None = None
    """The day by which it should be reached."""
    status: GoalStatus = GoalStatus.DRAFT
    """How far it is agreed: draft, proposed, agreed, achieved or retired."""
    kpis: tuple[KpiLink, ...] = ()
    """The KPIs that tell whether it is reached: ids, or id and weight."""
    signed: tuple[Signature, ...] = ()
    """Who agreed to which wording."""


class Direction(StrEnum):
    """Which way is better."""

    INCREASE = "increase"
    DECREASE = "decrease"
    MAINTAIN = "maintain"


class Frequency(StrEnum):
    """How often a KPI has a new value."""

    DAILY = "daily"
    WEEKLY = "weekly"
    MONTHLY = "monthly"
    QUARTERLY = "quarterly"
    YEARLY = "yearly"
    IRREGULAR = "irregular"


class Method(StrEnum):
    """How progress is judged."""

    LINEAR = "linear"
    GROWTH = "growth"


class Baseline(Part):
    """Where a KPI started."""

    date: Day
    """The day it is counted from."""
    value: Number | None = None
    """The value then; left out, the data's first value from that day on."""


class Milestone(Part):
    """A value to be reached on the way."""

    date: Day
    """By when."""
    value: Number
    """The value, in the KPI's unit."""


class Target(Part):
    """The value to be reached, or the band to stay in."""

    date: Day
    """By when, or until when."""
    value: Number | None = None
    """The value to reach, in the KPI's unit."""
    low: Number | None = None
    """The lower end of the band to stay in (direction: maintain)."""
    high: Number | None = None
    """The upper end of the band to stay in (direction: maintain)."""


class Aggregate(StrEnum):
    """How several rows become one value."""

    SUM = "sum"
    MEAN = "mean"
    MEDIAN = "median"
    LAST = "last"
    COUNT = "count"
    MIN = "min"
    MAX = "max"


Computed = Literal[
    "rhythm-kept",
    "ideas-answered",
    "participation",
    "balance",
    "data-on-time",
    "satisfaction",
    "engagement",
    "recognition",
]
"""What can be worked out from records, data and surveys; `model/health.py` says what each is."""


class Source(Part):
    """Where a KPI's values are: a CSV file below kpi_data/ and its columns."""

    file: DataFile | None = None
    """The file below kpi_data/; left out, kpi_data/<id of the KPI>.csv."""
    date: Term = "date"
    """The column with the dates."""
    value: Term = "value"
    """The column with the values."""
    per: Term | None = None
    """The column to divide by: a ratio, both sides summed before dividing."""
    scale: Number = 1.0
    """A factor for every value, e.g. 1000 for "per 1,000"."""
    where: dict[str, Plain | tuple[Plain, ...] | None] = Field(default_factory=dict)
    """Which rows to use: column and value, list of values, or null for blank."""
    by: Term | None = None
    """The column to break the values down by."""
    aggregate: Aggregate | None = None
    """How several rows of one period become one value."""
    status: Term | None = None
    """The column that says provisional or final; left out, `status` where it has no other words."""
    computed: Computed | None = None
    """In place of a file: what of the partners' records the values are worked out from, e.g. rhythm-kept."""


class Kpi(Record):
    """A number that tells whether a goal is reached."""

    kind: ClassVar[str] = "kpis"
    unit: Text = ""
    """What is counted, e.g. complaints per 1,000."""
    direction: Direction
    """Which way is better: increase, decrease or maintain."""
    owner: Id | None = None
    """The id of the partner who answers for its data."""
    frequency: Frequency = Frequency.IRREGULAR
    """How often there is a new value."""
    baseline: Baseline | None = None
    """Where it started."""
    milestones: tuple[Milestone, ...] = ()
    """Values to be reached on the way."""
    target: Target | None = None
    """Where it should get to."""
    method: Method = Method.LINEAR
    """How progress is judged: linear, or growth for yearly national series."""
    limit: Number | None = None
    """For growth without a target: the value beyond which it cannot go, e.g. 100 %."""
    measures: Literal["goal", "partnership"] = "goal"
    """Whether it tells about a goal or about the partnership itself."""
    source: Source = Source()
    """Where its values are."""
    source_key: Plain = ""
    """Its name in the data set it was imported from."""
    publish_from: Day | None = None
    """Nothing of its numbers is published before this day: no value, baseline, milestone or target."""

    @property
    def data_path(self) -> str:
        """The data file that holds its values."""
        return f"kpi_data/{self.source.file or f'{self.id}.csv'}"


class Expectation(Part):
    """What an action should change in a KPI."""

    kpi: Id
    """The KPI's id."""
    direction: Literal[Direction.INCREASE, Direction.DECREASE]
    """Which way it should move."""
    by: Number | None = None
    """By how much, in the KPI's unit."""
    lag: Span | None = None
    """How long it takes to show, e.g. P2M for two months."""


class InitiativeStatus(StrEnum):
    """Where an initiative stands."""

    PLANNED = "planned"
    RUNNING = "running"
    DONE = "done"
    STOPPED = "stopped"


class Initiative(Record):
    """Something the partners do to reach a goal."""

    kind: ClassVar[str] = "initiatives"
    goals: Ids = ()
    """Ids of the goals it serves."""
    owner: Id | None = None
    """The id of the partner who runs it."""
    partners: Ids = ()
    """Ids of the other partners who work on it."""
    start: Day | None = None
    """Its first day."""
    end: Day | None = None
    """Its last day."""
    status: InitiativeStatus = InitiativeStatus.PLANNED
    """Where it stands: planned, running, done or stopped."""
    expects: tuple[Expectation, ...] = ()
    """What it should change in which KPI."""


class Outcome(StrEnum):
    """What became of an option."""

    CHOSEN = "chosen"
    REJECTED = "rejected"
    DEFERRED = "deferred"


class Option(Part):
    """One of the ways that were weighed."""

    title: Title
    """The option in a few words."""
    text: Text = ""
    """What it would mean."""
    proposed_by: Id | None = None
    """The id of the partner who proposed it."""
    valued_for: Text = ""
    """What was good about it, chosen or not."""
    outcome: Outcome | None = None
    """What became of it: chosen, rejected or deferred."""
    because: Text = ""
    """Why."""


class Stance(StrEnum):
    """What a partner says to a decision."""

    CONSENT = "consent"
    ABSTAIN = "abstain"
    OBJECT = "object"
    HOLD = "hold"


class Position(Part):
    """A partner's answer to a proposed decision."""

    partner: Id
    """The partner's id."""
    position: Stance
    """consent, abstain, object or hold."""
    on: Day | None = None
    """The day it answered."""
    comment: Text = ""
    """What it said; an objection needs its reason here."""


class DecisionStatus(StrEnum):
    """Where a decision stands."""

    PROPOSED = "proposed"
    ACCEPTED = "accepted"
    REJECTED = "rejected"
    WITHDRAWN = "withdrawn"
    SUPERSEDED = "superseded"
    EXPIRED = "expired"


class Decision(Record):
    """What was decided, why, and what was valued in the ways not taken."""

    kind: ClassVar[str] = "decisions"
    date: Day
    """The day it was decided, or proposed."""
    status: DecisionStatus
    """proposed, accepted, rejected, withdrawn, superseded or expired."""
    proposed_on: Day | None = None
    """The day it was put to the partners, from which the days for comments count."""
    rule: Rule | None = None
    """A stricter rule than the partnership's, for this decision: consent or unanimity."""
    context: Text = ""
    """What made a decision necessary."""
    options: tuple[Option, ...] = ()
    """The ways that were weighed."""
    decision: Text = ""
    """What was decided."""
    consequences: Text = ""
    """What follows from it."""
    affects: tuple[RecordRef, ...] = ()
    """The records it is about, e.g. goals/fewer-complaints; vision/vision is the vision itself."""
    expects: tuple[Expectation, ...] = ()
    """What it should change in which KPI."""
    decided_by: Ids = ()
    """The id of the partner who decided, or a list of them."""
    consulted: Ids = ()
    """Ids of the partners who were asked."""
    informed: Ids = ()
    """Ids of the partners who were told."""
    positions: tuple[Position, ...] = ()
    """What each partner answered."""
    review_on: Day | None = None
    """The day it is looked at again."""
    supersedes: Ids = ()
    """Ids of the decisions it replaces."""

    def passed_over(self, option: Option) -> bool:
        """Whether an option was not taken: it says so, or another one was chosen."""
        if option.outcome is None:
            decided = self.status is not DecisionStatus.PROPOSED
            return decided and any(other.outcome is Outcome.CHOSEN for other in self.options)
        return option.outcome is not Outcome.CHOSEN


class GoalUpdate(Part):
    """How a partner sees one goal."""

    id: Id
    """The goal's id."""
    confidence: Annotated[StrictInt, Field(ge=0, le=10)] | None = None
    """How sure it is that the goal will be reached, from 0 to 10."""
    note: Text = ""
    """What it has to say about it, in a sentence or two."""


class Update(Record):
    """What a partner tells the others from time to time."""

    kind: ClassVar[str] = "updates"
    title: Text = ""
    """A few words, if there is something special."""
    by: Id
    """The id of the partner who tells it."""
    date: Day
    """The day it was told."""
    goals: tuple[GoalUpdate, ...] = ()
    """How it sees the goals it works on."""
    asks: tuple[Title, ...] = ()
    """What it asks of the others."""
    blockers: tuple[Title, ...] = ()
    """What stands in its way."""
    no_change: StrictBool = False
    """true: there is nothing new, which is worth telling, too."""


class AnswerOutcome(StrEnum):
    """What became of an idea."""

    ADOPTED = "adopted"
    DECLINED = "declined"
    DEFERRED = "deferred"


class Answer(Part):
    """What the partners say to an idea: what was good about it, and what comes of it."""

    by: Id
    """The id of the partner who answers for all."""
    on: Day
    """The day of the answer."""
    valued_for: Text = ""
    """What was good about the idea, adopted or not."""
    text: Text = ""
    """What is done about it, or why it is not."""
    outcome: AnswerOutcome
    """What became of it: adopted, declined or deferred."""
    decision: Id | None = None
    """The id of the decision that came of it."""
    initiative: Id | None = None
    """The id of the initiative that came of it."""


class Idea(Record):
    """What a partner would like to see done; every idea gets an answer."""

    kind: ClassVar[str] = "ideas"
    by: Id
    """The id of the partner whose idea it is."""
    date: Day
    """The day it was told."""
    problem: Text = ""
    """What it would make better, and for whom."""
    goals: Ids = ()
    """Ids of the goals it would help."""
    asked: Ids = ()
    """Ids of the partners who are to answer; left out, those who answer for its goals, or anybody."""
    answer: Answer | None = None
    """What the partners say to it."""


class Question(Part):
    """One question of a survey."""

    column: Names
    """The column with the answers; or several, of which each person has filled one."""
    text: Text = ""
    """What was asked."""
    theme: Term = "other"
    """What it is about; questions of one theme are taken together."""
    reversed: StrictBool = False
    """true: here a low answer is the good one."""


class Survey(Record):
    """What the people of the partners were asked, and where their answers are."""

    kind: ClassVar[str] = "surveys"
    date: Day
    """The day it was closed."""
    invited: dict[Id, Annotated[StrictInt, Field(ge=1)]] | Annotated[StrictInt, Field(ge=1)] | None = None
    """How many were asked: of each partner by its id, or of all together."""
    scale: Scale = (1, 5)
    """The lowest and the highest answer."""
    answers: dict[Term, StrictInt] = Field(default_factory=dict)
    """Which number each word stands for, where answers are words, e.g. {Agree: 4}."""
    no_answer: tuple[Term, ...] = ("n/a", "na", "don't know")
    """Words that count as no answer; so do blank cells."""
    file: DataFile | None = None
    """The file below kpi_data/; left out, kpi_data/surveys/<id of the survey>.csv."""
    header_rows: Annotated[StrictInt, Field(ge=1, le=2)] = 1
    """How many rows at the top name the columns."""
    partner_column: Names = ()
    """The column with each person's partner, by id or title; or several: the first filled one counts."""
    by_partner: StrictBool = False
    """true: results of a partner's own people are shown, where enough of them answered."""
    sealed: StrictBool = False
    """true: the file holds what may be published, no single answers any more."""
    questions: tuple[Question, ...] = ()
    """What was asked."""

    @property
    def data_path(self) -> str:
        """The file that holds the answers, or what may be published of them."""
        return f"kpi_data/{self.file or f'surveys/{self.id}.csv'}"

    @property
    def asked(self) -> int | None:
        """How many were asked in all."""
        return sum(self.invited.values()) if isinstance(self.invited, dict) else self.invited
