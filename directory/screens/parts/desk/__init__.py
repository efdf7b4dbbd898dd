"""Pieces of the worker's screen."""
