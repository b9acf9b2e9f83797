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
})();
