// The stylesheets: Sass, then the colours of the house, then the direction of reading, then small.
import { transformSync } from "esbuild";
import postcss from "postcss";
import { compile } from "sass";
import { colours } from "./colours.mjs";
import { readable } from "./contrast.mjs";
import { leading } from "./leading.mjs";
import { logical, physical } from "./logical.mjs";

const sheets = ["portal", "scorecard", "map", "style", "desk", "board", "kiosk"];

/** Every stylesheet: its name and its text. */
export function styles() {
  readable();
  return sheets.map((sheet) => ({ name: `${sheet}.css`, content: style(sheet) }));
}

function style(sheet) {
  const { css } = compile(`styles/${sheet}.scss`, { loadPaths: ["node_modules"], quietDeps: true });
  const turned = postcss([colours, leading, logical]).process(css, { from: undefined }).css;
  const { code } = transformSync(turned, { loader: "css", minify: true, legalComments: "none" });
  const left = physical(postcss.parse(code));
  if (left.length > 0) throw new Error(`${sheet}.scss: not in the direction of reading: ${left.join("; ")}`);
  return code;
}
