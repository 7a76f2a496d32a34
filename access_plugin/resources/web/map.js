"use strict";
// The public map of a study. DATA (data.js) holds figures and shapes; SYMBOLS (symbols.js) the signs of sites. Nothing is fetched.
const state = { language: DATA.language, territory: null, active: -1, matches: [] };
const byId = (id) => document.getElementById(id);
const text = (name) => DATA.texts[state.language][name] ?? "";
const filled = (name, facts) => text(name).replace(/\{(\w+)\}/g, (_, key) => facts[key]);
const plain = (words) => words.normalize("NFD").replace(/[\u0300-\u036f]/g, "").replace(/[’'-]/g, " ").toLowerCase().replace(/œ/g, "oe").replace(/æ/g, "ae").trim();
const count = (value, decimals = 0) => value.toLocaleString(state.language === "fr" ? "fr-FR" : "en-GB", { minimumFractionDigits: decimals, maximumFractionDigits: decimals });
const perCent = (share) => count(100 * share, 1) + (state.language === "fr" ? "\u00a0%" : "%");
const percent = (share) => (share > 0 && share < 0.0005 ? filled("less", { share: perCent(0.001) }) : share >= 0.9995 && share < 1 ? filled("more", { share: perCent(0.999) }) : perCent(share));

// shapes

function ring(steps) {
  const points = [];
  for (let i = 0, x = 0, y = 0; i < steps.length; i += 2) {
    x += steps[i]; y += steps[i + 1];
    points.push([y * DATA.step, x * DATA.step]);
  }
  return points;
}
const area = (shape) => shape.map((polygon) => polygon.map(ring));

const map = L.map("map", { zoomControl: false, zoomSnap: 0.25, wheelPxPerZoomLevel: 100, attributionControl: true });
map.attributionControl.setPrefix(false);
for (const [name, level] of [["areas", 350], ["mask", 380], ["borders", 400], ["line", 420], ["chosen-place", 430], ["names", 620], ["signs", 600]]) map.createPane(name).style.zIndex = level;
const canvas = L.canvas({ pane: "borders", tolerance: 2 }), svg = L.svg({ pane: "areas" });
let zoomer = null, credit = "";

function pattern(colour, number) {
  const line = parseInt(colour.slice(1, 3), 16) < 160 ? "#fdae6b" : "#5c2403"; // light on the darkest class
  const id = `hatch-${number}`;
  byId("patterns").insertAdjacentHTML("beforeend",
    `<pattern id="${id}" width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="7" height="7" fill="${colour}"/><path d="M0 0V7" stroke="${line}" stroke-width="2"/></pattern>`);
  return `url(#${id})`;
}
const fills = DATA.bands.map((band, number) => (band.beyond ? pattern(band.colour, number) : band.colour));
const layers = {
  bands: L.layerGroup(DATA.bands.map((band, number) => L.polygon(area(band.shape), { pane: "areas", renderer: svg, stroke: false, fillOpacity: 1, fillColor: fills[number], interactive: false }))),
  line: L.layerGroup(DATA.line.map((steps) => L.polyline(ring(steps), { pane: "line", color: "#000", weight: 3, interactive: false }))),
  territories: L.layerGroup(),
  sites: L.layerGroup(),
  chosen: L.layerGroup(),
};
const world = [[-85, -180], [-85, 180], [85, 180], [85, -180]];
if (DATA.mask.length) L.polygon([world, ...DATA.mask.map((polygon) => ring(polygon[0]))], { pane: "mask", renderer: L.svg({ pane: "mask" }), stroke: false, fillColor: "#fff", fillOpacity: 0.75, interactive: false }).addTo(map);
const outlineOf = new Map();
for (const row of DATA.territories) {
  const shape = L.polygon(area(row.shape), { renderer: canvas, color: "#555b66", weight: 0.5, opacity: 0.6, fillColor: "#fff", fillOpacity: 0 });
  shape.on("click", () => choose(row));
  shape.bindTooltip(() => escaped(row.name), { sticky: true });
  outlineOf.set(row.code, shape);
  layers.territories.addLayer(shape);
}
for (const row of DATA.outlines) layers.territories.addLayer(L.polygon(area(row.shape), { renderer: canvas, color: "#1b2a49", weight: 1.8, fill: false, interactive: false }));

const sign = (name, size, inside = "") => L.divIcon({ className: "site", iconSize: [size, size], html: `<span class="rank">${drawn(name, size)}${inside}</span>` });
function siteName(row) {
  const role = row.kind || text(`role_${row.symbol}`), many = row.number > 1 ? ` (${count(row.number)})` : "";
  return `${row.name ? `${row.name}, ` : ""}${role}${many}${row.moved ? `, ${text("approximate")}` : ""}`;
}
const escaped = (words) => { const box = document.createElement("span"); box.textContent = words; return box.innerHTML; };
DATA.sites.sort((a, b) => DATA.order.indexOf(a.symbol) - DATA.order.indexOf(b.symbol));
DATA.sites.forEach((row, place) => layers.sites.addLayer(
  L.marker(row.at, { pane: "signs", keyboard: false, zIndexOffset: 10 * place, opacity: row.counted && row.inside ? 1 : 0.45, icon: sign(row.symbol, row.symbol === "smur" || row.symbol === "antenna" ? 15 : 22) })
    .bindTooltip(() => escaped(siteName(row)))));
for (const row of DATA.chosen) layers.chosen.addLayer(
  L.marker(row.at, { pane: "signs", keyboard: false, zIndexOffset: 1e6, icon: sign("chosen", 28, `<b>${row.rank}</b>`) }).bindTooltip(() => escaped(`${filled("place", { rank: row.rank })}: ${row.name[state.language]}`)));
for (const layer of Object.values(layers)) layer.addTo(map);
const whole = L.latLngBounds(DATA.territories.length ? DATA.territories.flatMap((row) => outlineOf.get(row.code).getBounds()).flatMap((box) => [box.getSouthWest(), box.getNorthEast()]) : layers.bands.getLayers().map((layer) => layer.getBounds()).flatMap((box) => [box.getSouthWest(), box.getNorthEast()]));
map.fitBounds(whole, { padding: [12, 12] });
map.setMinZoom(map.getZoom() - 1);
map.setMaxBounds(whole.pad(0.6));
L.control.scale({ imperial: false, position: "bottomright" }).addTo(map);

// names of the largest places that do not cover each other

const names = L.layerGroup().addTo(map), largest = [...DATA.territories].sort((a, b) => b.population - a.population).slice(0, 400);
function showNames() {
  names.clearLayers();
  if (!map.hasLayer(layers.territories)) return;
  const taken = [], view = map.getBounds(), most = Math.round(map.getSize().x / 45);
  for (const row of largest) {
    if (taken.length >= most || !view.contains(row.at)) continue;
    const { x, y } = map.latLngToContainerPoint(row.at), wide = 4 * row.name.length + 6;
    if (taken.some((box) => Math.abs(box.x - x) < box.wide + wide && Math.abs(box.y - y) < 26)) continue;
    taken.push({ x, y, wide });
    names.addLayer(L.marker(row.at, { pane: "names", interactive: false, keyboard: false, icon: L.divIcon({ className: "name", iconSize: [0, 0], html: `<span aria-hidden="true">${escaped(row.name)}</span>` }) }));
  }
}
map.on("moveend layeradd layerremove", (event) => { if (event.type === "moveend" || event.layer === layers.territories) showNames(); });
showNames();

// a territory and its figures

let mark = null;
function choose(row, move = false) {
  state.territory = row;
  if (mark) mark.remove();
  mark = L.polygon(area(row.shape), { pane: "chosen-place", color: "#0b57d0", weight: 4, fill: false, interactive: false }).addTo(map);
  if (move) map.fitBounds(mark.getBounds(), { maxZoom: 12, padding: [30, 30] });
  showCard();
}
function figures(row) {
  const hidden = row.secret ? text("secret") : text("not_computed");
  return [
    ["population", row.population === null ? hidden : count(row.population)], ["beyond", row.beyond === null ? hidden : count(row.beyond)],
    ["share", row.share === null ? hidden : percent(row.share)], ["mean", row.mean === null ? hidden : count(row.mean, 1)],
  ];
}
function showCard() {
  const card = byId("card"), row = state.territory;
  card.hidden = row === null;
  card.replaceChildren();
  if (row === null) return;
  const title = document.createElement("h2"), close = document.createElement("button"), list = document.createElement("dl");
  title.textContent = `${row.name} (${row.code})`;
  close.type = "button"; close.textContent = "✕"; close.setAttribute("aria-label", text("close"));
  close.addEventListener("click", () => { state.territory = null; if (mark) mark.remove(); showCard(); byId("search").focus(); });
  title.append(close);
  for (const [name, value] of figures(row)) {
    const term = document.createElement("dt"), said = document.createElement("dd");
    term.textContent = text(name); said.textContent = value;
    list.append(term, said);
  }
  card.append(title, list);
}

// search

const keys = DATA.territories.map((row) => plain(`${row.name} ${row.code}`));
function search(words) {
  const wanted = plain(words);
  if (!wanted) return [];
  const found = keys.map((key, place) => [key.startsWith(wanted) ? 0 : key.split(" ").some((part) => part.startsWith(wanted)) ? 1 : key.includes(wanted) ? 2 : 3, place]).filter(([rank]) => rank < 3);
  found.sort((a, b) => a[0] - b[0] || DATA.territories[b[1]].population - DATA.territories[a[1]].population);
  return found.map(([, place]) => DATA.territories[place]);
}
function showResults() {
  const input = byId("search"), list = byId("results"), all = search(input.value);
  state.matches = all.slice(0, 8);
  state.active = -1;
  list.replaceChildren(...state.matches.map((row, place) => {
    const item = document.createElement("li");
    item.id = `result-${place}`; item.role = "option"; item.textContent = `${row.name} (${row.code})`;
    item.setAttribute("aria-selected", "false");
    item.addEventListener("mousedown", (event) => { event.preventDefault(); take(place); });
    return item;
  }));
  list.hidden = state.matches.length === 0;
  input.setAttribute("aria-expanded", String(!list.hidden));
  input.removeAttribute("aria-activedescendant");
  byId("status").textContent = !plain(input.value) ? "" : all.length ? filled("found", { count: count(all.length) }) : text("nothing");
}
function point(place) {
  state.active = place;
  [...byId("results").children].forEach((item, number) => item.setAttribute("aria-selected", String(number === place)));
  byId("search").setAttribute("aria-activedescendant", `result-${place}`);
  byId(`result-${place}`).scrollIntoView({ block: "nearest" });
}
function hideResults() {
  byId("results").hidden = true;
  byId("search").setAttribute("aria-expanded", "false");
}
function take(place) {
  const row = state.matches[place];
  byId("search").value = row.name;
  byId("status").textContent = "";
  hideResults();
  choose(row, true);
}
byId("search").addEventListener("input", showResults);
byId("search").addEventListener("blur", hideResults);
byId("search").addEventListener("keydown", (event) => {
  const open = !byId("results").hidden, last = state.matches.length - 1;
  if (event.key === "ArrowDown" && open) point(state.active >= last ? 0 : state.active + 1);
  else if (event.key === "ArrowUp" && open) point(state.active <= 0 ? last : state.active - 1);
  else if (event.key === "Enter") { event.preventDefault(); if (open) take(Math.max(state.active, 0)); return; }
  else if (event.key === "Escape") { hideResults(); return; }
  else return;
  event.preventDefault();
});
document.querySelector(".search").addEventListener("submit", (event) => event.preventDefault());

// legend, notes and table

const swatch = (fill) => `<svg viewBox="0 0 30 16" width="30" height="16" aria-hidden="true" focusable="false"><rect x=".5" y=".5" width="29" height="15" fill="${fill}" stroke="#4a4f57"/></svg>`;
const rows = {
  bands: () => DATA.bands.map((band, number) => [swatch(fills[number]), band.label ? band.label[state.language] : text("not_computed")]),
  line: () => [], territories: () => [], chosen: () => [],
  sites: () => [...new Set(DATA.sites.map((row) => row.symbol))].reverse().map((name) => [drawn(name, 22), text(`role_${name}`)]),
};
const heads = { line: '<svg viewBox="0 0 30 16" width="30" height="16" aria-hidden="true"><path d="M1 8h28" stroke="#000" stroke-width="3"/></svg>', territories: '<svg viewBox="0 0 30 16" width="30" height="16" aria-hidden="true"><rect x="1" y="1" width="28" height="14" fill="none" stroke="#555b66"/></svg>', chosen: drawn("chosen", 24), bands: "", sites: "" };
function showLegend() {
  const box = byId("legend");
  box.replaceChildren();
  for (const name of ["bands", "line", "sites", "chosen", "territories"]) {
    if (layers[name].getLayers().length === 0) continue;
    const label = document.createElement("label"), tick = document.createElement("input"), list = document.createElement("ul");
    tick.type = "checkbox"; tick.checked = map.hasLayer(layers[name]); tick.dataset.layer = name;
    tick.addEventListener("change", () => (tick.checked ? layers[name].addTo(map) : layers[name].remove()));
    label.append(tick);
    label.insertAdjacentHTML("beforeend", `${heads[name]}<span></span>`);
    label.lastElementChild.textContent = text(name);
    box.append(label);
    for (const [symbol, words] of rows[name]()) {
      const item = document.createElement("li");
      item.innerHTML = `${symbol}<span></span>`;
      item.lastElementChild.textContent = words;
      list.append(item);
    }
    if (list.children.length) box.append(list);
  }
}
function showTable() {
  const box = byId("table");
  box.replaceChildren();
  if (!byId("all").open) return;
  const table = document.createElement("table"), head = table.createTHead().insertRow(), body = table.createTBody();
  table.createCaption().textContent = text("title");
  for (const name of ["code", "name", "population", "beyond", "share", "mean"]) {
    const cell = document.createElement("th");
    cell.scope = "col"; cell.textContent = text(name);
    if (!["code", "name"].includes(name)) cell.className = "number";
    head.append(cell);
  }
  for (const row of DATA.territories) {
    const line = body.insertRow(), name = document.createElement("th");
    line.insertCell().textContent = row.code;
    name.scope = "row"; name.textContent = row.name;
    line.append(name);
    for (const [, value] of figures(row)) {
      const cell = line.insertCell();
      cell.className = "number"; cell.textContent = value;
    }
  }
  box.append(table);
}
byId("all").addEventListener("toggle", showTable);

function showSites() {
  const entries = [...DATA.chosen.map((row) => `${text("chosen")}, ${filled("place", { rank: row.rank })}${state.language === "fr" ? "\u00a0" : ""}: ${row.name[state.language]}`), ...[...DATA.sites].reverse().map(siteName)];
  byId("sites-list").replaceChildren(...entries.map((words) => { const item = document.createElement("li"); item.textContent = words; return item; }));
  byId("sites").hidden = entries.length === 0;
}

// language

function speak(language) {
  state.language = language;
  document.documentElement.lang = language;
  document.title = text("title");
  document.querySelectorAll("[data-text]").forEach((place) => { place.textContent = text(place.dataset.text); });
  document.querySelectorAll("[data-label]").forEach((place) => place.setAttribute("aria-label", text(place.dataset.label)));
  document.querySelectorAll("[data-language]").forEach((button) => button.setAttribute("aria-pressed", String(button.dataset.language === language)));
  byId("search").placeholder = text("hint");
  byId("map").setAttribute("aria-label", `${text("alt")} ${text("map")}`);
  byId("notes").replaceChildren(...[...text("notes").split("\n"), text("built")].map((words) => { const line = document.createElement("p"); line.textContent = words; return line; }));
  byId("all").hidden = DATA.territories.length === 0;
  document.querySelector(".search").hidden = DATA.territories.length === 0;
  byId("all-summary").textContent = filled("table_hint", { count: count(DATA.territories.length) });
  if (zoomer) zoomer.remove();
  zoomer = L.control.zoom({ position: "topright", zoomInTitle: text("zoom_in"), zoomOutTitle: text("zoom_out") }).addTo(map);
  if (credit) map.attributionControl.removeAttribution(credit);
  credit = escaped(text("credit"));
  map.attributionControl.addAttribution(credit);
  showLegend();
  showCard();
  showTable();
  showSites();
  byId("status").textContent = "";
}
document.querySelectorAll("[data-language]").forEach((button) => button.addEventListener("click", () => speak(button.dataset.language)));
speak(state.language);
document.body.dataset.ready = "yes";
