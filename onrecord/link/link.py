"""From readings to the ledger as of a day: derived, disposable, and the same whatever order the reports came in."""

from collections.abc import Mapping, Sequence
from datetime import date

from onrecord.link.about import with_about
from onrecord.link.claims import link_claims
from onrecord.link.commitments import link_commitments
from onrecord.link.copies import NONE, find_copies
from onrecord.link.disputes import link_disputes
from onrecord.link.figures import link_figures
from onrecord.link.places import once
from onrecord.link.scene import Scene
from onrecord.link.statements import link_statements
from onrecord.link.talks import link_talks
from onrecord.link.versions import find_versions
from onrecord.model.ledger import Ledger
from onrecord.model.period import Published
from onrecord.model.reading import Reading, TimeExpression
from onrecord.model.records import ReportRecord
from onrecord.model.report import Report
from onrecord.model.ties import UNDECIDED, Decided
from onrecord.resolve.actors import resolve_actors
from onrecord.resolve.printed import counted_from, printings
from onrecord.resolve.published import published_days
from onrecord.resolve.published_reasons import day_reasons

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
    given, reports = reports, once(reports)
    published = published_days(reports, readings)
    counted = [report for report in reports if _counts(published[report.id], day)]
    scene = _scene(counted, readings, published, decided)
    statements = link_statements(scene)
    talks = link_talks(scene)
    commitments = link_commitments(scene, statements, talks, day=day)
    figures = link_figures(scene)
    disputes = link_disputes(scene)
    copies = find_copies(scene, samples)
    claims = link_claims(scene, statements, disputes, copies)
    agencies = {report: reading.agencies for report, reading in scene.readings.items()}
    times = {report: reading.times for report, reading in scene.readings.items()}
    versions = find_versions(scene)
    return Ledger(
        day=day,
        reports=tuple(
            _report(scene, report, copies, agencies, times, versions)
            for report in sorted(counted, key=lambda report: report.id)
        ),
        actors=tuple(sorted(scene.actors.values(), key=lambda actor: actor.id)),
        statements=tuple(sorted(with_about(statements, commitments, figures, disputes), key=lambda record: record.id)),
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


def _report(
    scene: Scene,
    report: Report,
    copies: Mapping[str, str],
    agencies: Mapping[str, tuple[str, ...]],
    times: Mapping[str, tuple[TimeExpression, ...]],
    versions: Mapping[str, str],
) -> ReportRecord:
    decided = scene.decided
    reasons = day_reasons(report, scene.published[report.id], times.get(report.id, ()))
    return ReportRecord(
        id=report.id,
        name=report.name,
        outlet=report.outlet,
        title=report.title,
        agencies=tuple(dict.fromkeys((*report.agencies, *agencies.get(report.id, ())))),
        published=scene.published[report.id],
        language=report.language,
        text=report.text,
        furniture=report.furniture,
        copies_of=copies.get(report.id),
        url=report.url,
        byline=report.byline,
        updated=report.updated,
        seen=report.seen,
        version_of=versions.get(report.id),
        why=(*decided.reports.get(report.id, ()), *reasons[report.id in decided.dated :]),
    )
