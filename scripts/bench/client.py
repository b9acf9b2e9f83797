"""Ask for pages as browsers do: connections that stay open, in a process of its own.

    python scripts/bench/client.py < wish.json

Reads what to ask as JSON, and writes what each answer took, in seconds, as JSON. Stops at the first
answer that is not 200: a fast refusal is no measurement.
"""

import http.client
import json
import sys
import threading
import time
from itertools import cycle
from typing import Any

TIMEOUT = 30
CONNECTIONS = 5


def main() -> int:
    """Ask, with as many visitors as wished, until the time is over."""
    wish = json.load(sys.stdin)
    taken: list[float] = []
    wrong: list[str] = []
    until = time.perf_counter() + wish["seconds"]
    threads = [
        threading.Thread(target=ask, args=(wish, nth, until, taken, wrong), daemon=True)
        for nth in range(wish["visitors"])
    ]
    started = time.perf_counter()
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=wish["seconds"] + TIMEOUT)
    seconds = time.perf_counter() - started
    if wrong or not taken:
        print(wrong[:1] or "no answer", file=sys.stderr)
        return 1
    json.dump({"seconds": seconds, "taken": taken}, sys.stdout)
    return 0


def ask(wish: dict[str, Any], nth: int, until: float, taken: list[float], wrong: list[str]) -> None:
    """Ask for one address after the other; each visitor begins elsewhere.

    A visitor goes round over some connections that stay open, as a browser does: with one each,
    chance would decide for the whole run whether two visitors share a worker of the server.
    """
    open_ones = [
        http.client.HTTPConnection("127.0.0.1", wish["port"], timeout=TIMEOUT)
        for _ in range(CONNECTIONS)
    ]
    headers = {"Cookie": wish["cookie"], "Accept-Encoding": "gzip"}
    urls = wish["urls"]
    begin = nth * len(urls) // wish["visitors"]
    turns = zip(cycle([*urls[begin:], *urls[:begin]]), cycle(open_ones), strict=False)
    for url, connection in turns:
        if wrong or time.perf_counter() >= until:
            break
        started = time.perf_counter()
        try:
            connection.request("GET", url, headers=headers)
            answer = connection.getresponse()
            answer.read()
        except (OSError, http.client.HTTPException) as error:
            wrong.append(f"{url}: {error!r}")
            break
        if answer.status != http.client.OK:
            wrong.append(f"{url}: {answer.status}")
        taken.append(time.perf_counter() - started)
    for connection in open_ones:
        connection.close()


if __name__ == "__main__":
    sys.exit(main())
