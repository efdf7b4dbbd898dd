// Leave this site at once: a press on the link, or Shift three times. Nothing is counted, stored or sent.
//
// The page is covered first, since what follows may be slow. Then back to where this visit began, so that
// none of our pages stays behind the Back button; that entry becomes a blank page, which goes on to a
// neutral site and so cuts off what could be gone Forward to. Without this script the link is a plain link.
(function () {
  'use strict';
  var BLANK = '/weg';
  // The name of this tab, while it goes back: it says to the first page that it should go.
  var FLAG = 'weg';
  var TIMES = 3;
  var WITHIN_MS = 2000;
  // The page is covered by then, so a slow line gets its time: this is for a server that takes a question and is silent.
  var ASKING_MS = 5000;
  var GOING_BACK_MS = 8000;
  // Does this browser tell which pages of ours lie behind this one?
  var tells = window.navigation && navigation.currentEntry;
  var isLeaving = false;
  var nothing = function () {};
  // A page that is brought back whole from the browser's memory does not see the name that was given to its tab
  // meanwhile, and would show itself. One that misses a message while it lies there is thrown away instead.
  var channel = window.BroadcastChannel ? new BroadcastChannel(FLAG) : {postMessage: nothing};

  function cover() {
    document.documentElement.style.setProperty('display', 'none', 'important');
    document.title = '';
  }

  function toBlank() {
    location.replace(BLANK);
  }

  // An entry in which this script ran is marked. In another (a file, an error of a server before ours) nobody would
  // take the visitor further.
  function mark() {
    if (!navigation.currentEntry.getState()) navigation.updateCurrentEntry({state: FLAG});
  }

  function first() {
    return navigation.entries().find(function (entry) { return entry.getState(); }) || navigation.currentEntry;
  }

  // What the server counted, of the forms alone.
  function sent() {
    var link = document.getElementById('hk-exit');
    return link ? Number(link.dataset.stap) : 0;
  }

  // How many of our own pages lie behind this one; in a browser that does not tell, the pages count.
  function steps() {
    if (tells) return navigation.currentEntry.index - first().index;
    var state = history.state || {};
    return Math.min('stap' in state ? state.stap : sent(), history.length - 1);
  }

  // For that a form carries the number in a field, an entry in its state, and a link in the name of the tab.
  function countOn() {
    var told = /^stap:(\d+)$/.exec(window.name);
    if (told) {
      window.name = '';
      if (!performance.navigation.type) history.replaceState({stap: Number(told[1])}, '');
    }
    addEventListener('submit', function (event) {
      var field = event.target.elements.stap;
      if (field) field.value = steps() + 1;
    }, true);
    addEventListener('click', function (event) {
      var link = event.target.closest && event.target.closest('a[href]');
      if (!link || link.target || event.defaultPrevented || event.ctrlKey || event.metaKey || event.shiftKey) return;
      if (link.hash && link.pathname === location.pathname) {
        event.preventDefault();
        location.replace(link.hash);
      } else {
        window.name = link.origin === location.origin ? 'stap:' + (steps() + 1) : '';
      }
    });
  }

  function goBack(count) {
    window.name = FLAG;
    history.go(-count);
    setTimeout(toBlank, GOING_BACK_MS);
  }

  function leave() {
    if (window !== window.top) {
      // The map may not move the page that it is in.
      window.top.postMessage(FLAG, location.origin);
      return;
    }
    // Somebody who is pressed for time presses more than once: two ways back would be one too far.
    if (isLeaving) return;
    isLeaving = true;
    cover();
    channel.postMessage(FLAG);
    var count = steps();
    if (!count) {
      toBlank();
    } else if (tells && first().sameDocument) {
      goBack(count);
    } else {
      // The first page may have to be fetched again. With the server down that would end in an error on our
      // address, so ask first; the blank page is in the browser's cache already.
      var asked = setTimeout(toBlank, ASKING_MS);
      fetch(BLANK, {cache: 'no-store'}).then(
        function () { clearTimeout(asked); goBack(count); },
        toBlank
      );
    }
  }

  function arrive() {
    if (window === window.top && window.name === FLAG) {
      cover();
      window.name = '';
      toBlank();
    }
  }

  arrive();
  // Where several screens are one document.
  addEventListener('popstate', arrive);

  var presses = [];
  addEventListener('keydown', function (event) {
    if (event.repeat) return;
    if (event.key !== 'Shift') {
      presses = [];
      return;
    }
    presses = presses.filter(function (then) { return event.timeStamp - then < WITHIN_MS; });
    presses.push(event.timeStamp);
    if (presses.length >= TIMES) leave();
  }, true);

  if (window !== window.top) return;

  if (tells) {
    mark();
    navigation.addEventListener('currententrychange', mark);
  } else {
    countOn();
  }

  addEventListener('message', function (event) {
    if (event.origin === location.origin && event.data === FLAG) leave();
  });
  addEventListener('click', function (event) {
    if (event.target.closest && event.target.closest('#hk-exit')) {
      event.preventDefault();
      leave();
    }
  }, true);
  addEventListener('load', function () {
    // Back to the answer to a form, a browser asks whether to send it again, in a page of its own without an exit, and
    // it keeps what was sent for that. From here on it only knows the address.
    if (sent()) history.replaceState({stap: steps()}, '');
    fetch(BLANK).catch(nothing);
  });

  // A keyboard on a phone, or fingers that zoom, move what is seen away from what is fixed: follow it.
  var seen = window.visualViewport;
  if (!seen) return;
  function stayInView() {
    var bar = document.querySelector('.hk-bar');
    if (!bar) return;
    var isNear = seen.scale > 1.05;
    bar.classList.toggle('hk-near', isNear);
    bar.style.width = isNear ? seen.width + 'px' : '';
    bar.style.transform = 'translate(' + seen.offsetLeft + 'px, ' + seen.offsetTop + 'px)';
  }
  seen.addEventListener('scroll', stayInView);
  seen.addEventListener('resize', stayInView);
})();
