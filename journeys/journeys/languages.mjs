// Every page in each language of the city, and the language stays with the visitor.
import assert from "node:assert/strict";
import { tour } from "../tour.mjs";
import { direction, follow, spoken } from "../visitor.mjs";

/** The letters in which a language is written. */
const letters = { ar: /[\u0600-\u06ff]/, ta: /[\u0b80-\u0bff]/, hi: /[\u0900-\u097f]/ };

export async function languages(city) {
  for (const language of city.languages) {
    await city.journey(`every page speaks ${language}`, { locale: language }, async (page, go) => {
      await tour(city, page, go, async (name) => {
        assert.equal(await spoken(page), `${language} ${direction(language)}`, name);
        const heading = (await page.locator("h1").first().innerText()).trim();
        const title = await page.title();
        assert.ok(name.startsWith("asking") || title.includes(heading.split("\n")[0]) || /case|report|done/.test(name), `${name}: ${title} / ${heading}`);
        const text = await page.locator("body").innerText();
        assert.doesNotMatch(text, /undefined|null|NaN|\{ ?\$|⟪|Unknown localization/, name);
        // What the house says is written in the language's own letters.
        const button = await page.locator(".rot-foot").innerText();
        for (const [tag, script] of Object.entries(letters)) assert.equal(script.test(button), tag === language, `${name}: ${tag}`);
      });
    });
  }
  for (const path of ["/", "/scorecard?by=channel"]) {
    await city.journeys(`${path} is changed to another language where it stands`, async (page, go) => {
      await go(path);
      for (const language of [...city.languages.slice(1), city.languages[0]]) {
        await follow(page, () => page.locator(`.rot-languages a[hreflang=${language}]`).click());
        assert.equal(await spoken(page), `${language} ${direction(language)}`);
        assert.equal(new URL(page.url()).searchParams.get("by"), path === "/" ? null : "channel");
        assert.equal(await page.locator(".rot-languages [aria-current]").getAttribute("lang"), language);
      }
    });
  }
  const last = city.languages.at(-1);
  await city.journeys("the language that was chosen stays, whatever the browser asks for", async (page, go) => {
    await go(`/?lang=${last}`);
    for (const path of ["/services", "/follow", "/reports", "/about", "/"]) {
      await go(path);
      assert.equal(await spoken(page), `${last} ${direction(last)}`, path);
    }
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
