"""Results as a map: folium with our own bundled Leaflet and basemap layers."""
