// What the framework does not do by itself, before its own script begins.
(function () {
  'use strict';
  // It would keep its theme in this browser; this site keeps nothing.
  Storage.prototype.setItem = function () {};
  // Its server is here: without this it first asks below the address of the screen, and fails there.
  window.__streamlit = {BACKEND_BASE_URL: location.origin + '/'};

  // What is chosen may stand in the address of the screens for who plans or gives help, and never in that of the
  // first one, also when an answer comes after they were left. It is no step to go back through.
  var push = history.pushState;
  history.pushState = function (state, unused, url) {
    var to = new URL(url || '', location.href);
    if (to.pathname !== location.pathname) return push.call(history, state, unused, url);
    if (to.pathname !== '/') history.replaceState(state, unused, url);
  };

  // Old browsers do not tell how far this visit has come: write it beside each entry (see exit.js).
  if (!window.navigation) {
    var counted = function (method, more) {
      var original = history[method];
      history[method] = function (state, unused, url) {
        var stap = ((history.state && history.state.stap) || 0) + more;
        return original.call(history, Object.assign({}, state, {stap: stap}), unused, url);
      };
    };
    counted('pushState', 1);
    counted('replaceState', 0);
  }

  // The browser should neither remember nor send out for spelling what is typed.
  function keepQuiet(field) {
    if (field.autocomplete !== 'off') field.autocomplete = 'off';
    if (field.getAttribute('spellcheck') !== 'false') field.setAttribute('spellcheck', 'false');
  }

  // What one may mean while one types: lists that are the same for all who read a language, chosen from here in the
  // browser.
  var suggestions = {};
  function suggest(event) {
    var field = event.target;
    var box = field.closest && field.closest('.st-key-ask_words, .st-key-ask_where');
    if (!box) return;
    var code = document.documentElement.lang.split('-')[0];
    var name = /st-key-(ask_\w+)/.exec(box.className)[1];
    var id = name + '-' + code;
    if (field.getAttribute('list') === id) return;
    suggestions[code] = suggestions[code] || fetch('/suggesties/' + code).then(function (answer) {
      return answer.json();
    });
    suggestions[code].then(function (lists) {
      if (!document.getElementById(id)) {
        var list = document.createElement('datalist');
        list.id = id;
        lists[name].forEach(function (text) { list.appendChild(new Option('', text)); });
        document.body.appendChild(list);
      }
      field.setAttribute('list', id);
    }).catch(function () { delete suggestions[code]; });
  }
  addEventListener('focusin', suggest);

  // A download is made of what the server knows: one that is pressed from a field waits until that has arrived.
  var typed = 0;
  var SOON_MS = 500;
  var LATE_MS = 5000;
  function isRunning() {
    var app = document.querySelector('[data-test-script-state]');
    return app !== null && app.dataset.testScriptState === 'running';
  }
  function pressWhenArrived(button, ran) {
    var past = Date.now() - typed;
    if (isRunning() ? past < LATE_MS : !ran && past < SOON_MS) {
      setTimeout(pressWhenArrived, 50, button, ran || isRunning());
    } else {
      typed = 0;
      button.click();
    }
  }
  addEventListener('change', function () { typed = Date.now(); }, true);
  addEventListener('click', function (event) {
    var button = event.target.closest && event.target.closest('.stDownloadButton button');
    if (!button || !typed || (!isRunning() && Date.now() - typed > SOON_MS)) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    pressWhenArrived(button, false);
  }, true);

  // The screens may begin to speak another language while this page stays: they say so in an element of theirs.
  function speak() {
    var said = document.querySelector('.hk-speaks[data-lang]');
    var page = document.documentElement;
    if (!said || said.dataset.lang === page.lang) return;
    page.lang = said.dataset.lang;
    page.dir = said.dataset.dir;
    page.dataset.map = said.dataset.map;
    var leave = document.getElementById('hk-exit');
    leave.firstChild.data = said.dataset.exit;
    leave.querySelector('span').textContent = '. ' + said.dataset.exitMore;
    leave.parentNode.setAttribute('aria-label', said.dataset.exit);
    var light = document.querySelector('#hk-slow a');
    light.textContent = said.dataset.light;
    light.setAttribute('href', '/licht?lang=' + page.lang);
  }

  function nameMap(frame) {
    var page = document.documentElement;
    if (frame.title !== page.dataset.map) frame.title = page.dataset.map;
    var inside = frame.contentDocument;
    var map = inside && inside.getElementById('map_div');
    if (!map || inside.documentElement.lang === page.lang) return;
    inside.documentElement.lang = page.lang;
    map.setAttribute('aria-label', page.dataset.map);
  }

  var waiting = false;
  // The framework draws in a hundred small steps: look once they pause, not at each.
  function lookSoon() {
    if (!waiting) setTimeout(look, 200);
    waiting = true;
  }

  function look() {
    waiting = false;
    document.querySelectorAll('input, textarea').forEach(keepQuiet);
    speak();
    document.querySelectorAll('iframe[src*="streamlit_folium.st_folium"]').forEach(nameMap);
    var app = document.querySelector('[data-test-connection-state]');
    var up = app !== null && app.dataset.testConnectionState === 'CONNECTED';
    document.documentElement.classList.toggle('hk-up', up);
  }

  // A field must be quiet before anybody can type in it; the rest can wait for a pause.
  function quietNewFields(changes) {
    changes.forEach(function (change) {
      change.addedNodes.forEach(function (added) {
        if (added.querySelectorAll) added.querySelectorAll('input, textarea').forEach(keepQuiet);
      });
    });
  }

  new MutationObserver(function (changes) {
    quietNewFields(changes);
    lookSoon();
  }).observe(document, {
    subtree: true, childList: true, attributeFilter: ['data-test-connection-state', 'autocomplete', 'title', 'data-lang'],
  });
})();
