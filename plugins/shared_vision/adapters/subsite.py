"""The build of the site in another language, in a folder of its own."""

import logging
from urllib.parse import urljoin

from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig

_LOGGER = "mkdocs"
_CONFIG_LOGGER = logging.getLogger("mkdocs.config")


def config_below(language: str, config: MkDocsConfig) -> MkDocsConfig:
    """What builds the site in a language in a folder below that of `config`.

    It is read afresh, so that every plugin has a site to itself: a navigation, a search index,
    a site map in one language. Those that MkDocs keeps from build to build must be done with
    the whole site by then.
    """
    _CONFIG_LOGGER.disabled = True  # it has told already what it thinks of mkdocs.yml
    try:
        return load_config(
            config.config_file_path,
            site_dir=f"{config.site_dir}/{language}",
            site_url=urljoin(config.site_url, f"{language}/") if config.site_url else "",
            use_directory_urls=config.use_directory_urls,
            strict=False,  # what is wrong is counted by the build of the whole site
        )
    finally:
        _CONFIG_LOGGER.disabled = False


class Once(logging.Filter):
    """Lets a message pass once, as what is wrong in one language is in most cases wrong in all."""

    def __init__(self) -> None:
        super().__init__()
        self._said: set[tuple[int, str]] = set()

    def filter(self, record: logging.LogRecord) -> bool:
        """Whether nobody said so before."""
        said = (record.levelno, record.getMessage())
        known = said in self._said
        self._said.add(said)
        return not known


class Quietly:
    """Keeps a build of several languages from saying things again, for as long as it lasts."""

    def __init__(self) -> None:
        # a filter for each handler, as each hears every message
        self._filters = [(handler, Once()) for handler in logging.getLogger(_LOGGER).handlers]
        for handler, once in self._filters:
            handler.addFilter(once)

    def end(self) -> None:
        """Let everything be said again."""
        for handler, once in self._filters:
            handler.removeFilter(once)
        self._filters.clear()
