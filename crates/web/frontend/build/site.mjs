// A file of the site: named after its content, packed once and for all.
import { createHash } from "node:crypto";
import { brotliCompressSync, constants } from "node:zlib";

const kinds = {
  css: "text/css; charset=utf-8",
  js: "text/javascript; charset=utf-8",
  png: "image/png",
  svg: "image/svg+xml",
};

/** What a file is called, what it is, and what is sent of it. */
export function named({ name, content }) {
  const bytes = Buffer.from(content);
  const [stem, ending] = name.split(".");
  const hash = createHash("sha256").update(bytes).digest("hex").slice(0, 12);
  return { name, file: `${stem}.${hash}.${ending}`, kind: kinds[ending], bytes, brotli: packed(bytes, ending) };
}

/** Pictures of points are packed already. */
function packed(bytes, ending) {
  if (ending === "png") return null;
  const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length };
  const brotli = brotliCompressSync(bytes, { params });
  return brotli.length < bytes.length ? brotli : null;
}
