"""Voices: who an office beside a name means, which names are whole, and who is only in a picture's credit."""

from onrecord.extract.voices.find import Voices, find_voices
from onrecord.model.reading import Voice
from tests.extract.trees import page

THE_MINISTER = (
    "Javan/NNP/9/nsubj/PERSON Tirel/NNP/1/flat/-PERSON _,/,/7/punct Orlavia/NNP/7/nmod:poss/LOC _'s/POS/4/case "
    "foreign/JJ/7/amod minister/NN/1/appos _,/,/1/punct said/VBD/0/root nothing/NN/9/obj _././9/punct"
)
ON_TUESDAY = (
    "On/IN/2/case Tuesday/NNP/7/obl Orlavia/NNP/6/nmod:poss/LOC _'s/POS/3/case defense/NN/6/compound "
    "minister/NN/7/nsubj said/VBD/0/root no/DT/7/obj _././7/punct"
)
THE_PREMIER = (
    "Orlavian/NNP/3/compound/MISC Prime/NNP/3/amod Minister/NNP/4/nmod:desc Mara/NNP/6/nsubj/PERSON "
    "Vint/NNP/4/flat/-PERSON said/VBD/0/root the/DT/8/det dam/NN/6/obj _././6/punct"
)
AT_NIGHT = (
    "Vint/NNP/2/nsubj/PERSON spoke/VBD/0/root to/IN/6/case Orlavian/NNP/5/compound/MISC President/NNP/6/nmod:desc "
    "Joren/NNP/2/obl/PERSON Kasra/NNP/6/flat/-PERSON Monday/NNP/9/compound night/NN/2/obl:unmarked _././2/punct"
)


def voices(*sentences: str) -> Voices:
    return find_voices(page(*sentences))


def called(found: Voices, name: str) -> Voice:
    (voice,) = [voice for voice in found.found if voice.name == name]
    return voice


def names(found: Voices) -> list[str]:
    return [voice.name for voice in found.found]


def test_an_office_of_a_state_behind_a_name_is_its_bearers() -> None:
    found = voices(THE_MINISTER)
    assert names(found) == ["Javan Tirel", "Orlavia"]
    assert called(found, "Javan Tirel").party == "Orlavia"
    assert called(found, "Javan Tirel").offices == ("foreign minister",)


def test_the_minister_of_another_ministry_is_somebody_else() -> None:
    found = voices(THE_PREMIER, ON_TUESDAY)
    assert called(found, "Mara Vint").offices == ("prime minister",)
    assert not called(found, "Orlavia's defense minister").named


def test_the_minister_of_the_same_ministry_in_another_spelling_is_the_same() -> None:
    defence = THE_PREMIER.replace("Prime/NNP/3/amod", "Defence/NNP/3/amod")
    assert names(voices(defence, ON_TUESDAY)) == ["Mara Vint", "Orlavia"]


def test_a_weekday_is_no_part_of_a_name() -> None:
    found = voices(AT_NIGHT)
    assert called(found, "Joren Kasra").party == "Orlavia"
    assert called(found, "Joren Kasra").offices == ("president",)
    assert not any("Tuesday" in form for voice in voices(ON_TUESDAY).found for form in (voice.name, *voice.aliases))


def test_an_abbreviated_title_is_an_office() -> None:
    found = voices(
        "Former/JJ/2/amod Gov./NNP/3/nmod:desc Rick/NNP/5/nsubj/PERSON Perrin/NNP/3/flat/-PERSON left/VBD/0/root "
        "_././5/punct",
        "The/DT/3/det former/JJ/3/amod governor/NN/4/nsubj said/VBD/0/root no/DT/4/obj _././4/punct",
    )
    assert names(found) == ["Rick Perrin"]
    assert "former governor" in called(found, "Rick Perrin").offices


def test_an_undersecretary_of_state_is_not_called_state() -> None:
    found = voices(
        "U.S./NNP/2/compound/LOC Undersecretary/NNP/7/nsubj of/IN/4/case State/NN/2/nmod Rick/NNP/2/appos/PERSON "
        "Tavel/NNP/5/flat/-PERSON said/VBD/0/root no/DT/7/obj _././7/punct"
    )
    assert called(found, "Rick Tavel").party == "United States"
    assert called(found, "Rick Tavel").offices == ("undersecretary of state",)


def test_a_small_word_and_a_hyphen_inside_a_name_leave_its_bearer_the_office() -> None:
    found = voices(
        "Orlavian/NNP/2/compound/MISC spokesman/NN/7/nsubj Taher/NNP/7/nsubj/PERSON al/NNP/3/flat/-PERSON "
        "_-/HYPH/6/punct/-PERSON _Nur/NNP/3/flat/-PERSON said/VBD/0/root Orlavia/NNP/7/obj/LOC _././7/punct"
    )
    assert called(found, "Taher al-Nur").offices == ("spokesman",)
    assert called(found, "Taher al-Nur").party == "Orlavia"


