"""Commands of the command line that have a file of their own; __main__ puts them together."""
