"""Invented people: ordinary given names, patronymics and surnames put together by lot, in their own letters."""

from __future__ import annotations

import random
import zlib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

HERE = Path(__file__).parent

# given name, patronymic (masculine), short forms as English books print them, the name in western languages
RUSSIAN_MEN = """
Александр Александрович Sasha,Shura Alexander,Alexandre
Алексей Алексеевич Alyosha Alexis
Анатолий Анатольевич Tolya Anatole
Андрей Андреевич Andryusha Andrew,Andreas,André
Антон Антонович Antosha Anthony,Antoine
Аркадий Аркадьевич Arkasha -
Арсений Арсеньевич - -
Борис Борисович Borya -
Валентин Валентинович Valya Valentine
Валерий Валерьевич Valera -
Василий Васильевич Vasya Basil,Basile
Виктор Викторович Vitya Victor
Виталий Витальевич - -
Владимир Владимирович Volodya,Vova Waldemar
Владислав Владиславович Vladik Ladislas
Вячеслав Вячеславович Slava Wenceslas
Гавриил Гаврилович - Gabriel
Геннадий Геннадьевич Gena -
Георгий Георгиевич Zhora,Gosha George,Georges,Georg
Григорий Григорьевич Grisha Gregory,Grégoire
Даниил Данилович Danya Daniel
Дмитрий Дмитриевич Mitya,Dima Demetrius
Евгений Евгеньевич Zhenya Eugene,Eugen
Ефим Ефимович Fima -
Захар Захарович - Zachary
Иван Иванович Vanya John,Jean,Johann
Игнатий Игнатьевич - Ignatius
Игорь Игоревич - -
Илья Ильич Ilyusha Elias
Иосиф Иосифович - Joseph,Josef
Кирилл Кириллович - Cyril
Константин Константинович Kostya Constantine
Лев Львович Lyova Leo,Leon
Леонид Леонидович Lyonya -
Макар Макарович - -
Максим Максимович Max Maxime
Матвей Матвеевич - Matthew
Михаил Михайлович Misha Michael,Michel
Моисей Моисеевич - Moses
Никита Никитич - -
Николай Николаевич Kolya Nicholas,Nicolas,Nikolaus
Олег Олегович - -
Павел Павлович Pasha Paul
Пётр Петрович Petya Peter,Pierre
Роман Романович - -
Семён Семёнович Syoma Simon
Сергей Сергеевич Seryozha Sergius,Serge
Соломон Соломонович - -
Степан Степанович Styopa Stephen,Stephan
Тимофей Тимофеевич - Timothy
Фёдор Фёдорович Fedya Theodore,Theodor
Филипп Филиппович - Philip,Philippe
Эдуард Эдуардович Edik Edward
Юрий Юрьевич Yura George
Яков Яковлевич Yasha Jacob,Jakob,Jacques
"""
RUSSIAN_WOMEN = """
Александра Sasha Alexandra
Анастасия Nastya -
Анна Anya Anne
Варвара Varya Barbara
Вера - -
Галина Galya -
Дарья Dasha -
Евгения Zhenya Eugenia
Екатерина Katya Catherine,Katharina
Елена Lena Helen,Helene
Елизавета Liza Elizabeth
Зинаида Zina -
Ирина Ira Irene
Лидия Lida Lydia
Людмила Lyuda -
Мария Masha Mary,Marie
Надежда Nadya Hope
Наталья Natasha Natalie
Ольга Olya -
Софья Sonya Sophia,Sophie
Татьяна Tanya -
Юлия Yulya Julia
"""
UKRAINIAN_MEN = """
Андрій Андрійович Андрей
Богдан Богданович Богдан
Василь Васильович Василий
Володимир Володимирович Владимир
Григорій Григорович Григорий
Данило Данилович Даниил
Дмитро Дмитрович Дмитрий
Євген Євгенович Евгений
Іван Іванович Иван
Ігор Ігорович Игорь
Кирило Кирилович Кирилл
Леонід Леонідович Леонид
Микола Миколайович Николай
Михайло Михайлович Михаил
Олександр Олександрович Александр
Олексій Олексійович Алексей
Остап Остапович -
Павло Павлович Павел
Петро Петрович Пётр
Роман Романович Роман
Сергій Сергійович Сергей
Степан Степанович Степан
Тарас Тарасович Тарас
Юрій Юрійович Юрий
Яків Якович Яков
"""
ENGLISH_GIVEN = """
William Bill,Will
Robert Bob,Rob
Richard Dick,Rick
Edward Ned,Ted
James Jim
Henry Harry
Thomas Tom
Charles Charlie
Frederick Fred
Walter Walt
Margaret Peggy,Meg
Elizabeth Betty,Bess
Catherine Kate
Dorothy Dolly
Samuel Sam
Benjamin Ben
Albert Bert
Anthony Tony
Michael Mike
Philip Phil
"""
ENGLISH_SURNAMES = """Ashcombe Barlowe Blackwood Carrington Cheverell Danforth Dunmore Ellsworth Fairweather Farquharson
Gillingham Hargreaves Haverstock Hollingworth Kettering Kirkbride Lanchester Loxley Merriweather Nethercott Oakeshott
Pemberton Pinkerton Quennell Ravenscroft Rotherham Sedgwick Somerset Tattersall Thornbury Underwood Vansittart Wetherby
Whittaker Winterbourne Wolverton Yarborough Harding Hardwick Marsden Marston Colton Coulton Nortley Dalby Dolby"""

