// Reports on a map. Those that would cover each other stand as one mark with their number, which opens on them.
import { Icon, LatLngBounds, LayerGroup, Marker } from "leaflet/dist/leaflet-src.esm.js";
import { fill } from "./say.js";

/** Reports in one square of so many points become one mark. */
const CELL = 64;
/** How large a mark is, for one report and for many. */
const ONE = 28;
const MANY = 44;
/** Reports that are looked at; a list beside the map has all. */
const MOST = 2_000;

export async function showReports(map, host) {
  const layer = new LayerGroup().addTo(map);
  let asking;
  const draw = async () => {
    asking?.abort();
    asking = new AbortController();
    const { signal } = asking;
    try {
      const seen = map.getBounds().pad(0.1);
      const reports = (await asked(host.dataset.reports, seen, signal)).slice(0, MOST);
      layer.clearLayers();
      const within = reports.filter(({ lat, long }) => seen.contains([lat, long]));
      for (const group of cells(map, within)) for (const mark of marks(map, group, host.dataset)) layer.addLayer(mark);
    } catch {
      // Moved on meanwhile, or no network: what is shown stays.
    }
  };
  map.on("moveend", draw);
  await draw();
}

/** The reports of a part of the map. */
async function asked(address, seen, signal) {
  if (!address) return [];
  const url = new URL(address, location.origin);
  const edges = { south: seen.getSouth(), west: seen.getWest(), north: seen.getNorth(), east: seen.getEast() };
  for (const [edge, value] of Object.entries(edges)) url.searchParams.set(edge, value.toFixed(5));
  url.searchParams.set("lang", document.documentElement.lang);
  const response = await fetch(url, { signal });
  return response.ok ? response.json() : [];
}

/** Reports by the square of the screen in which they stand. */
function cells(map, reports) {
  const squares = new Map();
  for (const report of reports) {
    const { x, y } = map.project([report.lat, report.long]);
    const key = `${Math.floor(x / CELL)} ${Math.floor(y / CELL)}`;
    squares.set(key, [...(squares.get(key) ?? []), report]);
  }
  return squares.values();
}

function marks(map, group, words) {
  if (group.length === 1) return [single(group[0], within(map, [group[0].lat, group[0].long], ONE), words)];
  if (map.getZoom() < map.getMaxZoom()) return [cluster(map, group, words)];
  // As near as one can get, they stand around their place.
  return group.map((report, index) => {
    const angle = (2 * Math.PI * index) / group.length;
    const middle = map.project([report.lat, report.long]);
    const radius = Math.min(20 + 4 * group.length, 120);
    return single(report, map.unproject(middle.add([radius * Math.cos(angle), radius * Math.sin(angle)])), words);
  });
}

/** One report: a link, so that it is reached, read out and opened like every other. */
function single({ title, href, state }, at, words) {
  const link = document.createElement("a");
  link.href = new URL(href, location.origin).href;
  link.className = `rot-pin rot-pin--${state}`;
  const told = words[`state${state?.[0]?.toUpperCase()}${state?.slice(1)}`];
  const name = [title, told].filter(Boolean).join(", ");
  link.setAttribute("aria-label", name);
  link.title = name;
  return new Marker(at, { icon: drawn(link, ONE), keyboard: false, interactive: false });
}

function cluster(map, group, words) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "rot-pin rot-pin--many";
  button.textContent = group.length;
  button.setAttribute("aria-label", fill(words.cluster ?? "{n}", { n: group.length }));
  const bounds = new LatLngBounds(group.map(({ lat, long }) => [lat, long]));
  button.addEventListener("click", () => {
    map.getContainer().focus();
    map.fitBounds(bounds, { padding: [CELL, CELL], maxZoom: map.getMaxZoom() });
  });
  return new Marker(within(map, bounds.getCenter(), MANY), { icon: drawn(button, MANY), keyboard: false, interactive: false });
}

/** A place moved so far into its square that the mark does not reach into the next. */
function within(map, place, size) {
  const point = map.project(place);
  for (const way of ["x", "y"]) {
    const begin = Math.floor(point[way] / CELL) * CELL;
    point[way] = Math.min(Math.max(point[way], begin + size / 2), begin + CELL - size / 2);
  }
  return map.unproject(point);
}

const Drawn = Icon.extend({
  createIcon() {
    const frame = document.createElement("div");
    frame.append(this.options.element);
    this._setIconStyles(frame, "icon");
    return frame;
  },
  createShadow: () => null,
});

/** A mark of so many points in height and width, its middle on the place. */
const drawn = (element, size) => new Drawn({ element, iconSize: [size, size], className: "rot-map__mark" });