def test_the_name_of_a_body_is_not_cut_at_of_or_and() -> None:
    republic = voices(
        "The/DT/3/det Democratic/NNP/3/amod/ORG Republic/NNP/7/nsubj/-ORG of/IN/6/case/-ORG the/DT/6/det "
        "Sorn/NNP/3/nmod/ORG said/VBD/0/root no/DT/7/obj _././7/punct"
    )
    centre = voices(
        "The/DT/2/det Center/NNP/9/nsubj/ORG on/IN/4/case/-ORG History/NNP/2/nmod/-ORG _,/,/6/punct "
        "Strategy/NNP/2/conj/ORG and/CC/8/cc/-ORG Law/NNP/6/conj/ORG said/VBD/0/root no/DT/9/obj _././9/punct"
    )
    assert names(republic) == ["Democratic Republic of the Sorn"]
    assert names(centre) == ["Center on History, Strategy and Law"]


def test_two_bodies_side_by_side_stay_two() -> None:
    found = voices(
        "The/DT/3/det Sorn/NNP/3/compound/ORG Council/NNP/7/nsubj/-ORG _,/,/5/punct Karshbank/NNP/3/conj/ORG "
        "both/DT/7/advmod said/VBD/0/root no/DT/7/obj _././7/punct"
    )
    assert len(found.found) == 2


def test_a_body_is_one_under_its_name_and_its_initials() -> None:
    found = voices(
        "The/DT/4/det Sorn/NNP/4/compound/ORG Water/NNP/4/compound/-ORG Union/NNP/5/nsubj/-ORG met/VBD/0/root "
        "_././5/punct",
        "SWU/NNP/2/nsubj/ORG said/VBD/0/root no/DT/2/obj _././2/punct",
        "KWU/NNP/2/nsubj/ORG said/VBD/0/root no/DT/2/obj _././2/punct",
    )
    assert names(found) == ["Sorn Water Union", "KWU"]
    assert "SWU" in called(found, "Sorn Water Union").aliases


def test_a_group_newly_spoken_of_is_not_the_body_named_before_it() -> None:
    found = voices(
        "The/DT/3/det Sorn/NNP/3/compound/ORG Alliance/NNP/4/nsubj/-ORG left/VBD/0/root _././4/punct",
        "A/DT/2/det group/NN/6/nsubj of/IN/5/case foreign/JJ/5/amod ministers/NNS/2/nmod said/VBD/0/root "
        "no/DT/6/obj _././6/punct",
    )
    assert names(found) == ["Sorn Alliance", "group of foreign ministers"]


def test_the_group_described_anew_is_the_body_named_before_it() -> None:
    found = voices(
        "The/DT/3/det Sorn/NNP/3/compound/ORG Watch/NNP/4/nsubj/-ORG left/VBD/0/root _././4/punct",
        "The/DT/6/det Tavia/NNP/4/compound/LOC _-/HYPH/4/punct _based/VBN/6/amod watchdog/NN/6/compound "
        "group/NN/7/nsubj said/VBD/0/root no/DT/7/obj _././7/punct",
    )
    assert [voice.name for voice in found.found if voice.kind == "organisation"] == ["Sorn Watch"]
    assert any("group" in form for form in called(found, "Sorn Watch").aliases)


def test_an_administration_in_capitals_is_no_person() -> None:
    found = voices(
        "Vint/NNP/2/compound/PERSON Administration/NNP/3/nsubj/-PERSON said/VBD/0/root no/DT/3/obj _././3/punct"
    )
    assert not any(voice.kind == "person" and "Administration" in voice.name for voice in found.found)


def test_the_administration_of_one_president_is_not_that_of_another() -> None:
    found = voices(
        "Officials/NNS/6/nsubj of/IN/5/case the/DT/5/det Vint/NNP/5/compound administration/NN/1/nmod said/VBD/0/root "
        "_././6/punct",
        "The/DT/3/det Tal/NNP/3/compound administration/NN/4/nsubj said/VBD/0/root no/DT/4/obj _././4/punct",
    )
    assert not any("Tal administration" in voice.aliases for voice in found.found)


def test_the_president_of_an_administration_is_american_where_the_report_names_the_united_states() -> None:
    president = (
        "President/NNP/3/nmod:desc Mara/NNP/5/nsubj/PERSON Vint/NNP/2/flat/-PERSON once/RB/5/advmod spoke/VBD/0/root "
        "of/IN/8/case the/DT/8/det dam/NN/5/obl _././5/punct"
    )
    administration = (
        "The/DT/3/det Vint/NNP/3/compound/PERSON administration/NN/4/nsubj said/VBD/0/root the/DT/6/det "
        "{}/NNP/4/obj/LOC _././4/punct"
    )
    assert called(voices(president, administration.format("U.S.")), "Mara Vint").party == "United States"
    assert called(voices(president, administration.format("Orlavia")), "Mara Vint").party is None


