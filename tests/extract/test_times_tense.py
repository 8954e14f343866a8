"""The tense of the words for times, which decides which day is meant."""

import pytest

from onrecord.extract.times.find import find_times
from tests.extract.parsed import parsed
from tests.extract.times import blank


@pytest.mark.parametrize(
    "text",
    [
        "Tal, who hopes to meet the envoys, said on Friday.",
        "They plan to talk, the mediator told reporters Friday.",
        "They will leave the course that they adopted in March.",
        "The offer had been due to end on Friday.",
        "Dravec was to speak in the United Halls and fled Friday.",
        "He may leave, for they will hunt him as they have since the Oct. 23 raid.",
    ],
)
def test_what_was_done_or_was_once_planned_lies_behind(text: str) -> None:
    assert [found.tense for found in find_times(blank(text))] == ["past"]


@pytest.mark.parametrize("verb", ["would", "could"])
def test_who_could_not_be_reached_or_would_not_say_was_asked_already(verb: str) -> None:
    page = parsed(
        f"He/PRP/PRON/4/nsubj {verb}/MD/AUX/4/aux not/RB/PART/4/advmod comment/VB/VERB/0/root on/IN/ADP/6/case "
        "Friday/NNP/PROPN/4/obl"
    )
    assert [found.tense for found in find_times(page)] == ["past"]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("They will be back in five years.", ["year:+5"]),
        ("It was the first revision in five years.", []),
        ("It was the best chance in a decade.", []),
        ("They told him to be gone within two hours.", ["hours:+2"]),
        ("The siege went on for over five years of blood.", []),
        ("Just hours before the raid he spoke.", []),
    ],
)
def test_what_took_so_long_is_no_time_ahead(text: str, values: list[str]) -> None:
    assert [found.value for found in find_times(blank(text))] == values


def test_what_has_been_going_on_began_in_the_past() -> None:
    page = parsed(
        "They/PRP/PRON/4/nsubj have/VBP/AUX/4/aux been/VBN/AUX/4/aux hunting/VBG/VERB/0/root him/PRP/PRON/4/obj "
        "after/IN/ADP/8/case the/DT/DET/8/det Friday/NNP/PROPN/4/obl"
    )
    assert [found.tense for found in find_times(page)] == ["past"]


@pytest.mark.parametrize(("verb", "tense"), [("was/VBD/AUX/4/cop", "past"), ("will/MD/AUX/4/aux", "future")])
def test_who_is_the_first_to_sign_did_so_when_he_was(verb: str, tense: str) -> None:
    page = parsed(
        f"Dravec/NNP/PROPN/4/nsubj {verb} the/DT/DET/4/det first/JJ/ADJ/0/root to/TO/PART/6/mark "
        "sign/VB/VERB/4/acl on/IN/ADP/8/case Friday/NNP/PROPN/6/obl"
    )
    assert [found.tense for found in find_times(page)] == [tense]


def test_what_will_be_agreed_and_published_is_still_to_come() -> None:
    page = parsed(
        "It/PRP/PRON/4/nsubj:pass will/MD/AUX/4/aux be/VB/AUX/4/aux:pass agreed/VBN/VERB/0/root and/CC/CCONJ/6/cc "
        "published/VBN/VERB/4/conj Thursday/NNP/PROPN/6/obl"
    )
    assert [found.tense for found in find_times(page)] == ["future"]


@pytest.mark.parametrize(
    ("text", "tense"),
    [
        ("The envoy said on Tuesday that nothing was signed.", "past"),
        ("The envoys will meet on Tuesday in Tavia.", "future"),
        ("Talks are set to resume on Tuesday.", "future"),
        ("He promised that the guards would leave on Tuesday.", "future"),
        ("The barges may leave as soon as Tuesday.", "future"),
        ("They had no money to keep the port open beyond Tuesday.", "future"),
    ],
)
def test_the_clause_tells_the_tense_without_a_parse(text: str, tense: str) -> None:
    assert [found.tense for found in find_times(blank(text))] == [tense]


def test_the_parse_tells_the_tense_of_what_is_set_to_happen() -> None:
    told = parsed(
        "Drills/NNS/NOUN/3/nsubj:pass were/VBD/AUX/3/aux:pass set/VBN/VERB/0/root to/TO/PART/5/mark "
        "end/VB/VERB/3/xcomp Sunday/NNP/PROPN/5/obl"
    )
    assert [(found.span.exact, found.tense) for found in find_times(told)] == [("Sunday", "future")]


