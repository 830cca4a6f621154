"""Which records are one work, and which are not, whatever they look like. All subjects are invented or of common knowledge."""

from __future__ import annotations

import re
from typing import Any

import pytest

from testimonia.citations import works as works_module
from testimonia.citations.sameness import Form
from testimonia.citations.works import CitedForm, gather_works

Row = tuple[str, str]


def item(line: str) -> dict[str, Any]:
    """``Family, Given & Family, Given | Title | Place: Publisher | Year | in Container | vol. 2``; ``ed:``/``tr:`` before names.

    A name in braces is an institution.
    """
    people, title, imprint, year, *more = [p.strip() for p in (line + " | | |").split("|")]
    csl: dict[str, Any] = {"type": "book"}
    for part in filter(None, re.split(r"\s*;\s*", people)):
        role, _, names = part.rpartition(":")
        role = {"": "author", "ed": "editor", "tr": "translator"}[role]
        for name in names.split(" & "):
            name = name.strip()
            if name.startswith("{"):
                csl.setdefault(role, []).append({"literal": name.strip("{}")})
                continue
            family, _, given = name.partition(", ")
            csl.setdefault(role, []).append({"family": family, **({"given": given} if given else {})})
    if title:
        csl["title"] = title
    if imprint:
        place, _, publisher = imprint.rpartition(": ")
        csl |= {k: v for k, v in (("publisher-place", place), ("publisher", publisher)) if v}
    if year:
        csl["issued"] = year
    for extra in filter(None, more):
        if extra.startswith("in "):
            csl["container-title"] = extra[3:]
            csl["type"] = "article-journal"
        if extra.startswith("vol. "):
            csl["volume"] = extra[5:]
    return csl


def groups(*lines: str) -> list[str | None]:
    return gather_works([CitedForm(item(line), line) for line in lines])[1]


