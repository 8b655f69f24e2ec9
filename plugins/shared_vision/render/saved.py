"""When a KPI's values last changed, and in which commit."""

from shared_vision.render.here import Here
from shared_vision.render.html import Markup, safe


def last_saved(here: Here, ref: str) -> Markup:
    """A sentence that names the commit in which the values of a KPI last changed; empty where unknown."""
    told = here.book.story_of[ref]
    telling = next((telling for telling, line in told if line.about_values), None)
    if not telling:
        return safe("")
    short = safe(f"<code>{telling.commit[:7]}</code>")
    url = here.book.settings.commit(telling.commit)
    target = url or f"{here.url('history/index')}#c-{telling.commit[:12]}"
    say = here.book.wording.say
    said = say("Its values last changed on {day}, in the commit {commit}.", day="\x00", commit="\x01")
    parts = said.replace("\x00", str(here.day(telling.day)))
    return safe(parts.replace("\x01", f'<a href="{target}">{short}</a>'))
