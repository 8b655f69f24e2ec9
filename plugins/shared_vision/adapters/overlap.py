"""What must not be written where the sources are."""

from pathlib import Path

from shared_vision.adapters.project import Project, ProjectError


def refuse_overlap(target: Path, project: Project, *others: Path) -> None:
    """Refuse to write where records, data or hand-written pages are: MkDocs empties the folder before.

    Raises:
        ProjectError: the target is one of these folders, or one lies in the other.
    """
    target, root = target.resolve(), project.root.resolve()
    sources = (root / project.vision_dir, root / project.data_dir, root / ".git", *others)
    for source in (source.resolve() for source in sources):
        if target == source or target in source.parents or source in target.parents:
            raise ProjectError(
                f"Nothing is written to {target}: {source.name}/ is kept there, or would be mixed with it. "
                "Choose another folder, e.g. site."
            )
