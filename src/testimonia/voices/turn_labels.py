"""What a turn's label may look like, in the scripts and languages of transcripts."""

from __future__ import annotations

import re

from testimonia.words.titles import BENCH

__all__ = [
    "ANSWERED",
    "BARE",
    "CAPITALS_STOPPED",
    "GAP",
    "HEADS",
    "INITIAL",
    "LABEL",
    "NUMBERED",
    "NUMBERED_SAYING",
    "OFFICE",
]

_UPPER = "A-ZÀ-ÖØ-ÞĀĂĄĆĈĊČĎĐĒĔĖĘĚĜĞĠĢĤĦĨĪĬĮİĴĶĹĻĽĿŁŃŅŇŊŌŎŐŒŔŖŘŚŜŞŠŢŤŦŨŪŬŮŰŲŴŶŸŹŻŽА-ЯЁІЇЄҐΑ-Ω"
_TITLE = r"(?:Mr|Mrs|Ms|Dr|Prof|Sir|Lord|Lady|M|Mme|Mlle|Hon|Rev|St|Capt|Col|Gen|Lt|Maj)\.?"
_CAPITALS = rf"(?:{_TITLE} |THE |A )*[{_UPPER}](?:[{_UPPER}'’.\-]| (?=[{_UPPER}])){{1,38}}"
_TITLED = (
    rf"(?:(?:The|A|An) )?(?:[{_UPPER}][\w'’\-]*+\.? ?){{1,4}}"
    rf"(?:(?:of|de|von|van|for|the|du|des) (?:the )?(?:[{_UPPER}][\w'’\-]*+\.? ?){{1,3}})?"
    # "Le procureur général. —", "Un juré. —": the words are small, so that the point and the dash have to follow
    r"|(?:L[ea]s? |L['’]|Une? |Der |Die |El |La |Il |Lo )[\w'’\-]+(?: [\w'’\-]+){0,3}"
    r"(?=(?: ?[(\[][^()\[\]\n]{1,90}[)\]])?\. ?[—–―])"
)
_VOICE = (
    r"(?:A |The |Several |Another )?(?:[Vv]oices?|[Cc]r(?:y|ies)|[Ss]houts?|[Ii]nterjections?|[Ii]nterruptions?)"
    r"(?: [^:\n(]{2,40})?|(?:Some |Several |An? )?(?:[Hh]on\.? )(?:MEMBERS?|Members?)|"
    r"(?:Une |Des |Plusieurs |Autre )?(?:[Vv]oix|[Cc]ris?)(?: [^:\n(.—–]{2,40})?"
)
_ASKING = (
    r"Question(?: by [^:\n]{2,40})?|QUESTION(?: BY [^:\n]{2,40})?|Q|"
    r"Frage|Вопрос|Питання|Запитання|Demande|D(?=\.)|Pregunta|"
    r"Examined by [^:\n]{2,40}|By (?:the|Mr\.?|Sir|Dr\.?) [^:\n]{2,30}"
)
_ANSWERING = (
    r"Answer|ANSWER|A|Antwort|Ответ|Відповідь|Réponse|R(?=\.)|Respuesta|"
    r"(?:The |THE )?(?:[Ww]itness|WITNESS)|[LU][en] [Tt]émoin(?= ?[.(:])"
)
# words of asking and answering that a mere point parts from what is said: "QUESTION. Who lit it?"
_STOPPED = (
    r"(?:(?<=(?<![^\W_])Question)|(?<=(?<![^\W_])QUESTION)|(?<=(?<![^\W_])Answer)|(?<=(?<![^\W_])ANSWER)|"
    r"(?<=(?<![^\W_])Frage)|(?<=(?<![^\W_])Antwort)|(?<=(?<![^\W_])Demande)|(?<=(?<![^\W_])Réponse))"
)

GAP = "\ue001"  # stands for the blank behind a bare "Q" or "A" at the beginning of a line
BARE = re.compile(r"^(?P<lead>[ \t]*[QA])[ \t](?=[ \t]*[^\Wa-z_]|[ \t]*[\"“(\[])", re.MULTILINE)
# an answer on the line of its question: "Q. What are you? A. Mate."
ANSWERED = re.compile(r"(?<=[?.!\"”’)\]]) +(?P<label>(?:A|R|Answer|ANSWER|Ans)[.:])(?= +\S|--|[—–])")
# "ASH. Was he sober?"
CAPITALS_STOPPED = re.compile(
    rf"^[ \t]*(?P<label>(?!QUESTION|ANSWER)(?:THE )?[{_UPPER}][{_UPPER}’'-]{{2,}}"
    rf"(?: [{_UPPER}][{_UPPER}’'-]+){{0,2}})\."
    r"(?= +[^\Wa-z_]| +[\"“(\[])",
    re.MULTILINE,
)

