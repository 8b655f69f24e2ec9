"""Circles among records that point to each other."""

from collections.abc import Iterable, Iterator, Mapping

_MOST = 20


def circles(links: Mapping[str, Iterable[str]]) -> Iterator[tuple[str, ...]]:
    """Each circle as the ids along it; without the link from its last id to its first it is open.

    A circle begins with the id that is met first, in the order of `links`.
    """
    done: set[str] = set()
    for start in links:
        if start not in done:
            yield from _from(start, links, done)


def way(around: tuple[str, ...]) -> str:
    """A circle in words, from its first id back to it; a long one is cut."""
    shown = around if len(around) <= _MOST else (*around[:_MOST], "...")
    return " > ".join((*shown, around[0]))


def _from(start: str, links: Mapping[str, Iterable[str]], done: set[str]) -> Iterator[tuple[str, ...]]:
    path = {start: iter(links[start])}
    while path:
        here, ahead = next(reversed(path.items()))
        to = next(ahead, None)
        if to is None:
            del path[here]
            done.add(here)
        elif to in path:
            passed = list(path)
            yield tuple(passed[passed.index(to) :])
        elif to not in done and to in links:
            path[to] = iter(links[to])
