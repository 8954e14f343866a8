"""The reader is loaded once: it is the same for every test and nothing in it changes."""

import pytest
from spacy.language import Language

import onrecord.read


@pytest.fixture(scope="session")
def nlp() -> Language:
    """The reader on one thread."""
    return onrecord.read.load(threads=1)
