// Ask the browser for a security key, and send what it answers. SPDX-License-Identifier: EUPL-1.2
(function () {
  "use strict";

  var NOT = "Het is niet gelukt met de sleutel. Probeer het opnieuw, of kies een andere manier.";
  var NONE = "Deze browser kent geen sleutels, of het adres is niet met https beveiligd. "
    + "Kies een andere manier.";

  function ask(form) {
    var options = JSON.parse(form.querySelector("script[type='application/json']").textContent);
    var create = form.dataset.sleutel === "create";
    return create
      ? window.webauthnJSON.create(options.creation_options)
      : window.webauthnJSON.get(options.request_options);
  }

  document.querySelectorAll("form[data-sleutel]").forEach(function (form) {
    var fault = form.querySelector("[data-sleutel-fout]");
    var said = form.querySelector("[name=antwoord]");
    var button = form.querySelector("button[type=submit]");
    // On the button, and not when the form is sent: it is sent only when there is an answer.
    button.addEventListener("click", function (event) {
      if (said.value) { return; }
      event.preventDefault();
      fault.hidden = true;
      if (!window.PublicKeyCredential) { fault.textContent = NONE; fault.hidden = false; return; }
      ask(form).then(function (answer) {
        said.value = JSON.stringify(answer);
        form.requestSubmit(button);
      }).catch(function () { fault.textContent = NOT; fault.hidden = false; });
    });
  });
})();
