"""Pieces of the vision inside a hand-written page."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from shared_vision.build import Results
from shared_vision.load.blocks import load_block
from shared_vision.load.fences import Fence, split_fences
from shared_vision.model.problem import Place, Problem
from shared_vision.render.blocks import render_block

_IDS = re.compile(r'(?:id|aria-labelledby)="sv_[^"]*"')


@dataclass(frozen=True, slots=True, kw_only=True)
class Embedded:
    """A hand-written page whose `vision` blocks were set aside.

    `markdown` has a placeholder for each block, `pieces` the HTML by placeholder.
    """

    markdown: str
    pieces: Mapping[str, str]
    problems: tuple[Problem, ...]


def embed(markdown: str, place: Place, page_path: str, results: Results) -> Embedded:
    """Work out the `vision` blocks of a page whose text starts at `place` and is published at `page_path`."""
    text: list[str] = []
    pieces: dict[str, str] = {}
    problems: list[Problem] = []
    for part in split_fences(markdown):
        if isinstance(part, Fence):
            placeholder = f'<div data-vision-block="{len(pieces)}"></div>'
            piece, found = _piece(part, place, page_path, results)
            pieces[placeholder] = _own_ids(piece, len(pieces))
            problems += found
            text.append(f"\n{placeholder}\n\n")
        else:
            text.append(part)
    return Embedded(markdown="".join(text), pieces=pieces, problems=tuple(problems))


def _piece(fence: Fence, place: Place, page_path: str, results: Results) -> tuple[str, tuple[Problem, ...]]:
    block, unread = load_block(fence, place)
    html, unshown = render_block(
        block,
        results.document,
        results.measures,
        results.charts,
        results.settings,
        page_path,
        Place(path=place.path, line=place.line + fence.line - 1),
    )
    return html, unread or unshown


def _own_ids(html: str, number: int) -> str:
    """A chart may stand on a page twice, an id may not."""
    return _IDS.sub(lambda match: match[0].replace("sv_", f"sv{number}_"), html)
