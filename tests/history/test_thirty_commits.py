"""A repository of thirty commits, and exactly what the site says of them."""

from small_repository import Repository, told

KPI = """title: Complaints
unit: per 1,000
direction: decrease
owner: northgate
frequency: monthly
target: {date: 2027-12-31, value: 25}
"""
GOAL = "title: Fewer complaints\nowner: northgate\nstatus: agreed\nkpis: [complaints]\n"
DECISION = (
    "title: Aim for 20\ndate: 2026-03-02\nstatus: proposed\naffects: [kpis/complaints]\n"
    "decision: We aim for 20.\n"
)


def written(repository: Repository) -> None:
    """Thirty commits: renames, a merge, a revert, a broken version, a rewritten data file, odd edits."""
    step, edit = repository.commit, repository.edit
    repository.write({"vision/vision.yml": "title: Small\nstatement: Everybody is heard within two days.\n"})
    step()  # 1
    repository.write(
        {
            "vision/partners/northgate.yml": "title: Northgate Council\ndomains: [northgate.example]\n",
            "vision/partners/east-clinic.yml": (
                "title: East Clinic\ndomains: [clinic.example, east-clinic.example]\n"
            ),
        }
    )
    step()  # 2
    repository.write({"vision/kpis/complaints.yml": KPI})
    step()  # 3
    repository.write({"vision/goals/fewer-complaints.yml": GOAL})
    step(by="mail.east-clinic")  # 4, from a domain below the partner's
    repository.write({"kpi_data/complaints.csv": "date,value\n2026-01,34\n"})
    step(by="stranger")  # 5
    repository.write({"kpi_data/complaints.csv": "date,value\n2026-01,34\n2026-02,30\n"})
    step()  # 6
    edit("vision/kpis/complaints.yml", "owner: northgate", "owner: east-clinic")
    step()  # 7
    edit("vision/vision.yml", "within two days", "on the same day")
    step(by="east-clinic")  # 8
    repository.write({"vision/decisions/aim-for-20.yml": DECISION})
    step()  # 9
    repository.git("checkout", "-q", "-b", "proposal")
    edit("vision/decisions/aim-for-20.yml", "proposed", "accepted")
    step(by="east-clinic")  # 10
    edit("vision/kpis/complaints.yml", "value: 25", "value: 20")
    step(by="east-clinic")  # 11
    repository.git("checkout", "-q", "main")
    repository.write({"README.md": "# Nothing of the vision\n"})
    step()  # 12
    repository.merge("proposal")  # 13
    repository.git("mv", "vision/goals/fewer-complaints.yml", "vision/goals/less-to-complain.yml")
    step()  # 14
    repository.git("mv", "vision/kpis/complaints.yml", "vision/kpis/grievances.yml")
    repository.git("mv", "kpi_data/complaints.csv", "kpi_data/grievances.csv")
    edit("vision/kpis/grievances.yml", "title: Complaints", "title: Grievances")
    edit("vision/goals/less-to-complain.yml", "kpis: [complaints]", "kpis: [grievances]")
    edit("vision/decisions/aim-for-20.yml", "kpis/complaints", "kpis/grievances")
    step()  # 15
    _written_later(repository)


