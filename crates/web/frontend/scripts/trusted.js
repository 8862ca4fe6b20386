// The page's policy lets no text become HTML or a script. Leaflet asks twice for HTML of its own, and the workers have
// addresses: these are let through, and nothing else.
const harmless = ["", "<svg/>"];
const workers = ["/sw.js", "/kiosk-sw.js"];

globalThis.trustedTypes?.createPolicy("default", {
  createHTML: (text) => (harmless.includes(text) ? text : null),
  createScriptURL: (address) => (workers.includes(address) ? address : null),
});
