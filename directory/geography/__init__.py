"""Belgium as the directory needs it: places by name and postcode, distances, borders, the basemap."""
