"""Merging and splitting: what people say is one is one, what they say is two is two, whatever the order of reports."""

from collections.abc import Callable
from itertools import permutations
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.errors import UsageError
from onrecord.link.clusters import Held, cluster
from onrecord.link.link import link
from onrecord.model.reading import Voice
from onrecord.model.records import Talk
from onrecord.model.ties import Key, Tie, Ties
from onrecord.review import Proposal, Wish, decided, queue, withdraw
from onrecord.review.apply import apply
from onrecord.review.tying import Drawn, ties_of
from tests.link.world import HOLT, LEIR, VINT, Written
from tests.review.world import DAY, ORO, Desk, dam, denial, visit


def mentions(talks: tuple[Talk, ...]) -> set[frozenset[str]]:
    return {frozenset(mention.report for mention in talk.mentions) for talk in talks}


def test_a_split_talk_is_two_and_a_merged_one_is_one_again() -> None:
    desk = Desk(dam(), denial(), visit())
    (talk,) = [talk for talk in desk.ledger.talks if len(talk.mentions) == 2]
    desk.decide(Proposal("split", talk.id, part=("r-denial",)))
    assert mentions(desk.ledger.talks) == {frozenset({"r-dam"}), frozenset({"r-denial"}), frozenset({"r-visit"})}
    by_report = {talk.mentions[0].report: talk.id for talk in desk.ledger.talks}
    desk.decide(Proposal("merge", by_report["r-denial"], others=(by_report["r-visit"],)))
    assert mentions(desk.ledger.talks) == {frozenset({"r-dam"}), frozenset({"r-denial", "r-visit"})}
    desk.decide(Proposal("merge", by_report["r-dam"], others=(by_report["r-denial"],)))
    assert mentions(desk.ledger.talks) == {frozenset({"r-dam", "r-denial", "r-visit"})}


def test_commitments_and_disputes_are_split_and_merged() -> None:
    page = Written("again", DAY.replace(month=5, day=4), "Basin Post")
    page.dispute("the gates are shut", VINT, LEIR)
    desk = Desk(dam(), denial(), page)
    for family, report in (("commitments", "r-denial"), ("disputes", "r-again")):
        (whole,) = getattr(desk.ledger, family)
        assert len(whole.mentions) == 2
        desk.decide(Proposal("split", whole.id, part=(report,)))
        one, other = getattr(desk.ledger, family)
        assert {m.report for m in one.mentions} != {m.report for m in other.mentions}
        desk.decide(Proposal("merge", one.id, others=(other.id,)))
        (again,) = getattr(desk.ledger, family)
        assert len(again.mentions) == 2


def test_claims_are_made_and_unmade() -> None:
    one, other = (Written(name, DAY.replace(month=5, day=n), name.title()) for n, name in ((1, "one"), (2, "other")))
    one.statement(VINT, "that eleven lorries crossed the bridge at dawn")
    other.statement(LEIR, "that eleven lorries crossed the bridge at dawn")
    desk = Desk(one, other, visit())
    (claim,) = desk.ledger.claims
    desk.decide(Proposal("split", claim.id, part=(claim.statements[1],)))
    assert desk.ledger.claims == ()
    desk = Desk(one, other, visit())
    desk.decide(Proposal("reject", desk.ledger.claims[0].id))
    assert desk.ledger.claims == ()
    desk = Desk(one, other, visit())
    (claim,) = desk.ledger.claims
    desk.decide(Proposal("accept", claim.id))
    assert desk.ledger.claims[0].why[0].startswith(f"accepted by {ORO}")
    assert decided(desk.ledger, claim.id)


def test_two_actors_become_one_with_all_that_hangs_on_them() -> None:
    desk = Desk(dam(), denial(), visit())
    leir, holt = desk.actor("Ansa Leir"), desk.actor("Edvar Holt")
    desk.decide(Proposal("merge", holt.id, others=(leir.id,)))
    (one,) = [actor for actor in desk.ledger.actors if any("merged by" in why for why in actor.why)]
    assert {"Ansa Leir", "Edvar Holt"} <= {one.name, *one.aliases}
    assert {desk.said("nobody believes").source, desk.said("visit was useful").source} == {one.id}


