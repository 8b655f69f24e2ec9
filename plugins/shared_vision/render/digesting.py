"""What happened in a time, for those who were not there.

Two states of the vision are compared, as they were known: so what came in late is told once it came.
"""

from collections.abc import Iterable, Iterator, Mapping
from datetime import timedelta

from shared_vision.model.catalogue import message
from shared_vision.model.changes import ChangeKind
from shared_vision.model.digest import Digest, Earlier, Item, Picture, Section
from shared_vision.model.names import ANSWERED, DECISION
from shared_vision.model.records import Decision, DecisionStatus, Idea, Outcome, Update
from shared_vision.model.told import Line, Mark, Telling
from shared_vision.render.book import Book
from shared_vision.render.events import upcoming
from shared_vision.render.moving import changed, in_need, moved, pictured
from shared_vision.render.owing import asked, asks_of, gathered, named, when
from shared_vision.render.sentences import gist, headline, shortened
from shared_vision.render.touch import sure_words
from shared_vision.render.words import COMING, GAP

MOST = 12
"""So many items a section tells; the rest is counted."""
_SOON = timedelta(days=30)
_LONGEST = 240
_TOLD_ELSEWHERE = ("decisions", "ideas", "updates")
_CAME: Mapping[str, str] = {
    "goals": message("A new goal: {what}"),
    "kpis": message("A new KPI: {what}"),
    "initiatives": message("A new initiative: {what}"),
    "partners": message("A new partner: {what}"),
    "surveys": message("A new survey: {what}"),
}
_CAME_OR_WENT = (ChangeKind.ADDED, ChangeKind.REMOVED)
_NEWS = (
    *("title", "statement", "summary", "why", "principles", "scope"),
    *("horizon", "due", "target", "milestones", "status"),
)
"""The fields that everybody cares about: others are for those who keep the records."""


def digest(book: Book, before: Earlier) -> Digest:
    """What happened since an earlier day up to the day of the book."""
    say = book.wording.say
    happened = tuple(one for one in _happened(book, before) if one.items)
    news = any(kpi in book.charts for kpi in _named(happened))
    ahead = tuple(one for one in _ahead(book, before, news=news) if one.items)
    gap = book.story.gap
    return Digest(
        title=book.document.vision.title,
        days=say(
            "{first} to {last}",
            first=book.wording.day(before.day + timedelta(days=1)),
            last=book.wording.day(book.measures.today),
        ),
        lead=_lead(book, before) if happened else say(_QUIET),
        sections=(*happened, *ahead),
        until=book.measures.today,
        pictures=tuple(
            Picture(kpi=kpi.id, title=kpi.title, said=headline(kpi, book.measures.kpis[kpi.id], book.wording))
            for kpi in pictured(book, before, _named((*happened, *ahead)))
        ),
        foot=say(GAP[gap]) if gap else "",
    )


_QUIET = message("It was a quiet time: nothing was decided, nothing new was told, and no status changed.")


def _lead(book: Book, before: Earlier) -> str:
    decided, ideas, statuses = (
        len(_newly_decided(book, before)),
        sum(idea.id not in before.document.ideas for idea in book.ideas),
        len(changed(book, before)),
    )
    plural = book.wording.plural
    told = [
        plural("{number} decision was made.", "{number} decisions were made.", decided) if decided else "",
        plural("{number} idea came in.", "{number} ideas came in.", ideas) if ideas else "",
        plural("The status of {number} KPI changed.", "The status of {number} KPIs changed.", statuses)
        if statuses
        else "",
    ]
    said = " ".join(one for one in told if one)
    return said or book.wording.say("Nothing was decided, and no status changed.")


def _named(sections: Iterable[Section]) -> list[str]:
    """The KPIs that sections name."""
    return [kpi for one in sections for item in one.items for kpi in item.kpis]


def _happened(book: Book, before: Earlier) -> Iterator[Section]:
    say = book.wording.say
    yield section(book, say("What was decided"), _decided(book, before))
    yield section(book, say("What moved"), moved(book, before))
    yield section(book, say("What is new"), _new(book, before))
    yield section(book, say("What partners told"), _told(book, before))
    yield section(book, say("Thank you"), _thanks(book, before))


