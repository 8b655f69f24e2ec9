"""The MkDocs plugin: adds a vision's pages and files to a site."""

import logging
import os
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path
from typing import Any

from jinja2 import Environment
from mkdocs.commands.build import build as mkdocs_build
from mkdocs.config import config_options
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin, event_priority, get_plugin_logger
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.utils.templates import TemplateContext

from shared_vision.adapters.bounds import PAGE, at_file, at_most
from shared_vision.adapters.checksums import sum_up
from shared_vision.adapters.clock import pin, today
from shared_vision.adapters.languages import name_site, speak
from shared_vision.adapters.meta import with_meta
from shared_vision.adapters.overlap import refuse_overlap
from shared_vision.adapters.pages import VisionPage, edit_uri, edit_url, with_site
from shared_vision.adapters.policy import Policy
from shared_vision.adapters.progress import Progress
from shared_vision.adapters.project import PLUGIN, Project, ProjectError
from shared_vision.adapters.report import Tally, as_text
from shared_vision.adapters.subsite import Quietly, config_below
from shared_vision.adapters.switch import let_through
from shared_vision.adapters.theme import refuse_features, theme_of
from shared_vision.adapters.tongue import Tongue
from shared_vision.build import SCRIPTS, STYLESHEETS, Results, build, translated, work_out
from shared_vision.embed import Embedded, embed
from shared_vision.model.forge import commits, new_files
from shared_vision.model.languages import english_name
from shared_vision.model.problem import Place, Problem, Severity
from shared_vision.model.settings import Origin, Settings

log = get_plugin_logger("shared-vision")


class Options(Config):
    """What mkdocs.yml may say under `shared-vision`."""

    vision_dir = config_options.Type(str, default="vision")
    data_dir = config_options.Type(str, default="kpi_data")
    repo = config_options.Type(str, default="")
    as_of = config_options.Optional(config_options.Type(object))
    strict = config_options.Type(bool, default=False)
    example = config_options.Type(bool, default=False)
    partner_colours = config_options.Type(dict, default={})
    languages = config_options.Optional(config_options.Type(object))
    content_security_policy = config_options.Type((dict, bool), default=True)
    most_seconds = config_options.Optional(config_options.Type(int))
    most_megabytes = config_options.Optional(config_options.Type(int))


