"""Questions asked of a catalogue: catalogue, query and moment in, results with reasons out."""
