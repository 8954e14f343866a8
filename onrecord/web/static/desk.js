// What makes looking quicker; every page is whole without it.
"use strict";

// A slider over the days of the reports, beside the date field.
for (const place of document.querySelectorAll(".slide")) {
  const day = 86400000, first = Date.parse(place.dataset.first), last = Date.parse(place.dataset.last);
  const slider = document.createElement("input");
  Object.assign(slider, { type: "range", min: 0, max: Math.round((last - first) / day), value: Math.round((Date.parse(place.dataset.day) - first) / day) });
  slider.setAttribute("aria-label", "As of, from the first report's day to the newest's");
  const field = document.getElementById("as_of");
  const tell = () => { field.value = new Date(first + slider.value * day).toISOString().slice(0, 10); slider.setAttribute("aria-valuetext", field.value); };
  slider.addEventListener("input", tell);
  slider.addEventListener("change", () => { tell(); field.form.submit(); });
  slider.setAttribute("aria-valuetext", field.value);
  place.append(slider);
}

// In a report: pointing at words lights what was found in them, and the other way round.
const text = document.getElementById("text");
if (text) {
  const marks = new Map();
  for (const mark of text.querySelectorAll("a[data-r]")) for (const id of mark.dataset.r.split(" ")) marks.set(id, [...(marks.get(id) || []), mark]);
  const light = (ids, on, scroll) => {
    for (const id of ids) {
      const note = document.getElementById("n-" + id);
      if (note) { note.classList.toggle("lit", on); if (on && scroll) { note.parentElement.parentElement.scrollTop = note.offsetTop - 80; scroll = false; } }
    }
    for (const mark of marks.get(ids[0]) || []) mark.classList.toggle("lit", on);
  };
  for (const [on, names] of [[true, ["mouseover", "focusin"]], [false, ["mouseout", "focusout"]]]) {
    for (const name of names) {
      text.addEventListener(name, (event) => { const mark = event.target.closest("a[data-r]"); if (mark) light(mark.dataset.r.split(" "), on, true); });
      document.querySelector(".notes").addEventListener(name, (event) => { const note = event.target.closest("li[id]"); if (note) light([note.id.slice(2)], on, false); });
    }
  }
}

// Filters that were left empty need not stand in the address.
for (const form of document.querySelectorAll("form.filters, form.find")) {
  form.addEventListener("submit", () => { for (const field of form.elements) if (field.name && !field.value) field.disabled = true; });
}
