"""Templates filled with values: every text is escaped, a name that is missing is an error."""

from collections.abc import Callable
from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined, Template

from shared_vision.model import names
from shared_vision.model.site import Page
from shared_vision.model.wording import Wording
from shared_vision.render import words
from shared_vision.render.here import Here
from shared_vision.render.html import Markup, escape, safe

_LONGEST = 160


def fill(template: str, here: Here, **values: object) -> Markup:
    """The HTML of a template."""
    return safe(_template(template, here.book.settings.language).render(here=here, **values))


def make_page(  # noqa: PLR0913 (a page has these parts)
    here: Here,
    kind: str,
    *,
    title: str,
    description: str,
    found: str = "",
    section: str = "",
    **values: object,
) -> Page:
    """A page from its kind's template; `found` is what search finds it by beside title and description."""
    ref = here.path if here.path != "index" else "vision/vision"
    html = fill(f"{kind}.html", here, kind=kind, title=title, edit=here.edit(ref), **values)
    about = " ".join(part for part in (description, found) if part)
    return Page(
        path=here.path,
        title=title,
        description=_short(description),
        html=html,
        search=f'<h1 id="sv-title">{escape(title)}</h1><p>{escape(about)}</p>',
        source=here.book.document.paths.get(ref, ""),
        section=section,
    )


def findable(*texts: str) -> str:
    """What search finds a page by, and shows of it, beside its title and description."""
    return " · ".join(text for text in texts if text.strip())


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST else f"{line[: _LONGEST - 1].rsplit(' ', 1)[0]}…"


@cache
def _environment(language: str) -> Environment:
    environment = Environment(
        loader=PackageLoader("shared_vision.render", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    environment.globals |= {"words": words, "called": names, **_voice(Wording(language))}
    return environment


def _voice(wording: Wording) -> dict[str, Callable[..., Markup]]:
    """What templates say messages with; these are ours and may hold tags, what fills them is escaped."""

    def say(message: str, /, **values: object) -> Markup:
        return safe(wording.say(message, **_escaped(values)))

    def plural(one: str, many: str, number: int, /, **values: object) -> Markup:
        return safe(wording.plural(one, many, number, **_escaped(values)))

    return {"say": say, "plural": plural}


def _escaped(values: dict[str, object]) -> dict[str, Markup]:
    return {name: escape(value) for name, value in values.items()}


@cache
def _template(name: str, language: str) -> Template:
    return _environment(language).get_template(name)
