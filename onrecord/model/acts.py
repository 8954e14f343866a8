"""The closed vocabularies of the ledger: what can be done by saying, and what can become of it."""

from typing import Literal

__all__ = [
    "Act", "ActorKind", "ClaimStatus", "CommitmentStatus", "Compare", "Mode", "Objecting", "Stance", "Standing",
    "TalkStatus",
]  # fmt: skip

Act = Literal[
    "assert", "announce", "promise", "agree", "offer", "demand", "appeal",
    "warn", "threaten", "accuse", "deny", "refuse", "confirm", "doubt",
]  # fmt: skip
Mode = Literal["direct", "indirect", "mixed"]
ActorKind = Literal["person", "office", "country", "organisation", "group", "outlet", "agency"]
TalkStatus = Literal["held", "under way", "planned", "proposed", "refused", "cancelled"]
CommitmentStatus = Literal[
    "pledged", "confirmed", "doubted", "disputed", "denied", "refused", "postponed",
    "due", "overdue", "contradicted", "reported kept", "reported broken", "withdrawn",
]  # fmt: skip
Stance = Literal["accept", "confirm", "doubt", "deny", "contradict", "refuse", "keep", "break"]
Compare = Literal["exactly", "about", "more than", "less than", "up to"]
ClaimStatus = Literal["unchallenged", "doubted", "disputed", "denied", "taken back", "corroborated"]
Standing = Literal["asserted", "denied", "uncertain"]
Objecting = Literal["doubt", "deny", "contradict", "take back"]
