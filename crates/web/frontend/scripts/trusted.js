// The page's policy lets no text become HTML or a script. Leaflet asks twice for HTML of its own, and the worker has an
// address: these are let through, and nothing else.
const harmless = ["", "<svg/>"];

globalThis.trustedTypes?.createPolicy("default", {
  createHTML: (text) => (harmless.includes(text) ? text : null),
  createScriptURL: (address) => (address === "/sw.js" ? address : null),
});
