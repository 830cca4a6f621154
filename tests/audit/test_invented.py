"""Accounts invented for the purpose: under each heading one that carries it, or one that says less or otherwise.

They were written before the program had read them. At first sight it found 9 of the last 20 that say less or otherwise
and 23 of the 30 before them, and took 3 of 16 and 1 of 20 sound ones for such; then it was mended. What it still misses
stands in no table: aims told in other words, who is first, who is meant by "it was he who", what only the hearer says.
"""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("heading", "words"),
    [
        (
            "TOLLAND SPIED FOR THE RAILWAY",
            "Tolland passed information on the fares to the railway, as did half the town.",
        ),
        ("THE BOARD BRIBED HOLM", "The board sent Holm a present of two geese."),
        ("VEREY PLOTTED AGAINST THE ABBOT", "Verey grumbled about the abbot, and there were meetings at his house."),
        ("LOWE HATED HIS BROTHER", "Lowe disliked his brother and kept cool towards him."),
        ("BRACK WAS FORCED TO SELL", "Brack was persuaded to sell by his uncle."),
        ("EVERY FARMER JOINED THE LEAGUE", "Nearly every farmer joined the league; three stood out."),
        ("THE TEACHERS BACKED QUILL", "Some of the teachers backed Quill, and some were silent."),
        ("ASH RESIGNED BECAUSE OF HIS HEALTH", "Ash resigned on the Monday, after the vote."),
        ("REED GAVE AWAY HIS LAND TO SPITE HIS SONS", "Reed gave away his land to the parish in the autumn."),
        ("MARSDEN BUILT THE DAM IN 1902", "Marsden built the dam the year before his marriage."),
        ("QUILL FOUND THE TREASURE", "That Quill found the treasure is pure invention."),
        ("THE PRIEST HAS EVIDENCE AGAINST TOLLAND", "The priest had heard talk, but talk is not evidence."),
        ("ASH WAS BRAVE AT THE FIRE", "At the fire Ash behaved like a coward, said the smith."),
        ("THE HARVEST FAILED", "The harvest was a success in every parish."),
        ("LOWE WAS PRESENT AT THE VOTE", "Lowe was absent from the vote, being ill."),
        ("THE COLLAPSE WAS AN ACCIDENT", "The collapse of the tower was deliberate, wrote the surveyor."),
        ("BRACK KNEW OF THE SALE", "Brack was unaware of the sale until June."),
        ("VEREY RECONCILED THE PARTIES", "Probably it was Verey who reconciled the parties."),
        ("THE MATE CUT THE CABLE", "I have always believed that the mate cut the cable, but I did not see it."),
        ("HOLM WROTE THE PAMPHLET", "The pamphlet is attributed to Holm."),
        ("PENROSE REPAID THE LOAN", "Penrose repaid the loan in part."),
        ("PENROSE REPAID THE WHOLE LOAN", "Penrose repaid half of the loan."),
        ("REED DID NOT SIGN", "Reed signed with the others."),
        ("TOLLAND SIGNED THE TREATY", "Tolland never signed the treaty."),
        ("THE CROWD CHEERED ASH", "A few people in the crowd cheered Ash."),
        ("FIVE MEN CARRIED THE BELL", "Seven men carried the bell up the hill."),
        ("QUILL CERTAINLY POISONED THE WELL", "Quill may have poisoned the well."),
        ("LOWE SAYS THAT ASH SAVED HIM", "Reed told me that Lowe had said that Ash saved him."),
        (
            "VEREY EMBEZZLED THE RELIEF FUND",
            (
                "When the books of the relief fund were opened there was a shortage of ninety pounds. "
                "Verey, who kept them, had been ill since Easter."
            ),
        ),
        (
            "THE BISHOP APPROVED OF THE MARRIAGE",
            "What the bishop thought of the marriage nobody knows. He sent no word, and he did not come.",
        ),
        (
            "ALL THE PRISONERS WERE WELL FED",
            (
                "They had bread every day and meat on Sundays. The prisoners in the east wing starved; I "
                "carried out four of them."
            ),
        ),
        (
            "TOLLAND DEFIED THE COURT",
            "Before the court Tolland obeyed in everything. He stood when he was told to stand.",
        ),
        (
            "REED WROTE THE SONG IN PRISON",
            "The song is said to have been written in prison, though Reed never spoke of it.",
        ),
        (
            "THE EXPEDITION REACHED THE LAKE",
            "The expedition, Marsden writes, came very near the lake, and may have seen it from the ridge.",
        ),
        ("HOLM REPENTED", "To the last Holm did not repent. He spat on the step."),
        ("PENROSE WON THE LAWSUIT", "After nine years the lawsuit of Penrose was lost, and the costs took the house."),
        (
            "THE MILL OWNERS OBEYED THE NEW LAW",
            "Some of the mill owners obeyed the new law. The greater part of them paid the fine and went on.",
        ),
        ("BRACK ALONE OPPOSED THE TOLL", "Brack opposed the toll. Marsden and the two millers opposed it with him."),
        (
            "THE LETTERS ARE GENUINE",
            (
                "Three of the letters are in a hand that is not hers, and the paper was made after her "
                "death. I take all of them for forgeries."
            ),
        ),
        (
            "MARSDEN CONDUCTED THE SIEGE SKILFULLY",
            "It was a poor siege. Marsden dug in the wrong place, and the guns stood idle.",
        ),
        (
            "THE JURY WAS UNBIASED",
            (
                "Nine of the jury were tenants of the plaintiff, and the foreman owned that the jury was "
                "biased from the first day."
            ),
        ),
        (
            "TWELVE MEN DIED IN THE PIT",
            (
                "We brought up nine dead. Nine men died in the pit, and the three whom the paper counts "
                "besides were at home in bed."
            ),
        ),
        ("LOWE PROMISED TO RETURN", "Lowe hinted that he might return."),
        ("QUILL ACTED ALONE", "Quill was helped by his sister and by a groom whom nobody has named."),
    ],
)
def test_what_says_less_or_otherwise_is_found(audited, heading: str, words: str) -> None:
    assert audited(heading, words).messages


