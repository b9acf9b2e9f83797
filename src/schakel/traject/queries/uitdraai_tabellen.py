"""What is told of each table of the log and of this room, field by field."""

from schakel.base.uitdraai import ELDERS, SLEUTEL, Tabel

BEREKEND = "Dit volgt uit de gebeurtenissen hierboven en wordt steeds opnieuw berekend."

GEBEURTENIS = Tabel(
    naam="logboek_gebeurtenis",
    titel="Wat er is gebeurd",
    uitleg=(
        "Elke regel blijft staan. Bleek iets niet te kloppen, dan staat erbij wat ervoor in de "
        "plaats kwam."
    ),
    velden={
        "id": "Nummer", "kind": "Wat", "happened_on": "Wanneer", "recorded_at": "Vastgelegd op",
        "actor": "Door", "organisatie": "Door", "source": "Bron", "facts": "Feiten",
        "grounds": "Op grond van", "replaces": "Komt in de plaats van nummer",
    },
    niet={
        "dossier": SLEUTEL, "first": SLEUTEL,
        "version": "de versie van de vorm waarin de regel is opgeschreven",
    },
)  # fmt: skip
GELDIGHEID = Tabel(
    naam="logboek_geldigheid",
    titel="Van wanneer tot wanneer dat bekend was",
    uitleg="Dit staat bij elke gebeurtenis: de dag van vastleggen, en de dag van herstel.",
    velden={"known_until": "Hersteld op"},
    niet={
        "gebeurtenis": SLEUTEL, "dossier": SLEUTEL, "kind": ELDERS, "happened_on": ELDERS,
        "known_from": ELDERS,
    },
    elders=True,
)  # fmt: skip
TOELICHTING = Tabel(
    naam="logboek_toelichting",
    titel="Toelichtingen en notities",
    uitleg="Die staan bij de gebeurtenis waar zij bij horen.",
    proza={"tekst": "Toelichting"},
    velden={"soort": "Soort"},
    niet={
        "id": SLEUTEL, "gebeurtenis": SLEUTEL,
        "gegevenscategorie": "wie van de medewerkers de tekst mag lezen",
    },
    elders=True,
)  # fmt: skip
TRAJECT = Tabel(
    naam="traject_traject",
    titel="Waar u staat in uw traject",
    uitleg=BEREKEND,
    velden={
        "stap": "Volgende stap", "pip_grondslag": "Waarop de termijn voor het PIP rust",
        "pip_laatste_dag": "PIP uiterlijk op", "pip_dagtekening": "PIP van",
        "leerroute": "Leerroute", "termijn_van": "Inburgeringstermijn vanaf",
        "termijn_tot": "Inburgeringstermijn tot en met", "geldig_tot": "Opnieuw te berekenen op",
    },
    niet={"dossier": SLEUTEL},
)  # fmt: skip
MIJLPAAL = Tabel(
    naam="traject_mijlpaal",
    titel="Wat u hebt bereikt, voor de cijfers",
    uitleg=f"{BEREKEND} In een cijfer staat geen naam.",
    velden={
        "soort": "Wat", "gemeente": "Gemeente", "van": "Vanaf", "tot": "Tot en met",
        "bekend_van": "Bij ons bekend vanaf", "bekend_tot": "Bij ons bekend tot",
    },
    niet={"id": SLEUTEL, "dossier": SLEUTEL},
)  # fmt: skip
WERKPUNT = Tabel(
    naam="traject_werkpunt",
    titel="Wat er voor u te doen staat",
    uitleg=BEREKEND,
    velden={
        "handeling": "Wat", "aan_zet": "Wie aan zet is", "sinds": "Sinds", "op": "Afspraak op",
        "uiterlijk": "Uiterlijk",
    },
    niet={"id": SLEUTEL, "dossier": SLEUTEL},
)  # fmt: skip
VOORNEMEN = Tabel(
    naam="traject_voornemen",
    titel="Wat een medewerker van plan is",
    velden={"handeling": "Wat", "op": "Op", "gemaakt_op": "Gepland op"},
    proza={"plan": "Plan"},
    niet={"id": SLEUTEL, "dossier": SLEUTEL, "medewerker": ELDERS},
)
CONCEPT = Tabel(
    naam="traject_concept",
    titel="Een besluit dat wordt voorbereid",
    velden={
        "stap": "Welk besluit", "begonnen_at": "Begonnen op", "gewijzigd_at": "Gewijzigd op",
        "gewijzigd_door": "Gewijzigd door", "voorgelegd_aan": "Voorgelegd aan",
        "voorgelegd_at": "Voorgelegd op", "versie": "Hoe vaak opgeslagen",
    },
    proza={"waarden": "Wat er staat"},
    niet={"id": SLEUTEL, "dossier": SLEUTEL},
)  # fmt: skip
MEELEZING = Tabel(
    naam="traject_meelezing",
    titel="Wie dat concept meelas",
    velden={"op": "Op", "akkoord": "Akkoord"},
    proza={"opmerking": "Opmerking"},
    niet={"id": SLEUTEL, "concept": SLEUTEL, "medewerker": ELDERS},
)
