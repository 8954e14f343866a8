"""From readings to the ledger as of a day: derived, disposable, and the same whatever order the reports came in."""

from collections.abc import Mapping, Sequence
from datetime import date

from onrecord.link.about import About
from onrecord.link.claims import link_claims
from onrecord.link.commitments import link_commitments
from onrecord.link.copies import NONE, find_copies
from onrecord.link.disputes import link_disputes
from onrecord.link.figures import link_figures
from onrecord.link.once import Once
from onrecord.link.renewed import Renewed
from onrecord.link.reports import Reports
from onrecord.link.scene import Scene
from onrecord.link.statements import Statements
from onrecord.link.talks import link_talks
from onrecord.link.versions import Versions
from onrecord.model.ledger import Ledger
from onrecord.model.period import Published
from onrecord.model.reading import Reading
from onrecord.model.report import Report
from onrecord.model.ties import UNDECIDED, Decided
from onrecord.resolve.actors import resolve_actors
from onrecord.resolve.printed import counted_from, printings
from onrecord.resolve.published import published_days

__all__ = ["link"]


def link(
    reports: Sequence[Report],
    readings: Sequence[Reading],
    *,
    day: date,
    decided: Decided = UNDECIDED,
    samples: Mapping[str, Sequence[int]] = NONE,
) -> Ledger:
    """The whole ledger as of `day`: days are worked out from all reports, records only from those published by then.

    `decided` is what people decided about which things are one and which are not; `samples` are those of reports' words
    that were taken before (`onrecord.link.copies.sampled`).
    """
    given, held = reports, Once()
    held.renew({report.id: report for report in reports})
    reports = [*held.kept.values()]
    published = published_days(reports, readings)
    counted = [report for report in reports if _counts(published[report.id], day)]
    scene = _scene(counted, readings, published, decided)
    made = Statements()
    made.renew(scene, scene.readings)
    statements = tuple(one for report in scene.in_order() for one in made.by_report[report.report])
    talks = link_talks(scene)
    commitments = link_commitments(scene, statements, talks, day=day)
    figures = link_figures(scene)
    disputes = link_disputes(scene)
    copies = find_copies(scene, samples)
    claims = link_claims(scene, statements, disputes, copies)
    versions, about, records = Versions(), About(), Reports()
    versions.renew(scene, scene.reports)
    changed = (Renewed(frozenset(), {one.id: one for one in some}) for some in (commitments, figures, disputes))
    about.renew(made.by_report, scene.readings, *changed)
    records.renew(scene, scene.reports, copies, versions.of)
    return Ledger(
        day=day,
        reports=tuple(records.records[name] for name in sorted(records.records)),
        actors=tuple(sorted(scene.actors.values(), key=lambda actor: actor.id)),
        statements=tuple(about.records[name] for name in sorted(about.records)),
        talks=talks,
        commitments=commitments,
        figures=tuple(sorted(figures, key=lambda record: record.id)),
        disputes=disputes,
        claims=claims,
        later=sum(not _counts(published.get(report.id, report.published), day) for report in given),
    )


def _counts(published: Published, day: date) -> bool:
    last = published.end or published.start
    return last is None or last <= day


def _scene(
    counted: Sequence[Report], readings: Sequence[Reading], published: Mapping[str, Published], decided: Decided
) -> Scene:
    ids = {report.id for report in counted}
    kept = [reading for reading in readings if reading.report in ids]
    actors, home = resolve_actors(kept, published=published, decided=decided)
    first = counted_from(printings(counted, kept, published))
    by_id = {report.id: report for report in counted}
    read = {reading.report: reading for reading in kept}
    return Scene(by_id, read, published, {actor.id: actor for actor in actors}, home, decided, first)
