"""Stand-off files in the form of PolNeAR."""

from pathlib import Path

from onrecord.cli.standoff import Folder, standoff
from onrecord.model.attribution import Attribution
from onrecord.model.report import Report

TEXT = "The keeper said\nthat lamps burn, and boats sail."


def test_one_attribution_is_three_spans_a_trigger_and_an_event() -> None:
    found = Attribution(((0, 10),), ((11, 15),), ((16, 31), (33, 47)))
    assert standoff(TEXT, [found]).splitlines() == [
        "T1\tSource 0 10\tThe keeper",
        "T2\tCue 11 15\tsaid",
        "T3\tContent 16 31;33 47\tthat lamps burn and boats sail",
        "T4\tAttribution 11 15\tsaid",
        "E1\tAttribution:T4 Content:T3 Cue:T2 Source:T1",
    ]


def test_without_a_cue_the_content_is_the_trigger() -> None:
    assert (
        standoff(TEXT, [Attribution((), (), ((16, 31),))]).splitlines()[1] == "T2\tAttribution 16 31\tthat lamps burn"
    )


def test_names_of_reports_lead_nowhere_else(tmp_path: Path) -> None:
    folder = Folder(tmp_path / "out")
    for place, name in enumerate(["../../etc/passwd", "a/b\\c.txt", "https://x.test/?q=1", "", "same.txt", "same.txt"]):
        folder.write(Report(f"r-{place}", name, TEXT), [])
    written = sorted(path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*.txt"))
    assert len(written) == 6
    assert all(path.startswith("out/") and path.count("/") == 1 for path in written)
