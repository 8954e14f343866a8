// Selecting words in a report offers the fields of the form to put them in; on the report's own page, to add a record.
"use strict";

const source = document.getElementById("text");
const bar = document.createElement("div");
Object.assign(bar, { className: "card chooser", hidden: true });
bar.setAttribute("role", "toolbar");
bar.setAttribute("aria-label", "What to do with the selected words");
document.body.append(bar);

// Where a point of the page lies in the report's text, counted in characters as the ledger counts them.
const offset = (node, inside) => {
  const piece = (node.nodeType === Node.TEXT_NODE ? node.parentElement : node).closest("span[id^=p]");
  if (!piece || !source.contains(piece)) return null;
  const before = document.createRange();
  before.setStart(piece, 0);
  before.setEnd(node, inside);
  return Number(piece.id.slice(1)) + [...before.toString()].length;
};

const selected = () => {
  const choice = getSelection();
  if (!choice.rangeCount || choice.isCollapsed) return null;
  const range = choice.getRangeAt(0);
  const words = range.toString();
  if (!words.trim()) return null;
  const start = offset(range.startContainer, range.startOffset), end = offset(range.endContainer, range.endOffset);
  if (start === null || end === null) return null;
  const lead = [...words.match(/^\s*/)[0]].length, tail = [...words.match(/\s*$/)[0]].length;
  return { start: start + lead, end: end - tail, words: words.trim(), box: range.getBoundingClientRect() };
};

const button = (text, act) => {
  const made = Object.assign(document.createElement("button"), { type: "button", className: "button", textContent: text });
  made.addEventListener("mousedown", (event) => event.preventDefault());
  made.addEventListener("click", act);
  return made;
};

const fill = (field, chosen) => {
  const at = field.form.elements[`${field.name}.at`] || field.form.appendChild(Object.assign(document.createElement("input"), { type: "hidden", name: `${field.name}.at` }));
  field.value = chosen.words.replace(/\s+/g, " ");
  at.value = `${chosen.start}-${chosen.end}`;
  bar.hidden = true;
  field.focus();
};

const offer = () => {
  const chosen = selected();
  bar.hidden = !chosen;
  if (!chosen) return;
  const fields = [...document.querySelectorAll("#form [data-words]")];
  if (fields.length) bar.replaceChildren(...fields.map((field) => button(field.dataset.words.slice(2).replace(/[._]/g, " "), () => fill(field, chosen))));
  else if (source.dataset.add) bar.replaceChildren(button("Add a record from these words", () => { location.href = `${source.dataset.add}${source.dataset.add.includes("?") ? "&" : "?"}words=${chosen.start}-${chosen.end}`; }));
  else { bar.hidden = true; return; }
  bar.style.left = `${Math.max(8, Math.min(chosen.box.left, innerWidth - bar.offsetWidth - 8))}px`;
  bar.style.top = `${chosen.box.bottom + 8 + bar.offsetHeight < innerHeight ? chosen.box.bottom + 8 : Math.max(8, chosen.box.top - bar.offsetHeight - 8)}px`;
};
let waits = 0;
const soon = () => { clearTimeout(waits); waits = setTimeout(offer, 150); };
document.addEventListener("selectionchange", soon);
addEventListener("scroll", () => { bar.hidden = true; soon(); }, { passive: true });
soon();
