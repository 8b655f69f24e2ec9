"""What whoever runs the site decides, as against what partners write."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """How the site is made.

    `edit_url` is the start of the link that opens a source file for editing, up to the
    file's path (`https://github.com/o/r/edit/main/`), or empty where there is none.
    `directory_urls` tells `goals/x/` from `goals/x.html`. `example` marks the site as an
    example everywhere; `language` is the tag of the language of generated words, numbers and dates.
    """

    edit_url: str = ""
    directory_urls: bool = True
    example: bool = False
    language: str = "en"
