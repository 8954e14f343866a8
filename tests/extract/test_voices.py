"""Voices: the actors of one report, each once, with all their names, and which words stand for whom."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.extract.page import Page
from onrecord.extract.voices.find import Voices, find_voices
from onrecord.model.reading import Voice
from tests.extract.trees import attribution, page

OPEN_ROAD = (
    "Palace/NNP/2/compound spokesperson/NN/5/nsubj Ivo/NNP/2/appos/PERSON Tal/NNP/3/flat/-PERSON said/VBD/0/root "
    "the/DT/7/det road/NN/9/nsubj was/VBD/9/cop open/JJ/5/ccomp _././5/punct"
)
HE_ADDED = (
    "He/PRP/2/nsubj added/VBD/0/root that/IN/7/mark Kremlin/NNP/5/compound/ORG officials/NNS/7/nsubj had/VBD/7/aux "
    "left/VBN/2/ccomp _././2/punct"
)
MINISTERS = (
    "Orlavian/NNP/3/compound/MISC Foreign/NNP/3/amod Minister/NN/4/nmod:desc Mara/NNP/6/nsubj/PERSON "
    "Vint/NNP/4/flat/-PERSON "
    "met/VBD/0/root Kestrian/NNP/8/amod/MISC President/NNP/9/nmod:desc Joren/NNP/6/obj/PERSON "
    "Tal/NNP/9/flat/-PERSON in/IN/12/case "
    "Brenport/NNP/6/obl/LOC _././6/punct"
)
STATES = (
    "Orlavia/NNP/4/nsubj/LOC and/CC/3/cc Kestria/NNP/1/conj/LOC said/VBD/0/root they/PRP/7/nsubj would/MD/7/aux "
    "meet/VB/4/ccomp "
    "again/RB/7/advmod _././4/punct"
)
OFFICIAL = (
    "A/DT/3/det senior/JJ/3/amod official/NN/4/nsubj said/VBD/0/root plans/NNS/6/nsubj died/VBD/4/ccomp _././4/punct"
)
SAME_OFFICIAL = (
    "The/DT/3/det same/JJ/3/amod official/NN/4/nsubj added/VBD/0/root nobody/NN/6/nsubj wept/VBD/4/ccomp _././4/punct"
)


def voices(*sentences: str) -> tuple[Page, Voices]:
    built = page(*sentences)
    return built, find_voices(built)


def called(found: Voices, name: str) -> Voice:
    (voice,) = [voice for voice in found.found if voice.name == name]
    return voice


def who(built: Page, found: Voices, words: str, *, last: bool = False) -> str | None:
    at = built.text.rindex(words) if last else built.text.index(words)
    number = found.at(at, at + len(words))
    return None if number is None else found.found[number].name


def everyone(built: Page, found: Voices, words: str) -> set[str]:
    at = built.text.index(words)
    return {found.found[number].name for number in found.every(at, at + len(words))}


FROM_THE_MINISTRY = (
    "A/DT/2/det source/NN/8/nsubj in/IN/7/case Orlavia/NNP/7/nmod:poss/LOC _'s/POS/4/case defence/NN/7/compound "
    "ministry/NN/2/nmod said/VBD/0/root plans/NNS/10/nsubj died/VBD/8/ccomp _././8/punct"
)
BRIEFED = (
    "A/DT/2/det person/NN/7/nsubj briefed/VBN/2/acl on/IN/6/case the/DT/6/det talks/NNS/3/obl said/VBD/0/root "
    "plans/NNS/9/nsubj died/VBD/7/ccomp _././7/punct"
)
TOLD_REPORTERS = (
    "Officials/NNS/2/nsubj told/VBD/0/root reporters/NNS/2/iobj Vint/NNP/5/nsubj/PERSON slept/VBD/2/ccomp _././2/punct"
)
AFTER_A_PLACE = (
    "A/DT/3/det military/JJ/3/amod spokesman/NN/10/nsubj in/IN/5/case Kenya/NNP/3/nmod/LOC _,/,/7/punct "
    "Ivo/NNP/3/appos/PERSON Tal/NNP/7/flat/-PERSON _,/,/7/punct said/VBD/0/root plans/NNS/12/nsubj "
    "died/VBD/10/ccomp _././10/punct"
)
NEWS_AGENCY = (
    "Tarn/NNP/4/compound/ORG state/NN/4/compound news/NN/4/compound agency/NN/5/nsubj said/VBD/0/root "
    "plans/NNS/7/nsubj died/VBD/5/ccomp _././5/punct"
)
KENYA_EXPERT = (
    "Ivo/NNP/8/nsubj/PERSON Tal/NNP/1/flat/-PERSON _,/,/6/punct a/DT/6/det Kenya/NNP/6/compound/LOC "
    "expert/NN/1/appos _,/,/6/punct said/VBD/0/root plans/NNS/10/nsubj died/VBD/8/ccomp _././8/punct"
)


def test_a_title_is_kept_apart_from_the_name_and_the_surname_alone_is_the_same_person() -> None:
    _, found = voices(MINISTERS, "Vint/NNP/2/nsubj/PERSON said/VBD/0/root so/RB/2/advmod _././2/punct")
    vint = called(found, "Mara Vint")
    assert vint.offices == ("foreign minister",)
    assert "Vint" in vint.aliases
    assert len(vint.mentions) == 2


def test_states_that_no_list_knows_are_learnt_from_adjective_and_name() -> None:
    _, found = voices(MINISTERS, STATES)
    assert called(found, "Mara Vint").party == "Orlavia"
    assert called(found, "Joren Tal").party == "Kestria"
    assert called(found, "Orlavia").kind == "country"


def test_they_are_those_who_were_joined_by_and() -> None:
    built, found = voices(MINISTERS, STATES)
    assert everyone(built, found, "they") == {"Orlavia", "Kestria"}
    assert everyone(built, found, "Orlavia and Kestria") == {"Orlavia", "Kestria"}


def test_he_is_the_one_who_spoke_last() -> None:
    built, found = voices(OPEN_ROAD, HE_ADDED)
    assert who(built, found, "He ") == "Ivo Tal"


def test_a_seat_of_power_speaks_for_its_state() -> None:
    _, found = voices(
        HE_ADDED.replace("He/PRP", "Vint/NNP"),
        "The/DT/2/det Kremlin/NNP/3/nsubj/ORG said/VBD/0/root so/RB/3/advmod _././3/punct",
    )
    assert called(found, "Kremlin").party == "Russia"


def test_a_capital_that_acts_is_its_state_and_one_where_things_happen_is_a_place() -> None:
    built, found = voices(
        "Moscow/NNP/2/nsubj/LOC said/VBD/0/root it/PRP/5/nsubj was/VBD/5/cop ready/JJ/2/ccomp _././2/punct",
        "The/DT/2/det talks/NNS/4/nsubj:pass were/VBD/4/aux:pass held/VBN/0/root in/IN/6/case "
        "Moscow/NNP/4/obl/LOC _././4/punct",
    )
    assert who(built, found, "Moscow") == "Russia"
    assert who(built, found, "it ") == "Russia"
    talks = built.text.index("The talks")
    assert found.in_range(talks, len(built.text)) == ()


def test_an_unnamed_source_keeps_its_description_and_the_same_one_joins_it() -> None:
    _, found = voices(OFFICIAL, SAME_OFFICIAL)
    official = called(found, "senior official")
    assert not official.named
    assert len(official.mentions) == 2


def test_two_unnamed_sources_stay_two() -> None:
    _, found = voices(OFFICIAL, OFFICIAL)
    assert [voice.name for voice in found.found] == ["senior official", "senior official"]


def test_an_apposition_gives_the_name_its_office_whichever_comes_first() -> None:
    _, before = voices(
        "The/DT/2/det envoy/NN/7/nsubj _,/,/4/punct Mara/NNP/2/appos/PERSON Vint/NNP/4/flat/-PERSON _,/,/2/punct "
        "said/VBD/0/root "
        "she/PRP/10/nsubj was/VBD/10/cop tired/JJ/7/ccomp _././7/punct"
    )
    assert called(before, "Mara Vint").offices == ("envoy",)
    _, behind = voices(
        "Mara/NNP/9/nsubj/PERSON Vint/NNP/1/flat/-PERSON _,/,/5/punct the/DT/5/det ambassador/NN/1/appos "
        "of/IN/7/case Kenya/NNP/5/nmod/LOC "
        "_,/,/1/punct denied/VBD/0/root the/DT/11/det report/NN/9/obj _././9/punct"
    )
    vint = called(behind, "Mara Vint")
    assert (vint.offices, vint.party) == (("ambassador",), "Kenya")


def test_according_to_an_official_does_not_make_the_next_name_that_official() -> None:
    built, found = voices(
        "According/VBG/4/case to/TO/1/fixed an/DT/4/det official/NN/7/obl _,/,/7/punct Vint/NNP/7/nsubj/PERSON "
        "left/VBD/0/root _././7/punct"
    )
    assert who(built, found, "Vint") == "Vint"
    assert called(found, "Vint").offices == ()


def test_an_abbreviation_in_brackets_is_another_name() -> None:
    built, found = voices(
        "The/DT/4/det International/NNP/4/amod/ORG Harbour/NNP/4/compound/-ORG Council/NNP/8/nsubj/-ORG "
        "(/-LRB-/6/punct "
        "_IHC/NNP/4/appos/ORG _)/-RRB-/6/punct warned/VBD/0/root of/IN/10/case delays/NNS/8/obl _././8/punct",
        "The/DT/2/det IHC/NNP/3/nsubj/ORG said/VBD/0/root no/DT/3/advmod more/RBR/3/advmod _././3/punct",
    )
    assert who(built, found, "IHC", last=True) == "International Harbour Council"


def test_the_two_leaders_are_the_two_who_met() -> None:
    built, found = voices(
        MINISTERS,
        "The/DT/3/det two/CD/3/nummod leaders/NNS/4/nsubj agreed/VBD/0/root to/TO/6/mark talk/VB/4/xcomp _././4/punct",
    )
    assert everyone(built, found, "The two leaders") == {"Mara Vint", "Joren Tal"}


def test_an_office_of_a_person_is_a_voice_of_its_own() -> None:
    built, found = voices(
        MINISTERS,
        "Vint/NNP/3/nmod:poss/PERSON _'s/POS/1/case office/NN/4/nsubj said/VBD/0/root the/DT/6/det "
        "call/NN/8/nsubj was/VBD/8/cop "
        "long/JJ/4/ccomp _././4/punct",
        "The/DT/2/det office/NN/3/nsubj declined/VBD/0/root _././3/punct",
    )
    office = called(found, "Vint's office")
    assert (office.kind, office.party) == ("office", "Orlavia")
    assert who(built, found, "The office") == "Vint's office"


def test_inside_a_quotation_i_is_its_speaker() -> None:
    text = (
        "“/``/3/punct _I/PRP/3/nsubj wait/VBP/6/ccomp _,/,/3/punct _”/''/3/punct said/VBD/0/root "
        "Mara/NNP/6/nsubj/PERSON "
        "Vint/NNP/7/flat/-PERSON _././6/punct"
    )
    plain = page(text).text
    built = page(text, attributions=(attribution(plain, "Mara Vint", "said", "“I wait,”"),))
    assert who(built, find_voices(built), "I ") == "Mara Vint"


def test_the_north_is_the_northern_of_two_states_that_the_report_names() -> None:
    built, found = voices(
        "North/NNP/2/compound/LOC Korea/NNP/3/nsubj/-LOC waited/VBD/0/root _././3/punct",
        "The/DT/2/det North/NNP/3/nsubj/LOC said/VBD/0/root nothing/NN/3/obj _././3/punct",
    )
    assert who(built, found, "The North") == "North Korea"


def test_adjectives_are_answered_but_are_not_among_those_who_act() -> None:
    built, found = voices("Kenyan/JJ/2/amod/MISC troops/NNS/3/nsubj left/VBD/0/root _././3/punct")
    assert who(built, found, "Kenyan") == "Kenya"
    assert found.in_range(0, len(built.text)) == ()


def test_every_mention_of_a_voice_is_words_of_the_report() -> None:
    built, found = voices(MINISTERS, STATES, OPEN_ROAD, HE_ADDED)
    assert all(mention.holds(built.text) for voice in found.found for mention in voice.mentions)


@given(
    st.lists(st.sampled_from([MINISTERS, STATES, OPEN_ROAD, HE_ADDED, OFFICIAL, SAME_OFFICIAL]), max_size=6),
    st.integers(0, 400),
    st.integers(0, 400),
)
def test_any_order_of_sentences_and_any_question_is_answered_within_the_voices(
    sentences: list[str], start: int, length: int
) -> None:
    _, found = voices(*sentences)
    answers = (*found.every(start, start + length), *found.in_range(start, start + length))
    assert all(0 <= number < len(found.found) for number in answers)


@pytest.mark.parametrize("sentences", [(), ("¶",)])
def test_a_report_without_words_has_no_voices(sentences: tuple[str, ...]) -> None:
    _, found = voices(*sentences)
    assert found.found == ()
    assert found.at(0, 10) is None


def test_a_president_by_state_is_not_one_of_no_known_state_where_a_compatriot_is_known() -> None:
    built, found = voices(
        "President/NNP/2/nmod:desc Ansa/NNP/4/nsubj/PERSON Brok/NNP/2/flat/-PERSON waited/VBD/0/root _././4/punct",
        "Kestria/NNP/3/nmod:poss/LOC 's/POS/1/case Joren/NNP/5/nsubj/PERSON Tal/NNP/3/flat/-PERSON left/VBD/0/root "
        "_././5/punct",
        "The/DT/3/det Kestrian/JJ/3/amod/MISC president/NN/4/nsubj said/VBD/0/root nothing/NN/4/obj _././4/punct",
    )
    assert who(built, found, "Kestrian president") == "Joren Tal"


def test_an_office_is_called_by_whose_it_is() -> None:
    _, found = voices(
        "Kestria/NNP/2/nsubj/LOC closed/VBD/0/root the/DT/4/det pass/NN/2/obj _././2/punct",
        "Its/PRP$/2/nmod:poss ministry/NN/3/nsubj said/VBD/0/root nothing/NN/3/obj _././3/punct",
    )
    assert called(found, "Kestria's ministry").party == "Kestria"


def test_a_bare_president_is_called_by_the_state() -> None:
    _, found = voices(
        "The/DT/2/det president/NN/5/nsubj of/IN/4/case France/NNP/2/nmod/LOC waved/VBD/0/root _././5/punct",
    )
    assert called(found, "president of France").party == "France"


def voice_of(sentence: str, start: str) -> Voice:
    """The voice that the words beginning so stand for."""
    built = page(sentence)
    voices = find_voices(built)
    at = built.text.index(start)
    number = voices.at(at, at + len(start))
    assert number is not None
    return voices.found[number]


def test_somebody_unnamed_is_called_by_the_whole_description_and_by_its_head() -> None:
    found = voice_of(BRIEFED, "person")
    assert (found.name, found.named) == ("person briefed on the talks", False)
    assert "person" in found.aliases


def test_a_source_in_a_ministry_speaks_for_its_state() -> None:
    found = voice_of(FROM_THE_MINISTRY, "source")
    assert (found.name, found.party) == ("source in Orlavia's defence ministry", "Orlavia")


def test_those_who_are_told_are_no_title_of_the_name_behind_them() -> None:
    assert voice_of(TOLD_REPORTERS, "Vint").offices == ()
    assert voice_of(TOLD_REPORTERS, "Vint").aliases == ()


def test_a_name_behind_a_comma_and_a_place_is_whom_the_description_means() -> None:
    found = voice_of(AFTER_A_PLACE, "spokesman")
    assert (found.name, found.party, found.named) == ("Ivo Tal", "Kenya", True)


def test_a_news_agency_is_called_by_its_name() -> None:
    found = voice_of(NEWS_AGENCY, "agency")
    assert (found.name, found.kind) == ("Tarn", "agency")


def test_an_expert_on_a_state_does_not_speak_for_it() -> None:
    assert voice_of(KENYA_EXPERT, "Ivo").party is None