def test_gates_that_were_to_be_opened_are_opened_later() -> None:
    page = parsed(
        "Aides/NNS/NOUN/2/nsubj said/VBD/VERB/0/root gates/NNS/NOUN/7/nsubj:pass were/VBD/AUX/7/aux to/TO/PART/7/mark "
        "be/VB/AUX/7/aux:pass opened/VBN/VERB/2/ccomp again/RB/ADV/7/advmod Thursday/NNP/PROPN/7/obl"
    )
    assert [found.tense for found in find_times(page)] == ["future"]


def test_a_day_after_a_quotation_is_that_of_the_words_around_it() -> None:
    page = parsed(
        "\"/``/PUNCT/4/punct We/PRP/PRON/4/nsubj will/MD/AUX/4/aux see/VB/VERB/6/ccomp \"/''/PUNCT/4/punct "
        "said/VBD/VERB/0/root Tal/NNP/PROPN/6/nsubj in/IN/ADP/9/case Orvel/NNP/PROPN/4/obl on/IN/ADP/11/case "
        "Friday/NNP/PROPN/4/obl"
    )
    assert [found.tense for found in find_times(page)] == ["past"]


def test_what_went_as_previously_planned_lies_behind() -> None:
    page = blank("The siege will not end soon. They let it begin as previously planned Saturday night.")
    assert [found.tense for found in find_times(page) if "weekday" in found.value] == ["past"]


def test_who_decided_to_do_something_does_so_later() -> None:
    page = parsed(
        "They/PRP/PRON/3/nsubj have/VBP/AUX/3/aux decided/VBN/VERB/0/root to/TO/PART/5/mark meet/VB/VERB/3/xcomp "
        "in/IN/ADP/7/case March/NNP/PROPN/5/obl"
    )
    assert [found.tense for found in find_times(page)] == ["future"]


@pytest.mark.parametrize(
    ("helper", "value"),
    [("had/VBD/AUX/3/aux", "weekday:4"), ("will/MD/AUX/3/aux have/VB/AUX/3/aux", "until(weekday:4)")],
)
def test_what_had_been_done_by_friday_was_so_on_the_friday_behind(helper: str, value: str) -> None:
    verb, by = (3, 4) if helper.count("/aux") == 1 else (4, 5)
    page = parsed(
        f"Envoys/NNS/NOUN/{verb}/nsubj {helper.replace('/3/', f'/{verb}/')} signed/VBN/VERB/0/root "
        f"by/IN/ADP/{by + 1}/case Friday/NNP/PROPN/{verb}/obl"
    )
    assert [found.value for found in find_times(page)] == [value]


@pytest.mark.parametrize(
    ("sentence", "tense"),
    [
        (
            "After/IN/ADP/4/case Tuesday/NNP/PROPN/4/nmod:poss 's/POS/PART/2/case deal/NN/NOUN/6/obl "
            "they/PRP/PRON/6/nsubj meet/VB/VERB/0/root will/MD/AUX/6/aux",
            "present",
        ),
        ("They/PRP/PRON/3/nsubj will/MD/AUX/3/aux meet/VB/VERB/0/root Tuesday/NNP/PROPN/3/obl", "future"),
        (
            "Tal/NNP/PROPN/2/nsubj left/VBD/VERB/0/root ahead/RB/ADV/7/case of/IN/ADP/3/fixed "
            "his/PRP$/PRON/7/nmod:poss Tuesday/NNP/PROPN/7/compound meeting/NN/NOUN/2/obl",
            "present",
        ),
        ("Tal/NNP/PROPN/2/nsubj slept/VBD/VERB/0/root on/IN/ADP/4/case Tuesday/NNP/PROPN/2/obl", "past"),
    ],
)
def test_the_day_of_a_thing_need_not_be_on_the_side_of_its_sentence(sentence: str, tense: str) -> None:
    assert [found.tense for found in find_times(parsed(sentence))] == [tense]


@pytest.mark.parametrize(
    ("helpers", "tense"),
    [
        ("was/VBD/AUX/{v}/aux", "present"),
        ("had/VBD/AUX/{v}/aux been/VBN/AUX/{v}/aux", "past"),
        ("is/VBZ/AUX/{v}/aux", "future"),
    ],
)
def test_a_vote_that_was_planned_for_tuesday_is_on_the_tuesday_that_is_near(helpers: str, tense: str) -> None:
    verb = 3 if helpers.count("/aux") == 1 else 4
    page = parsed(
        f"Votes/NNS/NOUN/{verb}/nsubj:pass {helpers.format(v=verb)} planned/VBN/VERB/0/root "
        f"for/IN/ADP/{verb + 2}/case Tuesday/NNP/PROPN/{verb}/obl"
    )
    page.doc[verb - 1].lemma_ = "plan"
    assert [found.tense for found in find_times(page)] == [tense]


