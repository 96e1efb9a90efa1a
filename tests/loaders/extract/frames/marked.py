"""Sentences with their names marked by hand, to test without the reader ("[s Kenyan] troops took [l Lamu]")."""

import re
from dataclasses import dataclass

from loaders.extract.frames import Line, join_line, make_line
from loaders.extract.passage import Passage, make_passage
from ontology.document import Document
from ontology.extraction import Mention, MentionForm, Span
from ontology.identity import slug

_MARK = re.compile(r"\[(?:([a-z]) )?([^\]]+)\]")
_CLASSES = {
    "s": "State", "p": "Person", "o": "Organization", "a": "Alliance", "l": "Place", "g": "Group", "w": "Weapon",
}  # fmt: skip


@dataclass(frozen=True)
class Marked:
    """A passage of one sentence, its mentions, and the class of each entity; an entity's id is the slug of its name."""

    passage: Passage
    mentions: tuple[Mention, ...]
    classes: dict[str, str]

    def line(self, *, join: bool = True) -> Line:
        plain = make_line(self.passage, self.passage.sentences[0], self.mentions, self.classes)
        return join_line(plain) if join else plain


def marked(text: str) -> Marked:
    """A marked sentence: a letter is the class (`s` a state's adjective, none a state), `=` tells who is meant."""
    plain, mentions, classes, at = "", [], {}, 0
    for mark in _MARK.finditer(text):
        plain += text[at : mark.start()]
        at = mark.end()
        letter, (name, _, means) = mark[1], mark[2].partition("=")
        start = len(plain)
        plain += name
        class_ = _CLASSES[letter or "s"]
        form = MentionForm.ADJECTIVE if letter == "s" else MentionForm.NAME
        classes[slug(means or name)] = class_
        mentions.append(Mention(Span(start, len(plain)), (slug(means or name),), form))
    plain += text[at:]
    passage = make_passage(Document(key="id:t", publisher="organization:p", text=plain, language="en"))
    return Marked(passage, tuple(mentions), classes)
