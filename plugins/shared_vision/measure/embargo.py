"""What of a document is held back until a KPI's day of publishing."""

from collections.abc import Collection, Mapping
from dataclasses import replace
from datetime import date
from typing import TypeVar

from shared_vision.model.document import Document
from shared_vision.model.records import Decision, Initiative, Kpi

A = TypeVar("A", Decision, Initiative)

_HELD_BACK = {"summary": "", "body": "", "baseline": None, "milestones": (), "target": None, "limit": None}
"""Every number that a record says about its KPI, and the texts that may."""


def is_embargoed(kpi: Kpi, today: date) -> bool:
    """Whether nothing of a KPI but its name may be seen yet."""
    return kpi.publish_from is not None and today < kpi.publish_from


def hold_back(document: Document, today: date) -> Document:
    """The document without the aims of embargoed KPIs, and without how much anything should change them."""
    secret = {kpi.id for kpi in document.kpis.values() if is_embargoed(kpi, today)}
    if not secret:
        return document
    return replace(
        document,
        kpis={
            id_: kpi.model_copy(update=_HELD_BACK) if id_ in secret else kpi
            for id_, kpi in document.kpis.items()
        },
        initiatives=_without_amounts(document.initiatives, secret),
        decisions=_without_amounts(document.decisions, secret),
    )


def _without_amounts(actions: Mapping[str, A], secret: Collection[str]) -> dict[str, A]:
    return {id_: _without_amount(action, secret) for id_, action in actions.items()}


def _without_amount(action: A, secret: Collection[str]) -> A:
    expects = tuple(
        expected.model_copy(update={"by": None}) if expected.kpi in secret else expected
        for expected in action.expects
    )
    return action if expects == action.expects else action.model_copy(update={"expects": expects})
