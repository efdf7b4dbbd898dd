/* What a result shows besides pins: the ring around the asked place, the area a service is for,
   the panel of what can be reached from anywhere, and the key to the signs. */
(function () {
  'use strict';
  const hulpkaart = window.hulpkaart;

  /* Runs `come` with the map when the group is put on it, and `go` just before it leaves. */
  hulpkaart.onMap = function (group, come, go) {
    const leave = group.onRemove;
    group.on('add', () => come(group._map));
    group.onRemove = function (map) {
      go(map);
      leave.call(group, map);
    };
  };

  /* at: [lat, lon]; metres: the radius. */
  hulpkaart.ring = function (group, {at, metres}) {
    const color = hulpkaart.palette().online;
    L.circle(at, {
      radius: metres, interactive: false, color: color, weight: 1.5, opacity: 0.55, dashArray: '4 5', fillOpacity: 0.05,
    }).addTo(group);
    L.circleMarker(at, {radius: 3.5, interactive: false, color: color, weight: 2, fillOpacity: 1}).addTo(group);
  };

  /* dots: [[lat, lon], …] or shape: a GeoJSON geometry. */
  hulpkaart.areas = function (group, {dots, shape}) {
    const look = {interactive: false, color: hulpkaart.palette().online, weight: 1.2, opacity: 0.6, fillOpacity: 0.09};
    if (shape) L.geoJson(shape, look).addTo(group);
    (dots || []).forEach((at) => L.circleMarker(at, {...look, radius: 4, weight: 0, fillOpacity: 0.5}).addTo(group));
  };

  /* title: what stands out; text: what follows. */
  hulpkaart.panel = function (group, {title, text}) {
    const bold = document.createElement('strong');
    bold.textContent = title;
    hold(group, 'topleft', 'panel', [bold, ' ' + text]);
  };

  /* entries: [[sign, text], …]. */
  hulpkaart.key = function (group, entries) {
    hold(group, 'bottomleft', 'key', entries.map(function ([sign, text]) {
      const entry = document.createElement('span');
      entry.innerHTML = '<i class="key-' + sign + '">' + (/rough|office/.test(sign) ? '' : hulpkaart.outline(sign)) + '</i>';
      entry.append(text);
      return entry;
    }));
  };

  function hold(group, corner, name, parts) {
    const control = L.control({position: corner});
    control.onAdd = function (map) {
      const box = L.DomUtil.create('div', name);
      box.dir = map.texts.direction;
      box.append(...parts);
      L.DomEvent.disableClickPropagation(box);
      return box;
    };
    hulpkaart.onMap(group, (map) => { map.fire('repaint'); control.addTo(map); }, () => control.remove());
  }
})();
