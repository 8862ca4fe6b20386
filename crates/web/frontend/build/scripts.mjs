// The scripts: modules that pages can do without, and the worker that keeps the shell for when there is no network.
import { buildSync } from "esbuild";
import { named } from "./site.mjs";

/** Browsers that know modules and dynamic imports; others get plain pages. */
const target = ["es2020", "chrome80", "firefox78", "safari14"];

/** Every script, in the order in which one names the other. */
export async function scripts(looks) {
  const address = (name) => `/assets/${[...looks, ...made].find((asset) => asset.name === name).file}`;
  const made = [];
  made.push(named(bundle("portal", {})));
  return made;
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
    write: false,
    target,
    define,
  });
  return { name: `${name}.js`, content: outputFiles[0].text };
}
