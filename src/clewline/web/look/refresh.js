// A region that says how far some work is: asked for again while the work goes on, less often the longer it takes.

const LONGEST = 15;

function ask(region, seconds) {
  setTimeout(async () => {
    try {
      const answer = await fetch(location.href, { headers: { Accept: "text/html" }, credentials: "same-origin" });
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      const now = page.querySelector("[data-refresh]");
      if (answer.redirected || !now) {
        location.replace(answer.redirected ? answer.url : location.href);
        return;
      }
      const said = now.querySelector("[role=status]");
      const place = region.querySelector("[role=status]");
      if (said && place) {
        place.textContent = said.textContent;
      }
    } catch {
      // The site is away for a moment; the next question may find it.
    }
    ask(region, Math.min(LONGEST, seconds * 1.5));
  }, seconds * 1000);
}

for (const region of document.querySelectorAll("[data-refresh]")) {
  ask(region, Number(region.dataset.refresh));
}
