"""The log is append-only, also for whoever passes the code by."""

from django.db import migrations

APPEND_ONLY = ["logboek_gebeurtenis", "logboek_toelichting"]
FOREVER = ["logboek_vernietiging"]

_DOSSIER = {
    "logboek_gebeurtenis": "OLD.dossier",
    "logboek_toelichting": (
        "(SELECT dossier FROM logboek_gebeurtenis WHERE id = OLD.gebeurtenis_id)"
    ),
}
# OR REPLACE removes, without asking a trigger, whatever has the same value in a unique column.
_UNIQUE = {"logboek_gebeurtenis": ["id", "replaces_id"], "logboek_vernietiging": ["id", "dossier"]}
_REFUSAL = "Het logboek is alleen aan te vullen"


def _sqlite(table: str) -> list[str]:
    guard = (
        f" WHEN NOT EXISTS (SELECT 1 FROM logboek_vernietiging WHERE dossier = {_DOSSIER[table]})"
        if table in _DOSSIER
        else ""
    )
    # A question of its own per column, each by its index: joined by OR in one, SQLite reads the
    # whole table once it has counted that almost every `replaces_id` is empty.
    same = " OR ".join(
        f"(NEW.{column} IS NOT NULL"
        f" AND EXISTS (SELECT 1 FROM {table} WHERE {column} = NEW.{column}))"
        for column in _UNIQUE.get(table, ["id"])
    )
    stop = f"BEGIN SELECT RAISE(ABORT, '{_REFUSAL}: {table}'); END"
    return [
        f"CREATE TRIGGER {table}_no_update BEFORE UPDATE ON {table} {stop}",
        f"CREATE TRIGGER {table}_no_delete BEFORE DELETE ON {table}{guard} {stop}",
        f"CREATE TRIGGER {table}_no_replace BEFORE INSERT ON {table} WHEN {same} {stop}",
    ]


_POSTGRES_FUNCTION = f"""
CREATE OR REPLACE FUNCTION logboek_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE of_dossier bigint;
BEGIN
    IF TG_OP = 'DELETE' AND TG_TABLE_NAME = 'logboek_gebeurtenis' THEN
        of_dossier := OLD.dossier;
    ELSIF TG_OP = 'DELETE' AND TG_TABLE_NAME = 'logboek_toelichting' THEN
        SELECT dossier INTO of_dossier FROM logboek_gebeurtenis WHERE id = OLD.gebeurtenis_id;
    END IF;
    IF of_dossier IS NOT NULL
       AND EXISTS (SELECT 1 FROM logboek_vernietiging WHERE dossier = of_dossier) THEN
        RETURN OLD;
    END IF;
    RAISE EXCEPTION '{_REFUSAL}: %', TG_TABLE_NAME;
END $$
"""


def _postgres(table: str) -> list[str]:
    run = "EXECUTE FUNCTION logboek_append_only()"
    return [
        f"CREATE TRIGGER {table}_no_change BEFORE UPDATE OR DELETE ON {table} FOR EACH ROW {run}",
        f"CREATE TRIGGER {table}_no_truncate BEFORE TRUNCATE ON {table} FOR EACH STATEMENT {run}",
    ]


def create_triggers(schema_editor) -> None:
    """Set the triggers of this database; a test that must flush calls this again afterwards."""
    postgres = schema_editor.connection.vendor == "postgresql"
    if postgres:
        schema_editor.execute(_POSTGRES_FUNCTION, params=None)
    for table in APPEND_ONLY + FOREVER:
        for statement in (_postgres if postgres else _sqlite)(table):
            schema_editor.execute(statement)


def drop_triggers(schema_editor) -> None:
    """Take the triggers away."""
    postgres = schema_editor.connection.vendor == "postgresql"
    names = ["no_change", "no_truncate"] if postgres else ["no_update", "no_delete", "no_replace"]
    for table in APPEND_ONLY + FOREVER:
        for name in names:
            on = f" ON {table}" if postgres else ""
            schema_editor.execute(f"DROP TRIGGER IF EXISTS {table}_{name}{on}")


def forwards(apps, schema_editor) -> None:
    create_triggers(schema_editor)


def backwards(apps, schema_editor) -> None:
    drop_triggers(schema_editor)


class Migration(migrations.Migration):
    dependencies = [("logboek", "0001_initial")]
    operations = [migrations.RunPython(forwards, backwards)]