ONE_WORK: list[Row] = [
    # imprint
    ("Marlow, Ada | Salt and Ashes | Leeds: Northgate | 1931", "Marlow, Ada | Salt and Ashes | London: Harrow | 1958"),
    ("Marlow, Ada | Salt and Ashes | Leeds: The Dial press | 1931", "Marlow, Ada | Salt and Ashes | Leeds: The Dial Press | 1931"),
    ("Orlov, P. | The Ice Road | Riga: V. Kalnins | 1931", "Orlov, P. | The Ice Road | Riga : Vic. Kalnins, ltd. | 1931"),
    ("Orlov, P. | The Ice Road | Riga: Kalnins | ", "Orlov, P. | The Ice Road | | "),
    ("Brown, Tom | Harbour Lights | New York, N. Y.: Crane | 1941", "Brown, Tom | Harbour Lights | New York, New York: Crane | 1941"),
    ("Brown, Tom | Harbour Lights | | 1941", "Brown, Tom | Harbour Lights. 2nd ed. | | 1947"),
    ("Brown, Tom | Harbour Lights | | 1941", "Brown, Tom | Harbour Lights, Revised Edition | | 1977"),
    # titles
    ("Brown, Tom | Harbour Lights; A Memoir | | 1941", "Brown, Tom | Harbour Lights: a memoir | | 1941"),
    ("Brown, Tom | Harbour Lights: A Memoir | | 1941", "Brown, Tom | Harbour Lights | | 1955"),
    ("Brown, Tom | Harbour Lights - A Memoir | | 1941", "Brown, Tom | Harbour Lights—A Memoir | | 1941"),
    ("Brown, Tom | Harbour Lights (A Memoir) | | 1941", "Brown, Tom | Harbour Lights | | 1941"),
    ("Brown, Tom | The Story of the Harbour | | 1941", "Brown, Tom | Story of the Harbour | | 1941"),
    ("Brown, Tom | War & Harvest | | 1941", "Brown, Tom | War and Harvest | | 1941"),
    ("Brown, Tom | The Labour Question | | 1941", "Brown, Tom | The Labor Question | | 1950"),
    ("Brown, Tom | A New Civilisation | | 1941", "Brown, Tom | A New Civilization | | 1944"),
    ("Brown, Tom | Behind the Pale Curtain | Leeds: Northgate | 1941", "Brown, Tom | Behind the Pale Curtian | Leeds: Northgate | 1941"),
    ("Brown, Tom | Behind the Pale Curtain | | 1941", "Brown, Tom | Behindthe Pale Curtain | | 1941"),
    ("Brown, Tom | Inside the U.S.A. | | 1941", "Brown, Tom | Inside the USA | | 1941"),
    ("Brown, Tom | O.P.U. Nights | | 1941", "Brown, Tom | OPU Nights | | 1941"),
    ("Brown, Tom | Winter , 1917 | | 1941", "Brown, Tom | Winter, 1917 | | 1941"),
    ("Brown, Tom | “Winter Harbour” | | 1941", "Brown, Tom | Winter Harbour. | | 1941"),
    ("Brown, Tom | The winter of our thirst | | 1941", "Brown, Tom | THE WINTER OF OUR THIRST | | 1941"),
    ("Brown, Tom | Resolutions of the Guild. Vol. 3 | | 1974", "Brown, Tom | Resolutions of the Guild | | 1974 | vol. 3"),
    ("Churchill, Winston | The World Crisis, vol. 1 | | 1923", "Churchill, Winston | The World Crisis. Volume II | | 1923"),
    ("Goethe, J. W. von | Dichtung und Wahrheit, Bd. 1 | | 1811", "Goethe, Johann Wolfgang von | Dichtung und Wahrheit | | 1833"),
    ("Brown, Tom | The Prison Papers of a Young Sailor at Home | | 1941", "Brown, Tom | The Prison Papers of a Young Sailor | | 1941"),
    ("Kruse, Ib | Dno [The Lower Depths] | | 1902", "Kruse, Ib | The Lower Depths | | 1912"),
    ("Kruse, Ib | Na dne = The Lower Depths | | 1902", "Kruse, Ib | The Lower Depths | | 1912"),
    # names
    ("Pakhtin, Dmitrii | River Ice | | 1971", "Pakhtin, Dmitri | River Ice | | 1985"),
    ("Strand, Ella L. | The Fjord | | 1941", "Strand, Ella Louise | The Fjord | | 1956"),
    ("Strand, A. | The Fjord | | 1941", "Strand, Ella Louise | The Fjord | | 1956"),
    ("Strand, J. Arch | The Fjord | | 1941", "Strand, Arch | The Fjord | | 1941"),
    ("Strand | The Fjord | | 1941", "Strand, Ella | The Fjord | | 1941"),
    ("Bruev, Feliks | The Long Talk | | 1993", "Bruyev, Felix | The Long Talk | | 1993"),
    ("Volsky, Leon | My Life | | 1930", "Volskii, Lev | My Life | | 1930"),
    ("Yevtushenko, Y. | Bread and Stone | | 1962", "Evtushenko, E. | Bread and Stone | | 1963"),
    ("Harcourt, Sebag | The Frost Court | | 2004", "Sebag Harcourt, Simon | The Frost Court | | 2003"),
    ("Sebag-Harcourt, Simon | The Frost Court | | 2004", "Harcourt, Simon Sebag | The Frost Court | | 2003"),
    ("Mao, Zedong | On Practice | | 1937", "Zedong, Mao | On Practice | | 1960"),
    ("Ferenczi, Sándor | Thalassa | | 1924", "Ferenczi, Sandor | Thalassa | | 1938"),
    ("Müller, Jörg | Das Eis | | 1924", "Mueller, Jörg | Das Eis | Bonn: Holz | 1924"),
    ("Salter & Kuhne | The Grain Plot | | 1946", "Salter, Michael & Kuhne, Albert E. | The Grain Plot | | 1946"),
    ("Salter, Michael | The Grain Plot | | 1946", "Salter, Michael & Kuhne, Albert E. | The Grain Plot | | 1946"),
    ("Kuhne, Albert & Salter, Michael | The Grain Plot | | 1946", "Salter, Michael & Kuhne, Albert | The Grain Plot | | 1946"),
    ("tr:Tolland, Stan; ed:Tolland, Stan | Pasha Remembers | Boston: Little Brown | 1970", "Nikitin, Sergei | Pasha Remembers | Boston: Little, Brown | 1970"),
    ("Nikitin, Sergei; tr:Tolland, Stan | Pasha Remembers | | 1970", "ed:Tolland, Stan | Pasha Remembers | | 1974"),
    ("Hedgecock, Robert | The Grain Fear | Oxford: Clarendon | 1990", "Hedgecok, Robert | The Grain Fear | Oxford: Clarendon | 1990"),
    ("{Central Statistical Office} | Grain Returns of the Provinces | | 1931", "{Central Statistical Office} | Grain Returns of the Provinces | | 1932"),
    ("{Commission of the Harbour Guild} | Short Course of Guild History | | 1939", "| Short Course of Guild History | | 1939"),
    # articles, periodicals, nobody
    ("Strand, Ella | Searching the Ice | | 1935 | in Northern Review", "Strand, Ella | Searching the Ice | | 1935 | in The Northern Review"),
    ("Strand, Ella | Searching the Ice | | 1935 | in Journal of Modern History", "Strand, Ella | Searching the Ice | | 1935 | in JMH"),
    ("| Report of Court Proceedings in the Case of the Harbour Board | | 1937", "| Report of Court Proceedings in the Case of the Harbour Board | | 1938"),
    ("| | | 1937 | in Utro", "| | | 1938 | in Utro"),
    ("Okafor | | | 1990", "Okafor | | | 1990"),
    # other languages and scripts
    ("Снегов, Д. | Лёд и камень | Москва: АПН | 1989", "Снегов, Дмитрий | Лёд и камень. Кн. 1 | Москва: Изд-во АПН | 1990"),
    ("Dupont, J. | L’Été noir : souvenirs | | 1950", "Dupont, Jean | L'été noir | | 1961"),
    ("García Márquez, Gabriel | Cien años de soledad | | 1967", "García Márquez, G. | Cien anos de soledad | | 1982"),
    ("Andrić, Ivo | Na Drini ćuprija | | 1945", "Andric, Ivo | Na Drini cuprija | | 1959"),
]  # fmt: skip

