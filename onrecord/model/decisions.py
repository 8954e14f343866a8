"""Decisions in plain words, for people and beside the records that they touched."""

import re
from collections.abc import Iterator, Sequence

from onrecord.model.judgement import Anchor, Change, Judgement

__all__ = ["in_words", "named_in", "reason"]

_DONE = {
    "accept": "accepted",
    "reject": "rejected",
    "correct": "corrected",
    "merge": "merged",
    "split": "split",
    "add": "added",
}
_LABELS = {"source": "speaker", "source_span": "words for the speaker", "of": "counts", "by": "by"}
SHORT = 60  # characters of a quote among reasons
_ID = re.compile(rf"(?:{'|'.join(_DONE.values())}) by .* \((j-[0-9a-f]+)\)", re.DOTALL)


def in_words(judgement: Judgement) -> str:
    """What was decided, as a line of plain words: `act: deny`, `speaker: Edvar Holt`, `merged with a-77f0`."""
    if judgement.decision == "merge":
        return f"merged with {', '.join(judgement.others)}"
    if judgement.decision == "split":
        out = dict.fromkeys(_out(anchor) for anchor in judgement.anchors if anchor.part)
        return f"split: without {', '.join(list(out)[:4])}{', …' if len(out) > 4 else ''}"
    if judgement.decision == "accept" and judgement.others:
        return f"two, and not one with {', '.join(judgement.others)}"
    fields = "; ".join(_change(change) for change in judgement.changes)
    done = _DONE.get(judgement.decision, judgement.decision)
    if judgement.decision == "correct":
        return fields or done
    kind = f" {judgement.kind}" if judgement.decision == "add" and judgement.kind else ""
    return f"{done}{kind}{': ' if fields else ''}{fields}"


def reason(judgement: Judgement) -> str:
    """The same with who decided it, when and why, and the id of the row, as it stands among a record's reasons."""
    done = _DONE.get(judgement.decision, judgement.decision)
    note = f", because {judgement.note}" if judgement.note else ""
    said = in_words(judgement)
    what = f": {said.removeprefix(done).removeprefix(': ').strip()}" if said != done else ""
    return f"{done} by {judgement.by} on {judgement.at[:10]}{what}{note} ({judgement.id})"


def named_in(reasons: Sequence[str]) -> Iterator[str]:
    """The ids of the decisions that stand among some reasons."""
    for one in reasons:
        if one.endswith(")") and (found := _ID.fullmatch(one)):
            yield found[1]


def _out(anchor: Anchor) -> str:
    """What comes out by a split: of an actor a name, of what reports tell the words."""
    if anchor.kind == "actor" or not anchor.words:
        return anchor.name
    words = " ".join(anchor.words[0].exact.split())
    return f"“{words if len(words) <= SHORT else words[:SHORT] + '…'}” in {anchor.report}"


def _change(change: Change) -> str:
    label = _LABELS.get(change.field, change.field.replace("_", " "))
    pieces = [change.value] if change.value is not None else []
    pieces += [", ".join(who.name for who in change.who)] if change.who else []
    if change.words and not (change.who and change.field in ("source", "addressee")):
        pieces.append(f"“{' … '.join(' '.join(span.exact.split()) for span in change.words)}”")
    return f"{label}: {' '.join(pieces) or 'none'}"
