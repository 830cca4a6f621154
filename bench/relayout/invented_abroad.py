"""Makes up short sourcebooks in German, Russian and Spanish: sentences put together from parts that fit in any order."""

# ruff: noqa: E501 (lists of words)

from __future__ import annotations

import re
import zlib
from dataclasses import dataclass
from random import Random
from typing import Any

from .book import Book, Claim, Excerpt

__all__ = ["GERMAN", "RUSSIAN", "SPANISH", "Tongue", "invent_abroad"]


@dataclass(frozen=True, slots=True)
class Tongue:
    """The parts of a book in one language. A form names its slots in braces; ``years`` bound what is told."""

    name: str
    title: str
    date: str
    years: tuple[int, int]
    months: tuple[str, ...]
    day: str
    given: tuple[str, ...]
    families: tuple[str, ...]
    places: tuple[str, ...]
    publishers: tuple[str, ...]
    titles: tuple[str, ...]
    journals: tuple[str, ...]
    slots: dict[str, tuple[str, ...]]
    claims: tuple[str, ...]
    sentences: tuple[str, ...]


GERMAN = Tongue(
    "german",
    "Der Brand der Tuchfabrik zu Altenrode",
    "Zusammengestellt im Herbst 1961",
    (1883, 1899),
    ("Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September", "Oktober", "November", "Dezember"),
    "{d}. {m} {y}",
    ("Adelheid", "Bernhard", "Clara", "Emil", "Friederike", "Georg", "Hedwig", "Ignaz", "Karl Otto", "Luise", "Moritz", "Theodor"),
    ("Ahrens", "Brückner", "von Dassel", "Eichelmann", "Förster", "Grünwald", "Hübenthal", "Kesselring", "Löffler", "Münch", "Rüdiger", "Straßer", "Wendland"),
    ("Leipzig", "Göttingen", "Altenrode", "Braunschweig", "Wien", "Zürich", "Berlin; Stuttgart"),
    ("Verlag der Harzwarte", "Teichmann & Söhne", "Brunnenverlag Altenrode", "Universitätsdruckerei Göttingen", "Saale-Verlag"),
    ("Erinnerungen eines Spritzenmeisters", "Die Tuchmacher von Altenrode: Eine Chronik", "Aus meiner Lehrzeit", "Feuer und Wasser",
     "Das Jahr der Aussperrung", "Akten des Stadtrats zu Altenrode", "Was die Glocke schlug", "Lebenswege einer Weberin",
     "Die Versicherungsfrage: Gutachten und Gegengutachten", "Briefe aus der Färbergasse", "Handel und Wandel im Vorharz"),
    ("Blätter für Heimatkunde", "Zeitschrift des Harzvereins"),
    {
        "role": ("der Werkmeister", "der Stadtrat", "die Witwe des Färbers", "der Nachtwächter", "ein Lehrling", "der Spritzenmeister"),
        "deed": ("verschloss das hintere Tor", "schwieg vor der Kommission", "brachte die Bücher in Sicherheit", "rief zweimal um Hilfe",
                 "unterschrieb die Liste", "verließ die Fabrik vor Mitternacht", "löschte die Lampe selbst", "zahlte keine Prämie mehr"),
        "site": ("in der Färberei", "am unteren Wehr", "im Kontor", "auf dem Marktplatz", "vor dem Spritzenhaus"),
        "thing": ("das Kassenbuch", "die Petroleumlampe", "das Protokoll", "die Police", "ein Fass Terpentin"),
        "matter": ("die Versicherung", "die Aussperrung", "das verschlossene Tor", "die Löhne der Spuler", "das Löschwasser"),
    },
    ("{name} {deed}", "Wer {deed}?", "{name} bestreitet, etwas über {matter} gewusst zu haben", "{Thing} lag noch am {day} {site}",
     "Streit über {matter}", "{Role} {deed}, ehe die Glocke schlug", "{name} und {name} widersprechen einander, was {matter} angeht"),
    ("Am {day} stand {name} {site} und sagte kein Wort.", "{Role} {deed}, das habe ich mit eigenen Augen gesehen.",
     "Über {matter} wurde damals viel geredet, gewusst hat keiner etwas.", "‚Sie werden sehen‘, sagte er, ‚{thing} findet sich wieder.‘",
     "Man hat mich gefragt, ob {name} {site} war; ich kann es nicht beschwören.", "{Thing} fehlte seit {year}, und niemand vermisste es.",
     "Was hätte {name} denn tun sollen?", "Gegen vier Uhr früh [es war schon hell] war {role} noch {site}.",
     "Im Bericht von {year} (dort S. {n}) heißt es, {role} sei nie gefragt worden.", "Es waren {n} Stück, nicht mehr und nicht weniger."),
)  # fmt: skip

