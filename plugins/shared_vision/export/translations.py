"""What other programs read of texts that are given in several languages."""

from shared_vision.model.by_language import Translated
from shared_vision.model.fields import Part


def translations(part: Part, *names: str) -> dict[str, object]:
    """`translations` with each of these texts by language, as far as it is given so; else nothing."""
    texts = {name: getattr(part, name) for name in names}
    given = {name: dict(text.texts) for name, text in texts.items() if isinstance(text, Translated)}
    return {"translations": given} if given else {}
