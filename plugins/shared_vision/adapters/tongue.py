"""The language that one build of the site is in, among all the languages of the site."""

from dataclasses import dataclass, field, replace

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files

from shared_vision.adapters.by_hand import files_in, in_the_way, missing_in
from shared_vision.adapters.switch import Switch
from shared_vision.model.site import Site


@dataclass(slots=True, kw_only=True)
class Tongue:
    """A build's language; `site_url` is the root's, `switch` leads to the other languages."""

    languages: tuple[str, ...]
    language: str
    site_url: str
    switch: Switch | None = field(default=None, init=False)

    @classmethod
    def of_root(cls, languages: tuple[str, ...], site_url: str | None) -> "Tongue":
        """That of the build of the whole site."""
        return cls(languages=languages, language=languages[0], site_url=site_url or "")

    @property
    def main(self) -> str:
        """The language at the root."""
        return self.languages[0]

    def other(self, language: str) -> "Tongue":
        """The same for the build of another language."""
        return replace(self, language=language)

    def choose(self, files: Files, site: Site, config: MkDocsConfig) -> Files:
        """The files beside the vision's site that are for this language, with the way to the others found.

        Raises:
            PluginError: a file lies where another language's pages go.
        """
        if self.language == self.main and (name := in_the_way(self.languages, files)):
            raise PluginError(
                f"{name} lies where the pages in another language go: give it another name. "
                "A page of your own for French readers is called about.fr.md, beside about.md."
            )
        if len(self.languages) > 1 and not config.extra.get("alternate"):
            self.switch = self._switch(files, site, config)
            config.extra["alternate"] = self.switch.from_nowhere()
        return files_in(self.language, self.languages, files, config)

    def show_switch(self, file: File, config: MkDocsConfig) -> None:
        """Let the theme show the way from a page to the same page in the other languages."""
        if self.switch:
            config.extra["alternate"] = self.switch.from_page(file, self.language)

    def in_head(self, html: str, file: File) -> str:
        """A page that says in its head where its other languages are."""
        return self.switch.in_head(html, file, self.language) if self.switch else html

    def _switch(self, files: Files, site: Site, config: MkDocsConfig) -> Switch:
        made = {f"{page.path}.md" for page in site.pages}
        missing = missing_in(self.languages, files, config)
        return Switch(
            languages=self.languages,
            site_url=self.site_url,
            directory_urls=config.use_directory_urls,
            missing={language: names - made for language, names in missing.items()},
        )
