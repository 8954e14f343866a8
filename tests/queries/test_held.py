"""An index that remembers: the same answers as one that works everything out each time, whatever was asked before."""

from collections.abc import Callable, Sequence
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.brief.index import Index
from onrecord.errors import NotFound
from onrecord.export.rows import Record
from onrecord.ledger import open_ledger
from onrecord.model.ledger import Ledger
from onrecord.queries import chosen
from onrecord.queries.filters import Filters
from onrecord.queries.held import HeldIndex
from onrecord.viewing import ledger_as_of
from tests.cli.world import quarrel

Query = Callable[[Index, Filters], Sequence[Record]]
QUERIES: tuple[Query, ...] = (
    chosen.reports, chosen.actors, chosen.statements, chosen.talks, chosen.commitments, chosen.figures,
    chosen.disputes,
)  # fmt: skip
DAYS = st.none() | st.dates(date(2031, 2, 25), date(2031, 4, 2))
NAMES = st.sampled_from([None, "Ilse Brenn", "Oska", "Varnholt", "nobody at all"])
ABOUT = st.sampled_from([None, "keepers", "the light", "c-", "s-", "no such word", "Skerry withdraw", ""])


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Ledger:
    with open_ledger(str(quarrel(tmp_path_factory.mktemp("held") / "quarrel.db"))) as store:
        return ledger_as_of(store, date(2031, 3, 25))


@pytest.fixture(scope="module")
def remembering(ledger: Ledger) -> HeldIndex:
    return HeldIndex(ledger)


@given(
    query=st.sampled_from(QUERIES),
    by=NAMES,
    to=NAMES,
    about=ABOUT,
    since=DAYS,
    until=DAYS,
    act=st.sampled_from([(), ("deny",), ("promise", "doubt")]),
    status=st.sampled_from([(), ("held",), ("overdue", "planned")]),
)
def test_what_was_remembered_answers_as_what_is_worked_out(
    ledger: Ledger, remembering: HeldIndex, query: Query, **asked: object
) -> None:
    filters = Filters(**asked)  # type: ignore[arg-type]
    try:
        wanted = query(Index(ledger), filters)
    except NotFound:
        with pytest.raises(NotFound):
            query(remembering, filters)
        return
    assert query(remembering, filters) == wanted


def test_the_filters_find_something(remembering: HeldIndex) -> None:
    assert len(chosen.statements(remembering)) == 5
    assert len(chosen.statements(remembering, Filters(about="keepers"))) == 1
    assert len(chosen.statements(remembering, Filters(act=("deny",)))) == 1
    assert len(chosen.talks(remembering, Filters(by="Oska", status=("planned",)))) == 1
