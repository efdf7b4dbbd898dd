/* Names of places: few when far, more when near, never one over another. */
(function () {
  'use strict';
  const SIZES = [0, 16, 14, 13, 13, 13];  // pixels by rank: 1 is a large city, 5 a hamlet

  /* features: GeoJSON points with nl or n, perhaps the name in another language by its code, and rank r from 1 (shown from zoom 7) to 5 (from zoom 11). */
  window.hulpkaart.names = function (map, features) {
    const pane = map.createPane('names');
    pane.style.cssText += 'z-index:450;pointer-events:none';
    pane.setAttribute('aria-hidden', 'true');
    const {language, names} = map.texts;
    const places = features.map(function (feature) {
      const of = feature.properties, [lon, lat] = feature.geometry.coordinates, own = of.nl || of.n;
      return {at: L.latLng(lat, lon), rank: of.r || 5, text: names[own] || of[language] || own};
    }).filter((place) => place.text).sort((a, b) => a.rank - b.rank);
    const shown = new Map();

    function draw() {
      const zoom = map.getZoom(), view = map.getBounds().pad(0.3), taken = [], wanted = new Set();
      for (const place of places) {
        if (place.rank > zoom - 6) break;
        if (!view.contains(place.at)) continue;
        const at = map.project(place.at, zoom), size = SIZES[place.rank];
        const half = L.point(place.text.length * size * 0.29 + 8, size * 0.5 + 6);
        const box = L.bounds(at.subtract(half), at.add(half));
        if (taken.some((other) => other.overlaps(box))) continue;
        taken.push(box);
        wanted.add(place);
      }
      shown.forEach(function (marker, place) {
        if (wanted.has(place)) return;
        marker.remove();
        shown.delete(place);
      });
      wanted.forEach((place) => shown.has(place) || shown.set(place, write(place)));
    }

    function write(place) {
      const text = document.createElement('span');
      text.textContent = place.text;
      const icon = L.divIcon({className: 'place place-' + place.rank, html: text, iconSize: [0, 0]});
      return L.marker(place.at, {icon: icon, pane: 'names', interactive: false, keyboard: false}).addTo(map);
    }

    map.on('moveend', draw);
    draw();
  };
})();
