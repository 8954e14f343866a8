"""Statements: one for each source and cue, with the words as the report has them, and thoughts left out."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.extract.page import Page
from onrecord.extract.statements.find import find_statements
from onrecord.extract.voices.find import find_voices
from onrecord.model.attribution import Attribution
from onrecord.model.reading import FoundStatement, TimeExpression
from tests.extract.trees import attribution, page

TOLD = (
    "Mara/NNP/3/nsubj/PERSON Vint/NNP/1/flat/-PERSON told/VBD/0/root Joren/NNP/3/iobj/PERSON "
    "Tal/NNP/4/flat/-PERSON on/IN/7/case "
    "Monday/NNP/3/obl that/IN/12/mark the/DT/10/det road/NN/12/nsubj was/VBD/12/cop open/JJ/3/ccomp _././3/punct"
)
QUOTED = (
    "“/``/5/punct _The/DT/3/det road/NN/5/nsubj is/VBZ/5/cop open/JJ/9/ccomp _,/,/5/punct _”/''/5/punct "
    "Vint/NNP/9/nsubj/PERSON "
    "said/VBD/0/root _././9/punct"
)
WRITTEN = (
    "In/IN/3/case a/DT/3/det letter/NN/10/obl to/IN/5/case Joren/NNP/3/nmod/PERSON Tal/NNP/5/flat/-PERSON _,/,/3/punct "
    "Mara/NNP/10/nsubj/PERSON Vint/NNP/8/flat/-PERSON said/VBD/0/root the/DT/12/det dam/NN/14/nsubj was/VBD/14/cop "
    "safe/JJ/10/ccomp _././10/punct"
)
QUOTED_ON = (
    "“/``/5/punct _The/DT/3/det bridge/NN/5/nsubj:pass is/VBZ/5/aux:pass closed/VBN/0/root _././5/punct _”/''/5/punct"
)
URGED = (
    "Vint/NNP/2/nsubj/PERSON urged/VBD/0/root both/DT/4/det sides/NNS/2/obj to/TO/6/mark meet/VB/2/xcomp _././2/punct"
)
PASSED_ON = (
    "The/DT/2/det road/NN/4/nsubj is/VBZ/4/cop open/JJ/8/ccomp _,/,/4/punct Ivo/NNP/8/nsubj/PERSON "
    "Tal/NNP/6/flat/-PERSON said/VBD/0/root "
    "_,/,/12/punct according/VBG/12/case to/TO/10/fixed Reuters/NNP/8/obl/ORG _././8/punct"
)


def statements(built: Page, *times: TimeExpression) -> tuple[FoundStatement, ...]:
    return find_statements(built, find_voices(built), times)


def only(built: Page, *times: TimeExpression) -> FoundStatement:
    (statement,) = statements(built, *times)
    return statement


def source(built: Page, statement: FoundStatement) -> str | None:
    found = find_voices(built).found
    return None if statement.source is None else found[statement.source].name


def read(sentence: str, said_by: str, cue: str, *content: str, confidence: float = 0.9) -> Page:
    """The page of one sentence with one attribution of it."""
    plain = page(sentence).text
    return page(sentence, attributions=(attribution(plain, said_by, cue, *content, confidence=confidence),))


def test_an_attribution_becomes_a_statement_that_begins_with_that_and_leaves_the_full_stop_out() -> None:
    built = read(TOLD, "Mara Vint", "told", "the road was open.")
    statement = only(built)
    assert [piece.exact for piece in statement.content] == ["that the road was open"]
    assert source(built, statement) == "Mara Vint"
    assert statement.cue is not None
    assert (statement.cue.exact, statement.mode) == ("told", "indirect")


def test_whom_it_was_told_and_on_which_day_stand_with_the_cue() -> None:
    built = read(TOLD, "Mara Vint", "told", "that the road was open")
    at = built.text.index("Monday")
    monday = TimeExpression(built.span(at, at + len("Monday")), "weekday:0")
    statement = only(built, monday)
    assert statement.addressee is not None
    assert find_voices(built).found[statement.addressee].name == "Joren Tal"
    assert statement.said == monday


def test_whom_a_letter_is_for_is_whom_it_was_told() -> None:
    built = read(WRITTEN, "Mara Vint", "said", "the dam was safe")
    told = only(built).addressee
    assert told is not None
    assert find_voices(built).found[told].name == "Joren Tal"
    spoken = read(WRITTEN.replace("letter", "suit"), "Mara Vint", "said", "the dam was safe")
    assert only(spoken).addressee is None


def test_a_day_inside_what_was_said_is_not_the_day_of_saying() -> None:
    sentence = TOLD.replace(
        "on/IN/7/case Monday/NNP/3/obl that/IN/12/mark", "that/IN/12/mark on/IN/8/case Monday/NNP/12/obl"
    )
    built = read(sentence, "Mara Vint", "told", "that on Monday the road was open")
    at = built.text.index("Monday")
    assert only(built, TimeExpression(built.span(at, at + 6), "weekday:0")).said is None


def test_a_quotation_keeps_its_marks_and_goes_on_behind_its_cue() -> None:
    built = page(QUOTED, QUOTED_ON)
    statement = only(built)
    assert [piece.exact for piece in statement.content] == ["“The road is open,”", "“The bridge is closed.”"]
    assert statement.mode == "direct"


def test_content_that_breaks_off_inside_a_quotation_is_made_whole() -> None:
    assert only(read(QUOTED, "Vint", "said", "“The road")).content[0].exact == "“The road is open,”"


def test_the_one_urged_is_not_part_of_what_was_urged() -> None:
    statement = only(read(URGED, "Vint", "urged", "both sides to meet"))
    assert ([piece.exact for piece in statement.content], statement.act) == (["to meet"], "appeal")


def test_who_passes_a_statement_on_comes_first_in_the_chain_and_makes_no_second_statement() -> None:
    built = read(PASSED_ON, "Ivo Tal", "said", "The road is open")
    statement = only(built)
    names = [find_voices(built).found[number].name for number in statement.chain]
    assert names == ["Reuters", "Ivo Tal"]


def test_joint_sources_make_one_statement_each() -> None:
    sentence = (
        "NATO/NNP/4/nsubj/ORG and/CC/3/cc Kenya/NNP/1/conj/LOC said/VBD/0/root the/DT/6/det road/NN/8/nsubj "
        "was/VBD/8/cop open/JJ/4/ccomp "
        "_././4/punct"
    )
    built = read(sentence, "NATO and Kenya", "said", "the road was open")
    assert {source(built, statement) for statement in statements(built)} == {"NATO", "Kenya"}


def test_a_hope_is_no_statement() -> None:
    sentence = "Vint/NNP/2/nsubj/PERSON hope/VBP/0/root that/IN/5/mark roads/NNS/5/nsubj open/VBP/2/ccomp _././2/punct"
    assert statements(read(sentence, "Vint", "hope", "that roads open")) == ()


@pytest.mark.parametrize(
    ("sentence", "content", "act"),
    [
        (TOLD, "that the road was open", "assert"),
        (URGED, "to meet", "appeal"),
        (
            "Vint/NNP/2/nsubj/PERSON denied/VBD/0/root the/DT/4/det plan/NN/2/obj _,/,/7/punct in/IN/7/case "
            "contrast/NN/2/obl to/TO/9/case "
            "Tal/NNP/7/nmod/PERSON _././2/punct",
            "the plan",
            "deny",
        ),
        (
            "Vint/NNP/2/nsubj/PERSON warned/VBD/0/root of/IN/4/case war/NN/2/obl _,/,/6/punct closed/VBD/2/conj "
            "the/DT/8/det border/NN/6/obj "
            "_././2/punct",
            "of war",
            "warn",
        ),
        (
            "Vint/NNP/2/nsubj/PERSON threatened/VBD/0/root to/TO/4/mark close/VB/2/xcomp the/DT/6/det "
            "strait/NN/4/obj _././2/punct",
            "to close the strait",
            "threaten",
        ),
        (
            "Kenya/NNP/3/nmod:poss/LOC _'s/POS/1/case pledge/NN/6/nsubj to/TO/5/mark leave/VB/3/acl "
            "pleased/VBD/0/root Vint/NNP/6/obj/PERSON "
            "_././6/punct",
            "to leave",
            "promise",
        ),
    ],
)
def test_what_grammar_shows_plainly_is_found_without_the_reader(sentence: str, content: str, act: str) -> None:
    statement = only(page(sentence))
    assert ([piece.exact for piece in statement.content], statement.act) == ([content], act)
    assert statement.why[0].endswith("of communication")


@pytest.mark.parametrize(
    "sentence",
    [
        "Vint/NNP/4/nsubj/PERSON did/MD/4/aux not/RB/4/advmod say/VB/0/root that/IN/9/mark the/DT/7/det "
        "road/NN/9/nsubj was/VBD/9/cop "
        "open/JJ/4/ccomp _././4/punct",
        "If/IN/3/mark Vint/NNP/3/nsubj/PERSON said/VBD/6/advcl so/RB/3/advmod Tal/NNP/6/nsubj/PERSON "
        "left/VBD/0/root _././6/punct",
    ],
)
def test_what_was_not_said_is_no_statement(sentence: str) -> None:
    assert statements(page(sentence)) == ()


def test_a_colon_at_the_end_of_a_headline_is_a_cue_that_is_not_there() -> None:
    built = page(
        "Talks/NNS/0/root to/TO/3/mark go/VB/1/acl on/RP/3/compound:prt _:/:/6/punct Kremlin/NNP/1/parataxis/ORG ¶",
        TOLD,
    )
    headline = statements(built)[0]
    assert (headline.cue, source(built, headline), headline.content[0].exact) == (None, "Kremlin", "Talks to go on")


def test_all_spans_are_words_of_the_report_and_all_voices_exist() -> None:
    built = page(TOLD, QUOTED, QUOTED_ON, URGED, PASSED_ON)
    found = find_voices(built).found
    for statement in statements(built):
        assert all(piece.holds(built.text) for piece in statement.content)
        assert all(0 <= number < len(found) for number in statement.chain)


@given(st.lists(st.tuples(st.integers(0, 160), st.integers(1, 60)), min_size=3, max_size=12))
def test_no_attribution_however_odd_breaks_a_report(cuts: list[tuple[int, int]]) -> None:
    size = len(page(TOLD, QUOTED).text.rstrip())
    pieces = tuple((min(start, size - 1), min(start + length, size)) for start, length in cuts)
    odd = Attribution(pieces[:1], pieces[1:2], pieces[2:], 0, 0.5)
    built = page(TOLD, QUOTED, attributions=(odd,))
    assert all(piece.holds(built.text) for statement in statements(built) for piece in statement.content)


def test_what_the_writer_puts_between_dashes_is_no_part_of_what_was_said() -> None:
    sentence = (
        "Vint/NNP/2/nsubj/PERSON said/VBD/0/root that/IN/10/mark the/DT/5/det road/NN/10/nsubj —/,/8/punct "
        "a/DT/8/det track/NN/5/appos —/,/8/punct closed/VBD/2/ccomp _././2/punct"
    )
    statement = only(read(sentence, "Vint", "said", "that the road — a track — closed"))
    assert [piece.exact for piece in statement.content] == ["that the road", "closed"]


def test_speech_that_goes_on_with_a_participle_is_a_statement_of_its_own() -> None:
    sentence = (
        "Vint/NNP/2/nsubj/PERSON said/VBD/0/root the/DT/4/det talks/NNS/5/nsubj failed/VBD/2/ccomp _,/,/7/punct "
        "implying/VBG/5/advcl that/IN/11/mark the/DT/10/det road/NN/11/nsubj closes/VBZ/7/ccomp _././2/punct"
    )
    content = "the talks failed, implying that the road closes"
    first = min(statements(read(sentence, "Vint", "said", content)), key=lambda found: found.content[0].start)
    assert [piece.exact for piece in first.content] == ["the talks failed"]


def test_of_what_somebody_talks_is_not_what_was_said() -> None:
    sentence = "Farmers/NNPS/2/nsubj/PERSON talk/VBP/0/root about/IN/5/case the/DT/5/det harvest/NN/2/obl _././2/punct"
    assert statements(read(sentence, "Farmers", "talk", "about the harvest")) == ()


def test_what_is_promised_is_not_taken_for_the_one_spoken_to() -> None:
    sentence = (
        "Vint/NNP/2/nsubj/PERSON promised/VBD/0/root an/DT/4/det end/NN/2/obj to/TO/6/case "
        "tolls/NNS/4/nmod _././2/punct"
    )
    statement = only(read(sentence, "Vint", "promised", "an end to tolls"))
    assert [piece.exact for piece in statement.content] == ["an end to tolls"]