# pinyin and Wade-Giles of syllables that names are made of, from the published tables
CHINESE_SURNAMES = """\
zhang Chang|chang Ch'ang|zhao Chao|cao Ts'ao|chen Ch'en|zheng Cheng|cheng Ch'eng|zhou Chou|zhu Chu
deng Teng|dong Tung|tong T'ung|gao Kao|guo Kuo|huang Huang|jiang Chiang|jin Chin|kong K'ung|li Li
liang Liang|liu Liu|luo Lo|ma Ma|pan P'an|peng P'eng|qian Ch'ien|qin Ch'in|ren Jen|song Sung|sun Sun
tang T'ang|tian T'ien|wang Wang|wu Wu|xiao Hsiao|xie Hsieh|xu Hsü|xue Hsüeh|yang Yang|ye Yeh
yuan Yüan|zeng Tseng|du Tu|tu T'u|bai Pai|pang P'ang|bo Po|gong Kung"""
CHINESE_GIVEN = """\
wen wen|shu shu|lin lin|ming ming|hua hua|guo kuo|rong jung|zhi chih|chi ch'ih|xiang hsiang
qiang ch'iang|jian chien|qian ch'ien|zhong chung|chun ch'un|dong tung|tian t'ien|de te|ping p'ing
bing ping|xue hsüeh|yun yün|yu yü|guang kuang|kai k'ai|gang kang|zu tsu|zhen chen|chen ch'en
jie chieh|long lung|sheng sheng|shi shih|xin hsin|ying ying|yong yung|ze tse|zuo tso|bao pao|fu fu
hai hai|he ho|jun chün|mei mei|nan nan|ru ju|si ssu|tao t'ao|wei wei|yi i|yan yen|biao piao"""


@dataclass(frozen=True)
class Person:
    """An invented person; ``family`` in the gender of the bearer."""

    given: str
    patronymic: str
    family: str
    short: tuple[str, ...] = ()
    foreign: tuple[str, ...] = ()
    woman: bool = False
    russian_given: str | None = None  # the Russian form of a Ukrainian given name


def _split(value: str) -> tuple[str, ...]:
    return () if value == "-" else tuple(value.split(","))


@cache
def surnames(language: str) -> tuple[str, ...]:
    """The list of a language, in its order."""
    text = (HERE / f"{language}_surnames.txt").read_text(encoding="utf-8")
    words = [word for line in text.splitlines() if not line.startswith("#") for word in line.split()]
    return tuple(word.translate({0x2019: "'", 0x2BC: "'"}) for word in words)


def half_of(surname: str) -> str:
    """Which half of the bench a surname belongs to: the engine was tuned on ``dev`` alone."""
    stem = surname.lower()[:4]  # with its relatives (Петров, Петровский), so that none is seen in both
    return "dev" if zlib.crc32(stem.encode()) % 2 else "test"


def feminine(surname: str) -> str:
    """The feminine form of a Russian surname; the same where there is none."""
    if surname.endswith(("ов", "ев", "ёв", "ин", "ын")):
        return surname + "а"
    if surname.endswith(("ский", "цкий")):
        return surname[:-2] + "ая"
    if surname.endswith(("ый", "ой")):
        return surname[:-2] + "ая"
    return surname


def patronymic_of(rng: random.Random, woman: bool) -> str:
    father = rng.choice(RUSSIAN_MEN.split("\n")[1:-1]).split()[1]
    if not woman:
        return father
    if father.endswith(("Ильич", "Никитич")):
        return father[:-1] + "нична"[2:] if father.endswith("Ильич") else "Никитична"
    return father[:-2] + "на"


def russian(rng: random.Random, surname: str) -> Person:
    """A Russian with that surname."""
    if rng.random() < 0.15:
        given, short, foreign = rng.choice(RUSSIAN_WOMEN.strip().split("\n")).split()
        return Person(given, patronymic_of(rng, True), feminine(surname), _split(short), _split(foreign), True)
    given, _, short, foreign = rng.choice(RUSSIAN_MEN.strip().split("\n")).split()
    return Person(given, patronymic_of(rng, False), surname, _split(short), _split(foreign))


def ukrainian(rng: random.Random, surname: str) -> Person:
    """A Ukrainian with that surname."""
    given, _, other = rng.choice(UKRAINIAN_MEN.strip().split("\n")).split()
    father = rng.choice(UKRAINIAN_MEN.strip().split("\n")).split()[1]
    return Person(given, father, surname, russian_given=None if other == "-" else other)


def syllables(table: str) -> list[tuple[str, str]]:
    """Pinyin and Wade-Giles of each syllable of a table."""
    pairs = []
    for entry in table.replace("\n", "|").split("|"):
        pinyin, wade = entry.split()
        pairs.append((pinyin, wade))
    return pairs
