"""Spellings of one foreign name: "Aleksandr" and "Alexander" lie close once letters that sound alike are one."""

from functools import lru_cache

from rapidfuzz.distance import OSA

__all__ = ["alike", "blocks", "sound"]

_SHORTEST_VARIANT = 5  # letters; shorter names must be equal, since one letter then makes another name
_LONG = 7
_WRITTEN = (
    "shch>sc tsch>c tch>c sch>s sh>s zh>z kh>h ch>c ph>f dh>d gh>g th>t ks>x ck>k ts>c "
    "ye>e je>e ya>a ia>a ja>a yu>u iu>u ju>u yo>o ou>u w>v y>i j>i q>k"
)
_SAME = tuple(pair.split(">") for pair in _WRITTEN.split())
_VOWELS = "aeiouh"
_KINDS = str.maketrans("bpfvcgjkqsxzdtmn", "ffffkkkkkkkkttnn")


@lru_cache(maxsize=65536)
def sound(word: str) -> str:
    """A folded name with letters that transliterations exchange made one, and doubled letters single."""
    for written, heard in _SAME:
        word = word.replace(written, heard)
    return "".join(letter for at, letter in enumerate(word) if at == 0 or word[at - 1] != letter)


@lru_cache(maxsize=65536)
def alike(one: str, other: str) -> bool:
    """Equal, or spellings of one name: one sound apart, two in a long name, and never a consonant of another kind."""
    if one == other:
        return True
    if min(len(one), len(other)) < _SHORTEST_VARIANT or one[0] != other[0]:
        return False
    a, b = sound(one), sound(other)
    long = min(len(a), len(b)) >= _LONG
    if a[:2] != b[:2] or OSA.distance(a, b) > (2 if long else 1):
        return False
    mine, theirs = _consonants(a), _consonants(b)
    return mine == theirs or (long and len(mine) != len(theirs) and OSA.distance(mine, theirs) == 1)


@lru_cache(maxsize=65536)
def blocks(word: str) -> frozenset[str]:
    """Keys of which two words that are `alike` share one, so that only those need be compared."""
    heard = sound(word)
    letters = _consonants(heard)
    cut = [letters[:at] + letters[at + 1 :] for at in range(len(letters))] if len(heard) >= _LONG else []
    return frozenset([word, *(f"{heard[:2]} {key}" for key in (letters, *cut))])


def _consonants(word: str) -> str:
    """The consonants by where the mouth makes them: "r" and "l" tell names apart, "d" and "t" do not."""
    return "".join(letter for letter in word if letter not in _VOWELS).translate(_KINDS)