RUSSIAN = Tongue(
    "russian",
    "Наводнение в Заречной слободе",
    "Составлено зимой 1928 года",
    (1891, 1908),
    ("января", "февраля", "марта", "апреля", "мая", "июня", "июля", "августа", "сентября", "октября", "ноября", "декабря"),
    "{d} {m} {y} г.",
    ("А. И.", "В. П.", "Г. С.", "Е. Н.", "И. К.", "М. Ф.", "Н. Д.", "П. А.", "С. В.", "Ф. Т."),
    ("Аверин", "Белозубов", "Воротынцев", "Гнедич-Сокольский", "Дудин", "Ермолаев", "Жигалин", "Клычков", "Лопатин", "Мезенцев", "Рябинин", "Цветухин"),
    ("М.", "СПб.", "Казань", "Саратов", "Л.", "Нижний Новгород"),
    ("Волжское книгоиздательство", "Типография Рябинина", "Издание Общества любителей старины", "Земля и река", "Наша быль"),
    ("Записки плотинного мастера", "Слобода и её люди: Очерки", "Воспоминания земского врача", "Река в цифрах", "Письма из-за реки",
     "Дело о плотине", "Моя служба в управе", "Весна, которой не ждали", "Отчёт комиссии о бедствии", "Купцы и перевозчики"),
    ("Волжский вестник", "Русский архивист"),
    {
        "role": ("плотинный мастер", "городской голова", "пристав", "перевозчик", "земский врач", "старший писарь"),
        "deed": ("открыл нижний шлюз", "промолчал на дознании", "спрятал расчётную книгу", "отпустил рабочих по домам",
                 "подписал ведомость не читая", "уехал до рассвета", "дважды предупреждал управу", "взял деньги у подрядчика"),
        "site": ("на плотине", "в управе", "у перевоза", "в нижней слободе", "на сенном рынке"),
        "thing": ("расчётная книга", "ведомость", "железная цепь", "жалоба рабочих", "лодка пристава"),
        "matter": ("о шлюзе", "о подряде", "о ночной тревоге", "о помощи погорельцам", "о цене на лес"),
    },
    ("{name} {deed}", "Кто {deed}?", "{name} отрицает, что {role} {deed}", "{Thing} находилась {site} ещё {day}",
     "Спор {matter}", "{Role} {deed} задолго до беды", "{name} и {name} по-разному рассказывают {matter}"),
    ("{day} я видел, как {role} стоял {site} и молчал.", "{Role} {deed}, это знала вся слобода.",
     "Тогда много говорили {matter}, но толком никто ничего не знал.", "„Увидите, — сказал он, — {thing} ещё найдётся“.",
     "Меня спрашивали, был ли {name} {site}; присягнуть в том не могу.", "{Thing} пропала ещё в {year} году, и никто её не хватился.",
     "Что же мог сделать {name}?", "Под утро [было уже светло] {role} {deed}.",
     "В отчёте за {year} год (там же, с. {n}) сказано, что {role} вовсе не был опрошен.", "Всего насчитали {n} дворов, не больше и не меньше."),
)  # fmt: skip


