// What a visitor has to load, and how much of that we allow ourselves.

/** Bytes in brotli. Leaflet is apart: whoever asks for a map has decided to load one. */
const budgets = [
  { what: "styles of the first view", most: 20_000, counts: (name) => name === "portal.css" || name === "scorecard.css" },
  { what: "scripts but for the map", most: 15_000, counts: (name) => name.endsWith(".js") && !["map.js", "desk.js", "board.js"].includes(name) && !name.startsWith("kiosk") },
  { what: "scripts of a screen on a wall", most: 5_000, counts: (name) => name === "board.js" },
  { what: "scripts of the desk", most: 60_000, counts: (name) => name === "desk.js" },
  { what: "a kiosk", most: 8_000, counts: (name) => name.startsWith("kiosk") },
  { what: "the map", most: 60_000, counts: (name) => name.startsWith("map.") },
];

/** A table of sizes. Throws when a budget is not kept. */
export function keep(site) {
  const size = ({ bytes, brotli }) => brotli?.length ?? bytes.length;
  const rows = site.map((file) => [file.name, file.bytes.length, size(file)]);
  const sums = budgets.map(({ what, most, counts }) => {
    const sum = site.filter(({ name }) => counts(name)).reduce((sum, file) => sum + size(file), 0);
    return { what, most, sum };
  });
  const row = (name, ...cells) => name.padEnd(28) + cells.map((cell) => String(cell).padStart(9)).join("");
  const table = [
    row("file", "bytes", "brotli"),
    ...rows.map((cells) => row(...cells)),
    row("budget", "most", "is"),
    ...sums.map(({ what, most, sum }) => row(what, most, sum)),
  ].join("\n");
  const broken = sums.filter(({ most, sum }) => sum > most).map(({ what }) => what);
  if (broken.length > 0) throw new Error(`${table}\nover budget: ${broken.join(", ")}; take something out`);
  return `${table}\n`;
}