TWO_WORKS: list[Row] = [
    ("Orlov, Pavel | Nero | Riga: Kalnins | 1952", "Brandt, Emil | Nero | New York: Crane | 1942"),
    ("Orlov, Pavel | Nero | Riga: Kalnins | 1952", "Brandt, Emil | Nero | Riga: Kalnins | 1952"),
    ("Orlov, Pavel | Comrade Nine | | 1956", "Orlov, Pavel | Betrayal of a Friend | | 1955"),
    ("Orlov, Pavel | Nero: Breaker of Cities | | 1991", "Orlov, Pavel | Nero: The Court of the Fiddler | | 2004"),
    ("Orlov, Pavel | Nero; The Man | London: Harrow | 1952", "Orlov, Pavel | Nero; The Myth | London: Harrow | 1952"),
    ("Deakin, Hal | The Sailor Armed | Oxford: Clarendon | 1954", "Deakin, Hal | The Sailor Unarmed | Oxford: Clarendon | 1959"),
    ("Deakin, Hal | The Sailor Armed | Oxford: Clarendon | 1954", "Deakin, Hal | The Sailor Outcast | Oxford: Clarendon | 1963"),
    ("Churchill, Winston | The Second World War: The Gathering Storm | London: Cassell | 1948", "Churchill, Winston | The Second World War: Their Finest Hour | London: Cassell | 1949"),
    ("Churchill, Winston | The Second World War, vol. 1: The Gathering Storm | | 1948", "Churchill, Winston | The Second World War, vol. 2: Their Finest Hour | | 1949"),
    ("Proust, Marcel | À la recherche: Swann | | 1913", "Proust, Marcel | À la recherche: Sodome | | 1921"),
    ("Shaw, Ann | Report for 1936 | London: HMSO | 1937", "Shaw, Ann | Report for 1937 | London: HMSO | 1938"),
    ("Shaw, Ann | Letters, 1925-1936 | London: Yale | 1995", "Shaw, Ann | Letters, 1931-1936 | London: Yale | 1995"),
    ("Shaw, Ann | Henry IV | | 1597", "Shaw, Ann | Henry VI | | 1597"),
    ("Shaw, Ann | The First Voyage | London: Cape | 1900", "Shaw, Ann | The Second Voyage | London: Cape | 1900"),
    ("Shaw, Ann | Fathers and Sons | | 1900", "Shaw, Ann | Mothers and Sons | | 1900"),
    ("Shaw, Ann | The Fall | London: Cape | 1900", "Shaw, Ann | The Hall | London: Cape | 1900"),
    ("Shaw, Ann | The Riga Inquiry | London: Cape | 1937", "Shaw, Ann | The Riga Inquiry was Fair | London: Cape | 1937"),
    ("Shaw, Ann | At the Riga Inquiry | London: Cape | 1937", "Shaw, Ann | The Riga Inquiry was Fair | London: Cape | 1937"),
    ("Shaw, Ann | The Riga Inquiry | London: Cape | 1933", "Webb, W. G. | The Riga Inquiry | London: Party Press | 1936"),
    ("Orlik, Roy | The Dead Shall Speak | | 1989", "Orlik, Zhores | The Dead Shall Speak | | 1989"),
    ("Orlik, Roy | On Famine | | 1989", "Orlik, Roy & Orlik, Zhores | The Silent Tsar | | 2004"),
    ("Marx, Karl | Selected Works | Moscow: Progress | 1967", "Lenin, V. I. | Selected Works | Moscow: Progress | 1967"),
    ("Byron | Letters | London: Murray | 1830", "Shelley | Letters | London: Murray | 1830"),
    ("Miller, Ann | Memoirs | | 1950", "Müller, Otto | Memoirs | | 1950"),
    ("Strand, Ella | Editorial | | 1935 | in Northern Review", "Strand, Ella | Editorial | | 1935 | in The Lantern"),
    ("Strand, Ella | Editorial | | 1935 | in Northern Review", "Strand, Ella | Editorial | | 1936 | in Northern Review"),
    ("| Editorial | | 1935 | in Utro", "| Editorial | | 1935 | in Vesti"),
    ("| | | 1937 | in Utro", "| | | 1937 | in Vesti"),
    ("| Memorandum | | 1935", "| Memorandum | | 1936"),
    ("| Report | | 1935", "| Report | | 1936"),
    ("Okafor | | | 1990", "Okafor | | | 1991"),
    ("Okafor | | | 1990", "Ekwensi | | | 1990"),
    ("Jones, Ann | The Case for Peace | | 1950 | in Essays on War", "ed:Jones, Ann | Essays on War | | 1950"),
    ("ed:Hetman & Marring | The New Famine | Cambridge: CUP | 1993", "Hetman, A. | Origins of the New Famine | Cambridge: CUP | 1985"),
    ("Durrell, Hugh | The Castle and the Nation | New York: Reynal | 1941", "Duranty, Hugh | Story of New Bohemia | New York: Reynal | 1944"),
    ("Strand, Ella | The Fjord at Dawn | | 1924", "Strand, Ella | The Fjord at War | | 1956"),
    ("Orlov, Pavel | Nero: A Life | | 1950", "Orlov, Pavel | Nero in Exile | | 1960"),
    ("Orlov, Pavel | Nero | | 1950", "Orlov, Pavel | Nero in Exile | | 1950"),
    ("Orlov, Pavel | Nero | | 1950", "Orlov, Pavel | Seneca | | 1950"),
    ("Orlov, Pavel | Nero | Riga: Kalnins | 1950", "| Nero | | 1961"),
    ("Orlov, Pavel | History of Rome. Vol. 1. The Kings | | 1950", "Orlov, Pavel | History of Rome. Vol. 2. The Consuls | | 1952"),
    ("Снегов, Д. | Камень | | 1989", "Снегов, Д. | Ледоход | | 1989"),
    ("Brown, Tom | Inside Bohemia | New York: Harper | 1936", "Brown, Tom | Inside Prussia | New York: Harper | 1939"),
    ("Brown, Tom | Inside Bohemia | New York: Harper | 1936", "Brown, Tom | Inside Bohemia Today | New York: Harper | 1961"),
    ("Brown, Tom | Siege Diary | | 1936", "Brown, Eve | Siege Diary | | 1936"),
    ("{Harbour Union of Ruritania} | Theses | | 1921", "{Harbour Union of Graustark} | Theses | | 1921"),
]  # fmt: skip


