// The list of assets as Rust, for `pages/assets.rs`.

/** One entry a file; the bytes are taken in by the compiler. */
export function listing(site) {
  const bytes = (file) => `include_bytes!(concat!(env!("OUT_DIR"), "/site/${file}"))`;
  const entry = ({ name, file, kind, brotli }) =>
    `    Asset {\n        name: "${name}",\n        path: "/assets/${file}",\n        kind: "${kind}",\n` +
    `        bytes: ${bytes(file)},\n        brotli: ${brotli ? `Some(${bytes(`${file}.br`)})` : "None"},\n    },\n`;
  return `[\n${site.map(entry).join("")}]\n`;
}
