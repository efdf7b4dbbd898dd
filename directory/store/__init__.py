"""Where the facts live: reading them, checking them, and the catalogue in use."""