def test_who_took_a_picture_is_no_voice() -> None:
    found = voices(
        "Photo/NN/0/root _:/:/3/punct Kara/NNP/1/appos/PERSON Lum/NNP/3/flat/-PERSON",
        "Mara/NNP/0/root/PERSON Nord/NNP/1/flat/-PERSON via/IN/5/case Tarn/NNP/5/compound/ORG Images/NNS/1/nmod/-ORG",
        "Ivo/NNP/3/nsubj/PERSON Tal/NNP/1/flat/-PERSON said/VBD/0/root no/DT/3/obj _././3/punct",
    )
    assert names(found) == ["Ivo Tal"]


def test_a_person_named_like_a_place_is_no_place() -> None:
    found = voices(
        "Ivo/NNP/3/nsubj/PERSON Paris/NNP/1/flat/-PERSON left/VBD/0/root _././3/punct",
        "Mr./NNP/2/nmod:desc Paris/NNP/3/nsubj/PERSON said/VBD/0/root no/DT/3/obj _././3/punct",
    )
    assert names(found) == ["Ivo Paris"]
    assert "Mr. Paris" in called(found, "Ivo Paris").aliases


def test_the_times_is_the_paper_of_that_name_that_the_report_has_named() -> None:
    times = "The/DT/2/det Times/NNP/3/nsubj/ORG said/VBD/0/root no/DT/3/obj _././3/punct"
    paper = (
        "The/DT/4/det New/NNP/4/amod/ORG York/NNP/4/compound/-ORG Times/NNP/5/nsubj/-ORG said/VBD/0/root _././5/punct"
    )
    assert names(voices(paper, times)) == ["New York Times"]
    assert names(voices(times)) == ["The Times"]


def test_the_supreme_leader_is_not_the_president_of_his_state() -> None:
    president = (
        "Orlavian/NNP/2/compound/MISC President/NNP/3/nmod:desc Mara/NNP/5/nsubj/PERSON Vint/NNP/3/flat/-PERSON "
    )
    supreme = "Supreme/NNP/2/amod Leader/NNP/3/nmod:desc Ivo/NNP/5/nsubj/PERSON Tal/NNP/3/flat/-PERSON "
    again = (
        "Orlavia/NNP/4/nmod:poss/LOC _'s/POS/1/case supreme/JJ/4/amod leader/NN/5/nsubj said/VBD/0/root "
        "no/DT/5/obj _././5/punct"
    )
    found = voices(f"{president} said/VBD/0/root _././5/punct", f"{supreme} said/VBD/0/root _././5/punct", again)
    assert called(found, "Mara Vint").offices == ("president",)
    assert "Orlavia's supreme leader" in called(found, "Ivo Tal").aliases
    assert not any(
        "supreme" in form for form in called(voices(f"{president} said/VBD/0/root", again), "Mara Vint").aliases
    )


def test_a_surname_with_its_small_word_is_nobody_else() -> None:
    found = voices(
        "Al/NNP/4/nsubj/PERSON _-/HYPH/3/punct/-PERSON _Nur/NNP/1/flat/-PERSON said/VBD/0/root no/DT/4/obj",
        "Taher/NNP/5/nsubj/PERSON al/NNP/1/flat/-PERSON _-/HYPH/4/punct/-PERSON _Nur/NNP/1/flat/-PERSON "
        "said/VBD/0/root no/DT/5/obj _././5/punct",
    )
    assert names(found) == ["Taher al-Nur"]


def test_an_administration_is_american_though_its_president_is_not_named() -> None:
    found = voices(
        "The/DT/3/det Vint/NNP/3/compound/PERSON administration/NN/4/nsubj told/VBD/0/root the/DT/6/det "
        "U.S./NNP/7/compound/LOC Senate/NNP/4/iobj/ORG no/DT/4/obj _././4/punct"
    )
    assert called(found, "Vint administration").party == "United States"


def test_a_title_that_the_reader_took_into_a_name_is_nobody() -> None:
    found = voices(
        "Vint/NNP/2/nsubj/PERSON met/VBD/0/root with/IN/5/case Pope/NNP/5/nmod:desc/PERSON "
        "Ansel/NNP/2/obl/-PERSON _././2/punct",
        "Ansel/NNP/2/nsubj/PERSON said/VBD/0/root no/DT/2/obj _././2/punct",
    )
    assert "Pope" not in names(found)
    assert called(found, "Ansel").offices == ("pope",)


def test_who_is_written_to_is_not_the_minister_who_writes() -> None:
    found = voices(
        "In/IN/3/case a/DT/3/det letter/NN/13/obl to/IN/5/case Mara/NNP/3/nmod/PERSON Vint/NNP/5/flat/-PERSON "
        "_,/,/13/punct Kestria/NNP/11/nmod:poss/LOC _'s/POS/8/case "
        "foreign/JJ/11/amod minister/NN/13/nsubj never/RB/13/advmod "
        "wrote/VBD/0/root no/DT/13/obj _././13/punct"
    )
    assert called(found, "Mara Vint").offices == ()
    assert called(found, "Kestria's foreign minister").party == "Kestria"
