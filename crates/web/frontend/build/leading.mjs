// Lines of Arabic, Tamil and Hindi need more room: no text sets its lines closer than `--rot-leading` says.

/** Below this a line height belongs to a drawing or to a line that never breaks. */
const LEAST = 1.04;

export const leading = {
  postcssPlugin: "rotunda-leading",
  Declaration: {
    "line-height"(declaration) {
      if (Number(declaration.value) >= LEAST) declaration.value = `max(${declaration.value}, var(--rot-leading))`;
    },
  },
};
