"""Things that are named by their weekday and lie behind: nobody sets a day for an attack, and news has been told."""

from spacy.tokens import Token

__all__ = ["has_happened"]

_STRUCK = (
    "accident ambush arrest assassination assault attack battle blast blaze bloodshed bombardment bombing breakthrough "
    "carnage clash collapse collision coup crackdown crash death defeat derailment disaster earthquake escape "
    "explosion fighting fire flood gunfire hijacking incident incursion kidnapping killing loss massacre mishap murder "
    "outage outbreak outburst provocation quake raid rampage riot seizure shelling shooting shootout siege slaughter "
    "slaying stabbing stampede storm strike surprise tornado tragedy unrest upheaval upset victory violence volley"
)
_TOLD = (
    "accusation admission allegation announcement apology ban claim comment comments condemnation confirmation "
    "decision declaration decree denial disclosure error failure figures inaction move news refusal rejection remark "
    "remarks report resignation result results revelation ruling setback settlement statement verdict warning "
    "close decline drop gain level low high price rally rise slide slump"
)
_STRIKES, _TELLS = frozenset(_STRUCK.split()), frozenset(_TOLD.split())
_WHOSE = frozenset(["nmod:poss", "compound", "nmod:unmarked", "obl:unmarked"])
_COME_AFTER = frozenset(["follow"])  # "the ban follows Tuesday's vote"
_COME_BEFORE = frozenset(["await", "expect", "anticipate", "precede", "before", "until", "till", "ahead"])


def has_happened(day: Token, tense: str | None) -> bool:
    """Does a day say of which attack or news a clause of the present tells, or of which attack one of the future?"""
    thing = day.head
    if day.dep_ not in _WHOSE or thing.pos_ not in {"NOUN", "PROPN"} or thing.i == day.i or _is_awaited(thing):
        return False
    named = {thing.lemma_.lower(), thing.lower_, thing.lower_.removesuffix("s")}
    if tense == "future":
        return not named.isdisjoint(_STRIKES)
    return not named.isdisjoint(_STRIKES | _TELLS) or _is_followed(thing)


def _is_awaited(thing: Token) -> bool:
    """Is it what people wait for, or do something before: "ahead of Tuesday's announcement"?"""
    near = {child.lower_ for child in thing.children if child.dep_ == "case"} | {thing.head.lemma_.lower()}
    return not near.isdisjoint(_COME_BEFORE)


def _is_followed(thing: Token) -> bool:
    """Is it what another thing follows: "the ban follows Tuesday's vote"?"""
    verb = thing.head
    return verb.pos_ == "VERB" and thing.dep_ == "obj" and verb.lemma_.lower() in _COME_AFTER
