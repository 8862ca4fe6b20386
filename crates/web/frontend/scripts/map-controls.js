// Buttons for what a mouse or a finger does with a map: nearer, farther, and the four directions.
const STEP = 120;

const signs = {
  zoomIn: ["+", (map) => map.zoomIn(1)],
  zoomOut: ["−", (map) => map.zoomOut(1)],
  north: ["↑", (map) => map.panBy([0, -STEP])],
  south: ["↓", (map) => map.panBy([0, STEP])],
  west: ["←", (map) => map.panBy([-STEP, 0])],
  east: ["→", (map) => map.panBy([STEP, 0])],
};

/** The buttons, each where the page has words for it. */
export function controls(map, words) {
  const group = document.createElement("div");
  group.className = "rot-map__controls";
  group.setAttribute("role", "group");
  group.setAttribute("aria-label", words.label ?? "");
  for (const [name, [sign, act]] of Object.entries(signs)) {
    if (!words[name]) continue;
    const button = document.createElement("button");
    button.type = "button";
    button.className = `rot-map__button rot-map__button--${name}`;
    button.textContent = sign;
    button.setAttribute("aria-label", words[name]);
    button.addEventListener("click", () => act(map));
    group.append(button);
  }
  if (words.attribution) {
    const source = document.createElement("p");
    source.className = "rot-map__source";
    source.textContent = words.attribution;
    group.append(source);
  }
  return group;
}
