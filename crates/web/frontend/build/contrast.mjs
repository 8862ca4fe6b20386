// Whether what is written can be read: every pair of colours that meet on a page, in light and in dark, after WCAG 2.2.
import { readFileSync } from "node:fs";

const TEXT = 4.5;
const EDGE = 3;
const AFAR = 7;

/** Grounds, and what is written on them. */
const written = {
  "govuk-body-background": "govuk-text govuk-secondary-text govuk-link govuk-link-visited govuk-link-hover govuk-link-active govuk-error govuk-success govuk-brand rot-accent rot-red-ink rot-green-ink",
  "rot-raised": "govuk-text govuk-secondary-text govuk-link govuk-link-visited govuk-link-hover govuk-link-active",
  "govuk-surface-background": "govuk-surface-text govuk-link",
  "govuk-template-background": "govuk-text govuk-secondary-text govuk-link govuk-link-hover",
  "rot-raised-strong": "govuk-text",
  "govuk-hover": "govuk-text",
  "govuk-focus": "govuk-focus-text",
  "govuk-brand": "govuk-inverse-text rot-on-strong",
  "govuk-success": "govuk-inverse-text",
  "rot-accent": "govuk-inverse-text",
  "rot-band": "rot-on-band",
  "rot-panel": "rot-on-band",
  "rot-button": "rot-on-strong",
  "rot-button-hover": "rot-on-strong",
  "rot-danger": "rot-on-strong",
  "rot-danger-hover": "rot-on-strong",
  "rot-yellow-ground": "rot-orange-ink",
  ...Object.fromEntries(
    ["blue", "green", "violet", "red", "orange", "teal", "pink"].map((hue) => [`rot-${hue}-ground`, `rot-${hue}-ink`]),
  ),
};
/** Grounds, and what is drawn on them. */
const drawn = {
  "govuk-body-background": "govuk-input-border rot-line-strong govuk-brand govuk-error rot-accent",
  "rot-raised": "govuk-input-border rot-line-strong govuk-brand",
};

/** What stands on a wall, and is read from afar. */
const afar = {
  "board-ground": "board-ink board-quiet",
  "board-raised": "board-ink board-quiet",
  "board-call": "board-call-ink",
  "board-lost": "board-ink",
};

/** Throws when something cannot be read. */
export function readable() {
  const [light, changes] = themes(readFileSync("styles/_theme.scss", "utf8"));
  const dark = new Map([...light, ...changes]);
  const faults = Object.entries({ light, dark }).flatMap(([theme, colours]) =>
    [[written, TEXT], [drawn, EDGE]].flatMap(([pairs, least]) => weak(colours, pairs, least).map((pair) => `${theme}: ${pair}`)),
  );
  const [wall] = themes(readFileSync("styles/board.scss", "utf8"));
  faults.push(...weak(wall, afar, AFAR).map((pair) => `board.scss: ${pair}`));
  if (faults.length > 0) throw new Error(`_theme.scss: too little contrast:\n${faults.join("\n")}`);
}

/** The colours of the first two blocks: light, and what dark changes. */
function themes(text) {
  const blocks = [...text.matchAll(/:root \{([^}]*)\}/g)].slice(0, 2);
  return blocks.map(([, block]) => new Map([...block.matchAll(/--([a-z-]+): (#[0-9a-f]{3,6});/g)].map(([, name, hex]) => [name, hex])));
}

function weak(colours, pairs, least) {
  const hex = (name) => {
    const found = colours.get(name) ?? colours.get(`${name}-colour`);
    if (!found) throw new Error(`_theme.scss: ${name} is missing`);
    return found;
  };
  return Object.entries(pairs).flatMap(([ground, names]) =>
    names.split(" ").flatMap((name) => {
      const ratio = contrast(hex(name), hex(ground));
      return ratio < least ? [`${name} on ${ground}: ${ratio.toFixed(2)}, less than ${least}`] : [];
    }),
  );
}

function contrast(one, other) {
  const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(hex) {
  const digits = hex.length === 4 ? [...hex.slice(1)].map((digit) => digit + digit) : hex.slice(1).match(/../g);
  const [red, green, blue] = digits
    .map((digit) => Number.parseInt(digit, 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
