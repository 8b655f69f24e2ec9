"""What reading records costs: ours, with places and checks, against PyYAML's C loader without either."""

import time
from collections.abc import Callable

import yaml

from shared_vision.load.record.records import load_records

COUNT = 1000
GOAL = b"""title: Fewer complaints
why: People should not have to complain to be heard.
status: agreed
due: 2027-12-31
kpis:
  - complaints-per-1000
  - {id: first-contact, weight: 2}
body: |
  Half of the complaints are about waiting. We count them in the same way, in all seven
  organisations, and look at them together every month.
"""


def cpu(work: Callable[[], object]) -> float:
    """CPU seconds of the best of three."""
    spent = []
    for _ in range(3):
        start = time.process_time()
        work()
        spent.append(time.process_time() - start)
    return min(spent)


def main() -> None:
    sources = {f"vision/goals/goal-{number}.yml": GOAL for number in range(COUNT)}
    ours = cpu(lambda: load_records(sources))
    peer = cpu(lambda: [yaml.load(text, Loader=yaml.CSafeLoader) for text in sources.values()])
    print(f"a record, read and checked:   {ours / COUNT * 1000:.3f} ms of CPU")
    print(f"PyYAML's CSafeLoader, no check: {peer / COUNT * 1000:.3f} ms of CPU")
    print(f"ratio:                        {ours / peer:.2f}")


if __name__ == "__main__":
    main()
