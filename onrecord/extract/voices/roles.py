"""Words for offices, bodies and groups: "foreign minister", "ministry", "officials", from the vocabulary of offices."""

from dataclasses import dataclass
from functools import cache
from typing import Literal, cast

from onrecord.model.kinds import load

__all__ = ["RoleKind", "Roles", "roles"]

RoleKind = Literal["person", "institution", "group"]


@dataclass(frozen=True, slots=True)
class Roles:
    """The vocabulary of offices as sets of words."""

    state_persons: frozenset[str]
    private_persons: frozenset[str]
    titles: frozenset[str]
    female: frozenset[str]
    male: frozenset[str]
    modifiers: frozenset[str]
    linked: tuple[tuple[str, ...], ...]
    chiefs: frozenset[str]
    institutions: frozenset[str]
    speakers: frozenset[str]
    groups: frozenset[str]
    leading: frozenset[str]
    sided: frozenset[str]
    quantities: frozenset[str]
    acting: frozenset[str]
    press: frozenset[str]
    implied: dict[str, str]

    def kind(self, word: str) -> RoleKind | None:
        """What a word can be the head of, if of anything."""
        word = word.rsplit("-", 1)[-1] if "-" in word and word not in self.state_persons else word
        if word in self.state_persons or word in self.private_persons:
            return "person"
        if word in self.groups:
            return "group"
        return "institution" if word in self.institutions else None


def _plural(word: str) -> str:
    """Many of them: "women", "activists", "witnesses", "nannies"."""
    if word.endswith("man"):
        return word.removesuffix("man") + "men"
    if word.endswith("y") and word[-2] not in "aeiou":
        return word.removesuffix("y") + "ies"
    return word + ("es" if word.endswith(("s", "ch", "sh", "x")) else "s")


@cache
def roles() -> Roles:
    """The offices of the vocabulary, read once."""
    data = load("offices")
    persons = cast(dict[str, list[str]], data["persons"])

    def words(key: str) -> frozenset[str]:
        return frozenset(cast(list[str], data[key]))

    return Roles(
        state_persons=frozenset(persons["state"]),
        private_persons=frozenset(persons["private"]),
        titles=words("titles"),
        female=words("female"),
        male=words("male"),
        modifiers=words("modifiers"),
        linked=tuple(tuple(phrase.split()) for phrase in cast(list[str], data["linked"])),
        chiefs=words("chiefs"),
        institutions=words("institutions"),
        speakers=words("speakers"),
        groups=words("groups") | {_plural(word) for word in persons["private"]},
        leading=words("leading"),
        sided=words("sided"),
        quantities=words("quantities"),
        acting=words("acting"),
        press=words("press"),
        implied=cast(dict[str, str], data["implied"]),
    )
