// The scripts: modules that pages can do without, and the worker that keeps the shell for when there is no network.
import { createHash } from "node:crypto";
import { buildSync } from "esbuild";
import { named } from "./site.mjs";

/** Browsers that know modules and dynamic imports; others get plain pages. */
const target = ["es2020", "chrome80", "firefox78", "safari15"];
/** What the worker keeps. */
const shell = ["portal.css", "portal.js", "offline.js", "mark.svg"];
/** What the worker of a kiosk keeps besides its page. */
const kioskShell = ["kiosk.css", "kiosk.js", "mark.svg"];

/** Every script, in the order in which one names the other. */
export function scripts(looks) {
  const site = [...looks];
  const path = (name) => `/assets/${site.find((asset) => asset.name === name).file}`;
  const add = (name, names = {}) => site.push(named({ name: `${name}.js`, content: bundle(name, names) }));
  add("map");
  add("offline");
  const map = { MAP_SCRIPT: path("map.js"), MAP_STYLE: path("map.css") };
  add("portal", { ...map, OFFLINE_SCRIPT: path("offline.js") });
  add("desk", map);
  add("board");
  add("kiosk");
  const worker = (name, files) => {
    const kept = files.map(path);
    add(name, { SHELL: kept, VERSION: createHash("sha256").update(kept.join()).digest("hex").slice(0, 12) });
  };
  worker("sw", shell);
  worker("kiosk-sw", kioskShell);
  return site.slice(looks.length);
}

/** One script with all that it imports; `names` are what it knows of the others. */
function bundle(name, names) {
  const define = Object.fromEntries(Object.entries(names).map(([key, value]) => [key, JSON.stringify(value)]));
  const { outputFiles } = buildSync({
    entryPoints: [`scripts/${name}.js`],
    bundle: true,
    minify: true,
    format: "esm",
    legalComments: "none",
    charset: "utf8",
    logLevel: "silent",
    external: ["/assets/*"],
    write: false,
    target,
    define,
  });
  return outputFiles[0].text;
}