@pytest.mark.parametrize(("one", "other"), ONE_WORK)
def test_spellings_and_editions_are_one_work(one: str, other: str) -> None:
    assert len(set(groups(one, other))) == 1
    assert len(set(groups(other, one))) == 1


@pytest.mark.parametrize(("one", "other"), TWO_WORKS)
def test_two_works_stay_apart(one: str, other: str) -> None:
    assert len(set(groups(one, other))) == 2
    assert len(set(groups(other, one))) == 2


def test_a_bare_title_does_not_bring_two_books_together() -> None:
    lines = ["Kott, S. | Nero: Fire | | 2014", "Kott, S. | Nero | | 2030", "Kott, S. | Nero: Ash | | 2017"]
    for order in ([0, 1, 2], [1, 0, 2], [0, 2, 1], [2, 1, 0]):
        found = dict(zip(order, groups(*(lines[i] for i in order)), strict=True))
        assert found[0] != found[2]
        assert found[1] not in (found[0], found[2])


def test_a_bare_title_goes_to_the_book_of_its_year() -> None:
    lines = ["Kott, S. | Nero: Fire | | 2014", "Kott, S. | Nero: Ash | | 2017", "Kott, S. | Nero | | 2017"]
    first, second, bare = groups(*lines)
    assert bare == second != first


