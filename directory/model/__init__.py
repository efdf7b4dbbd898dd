"""The words of the directory: frozen records without files, clock or language."""
