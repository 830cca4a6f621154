"""The bench: its romaniser by the standards' own examples, its pairs, and the least the engine has to reach."""

import pytest

import letter_runs
from romaniser import make_pairs, standards
from romaniser.people import half_of, surnames
from testimonia.people.spellings import SAME_NAME, compare_names


@pytest.mark.parametrize(
    ("scheme", "name", "spelling"),
    [
        (standards.ala_lc, "Щербатых", "Shcherbatykh"),
        (standards.bgn_pcgn_plain, "Ершов", "Yershov"),
        (standards.iso_9, "Жюхин", "Žûhin"),
        (standards.scholarly_ch, "Хомяков", "Chomjakov"),
        (standards.german, "Чижов", "Tschischow"),
        (standards.german, "Осипов", "Ossipow"),
        (standards.french, "Щукин", "Chtchoukine"),
        (standards.french, "Гершензон", "Guerchenzon"),
        (standards.polish, "Шевцов", "Szewcow"),
        (standards.icao, "Цыганков", "Tsygankov"),
        (standards.national_uk, "Гнатюк", "Hnatiuk"),
        (standards.scholarly_uk, "Бойчук", "Bojčuk"),
    ],
)
def test_the_bench_romanises_as_the_standards_do(scheme, name, spelling):
    assert scheme(name) == spelling


def test_half_of_the_pairs_are_namesakes_and_no_two_are_alike():
    pairs = make_pairs("dev", 300)
    assert sum(pair.same for pair in pairs) == 150
    assert len({frozenset((pair.a, pair.b)) for pair in pairs}) == 300
    assert make_pairs("dev", 300) == pairs


def test_no_surname_is_in_both_halves():
    halves = {half: {name for name in surnames("russian") if half_of(name) == half} for half in ("dev", "test")}
    assert min(len(names) for names in halves.values()) > 150


def test_the_engine_reaches_what_it_is_measured_by():
    pairs = make_pairs("dev", 400, seed=77)
    called = [compare_names(pair.a, pair.b).score >= SAME_NAME for pair in pairs]
    hit = sum(same and pair.same for same, pair in zip(called, pairs, strict=True))
    assert 2 * hit / (sum(called) + 200) >= 0.95


def test_the_letters_met_in_names_are_as_the_bench_would_write_them():
    assert letter_runs.TABLE.read_text(encoding="utf-8") == letter_runs.table()
