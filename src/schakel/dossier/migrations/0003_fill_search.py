"""Make everyone who was there before findable by name."""

import re
import unicodedata

from django.db import migrations

# As `rules.persoon.normaal` was on this day; a migration keeps its own copy.
PLAIN = str.maketrans(
    {
        "ı": "i", "ł": "l", "ø": "o", "đ": "d", "ð": "d", "ħ": "h", "ŧ": "t", "ŋ": "n",
        "ß": "ss", "æ": "ae", "œ": "oe", "þ": "th", "ə": "e",
    }
)  # fmt: skip
APOSTROPHES = re.compile("['`\u00b4\u2018\u2019\u02bc\u02be\u02bf]")
BATCH = 1000


def normaal(text):
    small = unicodedata.normalize("NFKD", APOSTROPHES.sub("", text)).casefold()
    letters = (
        letter
        for letter in unicodedata.normalize("NFKD", small)
        if not unicodedata.combining(letter)
    )
    return re.sub(r"[\W_]+", " ", "".join(letters).translate(PLAIN)).strip()


def fill(apps, schema_editor):
    Persoon = apps.get_model("dossier", "Persoon")
    batch = []
    for row in Persoon.objects.order_by("pk").iterator(chunk_size=BATCH):
        row.sorteer = normaal(f"{row.achternaam} {row.voornaam}")[:240]
        row.zoek_naam = normaal(f"{row.voornaam} {row.tussenvoegsel} {row.achternaam}")
        batch.append(row)
        if len(batch) == BATCH:
            Persoon.objects.bulk_update(batch, ["sorteer", "zoek_naam"])
            batch = []
    Persoon.objects.bulk_update(batch, ["sorteer", "zoek_naam"])


class Migration(migrations.Migration):
    dependencies = [("dossier", "0002_contact_and_search")]

    operations = [migrations.RunPython(fill, migrations.RunPython.noop)]
