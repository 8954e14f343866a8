"""One talk side by side: differences, what all say, and what only one version says."""

from dataclasses import replace

from onrecord.brief import Brief
from onrecord.brief.compare import compare, together
from onrecord.brief.versions import Column, Point
from onrecord.link.concepts import topics
from onrecord.model.records import Talk, TalkMention
from onrecord.model.span import Span
from tests.brief.world import Story, on


def call(*, own_release: bool = True) -> tuple[Story, Talk]:
    """A call of two premiers, told by Oska's government, by Brenn for Varnholt and by a newspaper."""
    story = Story()
    varnholt, oska = story.actor("Varnholt", kind="country"), story.actor("Oska", kind="country")
    brenn = story.actor("Ilse Brenn", party="Varnholt")
    story.actor("Oskan Government", party="Oska", kind="office", aliases=("Government of Oska",))
    tarl = story.actor("Joss Tarl", party="Oska")
    paper = story.report("paper", on(3, 5), outlet="Harbour Post")
    told = story.words(paper, "Brenn and Tarl spoke by telephone on Monday about the lighthouse on Karn rock")
    story.says(paper, brenn, "Varnholt will repair the lighthouse lamp before winter with its own engineers")
    story.says(paper, brenn, "120 fishing boats may pass the strait every day")
    story.words(paper, "Rain had fallen on both capitals for the whole of the previous week")
    release = story.report("release", on(3, 5), outlet="Government of Oska" if own_release else "Oska Today")
    also = story.words(release, "A telephone talk took place with Ilse Brenn about the lighthouse on Karn rock")
    story.words(release, "Varnholt will repair the lighthouse lamp before winter with its own engineers")
    story.words(release, "80 fishing boats may pass the strait every day")
    story.words(release, "The pilots of the northern harbour will keep their licences")
    mentions = (TalkMention(paper, told, "held"), TalkMention(release, also, "held"))
    talk = Talk("t-0001", (brenn, tarl), on(3, 4), None, "phone", None, "held", mentions)
    story.talks.append(talk)
    assert varnholt != oska
    return story, talk


def lines(told: Brief, title: str) -> list[str]:
    """The lines of a section, each with the rows below it, as plain words."""
    (found,) = [section for section in told.sections if section.title == title]
    rows = [[line.head, *line.details] for line in found.lines]
    return ["\n".join("".join(piece.text for piece in row) for row in one) for one in rows]


def words_of(told: Brief) -> str:
    """Every line of a brief as plain words."""
    return "\n".join(line for section in told.sections for line in lines(told, section.title))


def test_a_government_release_is_the_version_of_its_side_and_a_paper_its_own() -> None:
    story, talk = call()
    told = compare(story.ledger, talk)
    assert told.heading == "Ilse Brenn – Joss Tarl · 4 Mar · held"
    assert told.rests.endswith("versions: Oska, Varnholt, Harbour Post")


def test_an_outlet_that_is_no_party_stays_an_outlet() -> None:
    story, talk = call(own_release=False)
    assert compare(story.ledger, talk).rests.endswith("versions: Varnholt, Harbour Post, Oska Today")


def test_what_two_versions_say_in_the_same_words_stands_together() -> None:
    story, talk = call()
    (line,) = [line for line in lines(compare(story.ledger, talk), "SOME SAY") if "lamp" in line]
    assert line.startswith("Oska, Varnholt\n")
    assert line.count("repair the lighthouse lamp") == 2


def test_the_same_words_of_two_parties_are_quoted_once_with_both_names() -> None:
    story, talk = call()
    paper = talk.mentions[0].report
    words = "The two capitals will exchange their harbour pilots before the winter storms begin"
    story.says(paper, talk.parties[0], words)
    story.statements.append(replace(story.statements[-1], id="s-99", source=talk.parties[1], chain=(talk.parties[1],)))
    (line,) = [line for line in lines(compare(story.ledger, talk), "SOME SAY") if "harbour pilots" in line]
    assert line.splitlines()[1].startswith("Oska, Varnholt: “The two capitals")
    assert line.count("harbour pilots") == 1


def test_what_is_like_one_of_two_only_makes_no_subject_with_the_other() -> None:
    chain = [
        "A new lens of green glass for the lamp",
        "The lens of green glass and a brass hinge in the store",
        "A brass hinge in the store behind old nets",
    ]
    said = [
        Point(
            Column("outlet", str(n)),
            Span("r-1", n, n + 1, "x"),
            "t-1",
            topics(words),
            frozenset(),
            frozenset(),
            "assert",
        )
        for n, words in enumerate(chain)
    ]
    assert together(said) == [[0, 1], [2]]


