// Pointing at marked words, or at a mark of a drawing, shows beside it who, through whom, what and why; Escape hides it.
"use strict";

const card = document.createElement("div");
Object.assign(card, { id: "card", className: "card", hidden: true });
card.setAttribute("role", "tooltip");
document.body.append(card);
let shown = null, leaving = 0;

// A drawing's own titles would be shown twice; their words become the names of the links.
for (const title of document.querySelectorAll("svg a > title")) {
  title.parentElement.setAttribute("aria-label", title.textContent);
  title.remove();
}

const MOST = 3;
const filled = (mark) => {
  if (mark.dataset.r === undefined) {
    const line = document.createElement("p");
    line.textContent = mark.getAttribute("aria-label");
    return [line];
  }
  const ids = mark.dataset.r.split(" ");
  const notes = ids.map((id) => document.getElementById("n-" + id)).filter(Boolean);
  const parts = notes.slice(0, MOST).map((note) => {
    const part = document.createElement("section");
    for (const piece of note.querySelectorAll(".line, .how, .why ul")) part.append(piece.cloneNode(true));
    for (const link of part.querySelectorAll("a")) link.replaceWith(...link.childNodes);
    return part;
  });
  if (notes.length > MOST) parts.push(Object.assign(document.createElement("p"), { textContent: `and ${notes.length - MOST} more`, className: "muted" }));
  return parts;
};

const place = (mark) => {
  const box = [...mark.getClientRects()].at(-1) || mark.getBoundingClientRect();
  const left = Math.min(Math.max(8, box.left), innerWidth - card.offsetWidth - 8);
  const below = box.bottom + 6, above = box.top - card.offsetHeight - 6;
  card.style.left = `${Math.max(8, left)}px`;
  card.style.top = `${below + card.offsetHeight < innerHeight || above < 0 ? below : above}px`;
};

const hide = () => {
  clearTimeout(leaving);
  if (shown) shown.removeAttribute("aria-describedby");
  shown = null;
  card.hidden = true;
};

const show = (mark) => {
  clearTimeout(leaving);
  if (mark === shown) return;
  hide();
  card.replaceChildren(...filled(mark));
  if (!card.childElementCount) return;
  shown = mark;
  card.hidden = false;
  mark.setAttribute("aria-describedby", "card");
  place(mark);
};

const marked = (event) => event.target.closest?.("#text a[data-r], svg a[aria-label]");
const leave = () => { clearTimeout(leaving); leaving = setTimeout(hide, 200); };
for (const name of ["mouseover", "focusin"]) document.addEventListener(name, (event) => { const mark = marked(event); if (mark) show(mark); else if (card.contains(event.target)) clearTimeout(leaving); });
for (const name of ["mouseout", "focusout"]) document.addEventListener(name, (event) => { if (marked(event) || card.contains(event.target)) leave(); });
document.addEventListener("keydown", (event) => { if (event.key === "Escape") hide(); });
addEventListener("scroll", hide, { passive: true });
