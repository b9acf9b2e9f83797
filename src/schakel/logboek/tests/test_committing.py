"""A test that really commits empties the tables afterwards, and the log is closed before and after.

No mark on this module: the fixture itself opens the database, in its own order.
"""

import pytest
from django.db import DatabaseError, connection

from schakel.logboek.models import Gebeurtenis
from schakel.logboek.tests.world import write


@pytest.mark.parametrize("time", ["the first time", "and again after it was emptied"])
def test_the_log_cannot_be_emptied_in_a_test_that_commits(time: str, committing_db: None) -> None:
    assert not Gebeurtenis.objects.exists()
    write(7)

    with pytest.raises(DatabaseError, match="alleen aan te vullen"), connection.cursor() as cursor:
        cursor.execute("DELETE FROM logboek_gebeurtenis")
    assert Gebeurtenis.objects.count() == 1