LABEL = re.compile(
    rf"^[ \t]*(?P<number>\d{{1,5}}[.)] +)?(?P<emphasis>\*\*|__|\*|_)?"
    rf"(?P<label>(?P<question>{_ASKING})|(?P<answer>{_ANSWERING})|(?P<voice>{_VOICE})|(?P<capitals>{_CAPITALS})|(?P<titled>{_TITLED}))"
    rf"(?:{BENCH})?(?P<aside> ?[(\[][^()\[\]\n]{{1,90}}[)\]])?(?:\*\*|__|\*|_)?"
    r"(?P<mark> ?:(?!//)(?:\*\*|__)?|\.?(?:\*\*|__|\*|_)? ?[—–―]+|\.--|(?<=(?<![^\W_])[QADR])\.|"
    rf"{_STOPPED}\.|\.:|{GAP}|(?<=[{_UPPER}]{{3}})\.(?= +[^\Wa-z_]))"
    rf"(?=[ \t\n.…\"“«„'‘(\[]|$|(?<=[—–―{GAP}-])\S)",
    re.MULTILINE,
)
# who asks, as minutes of evidence print him after the number: "*Mr. Roe.*]", "(Mr. Roe.)", "(Mr. Roe, from his place.)"
_ASKS = (
    r"(?:[*_]?(?P<label>[^\]\n*_]{2,40}?)\.?[*_]?\] *|"
    rf"\((?P<bracketed>(?:The |[{_UPPER}])[^()\n,]{{1,40}}?)(?P<how>, ?[^()\n]{{2,40}}?)?\.?\) *)"
)
# "1501. *Mr. Roe.*] You kept the ledger?—I did."
NUMBERED = re.compile(
    rf"^[ \t]*(?P<number>\d{{1,5}})\. +{_ASKS}?(?P<asked>\S[^\n]*?)"
    r"(?P<dash>[?.!][\"”’)]* ?[—–―-]{1,2} ?(?=\S))(?P<answered>[^\n]*)",
    re.MULTILINE,
)
# "1502. (Mr. Roe, from his seat.) I lit no lamp."
NUMBERED_SAYING = re.compile(rf"^[ \t]*(?P<number>\d{{1,5}})\. +{_ASKS}(?P<asked>\S)", re.MULTILINE)
# a line that begins with one letter: "H. Sign it." and "K. What?" in turn
INITIAL = re.compile(rf"^[ \t]*(?P<label>[{_UPPER}])(?:\.|:)(?= +\S)", re.MULTILINE)

OFFICE = re.compile(
    r"\b(?:president|prosecutor|judge|chair(?:man|woman|person)?|voices?|clerk|witness|interpreter|commissioner|counsel|"
    r"magistrate|coroner|defen[cs]e|defender|fiscal|usher|bailiff|registrar|recorder|umpire|assessor|accused|prisoner|defendant|speaker|moderator|interviewer|interviewee|court|attorney|"
    r"advocate|lawyer|juror|foreman|secretary|minister|senator|deputy|mayor|reporter|correspondent|journalist|host|editor|"
    r"translator|members?|delegates?|audience|crowd|all|examiner|investigator|officer|inspector|expert|presiding|bishop|"
    r"archbishop|king|queen|captain|colonel|general|major|man|woman|stranger|shouts?|cries|"
    r"председатель|прокурор|судья|свидетель|голос|защитник|голова|суддя|свідок|président|juge|témoin|avocat|procureur|défenseur|défense|accusée?|prévenue?|greffier|juré|voix|maître|zeuge|"
    r"richter|staatsanwalt|verteidiger|angeklagte[rn]?)\b",
    re.IGNORECASE,
)
# of documents and parts of them, in capitals before a colon
HEADS = re.compile(
    r"\b(?:decision|decree|resolution|conclusions?|summary|note|notes|report|memorandum|order|subject|from|to|date|re|copy|cc|"
    r"bcc|sent|attn|pages|discussion|appendix|annex|item|part|chapter|section|article|finding|findings|list|table|exhibit|"
    r"example|case|charge|verdict|sentence|further|first|second|third|fourth|fifth|task|source|sources|footnote|postscript|"
    r"ps|nb|present|apologies|absent|agenda|warning|important|result|results|resolved)\b",
    re.IGNORECASE,
)