SPANISH = Tongue(
    "spanish",
    "La huelga de los toneleros de Valdemora",
    "Reunido en el verano de 1957",
    (1886, 1904),
    ("enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre", "octubre", "noviembre", "diciembre"),
    "{d} de {m} de {y}",
    ("Amalia", "Basilio", "Carmen", "Eusebio", "Fermín", "Gregorio", "Inés", "Joaquín", "José María", "Leocadia", "Mateo", "Rosario"),
    ("Alcántara", "Benavides", "Cienfuegos", "de la Cerda", "Echegoyen", "Fuentes Rojo", "Gálvez", "Hinojosa", "Larrañaga", "Montesinos", "Peñalver", "Quintanilla", "Zabaleta"),
    ("Madrid", "Barcelona", "Valdemora", "Salamanca", "Buenos Aires", "Sevilla"),
    ("Editorial Albores", "Imprenta de la Viuda de Quintanilla", "Ediciones del Duero", "Librería Cienfuegos", "Talleres Gráficos Reunidos"),
    ("Recuerdos de un maestro tonelero", "Valdemora y su vino: Apuntes para una historia", "El año de la cuba rota", "Cartas desde la bodega",
     "Actas del Ayuntamiento de Valdemora", "Lo que vio el sereno", "La cuestión de los jornales", "Vida de una lavandera",
     "Memoria de la comisión informadora", "Pan, vino y pólvora", "Los años del corregidor"),
    ("Revista del Duero", "Boletín de la Sociedad de Amigos del País"),
    {
        "role": ("el maestro tonelero", "el alcalde", "la viuda del bodeguero", "el sereno", "un aprendiz", "el cabo de la guardia"),
        "deed": ("cerró la puerta de la bodega", "calló ante la comisión", "puso a salvo los libros", "pidió auxilio dos veces",
                 "firmó la lista sin leerla", "salió del pueblo antes del alba", "apagó el farol con sus manos", "dejó de pagar los jornales"),
        "site": ("en la bodega", "junto al molino", "en el ayuntamiento", "en la plaza mayor", "ante la casa cuartel"),
        "thing": ("el libro de caja", "el farol", "la denuncia", "una cuba de orujo", "la lista de los despedidos"),
        "matter": ("de los jornales", "de la puerta cerrada", "del vino derramado", "de la subasta", "de los despidos"),
    },
    ("{name} {deed}", "¿Quién {deed}?", "{name} niega haber sabido nada {matter}", "{Thing} seguía {site} el {day}",
     "La disputa acerca {matter}", "{Role} {deed} antes del toque de queda", "{name} y {name} se contradicen acerca {matter}"),
    ("El {day} estaba {name} {site} y no dijo palabra.", "{Role} {deed}, que yo lo vi con mis propios ojos.",
     "Mucho se habló entonces {matter}, pero nadie sabía nada de cierto.", "“Ya verán ustedes —dijo—, que {thing} aparecerá.”",
     "Me preguntaron si {name} estuvo {site}; no puedo jurarlo.", "{Thing} faltaba desde {year}, y nadie lo echó de menos.",
     "¿Qué otra cosa podía hacer {name}?", "Hacia las cuatro [era ya de día] seguía {role} {site}.",
     "En el informe de {year} (véase p. {n}) consta que {role} nunca fue interrogado.", "Eran {n} en total, ni uno más ni uno menos."),
)  # fmt: skip


def invent_abroad(tongue: Tongue, like: Book, claims: int = 25) -> Book:
    """A book in a language; another one for each book that it takes the place of."""
    rng = Random(zlib.crc32(like.name.encode()))
    people = [(rng.choice(tongue.given), family) for family in tongue.families]

    def filled(form: str) -> str:
        def slot(found: re.Match[str]) -> str:
            name = found.group(1)
            if name == "name":
                return rng.choice(people)[1]
            if name == "year":
                return str(rng.randint(*tongue.years))
            if name == "n":
                return str(rng.randint(3, 240))
            if name == "day":
                day = {"d": rng.randint(1, 28), "m": rng.choice(tongue.months), "y": rng.randint(*tongue.years)}
                return tongue.day.format(**day)
            words = rng.choice(tongue.slots[name.lower()])
            return words[:1].upper() + words[1:] if name[0].isupper() else words

        words = re.sub(r"\{(\w+)\}", slot, form)
        return words[:1].upper() + words[1:]

    works: dict[str, dict[str, Any]] = {}
    for n, title in enumerate(tongue.titles):
        makers = rng.sample(people, 2 if n % 5 == 4 else 1)
        csl: dict[str, Any] = {"type": "book", "author": [{"family": f, "given": g} for g, f in makers], "title": title}
        csl["issued"] = str(rng.randint(tongue.years[1] + 1, tongue.years[1] + 28))
        if n % 6 == 3:
            csl |= {"type": "article-journal", "container-title": rng.choice(tongue.journals), "volume": str(n + 2)}
        else:
            csl |= {"publisher-place": rng.choice(tongue.places), "publisher": rng.choice(tongue.publishers)}
        works[f"w{n:02d}"] = csl
    out: list[Claim] = []
    met: set[str] = set()
    count, before = 0, ""
    while len(out) < claims:
        words = filled(tongue.claims[len(out) % len(tongue.claims)])
        if words in met:
            continue
        met.add(words)
        below = []
        for _ in range(rng.choice((1, 1, 2, 2, 3, 5))):
            count += 1
            paragraphs = tuple(
                " ".join(filled(rng.choice(tongue.sentences)) for _ in range(rng.randint(2, 6)))
                for _ in range(rng.choice((1, 1, 1, 2, 3)))
            )
            work = before if before and rng.random() < 0.3 else rng.choice(list(works))
            before = work
            page = rng.randint(4, 390)
            locator = {"page": str(page) if rng.random() < 0.85 else f"{page}-{page + 2}"}
            below.append(Excerpt(f"x{count:04d}", paragraphs, works[work] | locator, work))
        out.append(Claim(f"h{len(out) + 1:04d}", words, tuple(below)))
    return Book(f"{like.name}-{tongue.name}", tongue.title, tongue.date, tuple(out))
