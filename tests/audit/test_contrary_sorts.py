"""Sorts of claims that are answered in words that by themselves say otherwise, and words that only look as if."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from testimonia.audit import contraries

SORTS = [
    ("ASH DIED BY HIS OWN HAND", "He died at the hospice, of pneumonia, in the first frost.", "pneumonia"),
    ("REED DIED OF TYPHUS", "Reed had been strangled in the hay loft.", "strangled"),
    ("HOLM TOOK IT ALL BACK", "To the end Holm stuck to his story.", "stuck to his story"),
    ("HOLM STUCK TO HIS STORY", "On the Friday Holm took it all back.", "took it all back"),
    ("THE COURT SET THE CODICIL ASIDE", "We pronounce for the codicil of May.", "pronounce for the codicil"),
    ("THE ELECTION WAS UPHELD", "The election was quashed upon appeal.", "was quashed"),
    ("QUILL WAS OUT OF HIS MIND", "Quill had all his wits and beat me at chess.", "all his wits"),
    ("THE INQUEST WAS HELD BEHIND CLOSED DOORS", "Anybody who cared could come in.", "come in"),
    ("THE GUARD FIRED WITHOUT ANY WARNING", "The drums were beaten twice before it.", "drums were beaten"),
    ("PENROSE WAS WARNED OF THE FLOOD", "Not a soul said a word to me, Penrose wrote.", "Not a soul said a word"),
    ("LOWE WAS DRIVEN OUT OF THE CHOIR", "Lowe left it of his own accord at Easter.", "of his own accord"),
    (
        "LOWE WAS DISMISSED FOR TELLING THE TRUTH",
        "Lowe broke down in May and was sent on sick leave.",
        "broke down",
    ),
    (
        "HOLM TRIED TO BUY THE JUROR",
        "Nobody offered him a penny, then or later.",
        "Nobody offered",
    ),
    ("LOWE RESIGNED THE ORGAN", "Lowe was told to go, and went.", "told to go"),
    ("THE CHARTER IS A FORGERY", "The charter is undoubtedly genuine.", "genuine"),
    ("THE CHARTER IS GENUINE", "The charter is a clumsy forgery.", "forgery"),
    ("ASH WAS DRUNK ON THE NIGHT OF THE FIRE", "Ash had not touched a drop since Lent.", "not touched a drop"),
    ("ASH WAS SOBER", "Ash smelt of brandy, and could not find the door.", "smelt of brandy"),
    ("THE WALK-OUT BEGAN OF ITSELF", "It had long been preparing.", "long been preparing"),
    ("MARSDEN WAS HATED BY HIS TENANTS", "The tenants would have gone through fire for him.", "would have gone"),
    ("THE COAST GUARD DID NOTHING", "They launched the lifeboat before the gun.", "launched the lifeboat"),
    ("VEREY DIED FORGOTTEN", "Half the town walked behind the hearse.", "walked behind the hearse"),
    ("BRACK PREACHED VIOLENCE", "Brack begged them to go home.", "begged them to go home"),
    ("LIFE ON THE ESTATE WAS A SLAVERY", "Nobody was forced to stay there.", "Nobody was forced to stay"),
    ("THE MILL WAS SET ON FIRE", "It caught from an overturned lamp.", "overturned lamp"),
    ("THE BRIDGE FELL BY ACCIDENT", "Three bolts had been filed through.", "filed"),
    ("THE GARRISON SURRENDERED", "They were overpowered in their beds.", "overpowered"),
    ("THE GARRISON FOUGHT TO THE LAST", "They hung out a white sheet at noon.", "white sheet"),
    ("THE POLL WAS RIGGED", "The papers were counted twice.", "counted twice"),
    ("REED WAS HEALED AT THE WELL", "Reed was as lame as before.", "as lame"),
    ("QUILL DIED A PAUPER, RUINED BY THE MINE", "Quill left a fortune to the choir.", "left a fortune"),
    ("ASH PAINTED THE SCREEN", "The screen is the work of a pupil.", "the work of a pupil"),
    ("THE POACHERS WERE TRIED WITHOUT A LAWYER", "They had two lawyers, and good ones.", "two lawyers"),
    ("NOBODY SAW REED LEAVE THE FARM", "Reed was seen by half the village.", "was seen by half"),
    ("HOLM CAME UNDER A FALSE NAME", "Holm signed his own name in the book.", "signed his own name"),
    ("LOWE BETRAYED THE OTHERS", "Lowe gave no names, though they kept at him.", "gave no names"),
    ("VEREY BROKE HIS WORD", "Verey kept his word to the day.", "kept his word"),
    ("THE PETITION WAS UNANSWERED", "The reply came within the week.", "reply came"),
    ("THE WARNING WAS NEVER SENT", "The warning was sent on the Tuesday.", "was sent on"),
    ("ASH DIED INSTANTLY", "Ash lingered for two days.", "lingered for"),
    ("REED DIED PEACEFULLY", "Reed screamed till the candle was out.", "screamed"),
    ("PENROSE WEPT AT THE SALE", "Penrose was dry-eyed.", "dry-eyed"),
    ("PENROSE SHOWED NO EMOTION", "Penrose sobbed in the porch.", "sobbed"),
    ("THE GUARD FIRED WITHOUT PROVOCATION", "Stones had been thrown since ten.", "Stones had been thrown"),
    ("EVERYBODY KNEW OF THE MINE", "Nobody knew of it before the audit.", "Nobody knew"),
    ("MARSDEN WAS KIDNAPPED", "Marsden went with them willingly.", "willingly"),
    ("THE MASTER WAS THE FIRST TO LEAVE", "The master was the last man off.", "last man off"),
    ("HOLM WAS A BASTARD", "His parents were duly married.", "were duly married"),
    ("ASH DIED WITHOUT A PRIEST", "Ash sent for the chaplain at four.", "sent for the chaplain"),
    ("THE MASS WAS NEVER FINISHED", "The mass was finished in the spring.", "was finished in"),
    ("LOWE WAS IN THE PAY OF THE MINE", "Lowe never took a fee in his life.", "never took a fee"),
    ("QUILL WAS PAID TO PRAISE THE BRIDGE", "He built on Quill's advice, honestly given.", "honestly given"),
    ("THE COMPANY DROVE DR. LOWE OUT OF THE TOWN", "Lowe was not dismissed.", "was not dismissed"),
    ("THE ICON IS ACCEPTED AS THE WORK OF ASH", "Saint. Formerly attributed to Ash.", "Formerly attributed"),
    ("THE NURSE GUIDED HIS HAND", "The expert calls the signature feeble and unaided.", "unaided"),
    # whoever is named behind it
    ("ASH JUDGED THE ORGAN WITHOUT HAVING SEEN IT", "He was shown it by Tolland.", "was shown it"),
    ("PENROSE KNEW OF THE FLAW", "PENROSE: I was never told of the flaw.", "never told of"),
    ("THE ABBOT KNEW OF THE SALE", "He had no knowledge of it before the audit.", "no knowledge of it"),
    ("THE DAM WAS INSPECTED IN MAY", "Nobody had looked at it since it was built.", "Nobody had looked at it"),
    ("THE DAM WAS NEVER INSPECTED", "It was inspected every spring.", "was inspected every"),
    ("THE SIGNAL WAS AT DANGER", "The lamp showed green, and I gave her steam.", "showed green"),
    ("THE SIGNAL WAS AT CLEAR", "The lamp was red.", "was red"),
    ("THE BRAKE FAILED ON THE INCLINE", "The brake was found in perfect order.", "in perfect order"),
    ("THE BARGE WAS UNSEAWORTHY", "The barge was as sound as a bell.", "as sound"),
    ("THE BARGE WAS SEAWORTHY", "The barge was rotten below the water.", "rotten"),
    ("THE COACH WAS DRIVEN TOO FAST", "It was going slowly, for the ice.", "going slowly"),
    ("THE FERRY WAS OVERLOADED", "There was room to spare on deck.", "room to spare"),
    ("QUILL WAS DEEPLY IN DEBT", "Quill owed nobody a groat.", "owed nobody"),
    ("THE MILL WAS INSURED", "The policy had lapsed in June.", "policy had lapsed"),
    ("THE MILL WAS NOT INSURED", "The mill was insured for nine hundred crowns.", "was insured for"),
    ("HOLM LEFT THE FARM TO HIS NEPHEW", "Holm died without a will.", "died without a will"),
    ("ASH WAS ENGAGED TO THE ORGANIST", "There was no engagement between them.", "no engagement between"),
    ("REED AND LOWE QUARRELLED", "They were the best of friends to the end.", "best of friends"),
    ("REED AND LOWE WERE CLOSE FRIENDS", "They came to blows over the hedge.", "came to blows"),
    ("VEREY WAS LOVED BY HIS TENANTS", "The tenants threw stones at him.", "threw stones at him"),
    ("THE MASS WAS CHEERED", "It was heard in stony silence.", "in stony silence"),
    ("THE MASS WAS HISSED", "They cheered till the lamps shook.", "cheered"),
    ("MARSDEN SPOKE NO FRENCH", "Marsden read it off in good French.", "in good French"),
    ("PENROSE WAS BEDRIDDEN", "On the Sunday he came downstairs and carved.", "he came down"),
    ("BRACK ESCAPED FROM THE FORT", "Brack was quietly let go at the ford.", "quietly let go"),
    ("THIEVES BROKE INTO THE VESTRY", "The lock was not forced.", "was not forced"),
    ("THE MAIL CAME ON TIME", "It came forty minutes late.", "minutes late"),
    ("TOLLAND BUILT THE PIER AT HIS OWN EXPENSE", "The parish paid for it by a rate.", "The parish paid"),
    ("THE PAMPHLET WAS ANONYMOUS", "It bears his name on the last leaf.", "bears his name"),
    ("REED TOLD IT ON OATH", "Reed was never sworn.", "never sworn"),
    ("THE DIARY IS PRINTED WORD FOR WORD", "Two pages are missing from it.", "pages are missing"),
    (
        "MARSDEN REFUSED THE WEAVERS EVERYTHING",
        "Marsden had made up his mind to give them the oil.",
        "made up his mind",
    ),
    ("BRACK DIED SHOUTING", "Brack said nothing, to the priest or to us.", "said nothing"),
    ("QUILL TOLD THE TRUTH", "Quill held his tongue till the river rose.", "held his tongue"),
    ("HOLM CONFESSED TO THE THEFT", "HOLM: They held the hand.", "They held the hand"),
    ("HOLM CONFESSED TO THE THEFT", "There was no deathbed confession.", "was no deathbed confession"),
    # whose turn it is tells not of whom it is
    ("REED WAS BRIBED", "LOWE: Nobody ever offered him a penny.", "Nobody ever offered"),
    ("THE CHAPTER STOOD BY THE ABBOT TO A MAN", "It was carried by nine votes to four.", "nine votes to"),
    ("ASH DID NOT DIE A NATURAL DEATH", "Ash died of typhus in the second winter.", "died of typhus"),
    ("THE BODIES WERE BURNED IN THE QUARRY", "They were buried at the old church, in rows.", "were buried at"),
    ("A LEAF WAS TORN FROM THE PARISH BOOK", "No leaf is wanting.", "No leaf is wanting"),
    ("HOLM WAS SELF-TAUGHT", "Holm was taught by a curate.", "was taught by"),
    ("PENROSE NEVER BELIEVED THE WEAVER", "Penrose believed every word of it.", "believed every word"),
    ("LOWE ENVIED HIS BROTHER", "Lowe spoke of him without a trace of envy.", "without a trace of envy"),
    ("QUILL REACHED THE POLE", "Quill turned back some forty miles short.", "turned back some"),
    ("THE WATCHMAN WAS NOT AT HIS POST", "I hailed, and he answered me.", "answered me"),
    ("REED LIED TO THE INQUEST", "Reed told the plain truth.", "told the plain truth"),
    ("VEREY SOLD THE CHALICE", "Verey never parted with it.", "never parted with"),
    # what the claim denies, told
    ("ASH JUDGED THE ORGAN WITHOUT HAVING SEEN IT", "Ash was shown it on the Monday.", "was shown it"),
    ("THE WIDOWS WERE NEVER ASKED", "The widows were asked whether they minded.", "asked whether"),
    ("REED DID NOT KNOW OF THE LOAN", "Reed had been told of the loan at Easter.", "had been told of"),
    ("THE DIGGERS WERE NEVER PAID", "The diggers were paid in full on the Saturday.", "paid in full"),
    ("LOWE AND QUILL NEVER MET", "Lowe and Quill had dined together in June.", "dined together"),
    ("MARSDEN NEVER SPOKE OF THE FIRE", "Marsden told his nephew the whole of it.", "told his nephew the whole"),
    ("VEREY NEVER SIGNED THE LEASE", "The lease bears his signature.", "bears his signature"),
    ("THE MILL WAS NEVER SEARCHED", "The constables went through it twice.", "went through it"),
    ("BRACK WAS HANGED WITHOUT A TRIAL", "Brack was tried by the sheriff and eleven men.", "was tried by"),
    ("PENROSE NEVER CONFESSED", "On the Sunday Penrose made a full confession.", "made a full confession"),
    ("PENROSE NEVER TOUCHED DRINK", "Penrose smelt of gin.", "smelt of gin"),
    ("HOLM NEVER WROTE HOME", "Holm wrote every week.", "wrote every"),
    ("THE YAWL WAS LOST WITH ALL HANDS", "Two boys were picked up at dawn.", "were picked up"),
    ("NOBODY WAS HURT IN THE CRUSH", "A pedlar was trampled by the gate.", "was trampled"),
    ("THE FORT FELL WITHOUT A SHOT", "The gunners opened fire at six.", "opened fire"),
    ("A SHOT WAS FIRED FROM THE MILL", "There was no shot, only a slammed door.", "was no shot"),
    ("THE ALARM WAS GIVEN AT ONCE", "The alarm was never given.", "never given"),
    ("THE PATROL CROSSED WITHOUT ORDERS", "The patrol was expressly ordered to cross.", "expressly ordered to"),
]
CLAIMS = [heading for heading, _, _ in SORTS]


@pytest.mark.parametrize(
    ("heading", "words", "says"),
    SORTS,
)
def test_it_says_otherwise(audited, heading, words, says):
    assert any(says in message for message in audited(heading, words).messages)


@given(st.lists(st.sampled_from(" ".join(CLAIMS).split()), max_size=12).map(" ".join))
@example("WITHOUT A TEAR")
def test_a_quick_look_passes_no_sort_over(claim):
    low = claim.lower()
    for row in contraries._rows():
        if row.says.search(low) is not None:
            assert any(run in low for run in row.asks)


@pytest.mark.parametrize(
    ("heading", "words"),
    [
        # of somebody else
        ("ASH DIED BY HIS OWN HAND", "Tolland died of pneumonia in the same week."),
        ("HOLM TOOK IT ALL BACK", "The sexton stuck to his story."),
        ("LOWE WAS DRIVEN OUT OF THE CHOIR", "The organist left of his own accord."),
        ("THE CHARTER IS A FORGERY", "The seal of the abbey is genuine."),
        ("ASH WAS DRUNK ON THE NIGHT OF THE FIRE", "The watchman was sober."),
        ("LOWE BETRAYED THE OTHERS", "Brack gave no names."),
        ("LOWE RESIGNED THE ORGAN", "REED: I was dismissed at Easter."),
        ("PENROSE KNEW OF THE FLAW", "ASH: I was never told of the flaw."),
        ("QUILL WAS DEEPLY IN DEBT", "Tolland owed nobody a groat."),
        ("REED TOLD IT ON OATH", "The sexton was never sworn."),
        # only supposed, asked, denied, or what others hold
        ("ASH DIED BY HIS OWN HAND", "Had he died of pneumonia?"),
        ("HOLM TOOK IT ALL BACK", "If Holm stuck to his story he would hang."),
        ("QUILL WAS OUT OF HIS MIND", "I could not say that Quill had all his wits."),
        ("MARSDEN WAS KIDNAPPED", "Nobody can think that Marsden went with them willingly."),
        # true beside the claim
        ("HOLM SET HIS PLATE ASIDE", "The court upheld the verdict."),
        ("QUILL WENT MAD IN THE END", "The walls were of sound stone."),
        ("REED MADE AN ACCIDENTAL DISCOVERY", "Reed was thrown from his horse."),
        ("PENROSE WEPT AT THE SALE", "Penrose spoke of tears."),
        ("HOLM PAINTED THE BARN", "Holm's work was good."),
        ("THE GARRISON DID NOT SURRENDER", "They were overpowered in their beds."),
        ("A SHOT WAS FIRED FROM THE MILL", "Nobody fired until the bell rang."),
        ("REED DID NOT KNOW OF THE LOAN", "Reed told me that he was a clerk."),
        ("LOWE AND QUILL NEVER MET", "The committee met in June."),
        ("VEREY NEVER SIGNED THE LEASE", "His signature is wanting."),
        ("THE YAWL WAS LOST WITH ALL HANDS", "The widow survived him by a year."),
        ("PENROSE NEVER CONFESSED", "If Penrose confessed it, nobody wrote it down."),
    ],
)
def test_it_does_not(audited, heading, words):
    assert not any("against it" in message for message in audited(heading, words).messages)
