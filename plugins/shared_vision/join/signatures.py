"""Whether signatures name a wording that can be."""

import re
from collections.abc import Iterator

from shared_vision.join.finding import error
from shared_vision.model.fingerprint import FINGERPRINT
from shared_vision.model.loaded import LoadedRecord
from shared_vision.model.problem import Problem
from shared_vision.model.records import Goal, Vision


def signature_problems(found: LoadedRecord[Vision] | LoadedRecord[Goal]) -> Iterator[Problem]:
    """Signatures whose fingerprint is none."""
    record = found.record
    for number, signature in enumerate(record.signed):
        given = signature.fingerprint
        if given and not re.fullmatch(FINGERPRINT, given):
            message = (
                f'"{given[:40]}" is no fingerprint of a wording: that is eight of the signs 0-9 and a-f.'
            )
            ref = f"{record.kind}/{record.id}"
            remedy = f"Delete it and run: vision sign {ref} --as {signature.partner}"
            yield error(found, ("signed", number, "fingerprint"), ("bad-fingerprint", message, remedy))
