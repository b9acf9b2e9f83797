"""Invented names and numbers from the range used for testing; nobody real, the same every time."""

from collections.abc import Iterator, Mapping
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


HERKOMST: Mapping[str, tuple[str, str, str]] = {
    "syrie": (
        "Rima Hanan Lubna Maysa Nadine Suha Batoul Ranim Aya Yara Dalal Ghina",
        "Bassel Anas Tarek Mazen Wael Khaled Nizar Samer Ziad Housam Ayham Fadi",
        "Alsalem Barakat Hamdan Idris Jarrah Kanaan Malouf Nassar Qassem Sabbagh Tahan Zeidan "
        "Ajlani Darkazanli Hallak Rifai",
    ),
    "eritrea": (
        "Almaz Feven Genet Hiwet Letebrhan Natsnet Ruta Saba Tirhas Winta Yordanos Zaid",
        "Abraham Biniam Esayas Filmon Haben Kibrom Merhawi Natnael Robel Samuel Temesgen Yohannes",
        "Abraha Berhane Debesay Embaye Fesseha Ghirmay Haile Kahsay Mebrahtu Negash Okbay Russom "
        "Tesfay Weldegebriel",
    ),
    "afghanistan": (
        "Bahar Farzana Humaira Laila Marwa Nasima Palwasha Roya Shabnam Zarghuna",
        "Ajmal Basir Ehsan Hamid Jawed Mirwais Najib Rahim Sohrab Wahid",
        "Amiri Barakzai Ghafoori Hakimi Jalali Mohseni Niazi Popalzai Rahmani Stanikzai Wardak",
    ),
    "iran": (
        "Azadeh Elnaz Golnar Mahsa Niloofar Parisa Shirin Taraneh",
        "Arash Behnam Farhad Kaveh Mehrdad Omid Siavash Vahid",
        "Abdolahi Bahrami Eskandari Ghasemi Karimi Moradi Nematzadeh Sharifi Tehrani",
    ),
    "turkije": (
        "Aslı Berfin Ceylan Dilek Gülşah Hacer Nazlı Sevgi",
        "Barış Cemal Devrim Ferhat Hakan İlker Murat Serkan",
        "Akın Bozkurt Demirtaş Ergün Güneş Karataş Özdemir Şahin Taşkın Ünal",
    ),
    "jemen": (
        "Afrah Balqis Intisar Sumaya Taqwa",
        "Ammar Fuad Hashem Jamal Mutaz Salah",
        "Alamri Basalama Dhamari Hadrami Maqtari Sanaani Wusabi",
    ),
    "somalie": (
        "Ayaan Deqa Fadumo Hodan Ifrah Sagal",
        "Ayanle Bashir Guled Liban Mahad Warsan",
        "Abdullahi Dirie Egal Farah Hersi Jimale Osman Samatar",
    ),
    "soedan": (
        "Amna Ilham Rasha Salma",
        "Altayeb Elamin Hatim Mudathir",
        "Abdelrahim Babiker Elhassan Idriss Mahjoub Suliman",
    ),
    "marokko": (
        "Hasna Ikram Khadija Loubna Naoual",
        "Bilal Hamza Ismail Oussama Youssef",
        "Bennani Chafik Elkadi Lahlou Tazi Zerouali",
    ),
    "latijns_amerika": (
        "Adriana Beatriz Gabriela Marisol Rosângela Tamara",
        "Carlos Felipe Gonzalo Luis Rafael",
        "Almeida Cruz Espinoza Gutiérrez Hernández Moreno Quispe Vargas",
    ),
    "zuidoost_azie": (
        "Chanthra Dewi Linh Malee Patchara Thuý",
        "Anan Budi Minh Somsak Tuan",
        "Phan Rahayu Saetang Setiawan Tran Wibowo",
    ),
    "zuid_azie": (
        "Anjali Deepa Nisha Sadia Sunita",
        "Dhruv Imran Pramod Vikram Zubair",
        "Chaudhary Jadhav Joshi Kumar Mahmood Pereira",
    ),
    "west_afrika": (
        "Abena Efua Folake Oluchi Yetunde",
        "Emeka Kwabena Kwame Tunde Uche",
        "Adeyemi Asante Boateng Fofana Mensah Okafor",
    ),
    "balkan": (
        "Jelena Marija Mirjeta Vesna",
        "Besnik Goran Jovan Nikola",
        "Dimitrovska Hoxha Ivanović Lazarević Petrov",
    ),
}
"""First names of women, of men, and family names, by where people come from. All invented."""


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
