// A map is large: it is fetched when somebody presses its button.
/* global MAP_SCRIPT, MAP_STYLE */

export function offerMap(host) {
  const opener = host.querySelector("[data-map-open]");
  const open = async () => {
    opener.setAttribute("aria-disabled", "true");
    try {
      const { openMap } = await import(MAP_SCRIPT);
      await openMap(host, MAP_STYLE);
    } catch (error) {
      console.warn(error);
      opener.removeAttribute("aria-disabled");
    }
  };
  opener.addEventListener("click", () => opener.hasAttribute("aria-disabled") || open());
  opener.hidden = false;
}
