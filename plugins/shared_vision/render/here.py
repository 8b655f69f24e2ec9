"""What a template may ask for on its page beside links: dates, numbers, small pictures."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from html import escape as as_html

from shared_vision.model.cuts import SCORES
from shared_vision.model.effect import Effect
from shared_vision.model.measures import Freshness, GoalMeasure, KpiMeasure, Status
from shared_vision.model.names import DECISION, STATUS
from shared_vision.model.reason import Reason
from shared_vision.model.records import Decision, Expectation, GoalUpdate, Initiative, Kpi, KpiLink
from shared_vision.model.series import Point
from shared_vision.model.told import Line as ToldLine
from shared_vision.model.told import Mark, Telling, shown
from shared_vision.render import pictures
from shared_vision.render.again import Again, again
from shared_vision.render.helping import came, effect_lines
from shared_vision.render.html import Markup, escape, safe
from shared_vision.render.links import Links
from shared_vision.render.markdown import markdown
from shared_vision.render.offers import Offer, offer
from shared_vision.render.sentences import (
    aim,
    amount,
    expectation,
    gist,
    is_late,
    progress_words,
    sign,
    spanned,
    unmoved,
)
from shared_vision.render.steps import Line
from shared_vision.render.trending import worth_telling
from shared_vision.render.words import FRESHNESS, REASON, counted


@dataclass(frozen=True, kw_only=True)
class Here(Links):
    """A page of a book."""

    stack = staticmethod(pictures.stack)
    gist = staticmethod(gist)
    late = staticmethod(is_late)

    def chip(self, state: StrEnum) -> Markup:
        """A state as colour, shape and word."""
        return pictures.chip(state, self.book.wording)

    def offer(self, kind: str) -> Offer | None:
        """The way to add a record of a kind, on the page of its list."""
        return offer(self.book, kind)

    def decided(self, decision: Decision) -> Markup:
        """Where a decision stands; it stands out where it has run out or should have been looked at again."""
        state = again(decision, self.book.measures.today)
        if state is Again.EXPIRED:
            return pictures.labelled(Freshness.OVERDUE, self.book.wording.say(DECISION[decision.status]))
        if state is not Again.LATE or not decision.review_on:
            return self.chip(decision.status)
        day = self.book.wording.day(decision.review_on)
        late = self.book.wording.say("to be looked at again since {day}", day=day)
        return safe(f"{self.chip(decision.status)} {pictures.labelled(Freshness.OVERDUE, late)}")

    @staticmethod
    def marked(state: StrEnum) -> Markup:
        """A state as colour and shape, for a legend."""
        return pictures.labelled(state, "")

    def status(self, measure: KpiMeasure | GoalMeasure) -> str:
        """The word for how something stands."""
        return self.book.wording.say(STATUS[measure.status])

    def told(self, line: ToldLine) -> Markup:
        """A change in words; the record's name is a link where it has a page, and not this one."""
        target = self._page_of(line.ref)
        name = (f'<a href="{target}">', "</a>") if target else ("<em>", "</em>")
        signs = {Mark.NAME: name, Mark.GONE: ("<del>", "</del>"), Mark.COME: ("<ins>", "</ins>")}
        return safe(shown(line.text, as_html, signs))

    def _page_of(self, ref: str) -> str:
        """Where another record is shown, or empty."""
        kind, _, name = ref.partition("/")
        if kind == "updates" and name in self.book.document.updates:
            return f"{self.url('updates/index')}#u-{name}"
        if ref == "vision/vision" and self.path != "index":
            return self.url("index")
        return self.url(ref) if ref != self.path and ref in self.book.records else ""

    @property
    def past(self) -> tuple[tuple[Telling, ToldLine], ...]:
        """What became of the record whose page this is, the latest first."""
        return self.book.story_of["vision/vision" if self.path == "index" else self.path]

    def day(self, day: date) -> Markup:
        """A day that programs can read, too."""
        return safe(f'<time datetime="{day}">{self.book.wording.day(day)}</time>')

    def span(self, start: date | None, end: date | None) -> str:
        """From when to when."""
        return spanned(start, end, self.book.wording)

    def period(self, point: Point) -> str:
        """A value's period, as people name it, and that the value is provisional where it is."""
        period = self.book.period(point.start, point.end)
        return self.book.wording.say("{period}, provisional", period=period) if point.provisional else period

    def when(self, measure: KpiMeasure) -> str:
        """The period of a KPI's latest value: "as of" it, where a newer one should be there."""
        if isinstance(measure.latest, Reason):
            return ""
        period = self.period(measure.latest)
        return self.book.wording.say("as of {period}", period=period) if is_late(measure) else period

    def number(self, value: float) -> str:
        """A number."""
        return self.book.wording.number(value)

    def short(self, value: float, kpi: Kpi) -> str:
        """A value of a KPI, with its unit where that is a sign."""
        return amount(value, kpi.unit, self.book.wording)

    @staticmethod
    def noun(kpi: Kpi) -> str:
        """A KPI's unit where it is not a sign that stands at each number."""
        return "" if sign(kpi.unit) else kpi.unit

    def _full(self, value: float, kpi: Kpi) -> str:
        short = self.short(value, kpi)
        return short if not kpi.unit or sign(kpi.unit) else f"{short} {kpi.unit}"

    def latest(self, kpi: Kpi, measure: KpiMeasure) -> str:
        """A KPI's latest value with its unit and period, or why there is none."""
        if isinstance(measure.latest, Reason):
            return self.book.wording.say(REASON[measure.latest])
        return f"{self._full(measure.latest.value, kpi)}, {self.when(measure)}"

    def target(self, kpi: Kpi) -> str:
        """What a KPI aims at, in few words: 20, 4 to 6."""
        if not kpi.target:
            return "" if self._held_back(kpi) else self.book.wording.say("none")
        return aim(kpi, self.book.wording)

    def target_by(self, kpi: Kpi) -> str:
        """What a KPI aims at, by when; nothing where that may not be seen yet."""
        if not kpi.target:
            return "" if self._held_back(kpi) else self.book.wording.say(REASON[Reason.NO_TARGET])
        day = self.book.wording.day(kpi.target.date)
        return self.book.wording.say("{target} by {day}", target=self.target(kpi), day=day)

    def _held_back(self, kpi: Kpi) -> bool:
        return self.book.measures.kpis[kpi.id].reason is Reason.EMBARGOED

    def baseline(self, kpi: Kpi, measure: KpiMeasure) -> str:
        """What a KPI is counted from."""
        start = measure.start
        if isinstance(start, Reason):
            return ""
        said = f"{self.short(start.value, kpi)}, {self.book.wording.day(start.date)}"
        if not start.from_data:
            return said
        return self.book.wording.say("{baseline} (the first value in the data)", baseline=said)

    def progress(self, measure: KpiMeasure | GoalMeasure) -> str:
        """How far something has come, in words; why nothing can be said, where it cannot."""
        if measure.reason:
            return self.book.wording.say(REASON[measure.reason])
        kpi = self.book.document.kpis.get(measure.id) if isinstance(measure, KpiMeasure) else None
        still = unmoved(kpi, measure, self.book.wording) if kpi and isinstance(measure, KpiMeasure) else ""
        return still or progress_words(measure, self.book.wording)

    def bar(self, measure: KpiMeasure | GoalMeasure) -> Markup:
        """How far something has come, as a bar."""
        if isinstance(measure, GoalMeasure) and not isinstance(measure.score, Reason):
            return pictures.bar(measure.status, (measure.score + 5) / 10, (SCORES[0] + 5) / 10)
        return pictures.bar(measure.status, measure.progress, measure.expected)

    def said(self, text: str, most: int = 0) -> Markup:
        """A partner's text, or its beginning, inside a sentence: with its language where that is another."""
        shown, tongue = escape(gist(text, most) if most else text), self.tongue(text)
        return safe(f"<span{tongue}>{shown}</span>") if tongue else shown

    def markdown(self, text: str) -> Markup:
        """The HTML of a partner's text, with its language where that is not the page's."""
        tongue = self.tongue(text)
        return safe(f"<div{tongue}>{markdown(text)}</div>\n") if tongue else markdown(text)

    def spark(self, kpi: str) -> Markup:
        """The course of a KPI as a small line that ends in the colour of its status."""
        return safe(f'<span class="sv-is-{self.book.measures.kpis[kpi].status}">{self._line(kpi, 24)}</span>')

    def course(self, kpi: str) -> Markup:
        """The same in a list, shorter, where its row has the colour already."""
        return self._line(kpi, 16)

    def moves(self, kpi: Kpi) -> str:
        """Where a KPI's values are going, or what is unusual among them; empty where neither is."""
        movement = self.book.measures.trends.get(kpi.id)
        return worth_telling(kpi, movement, self.book.wording) if movement else ""

    def _line(self, kpi: str, most: int) -> Markup:
        values = self.book.values.get(kpi)
        return pictures.sparkline(values, most) if values else safe("")

    def freshness(self, measure: KpiMeasure) -> Markup:
        """Whether a KPI's values are there when they are due."""
        if isinstance(measure.latest, Reason):
            return safe("")
        if isinstance(measure.freshness, Reason):
            said = self.book.wording.say("as of {period}", period=self.period(measure.latest))
            return safe(f'<span class="sv-quiet">{escape(said)}</span>')
        return self.chip(measure.freshness)

    def lateness(self, measure: KpiMeasure) -> Markup:
        """Whether a KPI's values are there when they are due, in mere words where all is well."""
        if measure.freshness is Freshness.FRESH:
            return escape(self.book.wording.say(FRESHNESS[Freshness.FRESH]))
        return self.freshness(measure)

    def labelled(self, state: Freshness, many: int) -> Markup:
        """How many KPIs have values of a freshness: 3 up to date."""
        return pictures.labelled(state, f"{self.book.wording.say(FRESHNESS[state])}: {many}")

    def counted(self, status: Status, many: int) -> Markup:
        """How many are in a state: ✓ 12 on track."""
        return pictures.labelled(status, counted(status, many, self.book.wording))

    def came(self, effect: Effect) -> str:
        """What came of an action."""
        return came(effect, self.book.document, self.book.wording)

    def effect_lines(self, effect: Effect) -> tuple[Line, ...]:
        """How that is told."""
        return tuple(effect_lines(effect, self.book.measures.effects, self.book.wording))

    def expected_of(self, effect: Effect) -> str:
        """What the action was expected to change in the KPI."""
        record = self.book.records.get(effect.action)
        expects = record.expects if isinstance(record, Decision | Initiative) else ()
        found = next((one for one in expects if one.kpi == effect.kpi), None)
        return self.expects(found) if found else ""

    def expects(self, expected: Expectation) -> str:
        """What an action should change in a KPI."""
        kpi = self.book.document.kpis.get(expected.kpi)
        return expectation(expected, kpi.unit if kpi else "", self.book.wording)

    def confidence(self, about: GoalUpdate) -> Markup:
        """How sure a partner is that a goal will be reached."""
        if about.confidence is None:
            return safe("")
        said = self.book.wording.say("{sure} of 10 sure", sure=about.confidence)
        return safe(f'<span class="sv-quiet">{escape(said)}</span>')

    def kpis(self, links: Iterable[KpiLink]) -> tuple[Kpi, ...]:
        """The KPIs of a goal."""
        return tuple(self.book.document.kpis[link.id] for link in links)

    @staticmethod
    def weights(links: Iterable[KpiLink]) -> dict[str, float]:
        """How much each counts, where they do not count alike."""
        weights = {link.id: link.weight for link in links}
        return weights if len(set(weights.values())) > 1 else {}

    @staticmethod
    def in_markdown(text: str) -> str:
        """A text as Markdown that is nothing but this text."""
        return re.sub(r"[!-/:-@\[-`{-~]", r"\\\g<0>", " ".join(text.split()))

    @staticmethod
    def in_code(text: str) -> Markup:
        """A text inside HTML that a page shows to be copied: escaped there, too."""
        return escape(str(escape(text)))

    @staticmethod
    def drawn(svg: str) -> Markup:
        """A chart, which comes as safe SVG."""
        return safe(svg)

    @staticmethod
    def known(value: object) -> bool:
        """Whether a measure has a value."""
        return not isinstance(value, Reason)
