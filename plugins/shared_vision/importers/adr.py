"""From decision records in Markdown to decisions."""

from collections.abc import Iterator, Mapping, Sequence

from shared_vision.importers.adr_decision import changes, decision
from shared_vision.importers.adr_ids import decision_ids, replaced_records
from shared_vision.importers.adr_links import point_links
from shared_vision.importers.adr_source import Source, read_source
from shared_vision.importers.imported import Imported, LeftOut
from shared_vision.importers.record_yaml import Record, write_record
from shared_vision.importers.short import shorten

_VISION: Record = {"title": "Decisions", "statement": "What was decided, and why."}


def import_adr(sources: Mapping[str, bytes], dates: Mapping[str, str] | None = None) -> Imported:
    """A decision for each record in Nygard's or the MADR form.

    `dates` may give a day by path, e.g. that of the file's first commit, for records without a date.
    """
    known = dates or {}
    read = [read_source(path, sources[path]) for path in sorted(sources)]
    records = [source for source in read if isinstance(source, Source)]
    left_out = [source for source in read if isinstance(source, LeftOut)]
    ids = decision_ids(records)
    replaced, unknown = replaced_records(records)
    left_out += [*unknown, *_not_shown(records)]
    files = {"vision/vision.yml": write_record(_VISION)}
    for record in records:
        path, dead = record.path, dict[str, None]()

        def point(text: str, path: str = path, dead: dict[str, None] = dead) -> str:
            return point_links(text, path, ids, dead.setdefault)

        supersedes = tuple(ids[other] for other in replaced.get(path, ()))
        made = decision(record, known.get(path, ""), supersedes, point)
        files[f"vision/decisions/{ids[path]}.yml"] = write_record(made)
        left_out += [*changes(record, known.get(path, "")), *_dead_links(path, dead)]
    return Imported(files=dict(sorted(files.items())), left_out=tuple(sorted(left_out)))


def _dead_links(path: str, dead: Mapping[str, None]) -> Iterator[LeftOut]:
    for target in dead:
        reason = "It leads to a file that is no record; its words stay, with the path beside them."
        yield LeftOut(path=path, what=f"the link to {shorten(target, 100)}", reason=reason)


def _not_shown(records: Sequence[Source]) -> Iterator[LeftOut]:
    """Settings in the front matter, once for all records that have them."""
    for key in sorted({key for record in records for key in record.parsed.unused}):
        having = [record.path for record in records if key in record.parsed.unused]
        reason = (
            f"It is for the source's own site or editors, not for readers ({len(having)} records have it)."
        )
        yield LeftOut(path=having[0], what=key, reason=reason)
