"""The reader as a spaCy component: an ordinary `Doc` in, the same `Doc` filled."""

from collections import deque
from collections.abc import Iterable, Iterator
from typing import Final

import numpy as np
from numpy.typing import NDArray
from spacy.attrs import DEP, HEAD, IS_SPACE, LEMMA, ORTH, POS, TAG
from spacy.language import Language
from spacy.symbols import IDS
from spacy.tokens import Doc, Span

from onrecord.model.attribution import Attribution, Offsets
from onrecord.read import features, reading, session
from onrecord.read.labels import NAME_KINDS, ROLES, UPOS
from onrecord.read.lemmas import Lemmas
from onrecord.read.reading import Read, Words
from onrecord.read.subwords import Subwords
from onrecord.read.voices import Stretch, Voiced

FACTORY: Final = "onrecord_reader"
MARKED: Final = "onrecord"
"""Key of `doc.spans` with every source, cue and content found, also those that belong to no whole attribution."""
UPOS_IDS: Final = np.array([IDS[name] for name in UPOS], np.uint64)
SPACE_TAG: Final = "_SP"

if not Doc.has_extension("attributions"):
    Doc.set_extension("attributions", default=())
if not Doc.has_extension("meaning"):
    Doc.set_extension("meaning", default=None)


@Language.factory(  # type: ignore[untyped-decorator]
    "onrecord_reader",
    assigns=[
        "doc._.attributions",
        "doc._.meaning",
        "doc.ents",
        "token.dep",
        "token.head",
        "token.lemma",
        "token.pos",
        "token.tag",
        "token.is_sent_start",
    ],
    default_config={"threads": None},
)
def make_reader(nlp: Language, name: str, threads: int | None) -> "Reader":
    """The component with the weights that ship with the package; `threads` windows are read at a time."""
    return Reader(threads=threads)


class Reader:
    """Fills word classes, lemmas, syntax, sentences, names and attributions of a `Doc` whose words are given."""

    def __init__(self, *, threads: int | None = None) -> None:
        self._decoder = session.decoder()
        self._model = session.OnnxModel(threads=threads)
        self._subwords = Subwords(session.WEIGHTS / session.TOKENIZER)
        self._lemmas = Lemmas(session.lemmas())

    @property
    def version(self) -> str:
        """Which weights these are."""
        return self._decoder.version

    def __call__(self, doc: Doc) -> Doc:
        """Read one doc."""
        return next(self.pipe([doc]))

    def pipe(self, stream: Iterable[Doc], *, batch_size: int = 64) -> Iterator[Doc]:
        """Read a stream of docs, several at a time; each comes out as it would alone.

        The model is at work on the next docs while these are used; `batch_size` is spaCy's and changes nothing, for
        windows are counted, not docs.
        """
        taken: deque[tuple[Doc, NDArray[np.int64], Words]] = deque()

        def words() -> Iterator[Words]:
            for doc in stream:
                numbers = word_numbers(doc)
                taken.append((doc, numbers, words_of(doc, numbers)))
                yield taken[-1][2]

        for answer in reading.read(words(), self._subwords, self._model, self._decoder):
            doc, numbers, given = taken.popleft()
            if len(doc):
                self._fill(doc, numbers, given, answer)
            yield doc

    def _fill(self, doc: Doc, numbers: NDArray[np.int64], words: Words, answer: Read) -> None:
        _fill_words(doc, numbers, answer, self._decoder, self._lemmas.of(words.texts, answer.upos))
        doc.set_ents(
            [
                Span(doc, int(numbers[begin]), int(numbers[end - 1]) + 1, label=NAME_KINDS[kind])
                for kind, begin, end in answer.names
            ],
            default="outside",
        )
        doc.spans[MARKED] = [
            Span(doc, int(numbers[begin]), int(numbers[end - 1]) + 1, label=ROLES[role])
            for role, begin, end in answer.marked
        ]
        doc._.attributions = tuple(_attribution(doc, numbers, one) for one in answer.voices)
        doc._.meaning = _by_token(len(doc), numbers, answer.meaning)


