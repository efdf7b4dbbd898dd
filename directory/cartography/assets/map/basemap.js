/* The map itself: Leaflet without tiles, over layers that the browser fetches from us
   once the map comes into view. A phone that never opens the map never pays for them. */
(function () {
  'use strict';
  const hulpkaart = window.hulpkaart = {};

  /* Colours of what is drawn on canvas. What is made of HTML has its colours in map.css. */
  const PALETTES = {
    light: {
      abroad: '#F1EFEA', land: '#FBF9F4', builtup: '#F0E9DB', water: '#CFE4EE', river: '#BAD7E5', border: '#DDD6C8',
      province: '#C2B8A4', road: '#E6D8BF', railway: '#E0DCD3', online: '#0B5563', inPerson: '#9A3412', ink: '#1F2933',
    },
    dark: {
      abroad: '#22262A', land: '#2A2F33', builtup: '#343A3E', water: '#23404E', river: '#2F4F5F', border: '#3F474C',
      province: '#5A6268', road: '#4B473D', railway: '#3B4044', online: '#7CC4D1', inPerson: '#F0A07E', ink: '#F3F1EC',
    },
  };
  const HIDDEN = {fill: false, stroke: false};
  /* The stroke has the colour of the fill, so that no hairline shows between neighbours. */
  const area = (color) => ({fill: true, fillColor: color, fillOpacity: 1, stroke: true, color: color, weight: 0.6});
  const line = (color, weight) => ({fill: false, stroke: true, color: color, weight: weight});
  const byGeometry = (palette, of, zoom, kind) =>
    kind.includes('Polygon') ? area(palette.land) : line(palette.border, 0.8);

  /* From the bottom up: the name of a layer and its look, from (palette, properties, zoom).
     A name may come twice: municipalities are land below, and lines above water and villages. */
  const LOOKS = [
    ['neighbours', (palette) => area(palette.abroad)],
    ['land', (palette) => area(palette.abroad)],
    ['provinces', (palette, of) => area(of.region === 'WAL' ? palette.abroad : palette.land)],
    ['wallonia', (palette) => area(palette.abroad)],
    ['municipalities', (palette) => area(palette.land)],
    ['builtup', (palette, of, zoom) => zoom >= (of.c === 2 ? 8 : 9) ? area(palette.builtup) : HIDDEN],
    ['water_areas', (palette, of, zoom) => zoom >= 9 ? area(palette.water) : HIDDEN],
    ['waterways', (palette, of, zoom) => of.c === 2
      ? (zoom >= 10 ? line(palette.river, 0.8) : HIDDEN) : line(palette.river, zoom >= 11 ? 2.2 : 1.3)],
    ['', byGeometry],
    ['municipalities', (palette) => line(palette.border, 0.7)],
    ['railways', (palette, of, zoom) => zoom >= (of.c === 3 ? 12 : 10) ? line(palette.railway, 1) : HIDDEN],
    ['roads', (palette, of, zoom) => zoom >= (of.k === 'motorway' ? 7 : of.k === 'expressway' ? 9 : 10)
      ? line(palette.road, of.k === 'motorway' ? 1.7 : of.k === 'expressway' ? 1.2 : 0.8) : HIDDEN],
    ['borders', (palette, of) => line(palette.province, of.kind === 'country' ? 1.4 : of.kind === 'region' ? 1.1 : 0.7)],
    ['province_lines', (palette) => line(palette.province, 1)],
  ];
  const KNOWN = new Set(LOOKS.map((look) => look[0]));

  function isDark() {
    const paper = getComputedStyle(document.documentElement).getPropertyValue('--background-color');
    const rgb = /#(..)(..)(..)/.exec(paper);  // the theme that Streamlit hands to the frame of a component
    if (!rgb) return matchMedia('(prefers-color-scheme: dark)').matches;
    return rgb.slice(1).reduce((sum, part) => sum + parseInt(part, 16), 0) < 384;
  }

  /* The palette of now; also tells the style sheet which scheme is meant. */
  hulpkaart.palette = function () {
    const scheme = isDark() ? 'dark' : 'light';
    document.documentElement.dataset.scheme = scheme;
    return PALETTES[scheme];
  };

  /* Draws the map in the element of that id. settings: {center: [lat, lon], zoom, texts, attribution}. */
  hulpkaart.open = function (id, settings) {
    const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
    hulpkaart.palette();
    const map = L.map(id, {
      center: settings.center, zoom: settings.zoom, minZoom: 7, maxZoom: 18, zoomSnap: 0.5, zoomControl: false,
      attributionControl: false, preferCanvas: true, zoomAnimation: !calm, fadeAnimation: !calm, inertia: !calm,
      maxBounds: [[48.9, 1.4], [52.2, 7.4]], maxBoundsViscosity: 0.8,
      scrollWheelZoom: false,
    });
    // Leaflet takes the focus at a press, and the page would scroll away under the finger.
    const container = map.getContainer(), focus = container.focus.bind(container);
    container.focus = (options) => focus({...options, preventScroll: true});
    // Who scrolls the page past the map means the page; with Ctrl, as two fingers on a touchpad do, the map.
    container.addEventListener('wheel', function (event) {
      map.scrollWheelZoom[event.ctrlKey || event.metaKey ? 'enable' : 'disable']();
    }, {capture: true, passive: true});
    map.texts = settings.texts;
    map.basemap = [];
    container.setAttribute('role', 'region');
    container.setAttribute('aria-label', settings.texts.name);
    container.lang = settings.texts.language;
    L.control.zoom({position: 'topright', zoomInTitle: settings.texts.zoomIn, zoomOutTitle: settings.texts.zoomOut})
      .addTo(map);
    const credits = document.createElement('span');
    credits.textContent = settings.attribution;  // plain text, and Leaflet takes HTML
    credits.lang = 'nl';  // as the layers have it
    L.control.attribution({prefix: false, position: 'bottomleft'}).addAttribution(credits.outerHTML).addTo(map);
    map.createPane('basemap').style.cssText += 'z-index:200;pointer-events:none';
    new ResizeObserver(() => map.invalidateSize({animate: false})).observe(map.getContainer());
    new IntersectionObserver((entries, observer) => {
      if (!entries.some((entry) => entry.isIntersecting)) return;
      observer.disconnect();
      load(map);
    }).observe(map.getContainer());
    return map;
  };

  /* Names a layer of the basemap; it is fetched when the map comes into view. */
  hulpkaart.layer = function (map, layer) {
    map.basemap.push(layer);
  };

  async function load(map) {
    const renderer = L.canvas({pane: 'basemap', padding: 0.4});
    const fetched = map.basemap.map((layer) => ({
      name: layer.name,
      data: fetch(layer.url).then((answer) => answer.ok ? answer.json() : null).catch(() => null),
    }));
    const drawn = [];
    let band = null;
    const paint = () => {
      const palette = hulpkaart.palette();
      const now = palette.land + Math.min(map.getZoom(), 12);
      if (now === band) return;
      band = now;
      drawn.forEach((each) => each.layer.setStyle(styleOf(each.look, palette, map)));
    };
    map.on('zoomend repaint', paint);
    // A change of scheme comes later to the frame than to the window: as a style that Streamlit puts in its head.
    new MutationObserver(paint).observe(document.head, {childList: true, subtree: true, characterData: true});
    for (const {name, data} of fetched) {
      if (name === 'places') data.then((places) => places && hulpkaart.names(map, places.features));
    }
    for (const [name, look] of LOOKS) {
      for (const one of fetched) {
        if (one.name === 'places' || (name ? one.name !== name : KNOWN.has(one.name))) continue;
        const data = await one.data;
        if (!data) continue;
        await new Promise(requestAnimationFrame);  // let the page breathe between two layers
        const layer = L.geoJson(data, {
          renderer: renderer, interactive: false, style: styleOf(look, hulpkaart.palette(), map),
          filter: (feature) => !feature.geometry.type.includes('Point'),
        });
        drawn.push({layer: layer.addTo(map), look: look});
      }
    }
  }

  function styleOf(look, palette, map) {
    const zoom = map.getZoom();
    return (feature) => look(palette, feature.properties || {}, zoom, feature.geometry.type);
  }
})();
