"""Whole classes of English verbs in headings: each stands in the frame of its class and does the act of the class."""

from __future__ import annotations

import pytest

from .test_heading_readings import Told, told

# the frame, what each heading states (of a report only that it is one), the verbs
FRAMES: list[tuple[str, Told, str]] = [
    (
        "Holt {} that Lund stole the money",
        ("accuses", "holt", ("lund",)),
        """
        said, says, stated, declares, swore, swears, testifies, testified, insists, maintains, alleges, asserts,
        claims, charged, complained, reveals, reported, wrote, tells the court, told Lund, informed the police,
        repeated, argues, always said, told everyone, confides, hinted, let slip, let it be known, shouted, boasted,
        warned, deposed, attested, gave evidence, recalled, remembers, shows, proves, made it clear, announces
        """,
    ),
    (
        "Holt {} Lund",
        ("accuses", "holt", ("lund",)),
        """
        accused, accuses, denounced, denounces, blamed, blames, incriminates, implicates, informed on, inculpates,
        indicts, testified against, turned against, named, points the finger at, put the blame on, shifts the blame
        to, turned in, attacks, condemns, vilifies, gave evidence against, impeached, threw suspicion on, cast
        suspicion on, rounded on, lashes out at, lays the theft at the door of, arraigned
        """,
    ),
    (
        "Holt {} Lund",
        ("exonerates", "holt", ("lund",)),
        """
        cleared, exonerated, absolved, acquitted, defended, vindicated, spoke up for, stood up for, sided with, took
        the part of, vouched for, exculpates, pleaded for, interceded for, excused
        """,
    ),
    (
        "Holt {} Lund",
        ("judges", "holt", ("lund",)),
        """
        admired, despised, praised, distrusted, mocked, ridiculed, criticised, thought little of, looked down on,
        had no faith in, underestimated, respected, worshipped, laughed at, derided, disbelieved, discredited,
        belittled
        """,
    ),
    (
        "Holt {} the theft",
        ("admits", "holt", ()),
        """
        admitted, confessed to, owned up to, acknowledged, conceded, pleaded guilty to, boasted of, took the blame
        for, took responsibility for, made a clean breast of, bragged about, apologised for, confessed, avowed,
        gloried in, accepted blame for, accepted the blame for, did not deny, never denied
        """,
    ),
    (
        "Holt {} the theft",
        ("denies", "holt", ()),
        """
        denied, denies, disclaimed, disavowed, repudiated, never admitted, did not admit, refused to admit, would
        not admit, disowned, rejected the charge of, protested his innocence of, disputed, contested, shrugged off,
        laughed off, pleaded not guilty to, denied all knowledge of, swore he knew nothing of, denies any part in
        """,
    ),
    (
        "Holt {}",
        ("retracts", "holt", ()),
        """
        retracted, recanted, took it all back, took back his confession, withdrew his confession, withdrew his
        statement, changed his story, changed his plea, repudiates his confession, unsaid it all, contradicted
        himself, revoked his testimony, withdrew everything, ate his words, disowned his statement, rescinded his
        statement
        """,
    ),
    (
        "Holt {}",
        ("admits", "holt", ()),
        """
        confessed, owned up, came clean, pleaded guilty, broke down and confessed, incriminated himself, accused
        himself, gave himself away, made a full confession, admitted everything, admitted his guilt, took the blame,
        signed a confession
        """,
    ),
    (
        "Holt {}",
        ("denies", "holt", ()),
        """
        pleaded not guilty, protested his innocence, denied it, denied everything, refused to confess, would not
        confess, never confessed, maintained his innocence, swore that he was innocent, says he is innocent,
        declared himself innocent, denied the charges, rejects the charges, disputes the charge, says he was
        elsewhere, insists he was not there
        """,
    ),
    (
        "Holt {} Lund's account",
        ("corroborates", "holt", ("lund",)),
        """
        confirmed, confirms, corroborates, bears out, backs up, supports, supported, seconded, agrees with,
        endorsed, verified, substantiates, echoed, vouches for the truth of, accepted, upheld
        """,
    ),
    (
        "Holt {} Lund's account",
        ("judges", "holt", ("lund",)),
        """
        contradicted, contradicts, disputed, rejected, refuted, challenged, doubted, gave the lie to, questioned,
        disproved, demolished
        """,
    ),
    (
        "Holt {}",
        ("accuses", "", ("holt",)),
        """
        lied, lied to the court, betrayed his friends, fired on the crowd, fired into the crowd, opened fire on the
        crowd, took bribes, took a bribe, accepted bribes, forged the will, forged the signatures, covered up the
        crime, covered it up, stood by, stood by and did nothing, stole the money, was behind the theft, was behind
        it, ordered the killing, ordered the shooting, ordered the attack, hid the letter, hid the truth, burned the
        papers, burned the letters, destroyed the evidence, suppressed the report, withheld the truth, kept the
        truth back, kept back the letter, deceived the public, deceived everyone, cheated the widows, swindled the
        bank, defrauded the company, embezzled the funds, pocketed the money, sold the secret to a
        rival, sold secrets to the enemy, spied for the enemy, was a spy, was in the pay of the enemy, was a
        traitor, was the murderer, was the
        killer, was the thief, started the fire, set the fire, set fire to the barn, set the barn on fire, lit the
        fuse, threw the bomb, planted the bomb, made the bomb, pulled the trigger, fired the shot, fired the first
        shot, murdered the priest, killed the priest, had the priest killed, had the priest murdered, had the
        witness silenced, poisoned the well, drowned the child, strangled his wife, beat his wife, beat the
        prisoners, tortured the prisoners, starved the prisoners, whipped the boys, bullied the witnesses,
        threatened the witnesses, bribed the witnesses, bought the witnesses, coached the witnesses, tampered with
        the evidence, tampered with the brakes, planted the evidence, fabricated the evidence, invented the story,
        made up the story, falsified the accounts, falsified the log, cooked the books, perjured himself, committed
        perjury, committed murder, committed fraud, broke his oath, broke his promise, broke the law, broke the
        treaty, broke into the house, abandoned his men, abandoned the wounded, deserted his post, deserted his
        wife, left his men to die, left the wounded behind, left her to drown, refused help to the wounded, failed
        to act, failed to warn the town, ignored the warning, neglected the sick, exploited the miners, robbed the
        dead, plundered the town, looted the shops, massacred the prisoners, raped the women, kidnapped the child,
        blackmailed the minister, extorted money, incited the crowd, stirred up the crowd, instigated the riot, led
        the riot, organised the riot, plotted against the king, plotted the murder, conspired with Lund, conspired
        against Lund, was in the plot, took part in the murder, took part in the plot, helped to hide the body,
        helped the murderer, sheltered the murderer, shielded the murderer, let the murderer escape, let the
        prisoner die, hanged an innocent man, sold rotten meat, sold bad food to the troops, abused his office,
        abused his power, misused the funds, squandered the money, gambled away the money, was drunk, slept on duty,
        slept through the alarm, was asleep at the wheel, caused the crash, caused the disaster, wrecked the train,
        scuttled the ship, sabotaged the engine, overloaded the boat, overworked the men, underpaid the men, stole
        the land, seduced the maid, shot the hostages, shot Lund in the back, stabbed Lund,
        assaulted Lund, slandered Lund, libelled Lund, hounded Lund to death, persecuted Lund, ruined Lund, cheated
        Lund, cheated at cards, plagiarised Lund, stole the idea from Lund, took the credit for it, claimed the
        credit, usurped the throne, rigged the election, stuffed the ballot boxes, packed the jury, bullied the
        jury, misled the court, misled parliament, lied under oath, gave false evidence, gave false testimony, bore
        false witness, gave a false name, used a false passport, smuggled arms, ran guns, traded in slaves, kept
        slaves, profiteered, made a fortune from the war, grew rich on the war, lined his pockets, feathered his
        nest
        """,
    ),
    (
        "Lund was {} by Holt",
        ("accuses", "", ("holt",)),
        """
        robbed, murdered, betrayed, cheated, poisoned, shot in the back, stabbed to death, deceived, slandered,
        persecuted, tortured, framed, blackmailed, kidnapped, swindled, beaten, silenced, driven to suicide, hounded
        to death, abandoned, deserted, hunted down, tricked, misled, lied to, strangled, ruined, sold to the enemy,
        left to die, bribed, cut down, gunned down, struck down, run over, pushed off the cliff
        """,
    ),
    (
        "Holt {}",
        ("exonerates", "", ("holt",)),
        """
        was innocent, was not guilty, had no part in the theft, had no hand in the theft, had nothing to do with the
        theft, knew nothing of the theft, knew nothing, took no part in the plot, did not steal the money, never
        stole the money, never took a bribe, was not the thief, was no thief, was no traitor, was not a spy, was not
        to blame, was blameless, was wrongly accused, was unjustly condemned, was falsely accused of theft, was a
        scapegoat, was made a scapegoat, acted in good faith, acted in self-defence, did his duty, did nothing
        wrong, did no wrong, committed no crime, had an alibi, was nowhere near the place, could not have stolen it,
        was above suspicion, told the truth, did not lie, had no motive, had no reason to lie, was not responsible
        for the fire
        """,
    ),
    (
        "Holt {}",
        ("judges", "", ("holt",)),
        """
        was guilty, was responsible for the fire, was to blame, was at fault, was a coward, was a liar, was a fool,
        was a hypocrite, was a hero, was a brave man, was incompetent, was corrupt, was cruel, was ruthless, was
        dishonest, was honest, was a tyrant, was a weak man, was a tool of the company, was unfit for command, was
        jealous of Lund, hated Lund, wanted revenge, acted out of spite, acted from greed, cared only for money,
        cared nothing for the men, thought only of himself, was too weak, was no hero, was not a brave man, was mad,
        was unreliable, cannot be trusted, is not to be believed, deserved to die, deserved his fate, should have
        known better, bore the blame, had blood on his hands, was morally guilty, was partly to blame, was driven by
        fear, lost his nerve, lost his head, was unworthy of the office, behaved disgracefully, behaved well, acted
        wisely, was right, was mistaken
        """,
    ),
    (
        "Holt {}",
        ("reports", "", ("holt",)),
        """
        died, was killed, was shot, was arrested, was hanged, escaped, fled, resigned, was dismissed, was never seen
        again, disappeared, left the town, met Lund in Paris, visited Lund, married Lund, went to prison, was sent
        to prison, was tried in secret, was pardoned, returned in May, wrote a book, drowned, killed himself, hanged
        himself, starved to death, was buried in secret, was taken ill, fell ill, was found dead, was last seen in
        May, was elected, was appointed, bought the house, sold the house, built the mill, saw the fire, heard the
        shot, was at home, was in Paris, gave the alarm, rang the bell, refused to speak, would not speak, changed
        his name, moved to Paris, lived in Paris, quarrelled with Lund, broke with Lund, saved Lund, rescued the
        child, warned Lund, wrote to Lund, was questioned, lost his place, lost an arm
        """,
    ),
]


def verbs_of(words: str) -> list[str]:
    return [" ".join(verb.split()) for verb in words.split(",")]


@pytest.mark.parametrize(("frame", "expected", "words"), FRAMES)
def test_every_verb_of_a_class_does_the_same_act(frame: str, expected: Told, words: str) -> None:
    people = ("Holt", "Lund")
    found = {verb: told(frame.format(verb), people) for verb in verbs_of(words)}
    if expected[0] == "reports":
        wrong = [verb for verb, acts in found.items() if [act[:2] for act in acts] != [("reports", "")]]
    else:
        wrong = [verb for verb, acts in found.items() if acts != [expected]]
    assert wrong == []
