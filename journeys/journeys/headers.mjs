// What a browser is told not to do, whatever a page says.
import assert from "node:assert/strict";
import { check } from "../tally.mjs";

const everywhere = ["/", "/scorecard", "/scorecard.csv", "/scorecard.json", "/nowhere", "/assets/none.css"];
const doors = ["/open311/v2/services.xml", "/open311/v2/nothing.json", "/api/v1/services", "/api/v1/nothing", "/api/v1/openapi.json"];
const operations = ["/healthz", "/readyz", "/metrics"];

export async function headers(city) {
  for (const path of [...everywhere, ...doors, ...operations]) {
    await check(`${city.name}: ${path} carries the headers that protect`, async () => {
      const { headers } = await city.fetch(path);
      assert.equal(headers.get("x-content-type-options"), "nosniff");
      assert.equal(headers.get("x-frame-options"), "DENY");
      assert.match(headers.get("referrer-policy") ?? "", /^(same-origin|no-referrer)$/);
      const policy = headers.get("content-security-policy") ?? "";
      for (const part of ["default-src 'none'", "script-src 'self';", "base-uri 'none'", "frame-ancestors 'none'", "require-trusted-types-for 'script'"]) {
        assert.ok(policy.includes(part), `${part} is missing in: ${policy}`);
      }
      assert.doesNotMatch(policy, /unsafe|\*/);
      assert.equal(headers.get("cross-origin-opener-policy"), "same-origin");
      assert.match(headers.get("permissions-policy") ?? "", /geolocation=\(self\)/);
      assert.equal(headers.get("server"), null);
    });
  }
  for (const path of ["/", "/scorecard", "/nowhere"]) {
    await check(`${city.name}: ${path} has no script and no style within it, and nothing from elsewhere`, async () => {
      const text = await (await city.fetch(path)).text();
      assert.doesNotMatch(text, /<script(?! type="module" src="\/assets\/[a-z]+\.[0-9a-f]{12}\.js"><\/script>)|<style|<iframe|\son[a-z]+=|\sstyle=|(src|href|action)="(https?:)?\/\//);
    });
  }
}

/** What pages name is there, may be kept for ever, and comes packed to those who can unpack it. */
export async function assets(city) {
  await check(`${city.name}: stylesheets, scripts and icons are there and may be kept for ever`, async () => {
    const text = await (await city.fetch("/scorecard")).text();
    const named = [...text.matchAll(/(?:href|src)="(\/assets\/[^"]+)"/g)].map(([, path]) => path);
    assert.ok(named.length >= 4, named.join(" "));
    for (const path of named) {
      const answer = await city.fetch(path, { headers: { "accept-encoding": "br" } });
      assert.equal(answer.status, 200, path);
      assert.match(answer.headers.get("cache-control"), /immutable/);
      assert.equal(answer.headers.get("content-encoding"), path.endsWith(".png") ? null : "br", path);
      assert.ok((await answer.arrayBuffer()).byteLength > 0, path);
    }
  });
}
