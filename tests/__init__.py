"""A package of our own: a library that installs a package `tests` would otherwise stand in for this folder."""
