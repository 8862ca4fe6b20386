// The districts of the city, drawn from their own borders: a map without anybody else's pictures.
import { GeoJSON, LatLngBounds } from "leaflet/dist/leaflet-src.esm.js";

/** About how many points a letter of a district's name takes; a name is written where it fits. */
const LETTER = 11;
const WORLD = new LatLngBounds([-60, -170], [70, 170]);

/** Fits the map to the districts and draws them. Pictures from elsewhere show more, so nothing is drawn over them. */
export async function drawDistricts(map, { districts, tiles }) {
  const parts = await asked(districts);
  const edge = parts.reduce((edge, part) => edge.extend(part.getBounds()), new LatLngBounds([]));
  if (!map._loaded) map.fitBounds(edge.isValid() ? edge : WORLD);
  if (edge.isValid()) map.setMaxBounds(edge.pad(0.6));
  if (tiles) return;
  parts.forEach((part) => part.addTo(map));
  const named = parts.flatMap((part) => part.getLayers()).filter((layer) => layer.getTooltip());
  const write = () => named.forEach((layer) => writeName(map, layer));
  map.on("zoomend", write);
  write();
}

async function asked(address) {
  const response = address ? await fetch(address) : undefined;
  const { features } = response?.ok ? await response.json() : { features: [] };
  return features.flatMap(drawn);
}

/** A district: first its edge, then its ground, which covers what of the edge lies within. So a district that is given in
 *  many pieces shows no seams. The stylesheet paints, so that dark and forced colours reach the map. */
function drawn(feature) {
  const [edge, ground] = ["edge", "ground"].map(
    (name) => new GeoJSON(feature, { interactive: false, className: `rot-map__${name}`, smoothFactor: 0 }),
  );
  const { name } = feature.properties ?? {};
  if (name) {
    const words = document.createElement("bdi");
    words.textContent = name;
    ground.getLayers()[0].bindTooltip(words, { permanent: true, direction: "center", className: "rot-map__name" });
  }
  return [edge, ground];
}

function writeName(map, layer) {
  const bounds = layer.getBounds();
  const [west, east] = [bounds.getSouthWest(), bounds.getNorthEast()].map((corner) => map.latLngToLayerPoint(corner).x);
  if (east - west >= layer.feature.properties.name.length * LETTER) layer.openTooltip(bounds.getCenter());
  else layer.closeTooltip();
}
