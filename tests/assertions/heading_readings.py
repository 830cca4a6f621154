"""Headings of three invented pages, and what a careful reader said of each before the program had read them.

The steamer *Calder* is lost, the school at Ostley is closed, the murrain comes to Vellby. A reading is the acts one may
take it for (the first is the best), who speaks (the last word of his name; "" the compiler) and of whom (any one of
them will do, and for a report nobody is asked).
"""

from __future__ import annotations

Reading = tuple[str, str, tuple[str, ...]]

PEOPLE = (
    "Isaac Thole",
    "Thole",
    "Wren",
    "Drummond",
    "Juan Osei",
    "Osei",
    "Mrs. Hale",
    "Hale",
    "Petrie",
    "Ida Kell",
    "Kell",
    "Canon Brock",
    "Brock",
    "Ferris",
    "Anselm Roy",
    "Roy",
    "Dacre",
    "Sorby",
    "Baron Lenz",
    "Lenz",
    "Kupp",
    "Haas",
    "Jonsson",
)
WOMEN = ("hale", "kell")

WRECK: list[tuple[str, list[Reading]]] = [
    ("THOLE WAS DRUNK ON THE BRIDGE", [("accuses|judges", "", ("thole",))]),
    ("CAPTAIN THOLE ABANDONED HIS PASSENGERS", [("accuses", "", ("thole",))]),
    ("WREN, NOT THOLE, ORDERED THE CHANGE OF COURSE", [("accuses|reports", "", ("wren",))]),
    ("DRUMMOND SENT THE CALDER TO SEA KNOWING SHE WAS ROTTEN", [("accuses", "", ("drummond",))]),
    ("THE OWNERS HAD OVERINSURED THE SHIP", [("accuses|reports", "", ("owners",))]),
    ("OSEI STAYED AT HIS KEY UNTIL THE END", [("reports|judges", "", ("osei",))]),
    ("OSEI SWEARS THAT NO ICE WARNING WAS EVER RECEIVED", [("reports|denies", "osei", ())]),
    ("THE LOG BOOK WAS FORGED BY THE MATE", [("accuses", "", ("mate",))]),
    (
        "MRS. HALE: 'THE CREW TOOK THE BOATS AND LEFT US'",
        [("accuses", "hale", ("crew",))],
    ),
    ("PETRIE'S ACCOUNT OF THE NIGHT", []),
    ("PETRIE REPEATED TO HIS DEATH THAT HE SAW NO LIGHT", [("reports|denies", "petrie", ())]),
    ("THE INQUIRY CLEARED DRUMMOND OF ALL BLAME", [("exonerates|judges", "inquiry", ("drummond",))]),
    ("THE BOARD OF TRADE WHITEWASHED THE COMPANY", [("accuses|judges", "", ("board", "trade"))]),
    ("THOLE WAS MADE A SCAPEGOAT BY THE OWNERS", [("accuses|judges|exonerates", "", ("owners",))]),
    ("A HUNDRED AND FOUR PEOPLE DROWNED", [("reports", "", ())]),
    ("THE LIFEBOAT PUT OUT TWICE AND WAS DRIVEN BACK", [("reports", "", ())]),
    ("THE STOKERS BROKE INTO THE SPIRIT ROOM", [("accuses|reports", "", ("stokers",))]),
    ("DRUMMOND BOUGHT THE SILENCE OF THE MATE", [("accuses", "", ("drummond",))]),
    ("WREN CHANGED HIS STORY THREE TIMES", [("retracts|judges|accuses|reports", "", ("wren",))]),
    ("WREN TOOK BACK EVERYTHING BEFORE HE DIED", [("retracts", "wren", ())]),
    ("WAS THE CALDER SUNK ON PURPOSE?", []),
    ("DRUMMOND HAD THE SHIP SUNK FOR THE INSURANCE", [("accuses", "", ("drummond",))]),
    ("THERE WERE TOO FEW BOATS, AS DRUMMOND LATER CONCEDED", [("admits", "drummond", ())]),
    ("THE PASSENGERS SPOKE WELL OF THE CREW", [("exonerates|judges", "passengers", ("crew",))]),
]

