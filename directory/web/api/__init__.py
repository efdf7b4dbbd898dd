"""The open data and the search for programs, under /api/: HSDS 3.1, look-ups and files, in the same process."""