def _ahead(book: Book, before: Earlier, *, news: bool) -> Iterator[Section]:
    """What is left to do; where there is no `news` of any KPI, first those that need attention."""
    say = book.wording.say
    yield section(book, say("What needs attention"), () if news else in_need(book))
    yield section(book, say("What is asked of us"), asked_items(book))
    yield section(book, say("What partners ask each other for"), _wishes(book, before))
    yield section(book, say("What is coming"), _coming(book))


def section(book: Book, heading: str, items: Iterable[Item]) -> Section:
    """Items under a heading; those beyond `MOST` are counted."""
    found = tuple(items)
    left = len(found) - MOST
    more = book.wording.plural("and {number} more", "and {number} more", left) if left > 0 else ""
    return Section(heading=heading, items=found[:MOST], more=more)


def name(text: str) -> str:
    """A record's name, which each face shows in its own way."""
    return Mark.NAME.around(" ".join(text.split()))


def short(text: str) -> str:
    """A partner's plain text in one line, or its beginning."""
    return shortened(text, _LONGEST)


def _newly_decided(book: Book, before: Earlier) -> list[Decision]:
    """The decisions that stand otherwise than they did, but for those that are open."""
    then = before.document.decisions
    return [
        decision
        for decision in book.decisions
        if decision.status is not DecisionStatus.PROPOSED
        and decision.date <= book.measures.today
        and (decision.id not in then or then[decision.id].status is not decision.status)
    ]


def _decided(book: Book, before: Earlier) -> Iterator[Item]:
    for decision in _newly_decided(book, before):
        status = book.wording.say(DECISION[decision.status])
        said = short(decision.summary) or gist(decision.decision, _LONGEST)
        valued = [
            book.wording.say(
                "Valued in “{option}”: {why}", option=short(one.title), why=gist(one.valued_for, _LONGEST)
            )
            for one in decision.options
            if one.valued_for and one.outcome is not Outcome.CHOSEN
        ]
        yield Item(
            text=f"{name(decision.title)} ({status})" + (f": {said}" if said else ""),
            note=" ".join(valued),
            path=f"decisions/{decision.id}",
        )


def _newly_answered(book: Book, before: Earlier) -> list[Idea]:
    then = before.document.ideas
    return [idea for idea in book.ideas if idea.answer and not (idea.id in then and then[idea.id].answer)]


def _new(book: Book, before: Earlier) -> Iterator[Item]:
    yield from _proposals(book, before)
    yield from _ideas(book, before)
    for telling in _since(book, before):
        for line in telling.news:
            if text := _in_words(book, line):
                yield Item(text=text, path=line.ref if line.ref in book.records else "")


def _in_words(book: Book, line: Line) -> str:
    """What is news to everybody: that a record came or went, other words, another target, how far it is."""
    kind = line.ref.partition("/")[0]
    if kind in _TOLD_ELSEWHERE:
        return ""
    if line.became is ChangeKind.ADDED and kind in _CAME and line.ref in book.records:
        return book.wording.say(_CAME[kind], what=name(book.title(line.ref)))
    return line.text if line.became in _CAME_OR_WENT or line.field in _NEWS else ""


def _proposals(book: Book, before: Earlier) -> Iterator[Item]:
    then = before.document.decisions
    for decision in book.decisions:
        known = decision.id in then and then[decision.id].status is DecisionStatus.PROPOSED
        if decision.status is DecisionStatus.PROPOSED and not known and decision.date <= book.measures.today:
            said = book.wording.say("Proposed: {what}", what=name(decision.title))
            yield Item(text=said, path=f"decisions/{decision.id}")


def _ideas(book: Book, before: Earlier) -> Iterator[Item]:
    say, answered = book.wording.say, {idea.id for idea in _newly_answered(book, before)}
    for idea in book.ideas:
        if idea.answer and idea.id in answered:
            outcome = say(ANSWERED[idea.answer.outcome])
            said = say("Answered: {what} ({outcome})", what=name(idea.title), outcome=outcome)
            yield Item(text=said, note=gist(idea.answer.text, _LONGEST), path=f"ideas/{idea.id}")
        elif idea.id not in before.document.ideas:
            said = say("An idea of {partner}: {what}", partner=book.partner(idea.by), what=name(idea.title))
            yield Item(text=said, note=short(idea.problem), path=f"ideas/{idea.id}")


