// No stylesheet names a colour but `_theme.scss`: what govuk-frontend writes as a number becomes a property there,
// so that dark, contrast and print reach every component. A colour that nobody has a name for stops the build.

const text = {
  "#fff": "rot-on-strong",
  "#0b0c0c": "govuk-text-colour",
  "#0f385c": "rot-blue-ink",
  "#083d29": "rot-green-ink",
  "#2a1950": "rot-violet-ink",
  "#651b1b": "rot-red-ink",
  "#7a3c1c": "rot-orange-ink",
  "#0b4144": "rot-teal-ink",
  "#651b3e": "rot-pink-ink",
};
const ground = {
  "#fff": "govuk-body-background-colour",
  "#f4f8fb": "rot-raised",
  "#f3f3f3": "rot-raised",
  "#cecece": "rot-raised-strong",
  "#0f7a52": "rot-button",
  "#0b5c3e": "rot-button-hover",
  "#ca3535": "rot-danger",
  "#982828": "rot-danger-hover",
  "#1d70b8": "govuk-brand-colour",
  "#d2e2f1": "rot-blue-ground",
  "#cfe4dc": "rot-green-ground",
  "#ddd6ec": "rot-violet-ground",
  "#f4d7d7": "rot-red-ground",
  "#fde4d7": "rot-orange-ground",
  "#d0e6e7": "rot-teal-ground",
  "#f4d7e5": "rot-pink-ground",
  "#ffee80": "rot-yellow-ground",
};
const edge = {
  "#0b0c0c": "govuk-input-border-colour",
  "#cecece": "govuk-border-colour",
  "#858686": "rot-line-strong",
  "#083d29": "rot-button-shadow",
  "#651b1b": "rot-danger-shadow",
  "#0f385c": "rot-line-strong",
};

const HEX = /#[0-9a-f]{3,8}\b/gi;
const short = (hex) => hex.toLowerCase().replace(/^#(.)\1(.)\2(.)\3$/, "#$1$2$3");

export const colours = {
  postcssPlugin: "rotunda-colours",
  Declaration(declaration) {
    if (declaration.prop.startsWith("--")) return;
    const unfilled = declaration.value.replaceAll(/var\((--govuk-[a-z-]+-colour), *[^()]+\)/g, "var($1)");
    const table = declaration.prop === "color" ? text : declaration.prop.startsWith("background") ? ground : edge;
    const value = unfilled.replaceAll(HEX, (hex) => {
      const name = table[short(hex)];
      if (!name) throw declaration.error(`${hex} is no colour of the house; give it a name in build/colours.mjs`);
      return `var(--${name})`;
    });
    if (value !== declaration.value) declaration.value = value;
  },
};
