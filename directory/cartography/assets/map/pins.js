/* Pins: one sign for each place of a result. Signs that would cover each other become one crowd,
   which zooms in when pressed, or opens as a fan when its places share a spot. */
(function () {
  'use strict';
  const hulpkaart = window.hulpkaart;
  const WIDE = 33, HIGH = 40;  // pixels: signs nearer than this, both ways, are one crowd
  const CLOSEST = 16;          // zoom at which a crowd that is still one crowd opens as a fan
  const METRES = {rough_postcode: 1500, rough_municipality: 4000};
  /* Who walks in, who has an appointment and who is met elsewhere differ by outline, not only by colour. */
  const OUTLINES = {
    walk_in: 'M0 2C-4-5-12-9-12-18a12 12 0 0 1 24 0C12-9 4-5 0 2Z',
    appointment: 'M-9-30H9a3 3 0 0 1 3 3v15a3 3 0 0 1-3 3H5L0 2-5-9h-4a3 3 0 0 1-3-3v-15a3 3 0 0 1 3-3Z',
    other: 'M-7-30H7l7 12L7-8 0 2-7-8-14-18Z',
  };

  hulpkaart.outline = (glyph) => '<svg viewBox="-15 -32 30 36" aria-hidden="true"><path d="' +
    (OUTLINES[glyph] || OUTLINES.other) + '"/></svg>';

  /* rows: [lat, lon, shape, glyph, id, number or null, label, chosen or not]. */
  hulpkaart.pins = function (group, rows) {
    const crowds = L.layerGroup();  // beside the group: pressing a crowd is no choice of a place
    const shown = new Map();        // key of a sign -> the layers that draw it
    const spots = rows.map((row, i) => ({row: row, key: String(i), at: L.latLng(row[0], row[1])}));
    let map, fan = null;

    function draw() {
      const zoom = map.getZoom(), half = map.getSize().multiplyBy(0.5), bounds = map.getPixelBounds();
      const view = L.bounds(bounds.min.subtract(half), bounds.max.add(half));
      const wanted = new Map();
      spots.forEach((spot) => { spot.pixel = map.project(spot.at, zoom); });
      for (const members of gather(spots)) {
        if (!view.contains(members[0].pixel)) continue;
        const key = members.map((spot) => spot.key).join(' ');
        if (members.length === 1) wanted.set(key, () => [pin(members[0].row, members[0].at, false)]);
        else if (key === fan) unfold(members, wanted, zoom);
        else wanted.set('crowd ' + key, () => [crowd(members, key)]);
      }
      shown.forEach(function (layers, key) {
        if (wanted.has(key)) return;
        layers.forEach((layer) => layer.remove());
        shown.delete(key);
      });
      wanted.forEach((make, key) => shown.has(key) || shown.set(key, make()));
    }

    function unfold(members, wanted, zoom) {
      const radius = Math.max(34, members.length * 32 / (2 * Math.PI));
      members.forEach(function (spot, i) {
        const angle = 2 * Math.PI * i / members.length - Math.PI / 2;
        const at = map.unproject(members[0].pixel.add([radius * Math.cos(angle), radius * Math.sin(angle)]), zoom);
        wanted.set('fan ' + zoom + ' ' + spot.key, () => [
          L.polyline([members[0].at, at], {interactive: false, weight: 1.5, color: hulpkaart.palette().ink}).addTo(crowds),
          pin(spot.row, at, true),
        ]);
      });
    }

    function pin(row, at, fanned) {
      const [, , shape, glyph, id, number, label, chosen] = row;
      const inside = number ? '<b>' + Number(number) + '</b>' : '<i class="icon icon-' + glyph.replace(/\W/g, '') + '"></i>';
      const marker = sign(at, {
        label: label, kind: 'pin pin-' + shape + (chosen ? ' pin-chosen' : ''), top: shape === 'door',
        html: (shape === 'door' ? hulpkaart.outline(glyph) : '') + inside,
      });
      marker.feature = {type: 'Feature', properties: {id: id, press: 0}};
      // The same pin pressed again has to be told from the one that is still remembered.
      marker.on('click', () => { marker.feature.properties.press = Date.now(); });
      marker.setZIndexOffset(chosen ? 2000 : fanned ? 1000 : 0);
      marker.on('add', () => { marker.getElement().dataset.pin = id; });
      if (METRES[shape] && !fanned) {
        const color = hulpkaart.palette()[chosen ? 'ink' : 'inPerson'];
        const disc = L.circle(at, {
          radius: METRES[shape], interactive: false, color: color, weight: 1, opacity: 0.45, fillOpacity: 0.13,
        }).addTo(crowds);
        marker.on('remove', () => disc.remove());
      }
      return marker.addTo(group);
    }

    function crowd(members, key) {
      const numbers = members.map((spot) => spot.row[5]).filter(Boolean);
      const few = members.length <= 3 && numbers.length === members.length;
      const marker = sign(members[0].at, {
        label: map.texts.crowd.replace('{n}', members.length), kind: few ? 'crowd crowd-few' : 'crowd', top: true,
        html: '<b>' + (few ? numbers.join(' · ') : members.length) + '</b>',
      });
      marker.on('click', function () {
        const bounds = L.latLngBounds(members.map((spot) => spot.at));
        const apart = map.project(bounds.getSouthEast(), CLOSEST).subtract(map.project(bounds.getNorthWest(), CLOSEST));
        if ((apart.x >= WIDE || apart.y >= HIGH) && map.getZoom() < CLOSEST) return map.fitBounds(bounds.pad(0.2), {maxZoom: CLOSEST + 1});
        fan = key;
        draw();
      });
      return marker.addTo(crowds);
    }

    function fold(event) {
      if (fan === null) return;
      fan = null;
      if (event.type === 'click') draw();
    }

    hulpkaart.onMap(group, function (target) {
      map = target;
      crowds.addTo(map);
      draw();
      map.on('moveend', draw).on('zoomstart click', fold);
      const kept = map.focused && [...map.getContainer().querySelectorAll('[data-pin]')]
        .find((element) => element.dataset.pin === map.focused);
      if (kept) kept.focus({preventScroll: true});
    }, function () {
      const focus = document.activeElement;
      map.focused = focus && focus.dataset ? focus.dataset.pin : undefined;  // a new result keeps the old focus
      map.off('moveend', draw).off('zoomstart click', fold);
      crowds.remove();
    });
  };

  /* Crowds of spots, the chosen always alone and first; of the others, the first keeps its place. */
  function gather(spots) {
    const cells = new Map(), crowds = [];
    for (const spot of spots) {
      if (spot.row[7]) { crowds.unshift([spot]); continue; }
      const x = Math.floor(spot.pixel.x / WIDE), y = Math.floor(spot.pixel.y / HIGH);
      let home = null;
      for (let i = x - 1; i <= x + 1 && !home; i++) {
        for (let j = y - 1; j <= y + 1 && !home; j++) {
          home = (cells.get(i + ',' + j) || []).find((crowd) => covers(crowd[0].pixel, spot.pixel));
        }
      }
      if (home) { home.push(spot); continue; }
      const crowd = [spot], cell = x + ',' + y;
      crowds.push(crowd);
      cells.has(cell) ? cells.get(cell).push(crowd) : cells.set(cell, [crowd]);
    }
    return crowds;
  }

  function covers(one, other) {
    return Math.abs(one.x - other.x) < WIDE && Math.abs(one.y - other.y) < HIGH;
  }

  /* A marker that can be read aloud, pressed with Enter or the space bar, and has a tooltip. */
  function sign(at, of) {
    const icon = L.divIcon({className: of.kind, html: of.html, iconSize: null});
    const marker = L.marker(at, {icon: icon, keyboard: true, riseOnHover: true});
    const text = document.createElement('span');
    text.textContent = of.label;
    text.dir = 'auto';  // a name in our letters among words of another script
    marker.bindTooltip(text, {direction: 'top', offset: [0, of.top ? -36 : -14]});
    marker.on('add', () => marker.getElement().setAttribute('aria-label', of.label));
    marker.on('keypress', function (event) {
      const key = event.originalEvent.key;
      if (key === 'Enter' || key === ' ') marker.fire('click', {latlng: marker.getLatLng()}, true);
    });
    return marker;
  }
})();
