// What a browser is told not to do, whatever a page says.
import assert from "node:assert/strict";
import { check } from "../tally.mjs";

const everywhere = ["/", "/scorecard", "/scorecard.csv", "/scorecard.json", "/nowhere", "/assets/mark.svg"];
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
      for (const part of ["default-src 'none'", "base-uri 'none'", "frame-ancestors 'none'"]) {
        assert.ok(policy.includes(part), `${part} is missing in: ${policy}`);
      }
      assert.doesNotMatch(policy, /unsafe|\*|script-src/);
      assert.equal(headers.get("server"), null);
    });
  }
  for (const path of ["/", "/scorecard", "/nowhere"]) {
    await check(`${city.name}: ${path} has no script, no style of its own and nothing from elsewhere`, async () => {
      const text = await (await city.fetch(path)).text();
      assert.doesNotMatch(text, /<script|<style|<iframe|\son[a-z]+=|\sstyle=|(src|href|action)="(https?:)?\/\//);
    });
  }
}
