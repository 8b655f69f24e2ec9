"""Reads the few keys inside a fenced `vision` block."""

from collections.abc import Mapping
from dataclasses import replace

from shared_vision.load.decode import UNPRINTABLE, unprintable
from shared_vision.load.fences import Fence
from shared_vision.load.yaml_text.events import Tree, read_tree
from shared_vision.model.problem import Place, Problem


def load_block(fence: Fence, page: Place) -> tuple[Mapping[str, str], tuple[Problem, ...]]:
    """The keys and texts in a block of a page whose Markdown begins after line `page.line` of its file.

    What is wrong is placed in the page's file; a block that cannot be read is empty.
    """
    if found := UNPRINTABLE.search(fence.text):
        return {}, _placed((unprintable(found[0], Place(path=page.path, line=1)),), fence, page)
    tree = read_tree(fence.text, page.path)
    if not isinstance(tree, Tree):
        return {}, _placed(tree, fence, page)
    texts = {key: value for key, value in tree.value.items() if isinstance(value, str)}
    wrong = tuple(
        Problem(
            place=Place(path=page.path, line=tree.spot.at(key).line, column=tree.spot.at(key).column),
            code="wrong-type",
            field=key,
            message="This is not a text.",
            remedy="Write an id or a word, in quotes if need be.",
        )
        for key in tree.value
        if key not in texts
    )
    return texts, _placed((*tree.problems, *wrong), fence, page)


def _placed(problems: tuple[Problem, ...], fence: Fence, page: Place) -> tuple[Problem, ...]:
    above = page.line + fence.line - 1
    return tuple(_moved(problem, above) for problem in problems)


def _moved(problem: Problem, lines: int) -> Problem:
    return replace(problem, place=replace(problem.place, line=problem.place.line + lines))
