"""The vocabulary of acts: its words, and a reader's own laid over them."""

from __future__ import annotations

from pathlib import Path

import pytest

from testimonia import VocabularyError
from testimonia.assertions import AssertionStage
from testimonia.assertions.acts import Form, Group, Object, words_of
from testimonia.assertions.acts_file import read_vocabulary
from testimonia.model import Act, MarkerKind

VOCABULARY = read_vocabulary()


def usages(text: str, group: Group = Group.SAYS) -> list[str]:
    """The names of the usages met in a text, the longest at each place."""
    words = words_of(text)
    found = []
    place = 0
    while place < len(words):
        hit = next((h for h in VOCABULARY.at(words, place) if h.usage.group is group), None)
        if hit is not None:
            found.append(hit.usage.name.split(".")[1])
        place = hit.last if hit is not None else place + 1
    return found


def file(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "own.toml"
    path.write_text(text, encoding="utf-8")
    return path


@pytest.mark.parametrize("act", list(Act))
def test_every_act_has_its_name_in_the_standards(act: Act) -> None:
    standard = VOCABULARY.standard(act)
    assert standard.crminf in ("True", "False", "Unknown")
    assert standard.tei in ("event", "state")
    assert standard.tei_type
    assert standard.ipif


@pytest.mark.parametrize("act", list(Act))
def test_every_act_has_words(act: Act) -> None:
    assert any(usage.act is act for usage in VOCABULARY.usages.values())


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("She admitted it", "admitting"),
        ("They own up to the theft", "admitting"),
        ("Rowe pleaded guilty", "admitting"),
        ("Rowe pled not guilty", "denying"),
        ("Rowe pleads not guilty to arson", "denying"),
        ("He denies the charge", "denying"),
        ("He denied his confession", "retracting"),
        ("taking back every word", "retracting"),
        ("She took her statement back", "retracting"),
        ("testified against the mate", "accusing"),
        ("put the blame for the wreck on the mate", "accusing"),
        ("held the owners responsible for it", "accusing"),
        ("bears out the mate's account", "corroborating"),
        ("found him not guilty", "exonerating"),
        ("found the mate guilty", "judging"),
        ("calls her a fool", "judging"),
        ("told the judge", "saying"),
        ("believes the judge", "opining"),
    ],
)
def test_a_word_of_saying_is_known_in_all_its_forms(text: str, name: str) -> None:
    assert usages(text)[0] == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("robbed the bank", "crime"),
        ("paid the clerk", "payment"),
        ("was arrested", "measure"),
        ("were tortured", "ill-treatment"),
        ("a show trial", "sham"),
        ("treated them fairly", "good-treatment"),
        ("murdered the clerk", "killing"),
        ("committed suicide", "event"),
    ],
)
def test_a_deed_is_of_one_sort(text: str, name: str) -> None:
    assert usages(text, Group.DEEDS)[0] == name


def test_the_longest_entry_comes_first() -> None:
    first, *others = VOCABULARY.at(words_of("pleaded not guilty to arson"), 0)
    assert (first.usage.act, first.last) == (Act.DENIES, 4)
    assert others


def test_a_gap_is_at_most_five_words_and_says_where_it_was() -> None:
    words = words_of("took what he had said back")
    assert VOCABULARY.at(words, 0)[0].gap == (1, 5)
    assert usages("took every word that he had ever said back") != ["retracting"]


def test_an_entry_tells_what_its_object_is() -> None:
    objects = {name: usage.object for name, usage in VOCABULARY.usages.items() if usage.group is Group.SAYS}
    assert objects["says.admitting"] is Object.DEED
    assert objects["says.accusing"] is Object.PERSON
    assert objects["says.corroborating"] is Object.STATEMENT
    assert objects["says.saying"] is Object.CLAUSE


def test_a_denial_of_one_act_is_another() -> None:
    assert VOCABULARY.usages["says.admitting"].negated is Act.DENIES
    assert VOCABULARY.usages["deeds.killing"].negated is Act.EXONERATES
    assert VOCABULARY.usages["qualities.innocence"].negated is Act.JUDGES
    assert VOCABULARY.usages["says.accusing"].negated is None