def test_every_joined_spelling_has_its_reason() -> None:
    lines = [
        "Pakhtin, Dmitrii | River Ice | Riga: Kalnins | 1971",
        "Pakhtin, Dmitri | River Ice: A Memoir | Riga: Kalnins | 1985",
        "Pakhtin, G. | River Ice | Riga: Kalnins | 1971",
    ]
    works, _ = gather_works([CitedForm(item(line), line) for line in lines])
    (work,) = works
    assert work.spellings == tuple(lines)
    assert [r.words for r in work.reasons] == lines[1:]
    assert all(r.rule for r in work.reasons)
    assert "1971, 1985" in work.reasons[0].rule


def test_the_work_takes_the_fullest_record_and_no_page() -> None:
    full = item("Pakhtin, Dmitri | River Ice: A Memoir | Riga: Kalnins | 1985") | {"page": "4"}
    works, ids = gather_works([CitedForm(item("Pakhtin | River Ice | | 1971"), "a"), CitedForm(full, "b")])
    assert len(works) == 1
    assert works[0].citations == 2
    assert ids == [works[0].id] * 2
    assert works[0].csl == {k: v for k, v in full.items() if k != "page"}


def test_ids_do_not_depend_on_what_else_is_cited() -> None:
    line = "Marlow, Ada | Salt and Ashes | Leeds: Northgate | 1931"
    alone = groups(line)[0]
    assert alone is not None
    assert alone.startswith("w")
    assert groups("Brown, Tom | Harbour Lights | | 1941", line)[1] == alone


def test_what_names_nothing_has_no_work() -> None:
    works, ids = gather_works([CitedForm({"type": "book", "page": "3"}, "p. 3")])
    assert (works, ids) == ([], [None])


def test_gathering_compares_a_bounded_number_of_records(monkeypatch: pytest.MonkeyPatch) -> None:
    compared = 0
    judge = works_module.why_same

    def counted(one: Form, other: Form) -> str | None:
        nonlocal compared
        compared += 1
        return judge(one, other)

    monkeypatch.setattr(works_module, "why_same", counted)
    # One author, every title of the same words but for its numbers: the worst page there can be.
    lines = [f"Marlow, A. | Return {i} of the harbour | | {1900 + i % 9}" for i in range(1000)]
    assert len(set(groups(*lines))) == 1000
    assert compared < 1000 * 200  # a comparison of all pairs would be half a million