def test_an_unnamed_source_can_turn_out_to_be_somebody() -> None:
    page = visit()
    official = Voice("a senior official", "person", "Tessmark", named=False)
    page.statement(official, "that rain is coming")
    desk = Desk(dam(), page)
    desk.decide(Proposal("merge", desk.actor("a senior official").id, others=(desk.actor("Edvar Holt").id,)))
    holt = desk.actor("Edvar Holt")
    assert desk.said("rain is coming").source == holt.id
    assert "a senior official" in holt.aliases
    assert "described, not named, in one report" not in holt.why


def test_one_actor_becomes_two_of_the_same_name() -> None:
    desk = Desk(dam(), denial(), visit())
    vint = desk.actor("Mara Vint")
    desk.decide(Proposal("split", vint.id, part=("r-visit",)))
    one, other = [actor for actor in desk.ledger.actors if actor.name == "Mara Vint"]
    parties = {talk.mentions[0].report: set(talk.parties) for talk in desk.ledger.talks}
    assert not parties["r-visit"] & parties["r-dam"] & {one.id, other.id}
    assert vint.id in (one.id, other.id)
    assert all(any("split by" in why for why in actor.why) for actor in (one, other))


def test_a_name_comes_out_of_an_actor_also_where_a_later_report_has_it() -> None:
    pages = [dam(), visit()]
    works = Voice("the Vint Works", "organisation", "Orlavia")
    for page in pages:
        page.statement(works, f"that turbines turn in {page.name}")
    desk = Desk(*pages)
    desk.decide(Proposal("merge", desk.actor("Mara Vint").id, others=(desk.actor("the Vint Works").id,)))
    (vint,) = [actor for actor in desk.ledger.actors if "the Vint Works" in (actor.name, *actor.aliases)]
    desk.decide(Proposal("split", vint.id, part=("the Vint Works",)))
    later = Written("later", DAY.replace(month=5, day=20), "Basin Post")
    later.statement(works, "that turbines stand still")
    desk.store.enter(later.report(), later.reading())
    firm = desk.said("turbines stand still").source
    assert firm == desk.said("turbines turn in dam").source
    assert firm != desk.actor("Mara Vint").id


def test_actors_that_are_accepted_as_two_are_off_the_list_and_never_joined() -> None:
    page = visit()
    for voice, words in (
        (Voice("Holt", "person"), "that it rains"),
        (Voice("Holt", "person", "Orlavia"), "that it snows"),
    ):
        page.statement(voice, words)
        page.mentioned(voice, "Holt")
    desk = Desk(dam(), page)
    pairs = [item for item in queue(desk.ledger) if item.other]
    assert pairs
    for pair in pairs:
        assert pair.other is not None
        desk.decide(Proposal("accept", pair.record, others=(pair.other,)))
    assert [item for item in queue(desk.ledger) if item.other] == []


@pytest.mark.parametrize(
    ("proposal", "complaint"),
    [
        (Proposal("merge", "t-", others=("t-",)), "one record alone"),
        (Proposal("merge", "t-", others=("c-",)), "cannot be one"),
        (Proposal("merge", "s-", others=("s-",)), "a statement cannot be merged"),
        (Proposal("split", "t-"), "nothing is to be taken out"),
        (Proposal("split", "t-", part=("r-nowhere",)), "nothing of it is r-nowhere"),
        (Proposal("split", "t-", part=("r-visit",)), "nothing would be left without"),
        (Proposal("split", "a-", part=("Nobody",)), "is not called Nobody"),
        (Proposal("reject", "r-"), "a report cannot be rejected"),
        (Proposal("accept", "t-", wishes=(Wish("status", ("held",)),)), "only a correction sets fields"),
        (Proposal("correct", "t-"), "nothing is to be corrected"),
        (Proposal("add", "r-"), "what is to be added"),
        (Proposal("add", "t-", kind="talk"), "is no report"),
        (Proposal("add", "r-", kind="talk"), "a talk needs parties, evidence"),
    ],
    ids=lambda value: value if isinstance(value, str) else value.decision,
)
def test_joins_that_cannot_be_meant_are_told_in_a_line(proposal: Proposal, complaint: str) -> None:
    page = visit()
    page.statements, page.voices = page.statements[:1], page.voices
    page.commitment(VINT, "shut the gates")
    desk = Desk(page)
    ledger = desk.ledger
    whole = {
        "t-": ledger.talks[0].id,
        "c-": ledger.commitments[0].id,
        "s-": ledger.statements[0].id,
        "a-": desk.actor("Mara Vint").id,
        "r-": page.id,
    }
    asked = Proposal(
        proposal.decision,
        whole[proposal.about],
        proposal.wishes,
        tuple(whole[other] for other in proposal.others),
        proposal.part,
        kind=proposal.kind,
    )
    with pytest.raises(UsageError, match=complaint):
        desk.decide(asked)
    assert desk.store.judgements() == ()


