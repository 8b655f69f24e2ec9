"""How far a long build has come."""

import logging
import time

_PATIENCE = 2.0
"""Seconds a reader waits before being told that work goes on."""


class Progress:
    """Says what is done, and during long work every few seconds how much."""

    def __init__(self, log: logging.Logger | logging.LoggerAdapter[logging.Logger]) -> None:
        self._log = log
        self._steps = 0
        self._told = time.monotonic()

    def say(self, what: str) -> None:
        """Tell that something is done."""
        self._told = time.monotonic()
        self._log.info(what)

    def step(self, verb: str, noun: str) -> None:
        """Count one of many; tell the count when a reader has waited long enough."""
        self._steps += 1
        if time.monotonic() - self._told > _PATIENCE:
            self.say(f"{verb} {self._steps} {noun}")
