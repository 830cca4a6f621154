"""The forms of English verbs."""

from __future__ import annotations

import pytest

from testimonia.words.verbs import base_of, forms_of, is_irregular_participle, is_irregular_past, verb_forms


@pytest.mark.parametrize(
    ("entry", "forms"),
    [
        ("accuse", ("accuse", "accuses", "accusing", "accused", "accused")),
        ("deny", ("deny", "denies", "denying", "denied", "denied")),
        ("pay:paid:paid", ("pay", "pays", "paying", "paid", "paid")),
        ("give:gave:given", ("give", "gives", "giving", "gave", "given")),
        ("plot:plotted:plotted", ("plot", "plots", "plotting", "plotted", "plotted")),
        ("confess", ("confess", "confesses", "confessing", "confessed", "confessed")),
        ("agree:agreed:agreed", ("agree", "agrees", "agreeing", "agreed", "agreed")),
        ("lie:lied:lied", ("lie", "lies", "lying", "lied", "lied")),
        ("put:put:put", ("put", "puts", "putting", "put", "put")),
        ("have:had:had", ("have", "has", "having", "had", "had")),
        ("go:went:gone", ("go", "goes", "going", "went", "gone")),
    ],
)
def test_a_verb_has_five_forms(entry: str, forms: tuple[str, ...]) -> None:
    made = verb_forms(entry)
    assert (made.base, made.third, made.ing, made.past, made.participle) == forms


@pytest.mark.parametrize(
    ("word", "past", "participle"),
    [
        ("swore", True, False),
        ("sworn", False, True),
        ("kept", True, True),
        ("flung", True, True),
        ("foresaw", True, False),
        ("overthrown", False, True),
        ("stricken", False, True),
        ("hope", False, False),
    ],
)
def test_an_irregular_form_is_known(word: str, past: bool, participle: bool) -> None:
    assert (is_irregular_past(word), is_irregular_participle(word)) == (past, participle)


@pytest.mark.parametrize(
    ("form", "base"),
    [
        ("withheld", "withhold"),
        ("slew", "slay"),
        ("spat", "spit"),
        ("overran", "overrun"),
        ("overrun", "overrun"),
        ("lay", "lie"),
        ("saw", "see"),
        ("gotten", "get"),
        ("walked", "walked"),
    ],
)
def test_an_irregular_form_leads_to_its_verb(form: str, base: str) -> None:
    assert base_of(form) == base


@pytest.mark.parametrize(
    ("base", "forms"), [("get", ("get", "got")), ("strike", ("strike", "struck")), ("try", ("try",))]
)
def test_of_two_participles_the_commoner_counts(base: str, forms: tuple[str, ...]) -> None:
    assert forms_of(base) == forms