@pytest.mark.parametrize("order", list(permutations(range(3))))
def test_decisions_come_to_the_same_whatever_order_the_reports_came_in(order: tuple[int, ...]) -> None:
    pages = [dam(), denial(), visit()]
    desk = Desk(*pages)
    (talk,) = [talk for talk in desk.ledger.talks if len(talk.mentions) == 2]
    desk.decide(Proposal("split", talk.id, part=("r-denial",)))
    desk.decide(Proposal("split", desk.actor("Mara Vint").id, part=("r-visit",)))
    desk.decide(Proposal("merge", desk.actor("Ansa Leir").id, others=(desk.actor("Edvar Holt").id,)))
    held = [(pages[n].report(), pages[n].reading()) for n in order]
    applied = apply(held, reversed(desk.store.judgements()))
    assert link(applied.reports, applied.readings, day=DAY, decided=applied.decided) == desk.bare


def test_taking_decisions_back_brings_back_the_very_ledger() -> None:
    desk = Desk(dam(), denial(), visit())
    before = desk.ledger
    (talk,) = [talk for talk in before.talks if len(talk.mentions) == 2]
    desk.decide(Proposal("merge", desk.actor("Ansa Leir").id, others=(desk.actor("Edvar Holt").id,)))
    desk.decide(Proposal("split", talk.id, part=("r-denial",)))
    desk.correct(desk.said("gates will open").id, Wish("source", ("Ansa Leir",)), Wish("act", ("deny",)))
    desk.decide(Proposal("reject", desk.ledger.figures[0].id))
    assert desk.bare != before
    for row in desk.store.judgements():
        withdraw(desk.store, row.id, by=ORO)
    assert desk.ledger == before
    assert len(desk.store.withdrawn()) == 4


# What follows holds ties to their rules by themselves.