SCHOOL: list[tuple[str, list[Reading]]] = [
    ("Miss Kell hid the letter from the governors", [("accuses", "", ("kell",))]),
    ("Canon Brock wanted the school closed from the first", [("judges|accuses", "", ("brock",))]),
    ("Canon Brock lied to the parents about the roof", [("accuses", "", ("brock",))]),
    ("Ferris wrote his report without visiting the school", [("accuses|reports", "", ("ferris",))]),
    ("Ferris never set foot in the school", [("accuses|reports", "", ("ferris",))]),
    ("Anselm Roy was the real author of the anonymous letters", [("accuses", "", ("roy",))]),
    ("Roy always denied that he had struck the boy", [("denies", "roy", ())]),
    ("The boy's mother withdrew her complaint", [("retracts", "mother", ())]),
    ("The mayor was behind it all", [("accuses", "", ("mayor",))]),
    ("The mayor's promise to the parents was broken", [("reports|accuses", "", ())]),
    ("Dacre sold the playing field to his brother-in-law", [("accuses|reports", "", ("dacre",))]),
    ("Dacre pocketed four hundred pounds", [("accuses", "", ("dacre",))]),
    ("Nobody told the teachers", [("reports|accuses", "", ())]),
    ("The children were marched out of the building on 3 March", [("reports", "", ())]),
    ("The vote was rigged", [("accuses", "", ())]),
    ("According to the caretaker, Roy burned the registers", [("accuses", "caretaker", ("roy",))]),
    ("Brock on Kell: a stubborn and foolish woman", [("judges", "brock", ("kell",))]),
    ("Kell thought the Canon a hypocrite", [("judges", "kell", ("canon", "brock"))]),
    ("Kell blamed herself for the accident", [("admits|accuses|judges", "kell", ())]),
    ("Ida Kell was dismissed without a hearing", [("reports", "", ("kell",))]),
    ("The governors were within their rights", [("exonerates|judges", "", ("governors",))]),
    ("The parents believed every word of it", [("reports|judges", "parents|", ("",))]),
    ("How the school was closed", []),
    ("A new school opened in Ostley in 1934", [("reports", "", ())]),
]

CATTLE: list[tuple[str, list[Reading]]] = [
    ("Sorby recognised the murrain in the first week", [("reports|judges", "", ("sorby",))]),
    ("Sorby's warning was ignored by the ministry", [("accuses|reports", "", ("ministry",))]),
    ("Kupp sold sick beasts at Vellby fair", [("accuses", "", ("kupp",))]),
    ("Kupp knew that the beasts were sick", [("accuses|judges|reports", "", ("kupp",))]),
    ("Kupp maintained that he had bought them in good faith", [("denies", "kupp", ())]),
    ("Baron Lenz bribed the inspector with a horse", [("accuses", "", ("lenz",))]),
    ("The Baron's herd was spared by order of the minister", [("accuses|reports", "", ("minister",))]),
    ("Minister Haas covered up the outbreak", [("accuses", "", ("haas",))]),
    ("Haas was warned in time", [("accuses|reports|judges", "", ())]),
    ("Haas was responsible for the delay", [("accuses|judges", "", ("haas",))]),
    ("The dragoons fired on the farmers without warning", [("accuses", "", ("dragoons",))]),
    ("Jonsson was betrayed by his own brother", [("accuses", "", ("brother",))]),
    ("Jonsson owned to having driven his cows over the border by night", [("admits", "jonsson", ())]),
    ("The farmers testify that the healthy cows were slaughtered too", [("reports|accuses", "farmers", ())]),
    ("Sorby took no bribe", [("exonerates", "", ("sorby",))]),
    ("Sorby was wrongly accused", [("exonerates|judges", "", ("sorby",))]),
    ("Lenz took all the credit", [("accuses|judges|reports", "", ("lenz",))]),
    ("Lenz, the richest man in Vellby, paid nothing", [("accuses|reports", "", ("lenz",))]),
    ("The law was broken in every village", [("accuses|reports", "", ())]),
    ("Six thousand cattle were shot and burned", [("reports", "", ())]),
    ("Compensation never reached the smallholders", [("reports|accuses", "", ())]),
    ("Vellby lies on the river Vell", []),
    ("The commission found that the minister had acted too late", [("judges|accuses", "commission", ("minister",))]),
    ("The commission's report was suppressed", [("accuses|reports", "", ())]),
]

READINGS = [*WRECK, *SCHOOL, *CATTLE]
