"""Invented names and numbers from the range used for testing; nobody real, the same every time."""

from collections.abc import Iterator
from typing import Any

from schakel.base.bsn import Bsn
from schakel.base.refusal import Refusal

STATUSHOUDERS = (
    ("Rami", "al", "Hamwi"), ("Selam", "", "Gebremariam"), ("Nour", "", "Darwish"),
    ("Yonas", "", "Tekle"), ("Farid", "", "Noorzai"), ("Hiba", "", "Kassab"),
    ("Dawit", "", "Habtemichael"), ("Samira", "", "Rostami"), ("Omar", "el", "Sayegh"),
    ("Zeynep", "", "Yıldırım"), ("Abdi", "", "Warsame"), ("Mehret", "", "Asfaha"),
    ("Karim", "", "Shahbandar"), ("Layla", "", "Qabbani"), ("Tesfalem", "", "Woldu"),
    ("Parwin", "", "Sherzai"), ("Ibrahim", "", "Dukuré"), ("Ghada", "", "Moussalli"),
    ("Amanuel", "", "Zerai"), ("Soraya", "", "Baluch"), ("Majd", "", "Khoury"),
    ("Luwam", "", "Ogbazghi"), ("Hossein", "", "Farahani"), ("Rahel", "", "Kidane"),
    ("Yusuf", "", "Çelik"), ("Dina", "", "Haddad"),
)  # fmt: skip

GEZINSMIGRANTEN = (
    ("Fernanda", "de", "Oliveira"), ("Somchai", "", "Prasert"), ("Amina", "", "Bouchrif"),
    ("Đorđe", "", "Milošević"), ("Grace", "", "Whitfield"), ("Thu Hà", "", "Nguyễn"),
    ("Camila", "", "Restrepo"), ("Rashid", "", "Ouali"), ("Siti", "", "Wulandari"),
    ("Emre", "", "Öztürk"), ("Adaeze", "", "Nwosu"), ("Priya", "", "Raman"),
    ("Lucía", "", "Ibáñez"), ("Kofi", "", "Acheampong"), ("Ngozi", "", "Eze"),
)  # fmt: skip


def bsns(start: int = 999_900_000) -> Iterator[str]:
    """Yield BSNs of the test range that pass the elfproef, always the same ones, until it ends."""
    for number in range(start + 37, 1_000_000_000, 37):
        try:
            yield Bsn.parse(str(number)).digits
        except Refusal:
            continue


def v_nummers(start: int = 2_900_000_000) -> Iterator[str]:
    """Yield invented V-nummers of ten digits, always the same ones."""
    number = start
    while True:
        number += 1_047
        yield str(number)


STRATEN = (
    "Abrikozenlaan", "Baanderij", "Citroenhof", "Dobbelsteenpad", "Eikelweg", "Fluitekruidstraat",
    "Geelgorsstraat", "Hopakker", "Iepenschans", "Jeneverbesdreef", "Klaverblad", "Lindenkade",
)  # fmt: skip
PLAATSEN = {
    "0632": ("Woerden", "3440"),
    "1901": ("Bodegraven", "2410"),
    "0335": ("Montfoort", "3417"),
    "0589": ("Oudewater", "3420"),
}


def contact(v_nummer: str, gemeente: str) -> dict[str, Any]:
    """Return an invented address and telephone number, always the same for this person.

    :param gemeente: CBS code; the postcodes are not in use
    """
    number = int(v_nummer) // 1_047
    plaats, postcode = PLAATSEN[gemeente]
    return {
        "straat": STRATEN[number % len(STRATEN)],
        "huisnummer": str(1 + number % 87),
        "postcode": f"{postcode} XX",
        "woonplaats": plaats,
        "telefoon": f"06 0000 {number % 10_000:04}",
    }
