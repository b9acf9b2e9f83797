// Small comforts; every page works without them. SPDX-License-Identifier: EUPL-1.2
(function () {
  "use strict";

  // On paper each date shows its sum: open the explanations, and close them afterwards.
  var opened = [];
  window.addEventListener("beforeprint", function () {
    opened = Array.from(document.querySelectorAll("details.sk-uitleg:not([open])"));
    opened.forEach(function (details) { details.open = true; });
  });
  window.addEventListener("afterprint", function () {
    opened.forEach(function (details) { details.open = false; });
    opened = [];
  });

  // A form that came back with errors: begin at the summary.
  function startAtErrors(root) {
    var summary = root.querySelector("[data-foutmelding]");
    if (summary) { summary.focus(); }
  }
  document.addEventListener("DOMContentLoaded", function () { startAtErrors(document); });
  document.addEventListener("htmx:afterSwap", function (event) { startAtErrors(event.target); });

  // A form is sent once, however often someone clicks. The buttons are not really disabled: the
  // value of the one that was pressed must go along, and the focus must stay where it is.
  var GIVE_UP = 10000; // someone stopped the page from loading
  var FILE = 1500; // the answer is a file, so the page stays and may want another
  function posts(form) {
    return form instanceof HTMLFormElement && /^post$/i.test(form.getAttribute("method"));
  }
  function buttons(form) {
    return Array.from(form.elements).filter(function (one) { return one.type === "submit"; });
  }
  function hold(form) {
    form.dataset.verzonden = "";
    buttons(form).forEach(function (button) { button.setAttribute("aria-disabled", "true"); });
  }
  function release(form) {
    delete form.dataset.verzonden;
    buttons(form).forEach(function (button) { button.removeAttribute("aria-disabled"); });
  }
  function releaseAll() { document.querySelectorAll("form[data-verzonden]").forEach(release); }

  // While capturing: before htmx, which sends a form of its own accord.
  window.addEventListener("submit", function (event) {
    var form = event.target;
    if (!posts(form)) { return; }
    if ("verzonden" in form.dataset) {
      event.preventDefault();
      event.stopImmediatePropagation();
    } else {
      hold(form);
      window.setTimeout(release, "bestand" in form.dataset ? FILE : GIVE_UP, form);
    }
  }, true);
  // Whoever comes back with the Back button finds a form that works.
  window.addEventListener("pageshow", releaseAll);
  ["htmx:afterRequest", "htmx:sendError", "htmx:sendAbort", "htmx:timeout"].forEach(
    function (name) {
      document.addEventListener(name, function (event) {
        // Led on to another page: until it is there, nothing is sent a second time.
        var answer = event.detail.xhr;
        var ledOn = answer && answer.status && answer.getResponseHeader("HX-Redirect");
        if (posts(event.detail.elt) && !ledOn) { release(event.detail.elt); }
      });
    }
  );

  // Typed and not saved: ask before leaving. That is what differs from what the page came with, and
  // a form that came back with errors. A trial sum is never saved, so it never asks.
  function changed(field) {
    if (field.type === "checkbox" || field.type === "radio") {
      return field.checked !== field.defaultChecked;
    }
    if (field.type === "select-one" || field.type === "select-multiple") {
      var options = Array.from(field.options);
      var chosen = options.some(function (option) { return option.defaultSelected; });
      return options.some(function (option, nth) {
        var first = !chosen && field.type === "select-one" && nth === 0;
        return option.selected !== (option.defaultSelected || first);
      });
    }
    if (field.type === "hidden" || !("defaultValue" in field)) { return false; }
    return field.value !== field.defaultValue;
  }
  function unsaved(form) {
    if (!posts(form) || "verzonden" in form.dataset || "proef" in form.dataset) { return false; }
    if (form.querySelector("input[type=password]")) { return false; }
    return form.querySelector("[data-foutmelding]") || Array.from(form.elements).some(changed);
  }
  window.addEventListener("beforeunload", function (event) {
    if (Array.from(document.forms).some(unsaved)) { event.preventDefault(); }
  });

  // A menu closes with Escape, and when someone goes on elsewhere.
  function closeMenus(except) {
    document.querySelectorAll("details.sk-menu[open]").forEach(function (menu) {
      if (menu !== except) { menu.open = false; }
    });
  }
  document.addEventListener("click", function (event) {
    closeMenus(event.target.closest("details.sk-menu"));
  });
  document.addEventListener("keydown", function (event) {
    var menu = event.key === "Escape" && document.querySelector("details.sk-menu[open]");
    if (menu) { menu.open = false; menu.querySelector("summary").focus(); }
  });
})();
