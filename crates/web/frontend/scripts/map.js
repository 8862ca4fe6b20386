// A map, for those who ask for one. The page says where, in form fields or in a list; the map only shows it.
//
// <div class="rot-map" data-map="choose" or "reports" data-districts="/districts.geojson" …>
//   <div class="rot-map__fallback"><button type="button" data-map-open hidden>…</button></div>
// </div>
// data-tiles, data-attribution: pictures from the operator's server; without them the districts are drawn.
// data-lat, data-long, data-zoom: where to begin; without them, all districts.
// choose: data-where="/where", which answers {"name": "…"} or {"name": null}.
// reports: data-reports="/reports.json", which answers for a part of the map: [{"lat", "long", "title", "href", "state"}].
// Words: data-label, data-zoom-in, data-zoom-out, data-north, data-south, data-east, data-west,
//   data-chosen="You chose {name}", data-nowhere, data-cluster="{n} reports", data-state-open (-waiting, -done, -late).
import { Map as Leaflet, TileLayer } from "leaflet/dist/leaflet-src.esm.js";
import { choose } from "./map-choose.js";
import { controls } from "./map-controls.js";
import { drawDistricts } from "./map-districts.js";
import { showReports } from "./map-reports.js";

const MOST_ZOOM = 19;
const modes = { choose, reports: showReports };

/** Puts a map in the place of what stands in its frame. */
export async function openMap(host, stylesheet) {
  await style(stylesheet);
  const words = host.dataset;
  const canvas = document.createElement("div");
  canvas.className = "rot-map__canvas";
  // Leaflet counts from the left, whichever way one reads.
  canvas.dir = "ltr";
  canvas.setAttribute("role", "application");
  canvas.setAttribute("aria-label", words.label ?? "");
  host.querySelector(".rot-map__fallback")?.setAttribute("hidden", "");
  host.append(canvas);
  const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
  const map = new Leaflet(canvas, {
    zoomControl: false,
    attributionControl: false,
    zoomAnimation: !still,
    fadeAnimation: !still,
    maxZoom: MOST_ZOOM,
    zoomSnap: 0.5,
  });
  if (words.tiles) new TileLayer(words.tiles, { maxZoom: MOST_ZOOM }).addTo(map);
  begin(map, { ...words, ...written(host) });
  await drawDistricts(map, words);
  host.append(controls(map, words));
  await modes[words.map]?.(map, host);
  canvas.focus();
  return map;
}

function begin(map, { lat, long, zoom }) {
  if (lat && long) map.setView([Number(lat), Number(long)], Number(zoom ?? 15));
}

/** The place that stands in the form already. */
function written(host) {
  const [lat, long] = ["lat", "long"].map((name) => host.closest("form")?.elements.namedItem(name)?.value);
  return lat && long && Number.isFinite(Number(lat) + Number(long)) ? { lat, long } : {};
}

/** Gets the map's stylesheet, unless the page has it. */
function style(address) {
  if (document.querySelector(`link[href="${address}"]`)) return undefined;
  const link = document.createElement("link");
  link.rel = "stylesheet";
  link.href = address;
  return new Promise((resolve) => {
    link.onload = resolve;
    link.onerror = resolve;
    document.head.append(link);
  });
}
