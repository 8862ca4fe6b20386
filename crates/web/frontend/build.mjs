// Builds what pages need beside their HTML: node build.mjs FOLDER, after `npm ci` beside this file.
// FOLDER gets every file, its twin in brotli, `assets.rs` (the list for the program) and `sizes.txt`.
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { keep } from "./build/budget.mjs";
import { icons } from "./build/icons.mjs";
import { listing } from "./build/listing.mjs";
import { scripts } from "./build/scripts.mjs";
import { named } from "./build/site.mjs";
import { styles } from "./build/styles.mjs";

const folder = process.argv[2];
if (!folder) {
  console.error("say where to: node build.mjs FOLDER");
  process.exit(2);
}
try {
  const looks = [...styles(), ...icons()].map(named);
  const site = [...looks, ...scripts(looks)];
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const { file, bytes, brotli } of site) {
    writeFileSync(join(folder, file), bytes);
    if (brotli) writeFileSync(join(folder, `${file}.br`), brotli);
  }
  writeFileSync(join(folder, "assets.rs"), listing(site));
  writeFileSync(join(folder, "sizes.txt"), keep(site));
} catch (error) {
  console.error(error.message);
  process.exit(1);
}
