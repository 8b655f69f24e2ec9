"""Where files are edited and written in the browser, on the site that keeps the repository."""

from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import quote, urlsplit

BRANCH = "main"
"""Where edits go, unless mkdocs.yml names another branch; no forge edits by the name HEAD."""
_EDITORS: Mapping[str, str] = {
    "github": "edit/",
    "gitlab": "-/edit/",
    "codeberg": "_edit/",
    "forgejo": "_edit/",
    "gitea": "_edit/",
    "bitbucket": "src/",  # its editor has no address that begins so; the file is one click away
}
"""Where a forge edits files, by a word in its host's name."""
_ANY_EDITOR = ("-/edit/", "_edit/", "edit/")
_LONGEST = 8000
"""What servers take as an address, in bytes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NewFiles:
    """What opens a new file for writing.

    `start` is the address up to the file's folder within the vision, e.g.
    `https://github.com/o/r/new/main/vision/`; `name` and `text` are what the site calls the
    file's name and its first text, `text` empty where it takes none.
    """

    start: str
    name: str = "filename"
    text: str = "value"

    def address(self, folder: str, name: str, text: str) -> str:
        """The address that opens a new file, with its text where the site and its length allow that."""
        bare = f"{self.start}{quote(folder)}?{self.name}={quote(name, safe='')}"
        whole = f"{bare}&{self.text}={quote(text, safe='')}"
        return whole if self.text and len(whole) < _LONGEST else bare


def edit_uri(repo_url: str, docs: str, said: str | None) -> str | None:
    """What MkDocs' `edit_uri` should be for a repository; None where its forge is not known by its name.

    `docs` is the folder of the pages within the repository; `said` is what mkdocs.yml says, None if
    nothing: its branch and folder stand, and its editor is put as the forge has it.
    """
    host = urlsplit(repo_url).hostname or ""
    editor = next((place for word, place in _EDITORS.items() if word in host), "")
    if said is None:
        return f"{editor}{BRANCH}/{quote(docs)}/" if editor else None
    rest = next((said.removeprefix(one) for one in _ANY_EDITOR if said.startswith(one)), "")
    return editor + rest if editor and rest else said


def new_files(repo_url: str, edit_url: str, folder: str) -> NewFiles | None:
    """The same from the start of a repository's edit links and the vision's folder; None where unknown."""
    repo = f"{repo_url.rstrip('/')}/"
    if not repo_url or not edit_url.startswith(repo):
        return None
    place, end = edit_url.removeprefix(repo), f"{quote(folder)}/"
    if place.startswith("_edit/"):  # Gitea, Forgejo, Codeberg
        return NewFiles(start=f"{repo}_new/{place.removeprefix('_edit/')}{end}")
    gitlab = place.startswith("-/edit/") or "gitlab" in (urlsplit(repo).hostname or "")
    branch = place.removeprefix("-/")
    if not branch.startswith("edit/"):
        return None
    branch = branch.removeprefix("edit/")
    if gitlab:  # it once took a text, too
        return NewFiles(start=f"{repo}-/new/{branch}{end}", name="file_name", text="")
    return NewFiles(start=f"{repo}new/{branch}{end}")


def commits(repo_url: str, edit_url: str) -> str:
    """The start of a commit's address, from that of a repository and its edit links; empty if unknown."""
    repo = f"{repo_url.rstrip('/')}/"
    if not repo_url or not edit_url.startswith(repo):
        return ""
    place = edit_url.removeprefix(repo)
    gitlab = place.startswith("-/edit/") or "gitlab" in (urlsplit(repo).hostname or "")
    if gitlab:
        return f"{repo}-/commit/"
    return f"{repo}commit/" if place.startswith(("edit/", "_edit/")) else ""