def word_numbers(doc: Doc) -> NDArray[np.int64]:
    """Which tokens of a doc are words rather than white space."""
    spaces = doc.to_array([IS_SPACE]).reshape(-1)
    return np.flatnonzero(spaces == 0)


def words_of(doc: Doc, numbers: NDArray[np.int64]) -> Words:
    """The words of a doc with the break before each."""
    text = doc.text
    starts = np.array([token.idx for token in doc], np.int64)[numbers] if len(numbers) else np.zeros(0, np.int64)
    texts = [doc[at].text for at in numbers.tolist()]
    ends = [0, *(begin + len(word) for begin, word in zip(starts.tolist(), texts, strict=True))]
    blanks = [text[end:begin] for end, begin in zip(ends, starts.tolist(), strict=False)]
    breaks = np.array([features.break_of(blank) for blank in blanks], np.int8)
    breaks[:1] = features.NEW_LINE
    return Words(texts, breaks, np.array([blank.count("\n") > 1 for blank in blanks], bool))


def _fill_words(
    doc: Doc, numbers: NDArray[np.int64], answer: Read, decoder: session.Decoder, lemmas: list[str]
) -> None:
    """Write word classes, lemmas and trees; white space hangs on the word before it."""
    strings = doc.vocab.strings
    rows = np.zeros((len(doc), 5), np.uint64)
    tags = np.array([strings.add(tag) for tag in decoder.xpos], np.uint64)
    relations = np.array([strings.add("ROOT" if one == "root" else one) for one in decoder.relations], np.uint64)
    above = _before(numbers, len(doc))
    rows[:, 0] = IDS["SPACE"]
    rows[:, 1] = strings.add(SPACE_TAG)
    rows[:, 2] = strings.add("dep")
    rows[:, 3] = doc.to_array([ORTH]).reshape(-1)
    if len(numbers):
        above[numbers] = numbers[answer.heads]
        rows[numbers, 0] = UPOS_IDS[answer.upos]
        rows[numbers, 1] = tags[answer.xpos]
        rows[numbers, 2] = relations[answer.relations]
        rows[numbers, 3] = [strings.add(lemma) for lemma in lemmas]
        roots = numbers[answer.heads == np.arange(len(numbers))]
        rows[roots, 2] = strings.add("ROOT")
    rows[:, 4] = (above - np.arange(len(doc))).astype(np.int64).view(np.uint64)
    doc.from_array([POS, TAG, DEP, LEMMA, HEAD], rows)


def _by_token(
    count: int, numbers: NDArray[np.int64], vectors: NDArray[np.float32] | None
) -> NDArray[np.float32] | None:
    """A vector a token, nothing for white space; None where the weights give none."""
    if vectors is None:
        return None
    found = np.zeros((count, vectors.shape[1]), np.float32)
    found[numbers] = vectors
    return found


def _before(numbers: NDArray[np.int64], count: int) -> NDArray[np.int64]:
    """For each token the last word up to it; white space at the very front takes the first word."""
    if not len(numbers):
        return np.zeros(count, np.int64)
    at = np.searchsorted(numbers, np.arange(count), "right") - 1
    found: NDArray[np.int64] = numbers[np.maximum(at, 0)]
    return found


def _attribution(doc: Doc, numbers: NDArray[np.int64], voiced: Voiced) -> Attribution:
    return Attribution(
        source=_offsets(doc, numbers, voiced.source),
        cue=_offsets(doc, numbers, voiced.cue),
        content=_offsets(doc, numbers, voiced.content),
        confidence=round(float(np.exp(np.mean(np.log(np.clip(voiced.chances, 1e-6, 1))))), 4),
    )


def _offsets(doc: Doc, numbers: NDArray[np.int64], stretches: list[Stretch]) -> Offsets:
    pairs = []
    for begin, end in stretches:
        last = doc[int(numbers[end - 1])]
        pairs.append((doc[int(numbers[begin])].idx, last.idx + len(last)))
    return tuple(pairs)
