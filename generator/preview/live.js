// Shows in the page how the last build went, and loads the page again when the site is new.
(function () {
  'use strict';
  var first = null; // the build whose site this page is of
  var panel = null;

  function element(name, text, parent) {
    var e = document.createElement(name);
    if (text) e.textContent = text;
    if (parent) parent.appendChild(e);
    return e;
  }

  function show(state) {
    if (!panel) {
      var style = element('link', '', document.head);
      style.rel = 'stylesheet';
      style.href = '/_zhengce/live.css';
      panel = element('aside', '', document.body);
      panel.id = 'zhengce-live';
      panel.setAttribute('role', 'status');
      panel.setAttribute('aria-label', '生成情况');
    }
    panel.textContent = '';
    panel.dataset.stage = state.stage;
    if (state.stage === 'building') {
      element('p', '正在重新生成……', panel);
    } else if (state.stage === 'failed') {
      element('p', '没有生成，网站仍是上一次的：', panel);
      element('pre', state.message, panel);
    }
    if (state.doubts && state.doubts.length) {
      element('p', '刚改动的文件有 ' + state.doubts.length + ' 处存疑：', panel);
      var list = element('ul', '', panel);
      state.doubts.forEach(function (d) { element('li', d, list); });
    }
    panel.hidden = panel.childNodes.length === 0;
  }

  function ask(known) {
    fetch('/_zhengce/state?known=' + encodeURIComponent(known)).then(function (r) {
      return r.json();
    }).then(function (state) {
      if (state.stage === 'ready') {
        if (first !== null && first !== state.build) {
          location.reload();
          return;
        }
        first = state.build;
      } else if (first === null) {
        first = -1;
      }
      show(state);
      ask(state.key);
    }).catch(function () { // the server ended, or begins anew
      setTimeout(function () { ask(''); }, 2000);
    });
  }
  ask('');
})();
