// Left and right become begin and end, so that a page turns round with `dir` alone.

/** Pairs of sides: what the physical names become. */
const sides = { top: "block-start", bottom: "block-end", left: "inline-start", right: "inline-end" };
const sizes = { width: "inline-size", height: "block-size" };
const corners = { "top-left": "start-start", "top-right": "start-end", "bottom-left": "end-start", "bottom-right": "end-end" };
const words = { left: "start", right: "end" };
const side = "top|right|bottom|left";

/** Properties whose names change and whose values stay. */
const renamed = [
  [new RegExp(`^(margin|padding|scroll-margin|scroll-padding)-(${side})$`), (_, box, at) => `${box}-${sides[at]}`],
  [new RegExp(`^border-(${side})(-width|-style|-color)?$`), (_, at, part = "") => `border-${sides[at]}${part}`],
  [/^border-(top-left|top-right|bottom-left|bottom-right)-radius$/, (_, at) => `border-${corners[at]}-radius`],
  [new RegExp(`^(${side})$`), (_, at) => `inset-${sides[at]}`],
  [/^(min-|max-)?(width|height)$/, (_, least = "", size) => `${least}${sizes[size]}`],
];

/** Shorthands of four sides: with four values, left and right may differ. */
const boxes = {
  margin: (way) => `margin-${way}`,
  padding: (way) => `padding-${way}`,
  inset: (way) => `inset-${way}`,
  "border-width": (way) => `border-${way}-width`,
  "border-color": (way) => `border-${way}-color`,
  "border-style": (way) => `border-${way}-style`,
};

export const logical = { postcssPlugin: "rotunda-logical", Declaration: (declaration) => void turn(declaration) };

function turn(declaration) {
  if (declaration.prop.startsWith("--")) return;
  const { prop, value } = declaration;
  const rename = renamed.find(([pattern]) => pattern.test(prop));
  if (rename) declaration.prop = prop.replace(...rename);
  else if (prop in boxes) openBox(declaration, list(value));
  else if (/^(float|clear)$/.test(prop)) declaration.value = value.replace(/^(left|right)$/, (at) => `inline-${words[at]}`);
  else if (/^(text-align|justify-content|justify-self)$/.test(prop)) declaration.value = value.replace(/^(left|right)$/, (at) => words[at]);
  else if (prop === "transform") declaration.value = mirrored(value);
  else if (/^(-webkit-)?clip-path$/.test(prop)) clip(declaration);
}

/** Values apart, with what stands in brackets kept together. */
const list = (value) => value.match(/(?:[^\s()]|\((?:[^()]|\([^()]*\))*\))+/g) ?? [];

function openBox(declaration, [top, right, bottom, left]) {
  if (left === undefined || left === right) return;
  const name = boxes[declaration.prop];
  declaration.cloneBefore({ prop: name("block"), value: top === bottom ? top : `${top} ${bottom}` });
  declaration.cloneBefore({ prop: name("inline"), value: `${left} ${right}` });
  declaration.remove();
}

/** What points to the right points to the left where one reads from there; `--rot-way` is 1 or -1. */
const mirrored = (value) =>
  value.replaceAll(/(rotate|translateX|scaleX)\((?!calc)([^()]+)\)/g, (whole, how, by) =>
    /^-?180deg$/.test(by) ? whole : `${how}(calc(${by}*var(--rot-way)))`);

function clip(declaration) {
  declaration.value = declaration.value.replace(/^polygon\(([^()]+)\)$/, (whole, text) => {
    const points = text.split(",").map((point) => point.trim().split(/\s+/));
    const drawn = (turned) => points.map(([x, y]) => `${turned(x)} ${y}`).sort().join();
    const same = drawn((x) => Number.parseFloat(x)) === drawn((x) => 100 - Number.parseFloat(x));
    const turned = (x) => (x === "50%" ? x : `calc(50% + ${Number.parseFloat(x) - 50}%*var(--rot-way))`);
    return same ? whole : `polygon(${points.map(([x, y]) => `${turned(x)} ${y}`).join(",")})`;
  });
}

/** What still names a side of the screen. */
export function physical(root) {
  const found = [];
  root.walkDecls((declaration) => {
    const { prop, value } = declaration;
    if (prop.startsWith("--")) return;
    const sided = renamed.some(([pattern]) => pattern.test(prop));
    const apart = prop in boxes && list(value).length === 4 && list(value)[1] !== list(value)[3];
    const worded = /(^|[\s,])(left|right)\b/.test(value) && !/^(animation|transition)/.test(prop);
    const rounded = prop === "border-radius" && list(value).length > 1;
    if (sided || apart || worded || rounded) found.push(`${declaration.parent.selector ?? "@"} { ${prop}: ${value} }`);
  });
  return found;
}
