"""What the claims of a page tell of its excerpts."""

from __future__ import annotations

from testimonia.assertions.setting import Setting, setting_of
from testimonia.model import Act, Assertion, Span


def heading(number: int, speaker: str, act: Act, *of: str) -> Assertion:
    return Assertion(f"a{number}", Span(0, 1), "x", speaker, speaker, act, claim=f"c{number}", of=of)


def test_a_claim_states_what_its_heading_does() -> None:
    stated = heading(1, "p-ash", Act.ADMITS)
    setting = setting_of([stated, heading(2, "compiler", Act.JUDGES, "p-ash")])
    assert setting.of_claim("c1") == (stated,)
    assert setting.of_claim("c9") == setting.of_claim(None) == ()


def test_who_is_blamed_in_two_headings_stands_accused() -> None:
    once = setting_of([heading(1, "p-birch", Act.ACCUSES, "p-ash")])
    twice = setting_of([heading(n, "p-birch", Act.ACCUSES, "p-ash") for n in (1, 2)])
    assert not once.accused
    assert twice.accused == {"p-ash"}
    assert twice.standing["p-ash"] == ("stands accused",)
    assert twice.standing["p-birch"] == ("stands accuses",)


def test_statements_of_excerpts_make_no_standing() -> None:
    said = Assertion("a1", Span(0, 1), "x", "p-ash", "Ash", Act.ADMITS, excerpt="x1")
    assert setting_of([said]) == Setting()