KEYS: list[Key] = [("r", number) for number in range(7)]
keys = st.sampled_from(KEYS)
merges = st.lists(keys, min_size=2, max_size=4, unique=True).map(lambda some: (False, {0: some}))
splits = st.lists(keys, min_size=2, max_size=5, unique=True).map(
    lambda some: (True, {0: some[: len(some) // 2], 1: some[len(some) // 2 :]})
)
tables = st.lists(st.one_of(merges, splits), max_size=6)


def drawn(table: list[tuple[bool, dict[int, list[Key]]]]) -> list[Drawn]:
    return [Drawn(split, parts, f"decision {n}") for n, (split, parts) in enumerate(table)]


def groups_of(ties: Ties) -> dict[Key, int]:
    """Which set each thing is in, worked out the long way."""
    home = {key: n for n, key in enumerate(KEYS)}
    for _ in KEYS:
        for tie in ties.together:
            low = min(home[tie.one], home[tie.other])
            home = {key: low if n in (home[tie.one], home[tie.other]) else n for key, n in home.items()}
    return home


@given(tables)
@settings(max_examples=200, deadline=None)
def test_ties_never_contradict_each_other_and_the_newest_decision_holds(
    table: list[tuple[bool, dict[int, list[Key]]]],
) -> None:
    ties = ties_of(drawn(table))
    home = groups_of(ties)
    assert all(home[tie.one] != home[tie.other] for tie in ties.apart)
    if table:
        split, parts = table[-1]
        for part in parts.values():
            assert len({home[key] for key in part}) == 1
        if split:
            assert home[parts[0][0]] != home[parts[1][0]]
            against = {frozenset({home[tie.one], home[tie.other]}) for tie in ties.apart}
            assert frozenset({home[parts[0][0]], home[parts[1][0]]}) in against


@given(tables, st.sets(keys))
@settings(max_examples=200, deadline=None)
def test_of_some_things_alone_the_ties_say_what_they_say_of_all(
    table: list[tuple[bool, dict[int, list[Key]]]], here: set[Key]
) -> None:
    ties = ties_of(drawn(table))
    some = ties.among(here)
    whole, part = groups_of(ties), groups_of(some)
    assert all({tie.one, tie.other} <= here for tie in (*some.together, *some.apart))
    for one in here:
        assert all((part[one] == part[other]) == (whole[one] == whole[other]) for other in here)
    against = {frozenset({whole[tie.one], whole[tie.other]}) for tie in ties.apart}
    kept = {frozenset({whole[tie.one], whole[tie.other]}) for tie in some.apart}
    present = {whole[key] for key in here}
    assert kept == {pair for pair in against if pair <= present}


@given(st.randoms(use_true_random=False), tables)
@settings(max_examples=100, deadline=None)
def test_clusters_heed_ties_and_come_out_the_same_in_any_order(
    random: Random, table: list[tuple[bool, dict[int, list[Key]]]]
) -> None:
    ties = ties_of(drawn(table))
    together = tuple((min(a.one[1], a.other[1]), max(a.one[1], a.other[1])) for a in ties.together)
    apart = frozenset((min(a.one[1], a.other[1]), max(a.one[1], a.other[1])) for a in ties.apart)
    pairs = [(random.random(), i, j) for i in range(7) for j in range(i + 1, 7) if random.random() < 0.5]
    vetoed = {(i, j) for _, i, j in pairs if random.random() < 0.3}

    def allowed(i: int, j: int) -> bool:
        return (min(i, j), max(i, j)) not in vetoed

    found = cluster(7, pairs, allowed, Held(together, apart))
    shuffled = random.sample(pairs, len(pairs))
    assert cluster(7, shuffled, allowed, Held(together[::-1], apart)) == found
    home = {i: n for n, group in enumerate(found) for i in group}
    assert all(home[i] == home[j] for i, j in together)
    assert all(home[i] != home[j] for i, j in apart)
    assert cluster(7, pairs, allowed) == cluster(7, pairs, allowed, Held())


def the_long_way(
    pairs: list[tuple[float, int, int]], allowed: Callable[[int, int], bool], held: Held
) -> list[list[int]]:
    """What clustering says of itself, without its short cuts: every pair of things asked, tied ones as one thing."""
    group = {i: {i} for i in range(7)}

    def join(i: int, j: int) -> None:
        whole = group[i] | group[j]
        for member in whole:
            group[member] = whole

    for i, j in held.together:
        join(i, j)
    one = {i: min(group[i]) for i in range(7)}
    for _, i, j in sorted(pairs, key=lambda pair: (-pair[0], pair[1], pair[2])):
        a, b = group[i], group[j]
        if a is b or any((min(x, y), max(x, y)) in held.apart for x in a for y in b):
            continue
        agree: dict[tuple[int, int], bool] = {}
        for x in a:
            for y in b:
                agree[one[x], one[y]] = agree.get((one[x], one[y]), False) or allowed(x, y)
        if all(agree.values()):
            join(i, j)
    return sorted(sorted(members) for members in {min(those): those for those in group.values()}.values())


@given(st.randoms(use_true_random=False), tables, st.booleans())
@settings(max_examples=300, deadline=None)
def test_what_looks_alike_is_asked_once_and_comes_out_as_if_all_were_asked(
    random: Random, table: list[tuple[bool, dict[int, list[Key]]]], apart_only: bool
) -> None:
    ties = ties_of(drawn([row for row in table if row[0] or not apart_only]))
    numbered = [
        tuple((min(a.one[1], a.other[1]), max(a.one[1], a.other[1])) for a in some)
        for some in (ties.together, ties.apart)
    ]
    held = Held(numbered[0], frozenset(numbered[1]))
    faces = [random.randrange(3) for _ in range(7)]
    against = {frozenset({random.randrange(3), random.randrange(3)}) for _ in range(2)}
    pairs = [(random.random(), i, j) for i in range(7) for j in range(i + 1, 7) if random.random() < 0.6]

    def allowed(i: int, j: int) -> bool:
        return frozenset({faces[i], faces[j]}) not in against

    expected = the_long_way(pairs, allowed, held)
    assert cluster(7, pairs, allowed, held, faces=faces) == expected
    assert cluster(7, pairs, allowed, held) == expected


def test_a_tie_reads_as_who_decided_it() -> None:
    ties = Ties((Tie(("r", 1), ("r", 2), "merged by X"),), (Tie(("r", 3), ("r", 1), "split by Y"),))
    assert ties.why([("r", 1)]) == ("merged by X", "split by Y")
    assert ties.why([("r", 2)]) == ("merged by X",)
    assert HOLT
