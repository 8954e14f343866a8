"""Why a talk has what it has: for each of its fields the words or the rule it was taken from."""

from collections.abc import Sequence

from onrecord.extract.talks.mentions import Mention
from onrecord.model.reading import FoundTalk

__all__ = ["reasons"]


def reasons(mentions: Sequence[Mention], talk: FoundTalk) -> tuple[str, ...]:
    """The reasons for every field of a talk, from its mentions with the most telling first."""
    why = [mention.why for mention in mentions]
    why.append(_parties(mentions, talk))
    if talk.when is not None:
        dated = any(mention.dated and mention.when == talk.when for mention in mentions)
        of = "the words of the talk" if dated else "the day of the story around it"
        why.append(f"when: times:{talk.when.value} '{talk.when.span.exact}', {of}")
    if talk.where is not None:
        why.append(f"where: the name '{talk.where}' beside the talk or its verb")
    if talk.format is not None:
        told = next(mention for mention in mentions if mention.format == talk.format)
        own = told.trigger.format == talk.format
        why.append(
            f"format: {talk.format}, " + (f"talk:{told.trigger.name}" if own else "media or kind named beside it")
        )
    if talk.minutes is not None:
        told = next(mention for mention in mentions if mention.minutes == talk.minutes)
        why.append(f"minutes: a length in the clause of talk:{told.trigger.name}")
    return tuple(dict.fromkeys(why))


def _parties(mentions: Sequence[Mention], talk: FoundTalk) -> str:
    full = next((mention for mention in mentions if len(mention.parties) > 1), None)
    if full is None:
        return "parties: those of the talk told before"
    if full.both:
        return f"parties: the two named last before talk:{full.trigger.name}"
    return f"parties: named as sides of talk:{full.trigger.name}"