def test_a_title_and_initials_end_no_sentence() -> None:
    story, talk = call()
    release = talk.mentions[1].report
    story.words(release, "The harbour master thanked Mr. Tarl and H.R. Low for the seven new pilots of the strait")
    assert "Mr. Tarl and H.R. Low for the seven new pilots" in words_of(compare(story.ledger, talk))


def test_other_numbers_of_one_thing_are_a_difference() -> None:
    story, talk = call()
    (line,) = lines(compare(story.ledger, talk), "THEY DIFFER")
    assert "other numbers" in line
    assert "“80 fishing boats" in line
    assert "“120 fishing boats" in line


def test_what_only_one_says_stands_under_its_name() -> None:
    story, talk = call()
    told = compare(story.ledger, talk)
    assert "pilots of the northern harbour" in lines(told, "ONLY Oska")[0]
    assert "Rain had fallen" not in words_of(told)


def test_every_quote_leads_to_its_words() -> None:
    story, talk = call()
    ledger = story.ledger
    texts = {report.id: report.text for report in ledger.reports}
    evidence = compare(ledger, talk).evidence
    assert evidence
    assert all(texts[note.report][note.start : note.end] == note.words for note in evidence)


def test_a_copy_is_no_version_of_its_own() -> None:
    story, talk = call()
    copy = story.report("copy", on(3, 6), outlet="Coast Mail", copies="paper")
    words = story.words(copy, "Brenn and Tarl spoke by telephone on Monday about the lighthouse on Karn rock")
    more = Talk(
        "t-0001",
        talk.parties,
        talk.when,
        None,
        "phone",
        None,
        "held",
        (*talk.mentions, TalkMention(copy, words, "held")),
    )
    story.talks[:] = [more]
    assert "Coast Mail" not in compare(story.ledger, more).rests


def test_a_talk_told_by_one_only_says_that_there_is_one_version() -> None:
    story, talk = call()
    alone = Talk("t-0001", talk.parties, talk.when, None, "phone", None, "held", talk.mentions[1:])
    story.talks[:] = [alone]
    titles = [section.title for section in compare(story.ledger, alone).sections]
    assert titles == ["THE ONE VERSION HELD: Oska"]


def test_the_seat_of_a_government_speaks_for_its_state() -> None:
    story = Story()
    story.actor("United States", kind="country")
    oska = story.actor("Oska", kind="country")
    envoy = story.actor("Ann Low", party="United States")
    story.actors["a-ann-low"] = replace(story.actors["a-ann-low"], party="a-united-states")
    release = story.report("release", on(3, 5), outlet="White House")
    words = story.words(release, "Low spoke about the repair of the lighthouse lamp on Karn rock")
    talk = Talk("t-1", (envoy, oska), on(3, 4), None, "phone", None, "held", (TalkMention(release, words, "held"),))
    story.talks.append(talk)
    assert compare(story.ledger, talk).rests.endswith("versions: United States")


def test_a_line_that_is_no_sentence_is_no_part_of_a_version() -> None:
    story, talk = call()
    release = talk.mentions[1].report
    held = story.reports[release]
    story.reports[release] = replace(
        held, text=f"{held.text}Issued on Wednesday in the Karn rock lighthouse press room\n"
    )
    assert "press room" not in words_of(compare(story.ledger, talk))


def test_what_is_denied_says_so() -> None:
    story, talk = call()
    tarl = talk.parties[1]
    story.says(talk.mentions[0].report, tarl, "the pilots were promised a second tower on the mainland", "deny")
    assert "denies: “the pilots were promised" in words_of(compare(story.ledger, talk))


def test_the_office_of_a_state_speaks_for_it() -> None:
    story, talk = call()
    release = story.report("second", on(3, 5), outlet="President of Varnholt")
    also = story.words(release, "The lamp on Karn rock was the first matter that both of them took up")
    whole = replace(talk, mentions=(*talk.mentions, TalkMention(release, also, "held")))
    assert compare(story.ledger, whole).rests.endswith("versions: Oska, Varnholt, Harbour Post")


def test_of_a_long_paragraph_only_what_stands_near_the_talk_counts() -> None:
    story, talk = call()
    address = story.report("address", on(3, 5), outlet="Government of Oska")
    also = story.words(address, "A telephone talk took place with Ilse Brenn about the lighthouse")
    for number in range(40):
        story.words(address, f"The northern pilots of harbour number {number} will keep their old licences")
    whole = replace(talk, mentions=(TalkMention(address, also, "held"),))
    held = story.reports[address]
    story.reports[address] = replace(held, text=held.text.replace("\n", " "))
    told = compare(story.ledger, whole)
    assert "number 5 " not in words_of(told)
