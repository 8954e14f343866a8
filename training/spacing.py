"""Where white space stood in text that reached us as bare tokens."""

from onrecord.read.features import GLUED, SPACED

_CLOSING = frozenset(".,;:!?)]}%”’'") | {"''", "n't", "n’t", "...", "-RRB-"}
_OPENING = frozenset("([{$£€“‘#") | {"``", "-LRB-"}


def spaced(tokens: list[str]) -> list[int]:
    """The break before each token, guessed from punctuation and clitics."""
    breaks: list[int] = []
    inside = False
    before = ""
    for token in tokens:
        glued = token in _CLOSING or before in _OPENING or (token[:1] in "'’" and len(token) > 1)
        if token == '"':
            glued = glued or inside
            inside = not inside
        elif before == '"' and inside:
            glued = True
        breaks.append(GLUED if glued else SPACED)
        before = token
    return breaks
