"""A partner agrees to today's wording of the vision or of a goal."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from shared_vision.edit.signed import with_signature
from shared_vision.load.record.records import load_records
from shared_vision.model.document import Document
from shared_vision.model.fingerprint import agreed_fields, fingerprint
from shared_vision.model.nearest import did_you_mean
from shared_vision.model.problem import Problem, Severity
from shared_vision.model.records import Goal, Record, Signature, Vision
from shared_vision.read import read

_MARK = b"\xef\xbb\xbf"
_UNSIGNABLE = "The vision (vision/vision) and goals are what partners sign."


class CannotSignError(Exception):
    """There is nothing to sign, or nobody to sign it; the text says what, and how to go on."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Signed:
    """What a signature makes of a file.

    `since` is the day the partner agreed to this very wording, where it had done so before: then `content`
    is what the file has already.
    """

    path: str
    content: bytes
    fingerprint: str
    since: date | None = None


def sign(sources: Mapping[str, bytes], ref: str, partner: str, day: date) -> Signed:
    """The file of the vision or goal `ref` (goals/x, vision/vision) with the partner's signature in it.

    `sources` are a vision's files by path. Comments, blank lines and layout of the file stay.

    Raises:
        CannotSignError: no such record or partner, a mistake in what would be signed, or a file
            written in a way that cannot be changed safely.
    """
    document = read(sources)
    record = _record(document, ref)
    if partner not in document.partners:
        otherwise = "Each partner has a file in vision/partners/, named after its id."
        raise CannotSignError(
            f"There is no partner {partner}. {did_you_mean(partner, document.partners, otherwise)}"
        )
    path, wording = document.paths[ref], fingerprint(record, document.kpis)
    _refuse_mistakes(document, sources, path, ref)
    own = [one for one in record.signed if one.partner == partner]
    if same := [one for one in own if one.fingerprint == wording and one == max(own, key=lambda one: one.on)]:
        return Signed(path=path, content=sources[path], fingerprint=wording, since=same[0].on)
    signature = Signature.model_construct(partner=partner, on=day, fingerprint=wording)
    return Signed(path=path, content=_written(path, sources[path], signature), fingerprint=wording)


def _record(document: Document, ref: str) -> Vision | Goal:
    kind, _, name = ref.partition("/")
    refs = ["vision/vision", *(f"goals/{goal}" for goal in document.goals)]
    if ref == "vision/vision" and ref in document.paths:
        return document.vision
    if kind == "goals" and name in document.goals:
        return document.goals[name]
    for broken in document.broken:
        if f"{broken.kind}/{broken.id}" == ref and kind in ("vision", "goals"):
            raise _mistaken(ref, broken.problems[0])
    if ref in document.goals:
        raise CannotSignError(f"A record is named by its kind, too. Did you mean goals/{ref}?")
    if ref in document.paths:
        raise CannotSignError(f"{ref} is not signed. {_UNSIGNABLE}")
    raise CannotSignError(f"There is no record {ref}. {did_you_mean(ref, refs, _UNSIGNABLE)}")


def _refuse_mistakes(document: Document, sources: Mapping[str, bytes], path: str, ref: str) -> None:
    """Nobody agrees to what is about to be mended: the record, and the KPIs whose targets it promises."""
    [written] = load_records({path: sources[path]}).records[ref.partition("/")[0]]
    kpis = {link.id for link in written.record.kpis} if isinstance(written.record, Goal) else set()
    unread = {broken.path for broken in document.broken if broken.kind == "kpis" and broken.id in kpis}
    read_kpis = {document.paths[f"kpis/{kpi}"] for kpi in kpis & document.kpis.keys()}
    for problem in document.problems:
        at = problem.place.path
        if problem.severity is Severity.ERROR and (
            at == path or at in unread or (at in read_kpis and _is_promised(problem))
        ):
            raise _mistaken(ref, problem)


def _is_promised(problem: Problem) -> bool:
    """Whether a mistake is in what a goal promises of its KPI: its data may be mended later."""
    return re.split(r"[.\[]", problem.field)[0] in agreed_fields("kpis")


def _mistaken(ref: str, problem: Problem) -> CannotSignError:
    line = f", line {problem.place.line}" if problem.place.line else ""
    where = f"{problem.place.path.removeprefix('vision/')}{line}"
    return CannotSignError(
        f"{ref} cannot be signed before a mistake is mended ({where}). {problem.message} {problem.remedy}"
    )


def _written(path: str, content: bytes, signature: Signature) -> bytes:
    """The file in the first way that reads as it should."""
    text = content.decode("utf-8-sig")
    wanted = _with(_read_one(path, content), signature)
    for way in with_signature(text, signature):
        new = (_MARK if content.startswith(_MARK) else b"") + way.encode()
        if _read_one(path, new) == wanted:
            return new
    entry = f'{{partner: {signature.partner}, on: {signature.on}, fingerprint: "{signature.fingerprint}"}}'
    raise CannotSignError(
        f"{path} is written in a way that cannot be changed safely. Add by hand: signed: [{entry}]"
    )


def _read_one(path: str, content: bytes) -> Record | None:
    loaded = load_records({path: content})
    return next((one.record for found in loaded.records.values() for one in found), None)


def _with(record: Record | None, signature: Signature) -> Record | None:
    """The record with the signature in the place of the partner's latest one, or at the end."""
    if not isinstance(record, Vision | Goal):
        return None
    signed = list(record.signed)
    own = [number for number, one in enumerate(signed) if one.partner == signature.partner]
    if own:
        signed[max(own, key=lambda number: signed[number].on)] = signature
    else:
        signed.append(signature)
    return record.model_copy(update={"signed": tuple(signed)})
