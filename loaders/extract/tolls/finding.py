"""From a passage to its tolls."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from itertools import pairwise

from loaders.extract.passage import Passage, Sentence, Token
from loaders.extract.tolls.harms import Counted, find_harm, get_words, to_harm
from loaders.extract.tolls.numbers import Amount, iter_amounts
from loaders.extract.tolls.toll import Toll
from ontology.extraction import Span

_LONGEST_WHOM = 6
_NEAR_AGAIN = 7


def find_tolls(passage: Passage) -> tuple[Toll, ...]:
    """All tolls of a passage, in order; "put that number at 5,000" takes the harm of the toll before it."""
    found: list[Toll] = []
    for sentence in passage.sentences:
        found += _tolls_of(passage, sentence, found[-1] if found else None)
    return tuple(found)


def _tolls_of(passage: Passage, sentence: Sentence, before: Toll | None) -> Iterator[Toll]:
    tokens = passage.tokens_of(sentence)
    words = [token.text.lower() for token in tokens]
    amounts = list(_amounts(passage, sentence, tokens, words))
    edges = [0, *(end for _, _, end in amounts)], [*(first for _, first, _ in amounts), len(words)]
    told = False
    for number, (amount, first, end) in enumerate(amounts):
        whom_end, of_people = _whom(tokens, words, end)
        counted = Counted(first, end, edges[0][number], edges[1][number + 1], of_people)
        toll = _toll(passage, sentence, tokens, amount, counted, whom_end, words)
        if toll is None and before is not None and not told and _is_again(words, first):
            toll = Toll(before.harm, amount.low, amount.high, amount.span, sentence, before.of_whom, again=True)
        if toll is None and told and first and words[first - 1] in get_words("active"):
            toll = _elided(sentence, tokens, amount, words[first - 1], first)
        if toll is None and number + 1 < len(amounts) and of_people:
            toll = _joined(passage, sentence, tokens, words, amounts, edges, number)
        if toll is not None:
            told = True
            yield toll


def _elided(sentence: Sentence, tokens: Sequence[Token], amount: Amount, verb: str, first: int) -> Toll:
    """ "And wounded 30", where the verb before has told of whom."""
    return Toll(to_harm(verb), amount.low, amount.high, Span(tokens[first - 1].start, amount.span.end), sentence)


def _joined(
    passage: Passage,
    sentence: Sentence,
    tokens: Sequence[Token],
    words: Sequence[str],
    amounts: Sequence[tuple[Amount, int, int]],
    edges: tuple[list[int], list[int]],
    number: int,
) -> Toll | None:
    """ "Three soldiers and two drivers were killed": the first are killed with the second."""
    (amount, _, end), (following, first, following_end) = amounts[number : number + 2]
    if first - end > _LONGEST_WHOM or words[first - 1] not in ("and", ","):
        return None
    whom_end, of_people = _whom(tokens, words, following_end)
    counted = Counted(first, following_end, edges[0][number + 1], edges[1][number + 2], of_people)
    other = _toll(passage, sentence, tokens, following, counted, whom_end, words)
    if other is None or other.whole.end <= tokens[whom_end - 1].end:
        return None
    whom = _name_of(passage.text[amount.span.end : tokens[first - 1].start].strip())
    return Toll(other.harm, amount.low, amount.high, Span(amount.span.start, other.whole.end), sentence, whom)


def _amounts(
    passage: Passage, sentence: Sentence, tokens: Sequence[Token], words: Sequence[str]
) -> Iterator[tuple[Amount, int, int]]:
    """Each amount with its first word and the first one behind it; one that only plays with another is left out."""
    starts, ends = [t.start for t in tokens], [t.end for t in tokens]
    placed = [
        (amount, bisect_right(ends, amount.span.start), bisect_left(starts, amount.span.end))
        for amount in iter_amounts(passage.text, sentence.span.start, sentence.span.end)
    ]
    yield from placed[:1]
    yield from (later for sooner, later in pairwise(placed) if not _is_aside(words[sooner[2] : later[1]]))


def _is_aside(between: Sequence[str]) -> bool:
    """Whether the words between two numbers make the second an aside: "hundreds — if not thousands"."""
    bare = [word for word in between if word not in get_words("fillers")]
    return bare in (["if", "not"], ["or"], ["and", "possibly"])


def _whom(tokens: Sequence[Token], words: Sequence[str], end: int) -> tuple[int, bool]:
    """Where the words for the counted end, and whether they are people: "of Kenyan soldiers", or nothing at all."""
    for at in range(end, min(len(words), end + _LONGEST_WHOM)):
        word = words[at]
        if word in get_words("people"):
            return at + 1, True
        if word in get_words("passive") or word in get_words("harmed") or not word[0].isalnum():
            return at, at == end or _is_demonym(tokens[at - 1].text)
    return end, False


def _is_demonym(word: str) -> bool:
    return word[0].isupper() and word.endswith(("s", "i", "ese"))


def _toll(
    passage: Passage,
    sentence: Sentence,
    tokens: Sequence[Token],
    amount: Amount,
    counted: Counted,
    whom_end: int,
    words: Sequence[str],
) -> Toll | None:
    harm = find_harm(words, counted)
    if harm is None:
        return None
    first, last = min(harm.at, counted.first), max(harm.at, counted.end - 1)
    whole = Span(min(tokens[first].start, amount.span.start), max(tokens[last].end, amount.span.end))
    whom = _name_of(passage.text[amount.span.end : tokens[whom_end - 1].end]) if whom_end > counted.end else None
    return Toll(harm.name, amount.low, amount.high, whole, sentence, whom)


def _name_of(counted: str) -> str | None:
    """Whom the words behind a number name: "of its own soldiers" the soldiers, "dead" or "of them" nobody."""
    words = counted.split()
    while words and words[0].lower() in get_words("before_name"):
        words.pop(0)
    return " ".join(words) if words and words[-1].lower() not in get_words("unnamed") else None


def _is_again(words: Sequence[str], first: int) -> bool:
    near = words[max(0, first - _NEAR_AGAIN) : first]
    told = not get_words("again_verbs").isdisjoint(near) and not get_words("again_what").isdisjoint(near)
    return told and near[-1] in ("at", "to", "as")
