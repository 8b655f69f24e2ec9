"""Real git repositories for tests, made commit by commit."""

import os
import subprocess
from collections.abc import Mapping
from pathlib import Path

from shared_vision.adapters.project import Project
from shared_vision.history.tell import tell_story
from shared_vision.model.document import titles
from shared_vision.model.told import Mark, Story, shown
from shared_vision.model.wording import Wording

SIGNS = {Mark.NAME: ("*", "*"), Mark.GONE: ("[-", "-]"), Mark.COME: ("{+", "+}")}


class Repository:
    """A vision's repository; each commit is an hour after the one before."""

    def __init__(self, root: Path) -> None:
        self.root, self._hours = root, 0
        self.git("init", "-q", "-b", "main")

    def git(self, *arguments: str, by: str = "northgate") -> str:
        day, hour = divmod(self._hours, 24)
        when = f"2026-03-{day + 1:02d}T{hour:02d}:00:00+00:00"
        who = {"NAME": by, "EMAIL": f"{by}@{by}.example", "DATE": when}
        named = {f"GIT_{role}_{key}": value for role in ("AUTHOR", "COMMITTER") for key, value in who.items()}
        clean = {key: value for key, value in os.environ.items() if not key.startswith("GIT_")}
        done = subprocess.run(
            ["git", "-c", "commit.gpgsign=false", *arguments],
            cwd=self.root,
            env={**clean, **named, "GIT_CONFIG_GLOBAL": os.devnull},
            capture_output=True,
            text=True,
            check=True,
        )
        return done.stdout.strip()

    def write(self, files: Mapping[str, str | None]) -> None:
        """Write files, or take them away (None)."""
        for path, text in files.items():
            file = self.root / path
            if text is None:
                file.unlink()
            else:
                file.parent.mkdir(parents=True, exist_ok=True)
                file.write_text(text, encoding="utf-8")

    def edit(self, path: str, old: str, new: str) -> None:
        """Put other words into a file."""
        text = (self.root / path).read_text(encoding="utf-8")
        assert text.count(old) == 1
        self.write({path: text.replace(old, new)})

    def commit(self, message: str = "A step", by: str = "northgate") -> str:
        """Commit everything; its name."""
        self._hours += 1
        self.git("add", "-A")
        self.git("commit", "-q", "-m", message, by=by)
        return self.git("rev-parse", "HEAD")

    def merge(self, branch: str, by: str = "northgate") -> None:
        """Merge a branch, which is no more then."""
        self._hours += 1
        self.git("merge", "-q", "--no-ff", "-m", f"Merge {branch}", branch, by=by)

    def story(self) -> Story:
        """What the site tells of the past."""
        project = Project.find(self.root)
        document = project.read()
        return tell_story(project.recall(document), titles(document), Wording())


def told(story: Story) -> list[str]:
    """A story as plain lines, the oldest first: who; what, with names in stars; because of which decision."""
    return [
        f"{', '.join(telling.partners) or 'somebody'}: {shown(line.text, str, SIGNS)}"
        + (f" <- {', '.join(line.decisions)}" if line.decisions else "")
        for telling in reversed(story.tellings)
        for line in telling.lines
    ]
