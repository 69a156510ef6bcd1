// Passkeys: the scripts of django-allauth, and a sentence where they fail in silence.

import "./allauth/webauthn-json.js";
import "./allauth/webauthn.js";
import "./allauth/onload.js";

document.addEventListener("allauth.error", (event) => {
  const place = document.getElementById("passkey-problem");
  if (place) {
    event.preventDefault();
    place.textContent = "The passkey was not read. Try again, or use another way.";
  }
});
