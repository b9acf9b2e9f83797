"""Invented names and numbers from the range used for testing; nobody real, the same every time."""

from collections.abc import Iterator

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