def _since(book: Book, before: Earlier) -> Iterator[Telling]:
    """The steps of the history since then."""
    for telling in book.story.tellings:
        later = telling.day > before.day if before.since is None else telling.commit in before.since
        if later and telling.day <= book.measures.today:
            yield telling


def _new_updates(book: Book, before: Earlier) -> list[Update]:
    return [
        update
        for update in book.updates
        if update.id not in before.document.updates and update.date <= book.measures.today
    ]


def _told(book: Book, before: Earlier) -> Iterator[Item]:
    say, updates = book.wording.say, _new_updates(book, before)
    for update in updates:
        partner = book.partner(update.by)
        for about in update.goals:
            if about.note:
                title = name(book.title(f"goals/{about.id}"))
                said = say("{partner} on {what}: {note}", partner=partner, what=title, note=short(about.note))
                yield Item(text=said, path=f"goals/{about.id}")
        for what in update.blockers:
            yield Item(
                text=say("{partner} says what stands in the way: {what}", partner=partner, what=short(what))
            )
    yield from _less_sure(book, before)
    silent = dict.fromkeys(update.by for update in updates if update.no_change)
    if silent:
        who = book.wording.listed([book.partner(one) for one in silent])
        yield Item(text=say("Nothing new from {partners}; good to know.", partners=who), path="updates/index")


def _less_sure(book: Book, before: Earlier) -> Iterator[Item]:
    """The goals that partners are less sure of than three months ago, where that is news."""
    for goal in book.active_goals:
        found, then = book.measures.confidences.get(goal.id), before.measures.confidences.get(goal.id)
        if found and (found.fell or found.fallen) and not (then and (then.fell or then.fallen)):
            said = sure_words(found, book.measures.goals[goal.id].status, book.wording)
            yield Item(text=name(goal.title), note=said, path=f"goals/{goal.id}")


def _thanks(book: Book, before: Earlier) -> Iterator[Item]:
    for idea in _newly_answered(book, before):
        if idea.answer and idea.answer.valued_for and idea.answer.by != idea.by:
            yield _thank(book, idea.by, idea.title, idea.answer.valued_for, f"ideas/{idea.id}")
    for decision in _newly_decided(book, before):
        for option in decision.options:
            if option.proposed_by and option.valued_for:
                yield _thank(
                    book, option.proposed_by, option.title, option.valued_for, f"decisions/{decision.id}"
                )


def _thank(book: Book, partner: str, title: str, why: str, path: str) -> Item:
    said = book.wording.say(
        "{partner}, for {what}: {why}",
        partner=book.partner(partner),
        what=name(title),
        why=gist(why, _LONGEST),
    )
    return Item(text=said, path=path)


_WHO_WHAT = message("{who}: {what}")
_WHO_WHAT_WHEN = message("{who}: {what} ({day})")


def asked_items(book: Book, *, late: bool = False) -> Iterator[Item]:
    """What is asked of whom by the partners' own rules, the oldest first; only what is late, if wanted."""
    wording = book.wording
    for ask in asks_of(gathered(book.measures.owed)):
        if ask.owed.late or not late:
            who = wording.listed([book.partner(one) for one in ask.partners]) or wording.say("All")
            names = named(ask.owed, lambda ref: name(book.title(ref)), wording)
            what = asked(ask.owed, names, wording)
            day = when(ask.owed, wording.day(ask.owed.day), wording) if ask.owed.day else ""
            path = "index" if ask.owed.ref == "vision/vision" else ask.owed.ref
            yield Item(
                text=wording.say(_WHO_WHAT_WHEN if day else _WHO_WHAT, who=who, what=what, day=day), path=path
            )


def _wishes(book: Book, before: Earlier) -> Iterator[Item]:
    for update in _new_updates(book, before):
        for what in update.asks:
            said = book.wording.say(
                "{partner} asks: {what}", partner=book.partner(update.by), what=short(what)
            )
            yield Item(text=said)


def _coming(book: Book) -> Iterator[Item]:
    for event in upcoming(book):
        if event.day <= book.measures.today + _SOON:
            said = book.wording.say(COMING[event.what], what=name(book.title(event.ref)))
            text = book.wording.say("{day}: {what}", day=book.wording.day(event.day), what=said)
            yield Item(text=text, path=event.ref)
