"""Pages written by hand in several languages: `about.fr.md` takes the place of `about.md` in French."""

import re
from collections.abc import Iterator, Mapping, Sequence

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files


def files_in(language: str, languages: Sequence[str], files: Files, config: MkDocsConfig) -> Files:
    """The files of the site in one of its languages: its own in the place of those for all."""
    own = {name: file for name, tag, file in _named(files, languages, config) if tag == language}
    shared = {name: file for name, tag, file in _named(files, languages, config) if not tag}
    kept = [_renamed(own[name], name, config) if name in own else file for name, file in shared.items()]
    return Files([*kept, *(_renamed(file, name, config) for name, file in own.items() if name not in shared)])


def missing_in(languages: Sequence[str], files: Files, config: MkDocsConfig) -> Mapping[str, frozenset[str]]:
    """For each language the files that are there in others only."""
    found = [(name, tag) for name, tag, _ in _named(files, languages, config)]
    names = {name for name, _ in found}
    return {
        language: frozenset(names - {name for name, tag in found if tag in {"", language}})
        for language in languages
    }


def in_the_way(languages: Sequence[str], files: Files) -> str:
    """A file that would lie where the pages of another language go, or an empty text."""
    return next((file.src_uri for file in files if file.dest_uri.split("/")[0] in languages[1:]), "")


def _named(files: Files, languages: Sequence[str], config: MkDocsConfig) -> Iterator[tuple[str, str, File]]:
    """Each file by its name without the language, and that language or an empty text."""
    pattern = re.compile(rf"(.*[^/])\.({'|'.join(map(re.escape, languages))})(\.[^./]+)")
    for file in files:
        match = pattern.fullmatch(file.src_uri) if file.src_dir == config.docs_dir else None
        yield (f"{match[1]}{match[3]}", match[2], file) if match else (file.src_uri, "", file)


def _renamed(file: File, name: str, config: MkDocsConfig) -> File:
    """The file as if it had the name for all languages, so that links and the navigation find it."""
    renamed = File.generated(config, name, abs_src_path=str(file.abs_src_path), inclusion=file.inclusion)
    renamed.edit_uri = file.edit_uri
    return renamed
