"""The label inventories that training and reading share, in the order of the model's outputs."""

from typing import Final

ROLES: Final = ("source", "cue", "content")
ATTRIBUTION: Final = ("O", "B-source", "I-source", "B-cue", "I-cue", "B-content", "I-content")
NAME_KINDS: Final = ("PERSON", "LOC", "ORG", "MISC")
NAMES: Final = ("O", *(f"{mark}-{kind}" for kind in NAME_KINDS for mark in "BI"))
UPOS: Final = (
    "ADJ", "ADP", "ADV", "AUX", "CCONJ", "DET", "INTJ", "NOUN", "NUM",
    "PART", "PRON", "PROPN", "PUNCT", "SCONJ", "SYM", "VERB", "X",
)  # fmt: skip