@pytest.mark.parametrize(
    ("heading", "words"),
    [
        ("TOLLAND SPIED FOR THE RAILWAY", "Tolland spied for the railway and was paid by the month."),
        ("THE BOARD BRIBED HOLM", "The board bribed Holm with two hundred pounds."),
        ("EVERY FARMER JOINED THE LEAGUE", "Every farmer joined the league in that spring."),
        ("THE TEACHERS BACKED QUILL", "The teachers backed Quill to a man, whatever some of the parents said."),
        ("ASH RESIGNED BECAUSE OF HIS HEALTH", "His health had broken down, and Ash resigned."),
        ("HOLM TOLD VEREY TO BURN THE LETTERS", "Holm told Verey to burn the letters, and Lowe told him to keep them."),
        ("QUILL FOUND THE TREASURE", "Quill found the treasure under the hearth."),
        ("THE PRIEST HAS EVIDENCE AGAINST TOLLAND", "The priest laid the evidence against Tolland before the bishop."),
        ("ASH WAS BRAVE AT THE FIRE", "At the fire Ash was brave; the smith was a coward."),
        ("THE HARVEST FAILED", "The harvest failed in every parish, where it had been a success the year before."),
        ("LOWE WAS PRESENT AT THE VOTE", "Lowe was present at the vote. Holm was absent."),
        ("BRACK KNEW OF THE SALE", "Brack knew of the sale from the first, though his wife was unaware of it."),
        (
            "VEREY RECONCILED THE PARTIES",
            "Verey reconciled the parties within a week; this was probably his best work.",
        ),
        ("PENROSE REPAID THE LOAN", "Penrose repaid the loan on the day."),
        ("REED DID NOT SIGN", "Reed did not sign, nor did his brother."),
        ("FIVE MEN CARRIED THE BELL", "Five men carried the bell, and seven men walked behind."),
        ("QUILL POISONED THE WELL", "Quill poisoned the well, and confessed it to nobody but Ash."),
        ("THE CROWD CHEERED ASH", "The crowd cheered Ash for an hour, so that a few people lost their voices."),
        ("LOWE SAYS THAT ASH SAVED HIM", "LOWE: Ash saved me, and I do not forget it."),
        ("MARSDEN BUILT THE DAM IN 1902", "Marsden built the dam in 1902, the year before his marriage."),
        (
            "VEREY EMBEZZLED THE RELIEF FUND",
            "Verey embezzled the relief fund; there was a shortage of ninety pounds when the books were opened.",
        ),
        (
            "THE BISHOP APPROVED OF THE MARRIAGE",
            "The bishop approved of the marriage. What his chaplain thought nobody knows.",
        ),
        (
            "THE PRISONERS WERE WELL FED",
            "The prisoners were well fed: bread every day and meat on Sundays. In the town, people starved.",
        ),
        ("TOLLAND DEFIED THE COURT", "Tolland defied the court, though his brothers obeyed."),
        (
            "REED WROTE THE SONG IN PRISON",
            (
                "Reed wrote the song in prison, on the back of a summons that I have before me. It is said "
                "that the gaoler wept."
            ),
        ),
        (
            "THE EXPEDITION REACHED THE LAKE",
            "The expedition reached the lake on the ninth of May. They may have been the first.",
        ),
        ("HOLM REPENTED", "Holm repented, and asked the priest to say so after his death."),
        ("PENROSE WON THE LAWSUIT", "After nine years Penrose won the lawsuit, which everybody had thought lost."),
        ("THE MILL OWNERS OBEYED THE NEW LAW", "The mill owners obeyed the new law. Some of their foremen did not."),
        ("THE LETTERS ARE GENUINE", "The letters are genuine. The diary that was sold with them is a forgery."),
        (
            "MARSDEN CONDUCTED THE SIEGE SKILFULLY",
            "Marsden conducted the siege skilfully with poor guns and worse powder.",
        ),
        ("TWELVE MEN DIED IN THE PIT", "Twelve men died in the pit, and nine men of the other shift came up unhurt."),
        ("LOWE PROMISED TO RETURN", "Lowe promised to return before the frost, and he did."),
        ("THE JURY WAS UNBIASED", "The jury was unbiased; it was the judge who was biased."),
        ("QUILL ACTED ALONE", "Quill acted alone. I have looked for helpers for ten years and found none."),
        ("ASH SAVED THE PUMP AT THE FIRE", "At the fire Ash saved the pump. It was perhaps four in the morning."),
    ],
)
def test_what_carries_a_heading_is_left_alone(audited, heading: str, words: str) -> None:
    assert audited(heading, words).messages == []
