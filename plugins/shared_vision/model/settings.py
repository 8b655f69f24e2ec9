"""What whoever runs the site decides, as against what partners write."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from shared_vision.model.colour import Colour
from shared_vision.model.forge import NewFiles


@dataclass(frozen=True, slots=True, kw_only=True)
class Palette:
    """The colours of the light or the dark form: the header's, that of links and targets; None is ours."""

    primary: Colour | None = None
    accent: Colour | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Theme:
    """The colours that whoever runs the site has chosen; `partners` by partner's id."""

    light: Palette = Palette()
    dark: Palette = Palette()
    partners: Mapping[str, Colour] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """What a site is built from: the files of a commit, or of none where that is empty.

    `changed` tells that they are not as the commit has them.
    """

    commit: str = ""
    changed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """How the site is made.

    `edit_url` is the start of the link that opens a source file for editing, up to the
    file's path (`https://github.com/o/r/edit/main/`), or empty where there is none;
    `new_files` opens a new file there; `vision_dir` is the folder of the records, `data_dir` of the data.
    `site_url` is the site's own address with a slash at its end, or empty where it is not known.
    `directory_urls` tells `goals/x/` from `goals/x.html`. `example` marks the site as an
    example everywhere; `commits` is the start of the address of a commit, up to its
    name, or empty; `language` is the tag of the language of words, numbers and dates, `main` that of
    the site at the root where it is another: then these pages lie in a folder below it. `origin` is what a
    site with checksums is built from, None where there will be none.
    """

    edit_url: str = ""
    new_files: NewFiles | None = None
    vision_dir: str = "vision"
    data_dir: str = "kpi_data"
    site_url: str = ""
    directory_urls: bool = True
    example: bool = False
    language: str = "en"
    main: str = ""
    theme: Theme = Theme()
    commits: str = ""
    origin: Origin | None = None

    def commit(self, name: str) -> str:
        """The whole address of a commit, where the site that keeps the repository is known."""
        return f"{self.commits}{name}" if self.commits else ""

    def address(self, path: str) -> str:
        """The whole address of a page by its place (`goals/index`), where the site's own is known."""
        if path == "index":
            return self.site_url
        place = f"{path.removesuffix('/index')}/" if self.directory_urls else f"{path}.html"
        return f"{self.site_url}{place}"

    @property
    def below(self) -> bool:
        """Whether the pages lie in a folder of their language, below the site in the main one."""
        return self.main not in ("", self.language)
