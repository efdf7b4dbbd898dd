// What the framework does not do by itself, before its own script begins.
(function () {
  'use strict';
  // It would keep its theme in this browser; this site keeps nothing.
  Storage.prototype.setItem = function () {};
  // Its server is here, and no other page has a say: without this it first asks who may send it messages, below the
  // address of the screen, and only then opens its line.
  window.__streamlit = {
    BACKEND_BASE_URL: location.origin + '/',
    HOST_CONFIG: {allowedOrigins: [location.origin], useExternalAuthToken: false},
  };

  // The line itself is opened while the framework is still being read, and handed over when it asks for its first one.
  var Line = window.WebSocket, PROTOCOLS = ['streamlit', 'PLACEHOLDER_AUTH_TOKEN'];
  var first = new Line(location.origin.replace(/^http/, 'ws') + '/_stcore/stream', PROTOCOLS);
  function handOver(address, protocols) {
    window.WebSocket = Line;
    var isAsked = String(address) === first.url && String(protocols) === String(PROTOCOLS);
    if (!isAsked) first.close();
    if (!isAsked || first.readyState > Line.OPEN) return new Line(address, protocols);
    if (first.readyState === Line.OPEN) setTimeout(function () { first.dispatchEvent(new Event('open')); });
    return first;
  }
  window.WebSocket = Object.setPrototypeOf(handOver, Line);

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

  // The framework takes a link to a place in an app of one's own for dangerous: such a place is noted beside it.
  function leadThere(link) {
    if (/^geo:[\d.,?q=-]+$/.test(link.dataset.geo)) link.href = link.dataset.geo;
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

  // The screens say in an element of theirs which language they speak, and what this page around them says in it. They
  // may begin to speak another one while this page stays.
  var words = null;
  function speak() {
    var said = document.querySelector('.hk-speaks[data-lang]');
    var page = document.documentElement;
    if (!said) return;
    if (!words || said.dataset.lang !== page.lang) {
      words = JSON.parse(said.dataset.words);
      translate(document.body);
    }
    tellWhereOneIs(said.dataset.screens);
    if (said.dataset.lang === page.lang) return;
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

  // What the framework says in English is said in the words of the page, before anybody can hear it.
  var english = new WeakMap();
  function ourWords(said) {
    for (var each in words) {
      var around = each.split('{}'), head = around[0], tail = around[1];
      if (said === each) return words[each];
      if (tail !== undefined && said.length > each.length - 2 && said.startsWith(head) && said.endsWith(tail)) {
        return words[each].replace('{}', function () { return said.slice(head.length, said.length - tail.length); });
      }
    }
    return said;
  }
  // What stands there may be of ours already, in the language that was spoken before.
  function inOurWords(thing, said) {
    var before = english.get(thing);
    var own = before && before.ours === said ? before.own : said;
    english.set(thing, {own: own, ours: ourWords(own)});
    return english.get(thing).ours;
  }
  function nameInOurWords(element) {
    var said = element.getAttribute('aria-label'), ours = said && inOurWords(element, said);
    if (ours !== said) element.setAttribute('aria-label', ours);
  }
  var ITS_OWN = '[data-testid="stSkipToContent"], [role="listbox"], [data-live-announcer]';
  function sayInOurWords(text) {
    if (!text.parentElement || !text.parentElement.closest(ITS_OWN)) return;
    var ours = inOurWords(text, text.data);
    if (ours !== text.data) text.data = ours;
  }
  function translate(node) {
    if (node.nodeType === Node.TEXT_NODE) sayInOurWords(node);
    if (node.nodeType !== Node.ELEMENT_NODE) return;
    if (node.tagName === 'BUTTON') nameInOurWords(node);
    node.querySelectorAll('button[aria-label]').forEach(nameInOurWords);
    if (!node.closest(ITS_OWN) && !node.querySelector(ITS_OWN)) return;
    var texts = document.createTreeWalker(node, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) sayInOurWords(texts.currentNode);
  }

  // It opens a panel at the end of the page, and leaves the keyboard behind: Tab would come there last of all.
  var STOPS = 'a[href], button, input, select, textarea, [tabindex]';
  function panel() { return document.querySelector('[data-testid="stPopoverBody"]'); }
  function stopsIn(within) {
    return [].filter.call(within.querySelectorAll(STOPS), function (each) {
      // While one is elsewhere, it notes beside its stops that they are some, and takes them away.
      var isStop = each.tabIndex >= 0 || each.hasAttribute('data-tabindex');
      return isStop && !each.disabled && each.getClientRects().length;
    });
  }
  function isSameStop(one, other) {
    var group = one.closest('[role="toolbar"], [role="radiogroup"]');
    return one === other || (group !== null && group.contains(other));
  }
  var goingIn;
  function walkThroughPanel(event) {
    clearTimeout(goingIn);
    var open = event.key === 'Tab' && panel(), at = document.activeElement;
    var button = open && document.querySelector('.stPopover button[aria-expanded="true"]');
    if (!button) return;
    var stops = stopsIn(open);
    if (at === button && !event.shiftKey) {
      event.preventDefault();
      event.stopImmediatePropagation();
      stops[0].focus();
    } else if (open.contains(at) && event.shiftKey && isSameStop(at, stops[0])) {
      event.preventDefault();
      event.stopImmediatePropagation();
      button.focus();
    } else if (open.contains(at) && !event.shiftKey && isSameStop(at, stops[stops.length - 1])) {
      button.focus(); // From there the browser itself goes on,
      button.click(); // and the panel covers nothing that follows.
    }
  }
  addEventListener('keydown', walkThroughPanel, true);
  addEventListener('click', function (event) {
    var button = event.target.closest && event.target.closest('.stPopover button');
    if (!button || event.detail || button.getAttribute('aria-expanded') === 'true') return;
    goingIn = setTimeout(function () { if (panel()) stopsIn(panel())[0].focus(); }, 100); // Opened by a key: go in.
  }, true);

  // Where one is, and what is found, for who does not see it.
  function tellWhereOneIs(name) {
    var top = document.querySelector('.st-key-top');
    if (!top) return;
    top.setAttribute('role', 'navigation');
    top.setAttribute('aria-label', name);
    top.querySelectorAll('[class*="st-key-speak_"] button').forEach(function (button) {
      button.lang = /st-key-speak_(\w+)/.exec(button.closest('[class*="st-key-speak_"]').className)[1];
    });
    top.querySelectorAll('a').forEach(function (link) {
      var to = '/' + link.getAttribute('href').replace(/^\//, ''); // That of the first screen is empty.
      if (to === location.pathname) link.setAttribute('aria-current', 'page');
      else link.removeAttribute('aria-current');
    });
  }
  function readAloudWhatIsFound(aloud) {
    var said = [].map.call(document.querySelectorAll('.hk-said'), function (each) { return each.textContent; }).join(' ');
    if (aloud.textContent !== said) aloud.textContent = said;
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
    var aloud = document.getElementById('hk-aloud');
    if (aloud) readAloudWhatIsFound(aloud);
    var app = document.querySelector('[data-test-connection-state]');
    var up = app !== null && app.dataset.testConnectionState === 'CONNECTED';
    document.documentElement.classList.toggle('hk-up', up);
  }

  // A field must be quiet before anybody can type in it, and a word ours before it is read; the rest can wait.
  function lookAtOnce(changes) {
    changes.forEach(function (change) {
      change.addedNodes.forEach(function (added) {
        if (added.querySelectorAll) {
          added.querySelectorAll('input, textarea').forEach(keepQuiet);
          added.querySelectorAll('a[data-geo]').forEach(leadThere);
        }
        translate(added);
      });
      if (change.type === 'characterData') sayInOurWords(change.target);
      if (change.attributeName === 'aria-label') nameInOurWords(change.target);
    });
  }

  new MutationObserver(function (changes) {
    lookAtOnce(changes);
    lookSoon();
  }).observe(document, {
    subtree: true, childList: true, characterData: true,
    attributeFilter: ['data-test-connection-state', 'autocomplete', 'title', 'aria-label', 'data-lang'],
  });
})();
