// The same page in each language of the city, and the language stays with the visitor.
import assert from "node:assert/strict";
import { direction, follow, spoken } from "../visitor.mjs";

/** The letters of a language, which a heading has from its beginning to its end. */
const scripts = { ar: "Arabic", ta: "Tamil", hi: "Devanagari" };
const letters = (language) => new RegExp(`^[\\p{Script=${scripts[language] ?? "Latin"}}\\p{Script=Common}\\p{Script=Inherited}]+$`, "u");

export async function languages(city) {
  for (const path of ["/", "/scorecard?by=channel"]) {
    await city.journeys(`${path} can be read in ${city.languages.join(", ")}`, async (page, go) => {
      await go(path);
      for (const language of [...city.languages.slice(1), city.languages[0]]) {
        await follow(page, () => page.locator(`.rot-languages a[hreflang=${language}]`).click());
        assert.equal(await spoken(page), `${language} ${direction(language)}`);
        assert.equal(new URL(page.url()).searchParams.get("by"), path === "/" ? null : "channel");
        assert.equal(await page.locator(".rot-languages [aria-current]").getAttribute("lang"), language);
        assert.match(await page.title(), new RegExp(await page.locator("h1").textContent()));
        const text = await page.locator("body").innerText();
        assert.doesNotMatch(text, /undefined|null|NaN|\{ ?\$|⟪|Unknown localization/);
        const heading = await page.locator("h1").textContent();
        assert.ok(letters(language).test(heading), `${language} is not written in its own letters: ${heading}`);
      }
    });
  }
  const last = city.languages.at(-1);
  await city.journeys("the language that was chosen stays through doors and links", async (page, go) => {
    await go(`/?lang=${last}`);
    await follow(page, () => page.locator(".doors a").first().click());
    assert.equal(await spoken(page), `${last} ${direction(last)}`);
    await page.locator(".filter summary").click();
    await follow(page, () => page.locator(".rot-filter button").click());
    assert.equal(await spoken(page), `${last} ${direction(last)}`);
    await follow(page, () => page.locator(".rot-brand").click());
    assert.equal(await spoken(page), `${last} ${direction(last)}`);
  });
  for (const [asked, got] of [...city.languages.map((tag) => [tag, tag]), ["fi-FI", city.languages[0]]]) {
    await city.journey(`a browser that asks for ${asked} gets ${got}`, { locale: asked }, async (page, go) => {
      await go("/");
      assert.equal(await spoken(page), `${got} ${direction(got)}`);
    });
  }
}