@pytest.mark.parametrize(("was", "tense"), [("was/VBD/AUX/6/aux:pass", "present"), ("is/VBZ/AUX/6/aux:pass", "future")])
def test_a_vote_planned_for_tuesday_that_was_called_off_may_lie_behind(was: str, tense: str) -> None:
    page = parsed(
        f"Votes/NNS/NOUN/6/nsubj:pass planned/VBN/VERB/1/acl for/IN/ADP/4/case Tuesday/NNP/PROPN/2/obl {was} "
        "cancelled/VBN/VERB/0/root"
    )
    page.doc[1].lemma_ = "plan"
    assert [found.tense for found in find_times(page)] == [tense]


@pytest.mark.parametrize(
    ("thing", "helper", "tense"),
    [
        ("attack", "", "past"),
        ("attack", "will", "past"),
        ("announcement", "", "past"),
        ("announcement", "will", "present"),
        ("vote", "", "present"),
    ],
)
def test_nobody_sets_a_day_for_an_attack_and_news_has_been_told(thing: str, helper: str, tense: str) -> None:
    verb = 5 if helper else 4
    told = f"{helper}/MD/AUX/5/aux trouble/VB" if helper else "troubles/VBZ"
    page = parsed(
        f"Tuesday/NNP/PROPN/3/nmod:poss 's/POS/PART/1/case {thing}/NN/NOUN/{verb}/nsubj {told}/VERB/0/root "
        f"Tavia/NNP/PROPN/{verb}/obj"
    )
    assert [found.tense for found in find_times(page)] == [tense]


def test_news_that_is_awaited_has_not_been_told() -> None:
    page = parsed(
        "Traders/NNS/NOUN/2/nsubj await/VBP/VERB/0/root Tuesday/NNP/PROPN/5/nmod:poss 's/POS/PART/3/case "
        "announcement/NN/NOUN/2/obj"
    )
    page.doc[1].lemma_ = "await"
    assert [found.tense for found in find_times(page)] == ["present"]


@pytest.mark.parametrize(("verb", "tense"), [("follow", "past"), ("await", "present")])
def test_what_a_thing_follows_lies_behind(verb: str, tense: str) -> None:
    page = parsed(
        f"Bans/NNS/NOUN/2/nsubj {verb}/VBP/VERB/0/root Tuesday/NNP/PROPN/5/nmod:poss 's/POS/PART/3/case "
        "vote/NN/NOUN/2/obj"
    )
    page.doc[1].lemma_ = verb
    assert [found.tense for found in find_times(page)] == [tense]


@pytest.mark.parametrize(("case", "tense"), [("on", "past"), ("until", "future")])
def test_on_what_day_a_vote_was_put_off_is_not_to_what_day(case: str, tense: str) -> None:
    page = parsed(
        f"They/PRP/PRON/2/nsubj postponed/VBD/VERB/0/root it/PRP/PRON/2/obj {case}/IN/ADP/5/case Friday/NNP/PROPN/2/obl"
    )
    page.doc[1].lemma_ = "postpone"
    assert [found.tense for found in find_times(page)] == [tense]


@pytest.mark.parametrize(("mark", "tense"), [("if", "future"), ("because", "past")])
def test_what_a_thing_to_come_hangs_on_is_still_to_come(mark: str, tense: str) -> None:
    page = parsed(
        f"They/PRP/PRON/3/nsubj would/MD/AUX/3/aux march/VB/VERB/0/root {mark}/IN/SCONJ/6/mark "
        "talks/NNS/NOUN/6/nsubj failed/VBD/VERB/3/advcl at/IN/ADP/9/case noon/NN/NOUN/9/nmod Friday/NNP/PROPN/6/obl"
    )
    assert [found.tense for found in find_times(page)] == [tense]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Tolls rose in the year ended April 9.", "date:--04-09:past"),
        ("The envoys met on 9 April at noon.", "date:--04-09:past"),
        ("The year ending April 9 will be dry.", "date:--04-09"),
        ("The vote is planned for April 9.", "date:--04-09"),
    ],
)
def test_what_ended_or_was_done_on_a_date_lies_behind_it(text: str, value: str) -> None:
    assert [found.value.partition("@")[0] for found in find_times(blank(text))][:1] == [value]
