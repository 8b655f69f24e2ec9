"""Every case there is."""

from adversary import (
    archives,
    commits,
    links,
    names,
    numbers,
    pages,
    sizes,
    surveys,
    tables,
    texts,
    yaml_texts,
)
from adversary.case import Case

CASES: tuple[Case, ...] = tuple(
    case
    for group in (yaml_texts, names, tables, archives, texts, numbers, surveys, commits, pages, links, sizes)
    for case in group.CASES
)
