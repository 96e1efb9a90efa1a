"""Every rule is tried on the examples that stand beside it."""

import pytest

from loaders.articles.clean.rules import KINDS, Rule, get_rules

RULES = [rule for kind in KINDS for rule in get_rules(kind)]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_a_rule_finds_what_its_examples_say(rule: Rule) -> None:
    for example in rule.examples:
        span = rule.find(example.text)
        assert (example.text[span.start : span.end] if span else None) == example.finds


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_a_rule_has_three_examples_that_it_finds_and_one_that_it_leaves(rule: Rule) -> None:
    assert sum(example.finds is not None for example in rule.examples) >= 3
    assert any(example.finds is None for example in rule.examples)