def _written_later(repository: Repository) -> None:
    step, edit = repository.commit, repository.edit
    edit("vision/goals/less-to-complain.yml", "status: agreed", "status: agreed\ndue: 2027-12-31")
    step()  # 16
    edit("vision/goals/less-to-complain.yml", "due: 2027-12-31", "due: tomorrow")
    step()  # 17, broken
    edit("vision/goals/less-to-complain.yml", "owner: northgate", "owner: [")
    step()  # 18, broken still
    edit("vision/goals/less-to-complain.yml", "due: tomorrow", "due: 2028-06-30")
    edit("vision/goals/less-to-complain.yml", "owner: [", "owner: northgate")
    step()  # 19
    edit("vision/kpis/grievances.yml", "value: 20", "value: 22")
    step("A better figure\n\nDecision: aim-for-20\nDecision: no-such-decision\n")  # 20
    repository.git("revert", "--no-edit", "HEAD")

    # 21 is the revert
    repository.write({"kpi_data/grievances.csv": "date,value\n2026-01,36\n2026-03,28\n"})
    step()  # 22, rewritten
    edit("vision/kpis/grievances.yml", "frequency: monthly", "frequency: monthly # as agreed")
    step()  # 23, only a comment
    repository.write({"vision/initiatives/calls.yml": "title: Call back\ngoals: [less-to-complain]\n"})
    step()  # 24
    repository.write({"vision/initiatives/calls.yml": None})
    step()  # 25
    edit(
        "vision/decisions/aim-for-20.yml",
        "decision: We",
        "positions:\n  - {partner: east-clinic, position: object, comment: No.}\ndecision: We",
    )
    step()  # 26
    edit("vision/decisions/aim-for-20.yml", "position: object, comment: No.", "position: consent")
    step()  # 27
    edit(
        "vision/goals/less-to-complain.yml",
        "owner: northgate",
        "owner: northgate\nsigned: [{partner: east-clinic, on: 2026-03-01}]",
    )
    step()  # 28
    edit("vision/kpis/grievances.yml", "target: {date: 2027-12-31, value: 20}\n", "")
    step()  # 29
    edit("vision/vision.yml", "title: Small", "title: {en: Small, fr: Petit}")
    step()  # 30


def test_the_history_says_exactly_what_happened(repository: Repository) -> None:
    written(repository)
    assert repository.git("rev-list", "--count", "HEAD") == "30"
    story = repository.story()
    assert [line.replace("\xa0", " ") for line in told(story)] == [
        "northgate: New: Vision: *Small*",
        "northgate: New: Partner: *East Clinic*",
        "northgate: New: Partner: *Northgate Council*",
        "northgate: New: KPI: *Grievances*",
        "east-clinic: New: Goal: *Fewer complaints*",
        "somebody: 1 new value of *Grievances*: Jan 2026",
        "northgate: 1 new value of *Grievances*: Feb 2026",
        "northgate: Owner of *Grievances* changed from Northgate Council to East Clinic",
        (
            "east-clinic: Wording of *Small* changed: "
            "Everybody is heard [-within two days.-] {+on the same day.+}"
        ),
        "northgate: New: Decision: *Aim for 20*",
        "east-clinic: Status of *Aim for 20* changed from Proposed to Accepted",
        "east-clinic: Target of *Grievances* lowered from 25 to 20 <- aim-for-20",
        "northgate: *Fewer complaints* was called fewer-complaints before",
        "northgate: *Grievances* was called complaints before",
        "northgate: Title of *Grievances* changed from Complaints to Grievances",
        "northgate: Due date of *Fewer complaints* set to 31 Dec 2027",
        "northgate: Not readable from here on: Goal: *Fewer complaints*",
        "northgate: Due date of *Fewer complaints* changed from 31 Dec 2027 to 30 Jun 2028",
        "northgate: Target of *Grievances* raised from 20 to 22 <- aim-for-20",
        "northgate: Target of *Grievances* lowered from 22 to 20",
        "northgate: 1 value of *Grievances* is no longer there: Feb 2026",
        "northgate: *Grievances*, Jan 2026: revised from 34 to 36",
        "northgate: 1 new value of *Grievances*: Mar 2026",
        "northgate: New: Initiative: *Call back*",
        "northgate: Taken away: Initiative: *Call back*",
        "northgate: East Clinic on *Aim for 20*: Objects",
        "northgate: East Clinic on *Aim for 20*: Consents",
        "northgate: East Clinic agreed to *Fewer complaints*",
        "northgate: Target date of *Grievances* taken away, it was 31 Dec 2027",
        "northgate: Target of *Grievances* taken away, it was 20",
        "northgate: Title (French) of *Small* set to Petit",
    ]
    assert (story.gap, story.unreadable) == (None, 2)
