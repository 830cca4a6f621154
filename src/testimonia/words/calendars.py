"""What months, seasons and days are called, and the Julian calendar.

Months and seasons in English, German, French, Spanish, Italian, Russian and Ukrainian; days as English ordinals.
"""

from __future__ import annotations

from datetime import date, timedelta

__all__ = ["DAYS", "MONTHS", "ORDINALS", "SEASONS", "gregorian"]

DAYS = {
    "second": 1 / 86400,
    "minute": 1 / 1440,
    "hour": 1 / 24,
    "day": 1.0,
    "night": 1.0,
    "week": 7.0,
    "fortnight": 14.0,
    "month": 365.0 / 12,
    "year": 365.0,
}
"""How many days a unit of time has."""

_MONTH_NAMES = (
    "January Jan Januar Jänner janvier janv enero ene gennaio gen января январь янв січня січень январе січні Jany",
    "February Feb Febr Februar février fevrier févr febrero febbraio febb февраля февраль фев лютого лютий "
    "феврале Febry Feby",
    "March Mar März Maerz Mrz mars marzo марта март березня березень марте березні",
    "April Apr avril avr abril aprile апреля апрель апр квітня квітень апреле квітні",
    "May Mai mayo maggio мая май травня травень мае травні",
    "June Jun Juni juin junio giugno июня июнь червня червень июне червні",
    "July Jul Juli juillet juil julio luglio июля июль липня липень июле липні",
    "August Aug août aout agosto августа август авг серпня серпень августе серпні Augt",
    "September Sept Sep septembre septiembre settembre сентября сентябрь сент вересня вересень сентябре вересні Septr",
    "October Oct Oktober Okt octobre octubre ottobre октября октябрь окт жовтня жовтень октябре жовтні Octr",
    "November Nov novembre noviembre ноября ноябрь нояб листопада листопад ноябре листопаді Novr",
    "December Dec Dezember Dez décembre decembre déc diciembre dicembre декабря декабрь дек грудня грудень "
    "декабре грудні Decr",
)
MONTHS = {name.lower(): number for number, names in enumerate(_MONTH_NAMES, 1) for name in names.split()}
_SEASON_NAMES = (
    "spring Frühjahr Frühling printemps primavera весной весною весны весна навесні",
    "summer Sommer été verano estate летом лета лето влітку",
    "autumn fall Herbst automne otoño autunno осенью осени осень восени",
    "winter hiver invierno inverno зимой зимою зимы зима взимку",
)
SEASONS = {name.lower(): number for number, names in enumerate(_SEASON_NAMES, 21) for name in names.split()}
_ORDINAL_NAMES = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth "
    "sixteenth seventeenth eighteenth nineteenth twentieth twenty-first twenty-second twenty-third twenty-fourth "
    "twenty-fifth twenty-sixth twenty-seventh twenty-eighth twenty-ninth thirtieth thirty-first"
)
ORDINALS = {name: number for number, name in enumerate(_ORDINAL_NAMES.split(), 1)}


def gregorian(year: int, month: int, day: int) -> str:
    """A day of the Julian calendar in the Gregorian."""
    number = year - (month < 3)
    gap = number // 100 - number // 400 - 2
    try:
        return (date(year, month, day) + timedelta(days=gap)).isoformat()
    except ValueError:  # 29 February 1900
        return (date(year, month, day - 1) + timedelta(days=gap + 1)).isoformat()