class SharedVisionPlugin(BasePlugin[Options]):
    """Reads the vision once a build, hands MkDocs its pages.

    In the build of another language below the whole site, `whole` is what was worked out for that.
    Where `commit` names one, the vision is read as it was then.
    """

    whole: Results | None = None
    commit = ""
    results: Results
    tongue: Tongue
    origin: Origin

    @event_priority(100)  # before search asks for the theme's language
    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Find the vision; let the pages load our look."""
        root = Path(config.config_file_path or "mkdocs.yml").resolve().parent
        self.progress = Progress(log)
        self._page = ExitStack()
        self._strict = self.config.strict or config.strict
        try:
            options = {
                **self.config,
                "theme_language": config.theme.get("language") or config.theme.locale,
                "docs_dir": config.docs_dir,
                "custom_dir": config.theme.custom_dir,
            }
            self.project = replace(Project.of(root, options), commit=self.commit)
            refuse_overlap(Path(config.site_dir), self.project, Path(config.docs_dir))
            self.today = today(self.project.as_of)
            pin(self.today)
            refuse_features(config)
            self._theme = theme_of(config, self.config.partner_colours)
            self.policy = Policy(self.config.content_security_policy)
        except (ProjectError, ValueError) as error:
            raise PluginError(str(error)) from error
        if not self.whole:
            self._quietly = Quietly()
            self._refuse(self.project.strays())
            self.origin = self.project.origin()
            self.tongue = Tongue.of_root(self.project.languages, config.site_url)
        speak(config, self.tongue.language)
        self._link_to_editor(config)
        config.extra_css[:0] = [path for path in STYLESHEETS if path not in config.extra_css]
        config.extra_javascript[:0] = [path for path in SCRIPTS if path not in config.extra_javascript]
        return config

    def _refuse(self, strays: tuple[Problem, ...]) -> None:
        """Stop before MkDocs follows a link out of the site's sources, or waits for a pipe."""
        for problem in strays:
            log.error(as_text([problem]).strip())
        if strays:
            raise PluginError("Nothing is published: mend the problems above.")

    def _link_to_editor(self, config: MkDocsConfig) -> None:
        config.edit_uri = edit_uri(self.project, config)
        if config.repo_url and config.edit_uri is None:
            log.info(
                "mkdocs.yml: how files are edited at %s is not known, so nothing links to that. "
                "Write edit_uri, e.g. edit/main/site_src/",
                config.repo_url,
            )

    def on_files(self, files: Files, config: MkDocsConfig) -> Files:
        """Read, measure, draw and render the vision; add its pages and files."""
        if self.whole:
            results = translated(self.whole, self._settings(config))
            name_site(config, results.document, self.tongue.language)
            self.progress.say(f"drew {len(results.charts)} charts in {english_name(self.tongue.language)}")
        else:
            results = self._read(config)
        site = build(results)
        self._cards = {asset.path for asset in site.assets if asset.path.startswith("cards/")}
        self.progress.say(f"rendered {len(site.pages)} pages")
        self.results, self._embedded = results, dict[str, Embedded]()
        return with_site(self.tongue.choose(files, site, config), site, self.project, config)

    def _read(self, config: MkDocsConfig) -> Results:
        document = self.project.read()
        self.progress.say(f"read {len(document.paths)} records, {len(document.series)} KPIs")
        self._tell(document.problems)
        for partner in sorted(self._theme.partners.keys() - document.partners.keys()):
            log.warning("mkdocs.yml: partner_colours names %r, but there is no such partner.", partner)
        history = self.project.recall(document, self.project.as_of)
        self.progress.say(f"read {len(history.events)} steps of history")
        results = work_out(document, self.today, self._settings(config), history)
        self.progress.say(f"measured and drew {len(results.charts)} charts")
        return results

    def on_page_markdown(self, markdown: str, *, page: MkDocsPage, config: MkDocsConfig, **_: Any) -> str:
        """Set a hand-written page's fenced `vision` blocks aside."""
        if isinstance(page, VisionPage):
            return markdown
        docs = Path(os.path.relpath(config.docs_dir, self.project.root)).as_posix()
        at_file(f"{docs}/{page.file.src_uri}")
        self._page.enter_context(at_most(PAGE))  # until its HTML is there
        heading = page.file.content_string.count("\n") - markdown.count("\n")  # lines of front matter
        place = Place(path=f"{docs}/{page.file.edit_uri or page.file.src_uri}", line=heading)
        embedded = embed(markdown, place, page.file.src_uri.removesuffix(".md"), self.results)
        self._embedded[page.file.src_uri] = embedded
        self._tell(embedded.problems)
        return embedded.markdown

    @event_priority(100)  # before other plugins work on it
    def on_page_content(self, html: str, *, page: MkDocsPage, **_: Any) -> str:
        """Put what the blocks show in their places."""
        self._page.close()
        if embedded := self._embedded.pop(page.file.src_uri, None):
            self.policy.trust(html)  # before anything of partners is in it
            for placeholder, piece in embedded.pieces.items():
                html = html.replace(placeholder, piece)
        return html

    @event_priority(-100)  # after search has read the lean form
    def on_page_context(
        self, context: TemplateContext, *, page: MkDocsPage, config: MkDocsConfig, **_: Any
    ) -> TemplateContext:
        """Show the whole page."""
        if isinstance(page, VisionPage):
            page.reveal()
            self.progress.step("wrote", "pages")
        self.tongue.show_switch(page.file, config)
        return context

    @event_priority(-100)  # after plugins that change the templates
    def on_env(self, env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:
        """Let the theme take the links to other languages as they are, and run its own scripts."""
        let_through(env)
        try:
            self.policy.trust_theme(env, files, config)
        except ProjectError as error:
            raise PluginError(str(error)) from error
        return env

    def on_post_template(self, output_content: str, *, template_name: str, **_: Any) -> str:
        """Hold the page for addresses that lead nowhere to what pages may run and load."""
        return self.policy.in_head(output_content) if template_name.endswith(".html") else output_content

    def on_post_page(self, output: str, *, page: MkDocsPage, config: MkDocsConfig, **_: Any) -> str:
        """Say in the page's head what others show of it, and in which languages it is there."""
        own = f"cards/{page.file.src_uri.removesuffix('.md')}.png"
        card = own if own in self._cards else "cards/vision.png"
        return self.policy.in_head(with_meta(self.tongue.in_head(output, page.file), page, config, card))

    @event_priority(-100)  # after all plugins that MkDocs keeps from build to build
    def on_post_build(self, config: MkDocsConfig) -> None:
        """Build the other languages below the whole site; sum up what is there then."""
        if not self.whole:
            for language in self.project.languages[1:]:
                self._build_below(language, config)
            self._quietly.end()
            built = sum_up(Path(config.site_dir), self.origin, self.today.isoformat())
            self.progress.say(f"the checksum of the whole site is {built.tree}")

    def _build_below(self, language: str, config: MkDocsConfig) -> None:
        below = config_below(language, config)
        plugin = below.plugins[PLUGIN]
        assert isinstance(plugin, SharedVisionPlugin)  # noqa: S101 (it bears our name)
        plugin.whole, plugin.tongue = self.results, self.tongue.other(language)
        plugin.origin = self.origin
        plugin.config.update(as_of=self.config.as_of, strict=self._strict)
        mkdocs_build(below)

    def on_build_error(self, **_: Any) -> None:
        """Let the next build say everything again."""
        if not self.whole:
            self._quietly.end()

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
        edit = edit_url(self.project, config)
        return Settings(
            edit_url=edit,
            vision_dir=self.project.vision_dir,
            data_dir=self.project.data_dir,
            new_files=new_files(config.repo_url or "", edit, self.project.vision_dir),
            site_url=f"{config.site_url.rstrip('/')}/" if config.site_url else "",
            directory_urls=config.use_directory_urls,
            example=self.config.example,
            language=self.tongue.language,
            main=self.tongue.main,
            theme=self._theme,
            origin=self.origin,
            commits="" if self.project.repo else commits(config.repo_url or "", edit),
        )
