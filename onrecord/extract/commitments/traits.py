"""What can be told of a clause by its grammar and by who says it, for judging whether it binds anybody."""

from collections.abc import Iterator

from onrecord.extract.clause import child, children, negated, relation, tense
from onrecord.extract.commitments.ahead import Ahead
from onrecord.extract.commitments.bond import PRESS, Scene
from onrecord.extract.commitments.future import DAYS
from onrecord.extract.commitments.words import words

__all__ = ["traits"]

PRONOUNS = {"i": "I", "we": "we", "it": "it", "they": "they", "he": "he or she", "she": "he or she"}
SAYING = frozenset({"say", "tell", "announce", "confirm", "add", "declare"})
OFTEN = frozenset({"always", "never", "also", "ultimately", "surely", "certainly", "probably", "likely", "only"})


def traits(clause: Ahead, scene: Scene) -> frozenset[str]:
    """The traits of a clause by name, as `promise.yaml` weighs them."""
    return frozenset((*_of_doer(clause, scene), *_of_speaker(clause, scene), *_of_deed(clause), *_of_place(clause)))


def _of_doer(clause: Ahead, scene: Scene) -> Iterator[str]:
    yield f"doer: {PRONOUNS.get(clause.who.lower_, 'a name' if clause.who.pos_ == 'PROPN' else 'a noun')}"
    yield f"by: {scene.kind(clause.by[0])}"
    if len(clause.by) > 1:
        yield "by: several"


def _of_speaker(clause: Ahead, scene: Scene) -> Iterator[str]:
    speaker, cast = clause.speaker, scene.cast
    if speaker in clause.by:
        yield "speaker: who is to do it"
    else:
        side = any(cast.same_side(speaker, one) for one in clause.by)
        yield "speaker: of the same side" if side else "speaker: another"
    yield f"speaker: {'press' if scene.kind(speaker) in PRESS else scene.kind(speaker)}"
    if cast.voices.party(speaker) is not None:
        yield "speaker: speaks for a side"
    statement = scene.said.statements[clause.said]
    yield f"act: {statement.act}"
    if statement.mode != "indirect":
        yield "quoted"


def _of_deed(clause: Ahead) -> Iterator[str]:
    verb, action = clause.verb, clause.action
    lemma = action.lemma_.lower()
    yield "told: going to" if verb.i != action.i else f"told: {tense(verb)}"
    told = {
        "not": negated(verb) or negated(action),
        "deed: a verb that does not bind": lemma in words().unbinding,
        "deed: have": lemma == "have",
        "deed: do": lemma == "do",
        "deed: under way": action.tag_ == "VBG",
        "deed: on a thing": child(action, "obj") is not None,
        "deed: another with it": child(action, "xcomp", "ccomp") is not None,
        "how: always, also": any(kid.lower_ in OFTEN for kid in action.children),
    }
    yield from (name for name, so in told.items() if so)


def _of_place(clause: Ahead) -> Iterator[str]:
    verb, sentence = clause.verb, clause.verb.sent
    kind = relation(verb)
    yield f"place: {kind.lower() if kind.lower() in ('root', 'ccomp', 'conj', 'parataxis') else 'other'}"
    if kind in ("ccomp", "parataxis"):
        yield "under: a plain word for saying" if verb.head.lemma_.lower() in SAYING else "under: another word"
    if any(word.lower_ == "if" for word in sentence):
        yield "if"
    if any(kid.lower_ in DAYS for word in (verb, clause.action) for kid in children(word, "obl", "nmod", "obl:tmod")):
        yield "a day"