def test_the_form_of_a_verb_is_told_and_nouns_have_none() -> None:
    (hit,) = [h for h in VOCABULARY.at(["gave"], 0) if h.is_verb][:1]
    assert hit.forms == {Form.PAST}
    assert all(not h.is_verb for h in VOCABULARY.at(["confession"], 0))


# -- a reader's own ----------------------------------------------------------------------------------------------------


def test_a_word_of_ones_own_is_added_to_a_table(tmp_path: Path) -> None:
    path = file(tmp_path, '[says.admitting]\nverbs = "cough:coughed:coughed"\nphrases = "come:came:come clean about"\n')
    own = read_vocabulary(path)
    assert own.at(["coughed"], 0)[0].usage.act is Act.ADMITS
    assert own.at(words_of("came clean about it"), 0)[0].last == 3
    assert own.at(["confessed"], 0)[0].usage.act is Act.ADMITS
    assert not VOCABULARY.at(["coughed"], 0)


def test_a_word_is_taken_out(tmp_path: Path) -> None:
    own = read_vocabulary(file(tmp_path, '[says.accusing]\nremove = "betray; speak:spoke:spoken against"\n'))
    assert not [h for h in own.at(["betrays"], 0) if h.usage.act is Act.ACCUSES and h.usage.group is Group.SAYS]
    assert not [h for h in own.at(words_of("spoke against her"), 0) if h.usage.act is Act.ACCUSES]
    assert [h for h in own.at(["accused"], 0) if h.usage.act is Act.ACCUSES]


def test_a_table_of_ones_own_is_a_new_one(tmp_path: Path) -> None:
    path = file(tmp_path, '[deeds.poaching]\ndoes = "accuses"\nsuffers = "reports"\nverbs = "poach"\n')
    (hit,) = read_vocabulary(path).at(["poaching"], 0)
    assert (hit.usage.name, hit.usage.act, hit.usage.passive) == ("deeds.poaching", Act.ACCUSES, Act.REPORTS)


def test_a_key_is_changed(tmp_path: Path) -> None:
    own = read_vocabulary(file(tmp_path, '[acts.retracts]\ncrminf = "False"\n'))
    assert own.standard(Act.RETRACTS).crminf == "False"
    assert own.standard(Act.RETRACTS).ipif == VOCABULARY.standard(Act.RETRACTS).ipif


def test_a_hedge_of_ones_own_is_a_marker(tmp_path: Path) -> None:
    own = read_vocabulary(file(tmp_path, '[marks.hedge]\nphrases = "word has it"\n'))
    assert own.at(words_of("word has it that"), 0)[0].usage.marker is MarkerKind.HEDGE


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("says = 3", "sets says to a value"),
        ("[words.admitting]\n", "has a table [words], which does not exist"),
        ("[says]\nadmitting = 3\n", "sets says.admitting to a value"),
        ('[says.admitting]\nverb = "cough"\n', "sets verb in [says.admitting], which does not exist"),
        ("[says.admitting]\nverbs = 3\n", "sets verbs in [says.admitting] to 3. Write words in quotation marks"),
        ('[says.admitting]\nact = "coughs"\n', "sets act in [says.admitting] to 'coughs'. There are: admits"),
        ('[says.admitting]\npartner = "yes"\n', "sets partner in [says.admitting] to 'yes'. Write true or false"),
        ('[says.coughing]\nverbs = "cough"\n', "does not set act in [says.coughing]"),
        ('[deeds.coughing]\nverbs = "cough"\n', "does not set does in [deeds.coughing]"),
        ('[acts.coughs]\ncrminf = "True"\n', "has a table [acts.coughs], but there is no such act"),
        ('[says.admitting]\nphrases = "cough ~"\n', "has the phrase 'cough ~' in [says.admitting]"),
        ("[says.admitting\n", "is no TOML"),
    ],
)
def test_what_cannot_be_is_told_in_one_sentence_with_its_place(tmp_path: Path, text: str, told: str) -> None:
    path = file(tmp_path, text)
    with pytest.raises(VocabularyError) as caught:
        AssertionStage(vocabulary=path)
    assert told in str(caught.value)
    assert str(path) in str(caught.value)
    assert "\n" not in str(caught.value).rstrip("\n") or "TOML" in told


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(VocabularyError, match="cannot be read"):
        read_vocabulary(tmp_path / "none.toml")
