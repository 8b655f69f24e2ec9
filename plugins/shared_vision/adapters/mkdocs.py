"""The MkDocs plugin: adds a vision's pages and files to a site."""

import logging
import os
from pathlib import Path
from typing import Any

from mkdocs.config import config_options
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin, event_priority, get_plugin_logger
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.utils.templates import TemplateContext

from shared_vision.adapters.clock import pin, today
from shared_vision.adapters.meta import with_meta
from shared_vision.adapters.pages import VisionPage, edit_url, with_site
from shared_vision.adapters.progress import Progress
from shared_vision.adapters.project import Project, ProjectError
from shared_vision.adapters.report import Tally, as_text
from shared_vision.adapters.theme import theme_of
from shared_vision.build import SCRIPTS, STYLESHEETS, build, work_out
from shared_vision.embed import Embedded, embed
from shared_vision.model.problem import Place, Problem, Severity
from shared_vision.model.settings import Settings

log = get_plugin_logger("shared-vision")


class Options(Config):
    """What mkdocs.yml may say under `shared-vision`."""

    vision_dir = config_options.Type(str, default="vision")
    data_dir = config_options.Type(str, default="kpi_data")
    as_of = config_options.Optional(config_options.Type(object))
    strict = config_options.Type(bool, default=False)
    example = config_options.Type(bool, default=False)
    partner_colours = config_options.Type(dict, default={})


class SharedVisionPlugin(BasePlugin[Options]):
    """Reads the vision once a build, hands MkDocs its pages."""

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Find the vision; let the pages load our look."""
        root = Path(config.config_file_path or "mkdocs.yml").resolve().parent
        self.progress = Progress(log)
        self._strict = self.config.strict or config.strict
        try:
            self.project = Project.of(root, self.config)
            self.today = today(self.project.as_of)
            pin(self.today)
            self._theme = theme_of(config, self.config.partner_colours)
        except (ProjectError, ValueError) as error:
            raise PluginError(str(error)) from error
        config.extra_css[:0] = [path for path in STYLESHEETS if path not in config.extra_css]
        config.extra_javascript[:0] = [path for path in SCRIPTS if path not in config.extra_javascript]
        return config

    def on_files(self, files: Files, config: MkDocsConfig) -> Files:
        """Read, measure, draw and render the vision; add its pages and files."""
        document = self.project.read()
        self.progress.say(f"read {len(document.paths)} records, {len(document.series)} KPIs")
        self._tell(document.problems)
        for partner in sorted(self._theme.partners.keys() - document.partners.keys()):
            log.warning("mkdocs.yml: partner_colours names %r, but there is no such partner.", partner)
        results = work_out(document, self.today, self._settings(config))
        self.progress.say(f"measured and drew {len(results.charts)} charts")
        site = build(results)
        self.progress.say(f"rendered {len(site.pages)} pages")
        self._results, self._embedded = results, dict[str, Embedded]()
        return with_site(files, site, self.project, config)

    def on_page_markdown(self, markdown: str, *, page: MkDocsPage, config: MkDocsConfig, **_: Any) -> str:
        """Set a hand-written page's fenced `vision` blocks aside."""
        if isinstance(page, VisionPage):
            return markdown
        docs = Path(os.path.relpath(config.docs_dir, self.project.root)).as_posix()
        heading = page.file.content_string.count("\n") - markdown.count("\n")  # lines of front matter
        place = Place(path=f"{docs}/{page.file.src_uri}", line=heading)
        embedded = embed(markdown, place, page.file.src_uri.removesuffix(".md"), self._results)
        self._embedded[page.file.src_uri] = embedded
        self._tell(embedded.problems)
        return embedded.markdown

    def on_page_content(self, html: str, *, page: MkDocsPage, **_: Any) -> str:
        """Put what the blocks show in their places."""
        if embedded := self._embedded.pop(page.file.src_uri, None):
            for placeholder, piece in embedded.pieces.items():
                html = html.replace(placeholder, piece)
        return html

    @event_priority(-100)  # after search has read the lean form
    def on_page_context(self, context: TemplateContext, *, page: MkDocsPage, **_: Any) -> TemplateContext:
        """Show the whole page."""
        if isinstance(page, VisionPage):
            page.reveal()
            self.progress.step("wrote", "pages")
        return context

    def on_post_page(self, output: str, *, page: MkDocsPage, config: MkDocsConfig, **_: Any) -> str:
        """Say in the page's head what other sites show of it."""
        return with_meta(output, page, config, card="")

    def on_serve(self, server: LiveReloadServer, **_: Any) -> LiveReloadServer:
        """Build again when a record or a data file changes."""
        for folder in (self.project.vision_dir, self.project.data_dir):
            if (self.project.root / folder).is_dir():
                server.watch(str(self.project.root / folder))
        return server

    def _tell(self, problems: tuple[Problem, ...]) -> None:
        # a warning is told, but only an error stops a strict build, before any page is written
        levels = {Severity.ERROR: logging.ERROR, Severity.WARNING: logging.INFO}
        for problem in problems:
            log.log(levels[problem.severity], as_text([problem]).strip())
        tally = Tally.of(problems)
        if tally.errors and self._strict:
            raise PluginError(f"Nothing is published, as the vision has problems: {tally}.")

    def _settings(self, config: MkDocsConfig) -> Settings:
        return Settings(
            edit_url=edit_url(self.project, config),
            site_url=f"{config.site_url.rstrip('/')}/" if config.site_url else "",
            directory_urls=config.use_directory_urls,
            example=self.config.example,
            theme=self._theme,
        )
