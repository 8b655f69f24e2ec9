"""Links from a page to others, all relative, so that the site may live anywhere."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from urllib.parse import quote

from shared_vision.model.by_language import Translated
from shared_vision.model.records import Record
from shared_vision.render.book import Book
from shared_vision.render.html import Markup, escape, safe


@dataclass(frozen=True, kw_only=True)
class Links:
    """The links of the page at `path`."""

    book: Book
    path: str

    @cached_property
    def _up(self) -> str:
        own_folder = self.book.settings.directory_urls and self.path.rpartition("/")[2] != "index"
        return "../" * (self.path.count("/") + own_folder)

    @cached_property
    def _beside(self) -> str:
        """The folder of a section's list, whose records lie right below it; else what no path begins with."""
        return self.path.removesuffix("index") if self.path.endswith("/index") else "/"

    def url(self, path: str) -> str:
        """The address of another page."""
        if not self.book.settings.directory_urls:
            return f"{self._up}{path}.html"
        if path == "index":
            return self._up or "./"
        if path.startswith(self._beside) and path != self.path:
            return f"{path.removeprefix(self._beside)}/"
        return f"{self._up}{path.removesuffix('/index')}/"

    def absolute(self, path: str) -> str:
        """The whole address of another page, where the site's own is known."""
        return self.book.settings.address(path)

    def file(self, path: str) -> str:
        """The address of a file, of which there is one for all languages."""
        return f"{'../' if self.book.settings.below else ''}{self._up}{path}"

    def own_file(self, path: str) -> str:
        """The address of a file with words in it, which every language has."""
        return f"{self._up}{path}"

    def link(self, ref: str, text: str = "") -> Markup:
        """A link to a record by its title, or its name alone where it has no page."""
        words = escape(text or self.book.title(ref))
        if ref == "vision/vision":
            return safe(
                f'<a href="{self.url("index")}"{self.tongue(text or self.book.title(ref))}>{words}</a>'
            )
        if ref not in self.book.records and ref not in self.book.broken:
            return words
        tongue = self.tongue(text or self.book.title(ref))
        return safe(f'<a href="{self.url(ref)}"{self._coloured(ref)}{tongue}>{words}</a>')

    def tongue(self, text: str) -> Markup:
        """The attribute that tells the language of a record's text, where it is not the page's."""
        settings = self.book.settings
        language = text.language if isinstance(text, Translated) else settings.main
        return safe("" if language in {"", settings.language} else f' lang="{language}"')

    def _coloured(self, ref: str) -> str:
        """The class of a partner who has a colour."""
        kind, _, partner = ref.partition("/")
        chosen = kind == "partners" and partner in self.book.settings.theme.partners
        return f' class="sv-partner sv-partner-{partner}"' if chosen else ""

    def brief(self, ref: str, most: int = 64) -> Markup:
        """As `link`, but of a long title the beginning and the end, where titles differ."""
        title = self.book.title(ref)
        if len(title) <= most:
            return self.link(ref)
        first = title[: most // 2].rsplit(" ", 1)[0].rstrip(",;:")
        last = title[-most // 2 :].partition(" ")[2] or title[-most // 2 :]
        return self.link(ref, f"{first} … {last}")

    def page(self, path: str, text: str) -> Markup:
        """A link to a page that is no record's."""
        return safe(f'<a href="{self.url(path)}">{escape(text)}</a>')

    def partner(self, partner: str | None) -> Markup:
        """A link to a partner, or words where there is none."""
        return self.link(f"partners/{partner}") if partner else safe(self.book.wording.say("Nobody yet"))

    def links(self, kind: str, ids: Iterable[str]) -> Markup:
        """Links to several records: A, B, C."""
        return safe(", ".join(self.link(f"{kind}/{one}") for one in ids))

    @staticmethod
    def ids(records: Iterable[Record]) -> tuple[str, ...]:
        """The ids of records."""
        return tuple(record.id for record in records)

    def edit(self, ref: str) -> str:
        """The address where a record's file is edited, or empty."""
        return self.opened(self.book.document.paths.get(ref, ""))

    def opened(self, path: str) -> str:
        """The address where a file of the vision or its data is edited, or empty."""
        settings, (folder, _, rest) = self.book.settings, path.partition("/")
        places = {"vision": settings.vision_dir, "kpi_data": settings.data_dir}
        return self.mend(f"{places[folder]}/{rest}") if folder in places and rest else ""

    def mend(self, path: str) -> str:
        """The address where a file is edited, or empty."""
        start = self.book.settings.edit_url
        return f"{start}{quote(path)}" if path and start else ""
