// Says on an open page that what the ledger holds has changed since the page was made; reading goes on undisturbed.
"use strict";

const live = document.getElementById("live");
let stream = null;

const tell = (told) => {
  const more = told.reports - Number(live.dataset.reports);
  const what = more > 0 ? `${more} new ${more === 1 ? "report" : "reports"}` : "What is held has changed";
  const again = document.createElement("a");
  again.href = location.pathname + location.search;
  again.textContent = "Show it";
  const close = document.createElement("button");
  close.type = "button";
  close.className = "quiet";
  close.textContent = "Not now";
  close.addEventListener("click", () => live.replaceChildren());
  const line = document.createElement("p");
  line.append(`${what}. `, again, " ", close);
  live.replaceChildren(line);
};

// Listens only while the page is looked at: a browser opens few connections to one server, and streams would use them up.
const listen = () => {
  const look = document.visibilityState === "visible";
  if (look && !stream) {
    stream = new EventSource(`/api/changes?since=${encodeURIComponent(live.dataset.state)}`);
    stream.addEventListener("ledger", (event) => tell(JSON.parse(event.data)));
  } else if (!look && stream) {
    stream.close();
    stream = null;
  }
};
document.addEventListener("visibilitychange", listen);
addEventListener("pagehide", () => { if (stream) { stream.close(); stream = null; } });
addEventListener("pageshow", listen);
listen();
