"""A limit on how often something is done, for all visitors together: nobody has to be told apart for it."""

import time
from collections.abc import Callable
from threading import Lock


class Pace:
    """At most so many times a minute: a bucket that holds so many turns and fills up steadily (a token bucket)."""

    def __init__(self, a_minute: int, clock: Callable[[], float] = time.monotonic) -> None:
        """`clock` gives seconds since some moment, and never goes back."""
        self._most, self._turns = float(a_minute), float(a_minute)
        self._clock = clock
        self._last = clock()
        self._taking = Lock()

    def allows(self) -> bool:
        """Take a turn; False when there is none left for now."""
        with self._taking:
            now = self._clock()
            self._turns = min(self._most, self._turns + (now - self._last) * self._most / 60)
            self._last = now
            if self._turns < 1:
                return False
            self._turns -= 1
            return True
