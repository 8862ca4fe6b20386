// The language of every page, and that it stays with the visitor.
import assert from "node:assert/strict";
import { direction, follow, spoken } from "../visitor.mjs";
import { english, errorPrefix, say } from "../words.mjs";

/** The letters in which a language is written. */
const letters = { ar: /[\u0600-\u06ff]/, ta: /[\u0b80-\u0bff]/, hi: /[\u0900-\u097f]/ };

/** A page says which language it is in, is in it, and has nothing left over of another or of none. */
export const speaks = {
  title: "every page is in its language and says so",
  async see(page, { language }) {
    const found = (await english(page, language)).map((words) => `in English: ${words}`);
    const says = await spoken(page);
    if (says !== `${language} ${direction(language)}`) found.push(`says that it is ${says}`);
    const text = await page.locator("body").innerText();
    const left = text.match(/.*(undefined|null|NaN|\{ ?\$|⟪|Unknown localization).*/);
    if (left) found.push(`left over: ${left[0]}`);
    // What the house itself says, and not what its customers wrote: its foot, or at the desk its band.
    const own = await page.locator(".rot-foot, .desk-leave").first().innerText();
    for (const [tag, script] of Object.entries(letters)) if (script.test(own) !== (tag === language)) found.push(`written in ${tag}`);
    return found;
  },
};

/** A page has one main heading; its title holds it, is no other page's, and says first where something is to be mended. */
export const titles = {
  title: "every page has a title of its own",
  async see(page, { name, language, known }) {
    const headings = await page.locator("h1:visible").allInnerTexts();
    if (headings.length !== 1) return [`${headings.length} main headings`];
    const [title, heading] = [await page.title(), headings[0].trim()];
    const found = [];
    const wrong = (await page.locator(".govuk-error-summary").count()) > 0;
    if (title.startsWith(errorPrefix(language)) !== wrong) found.push(wrong ? "the title says nothing of an error" : "the title says that there is an error");
    // What may be left out says so in its heading, and not on the tab.
    const plain = (text) => text.replaceAll(/[\u2066-\u2069]/g, "").replaceAll(/\s+/g, " ");
    const subject = plain(title.slice(wrong ? errorPrefix(language).length : 0).split(" – ")[0].trim());
    if (!plain(heading).includes(subject) && !subject.includes(plain(heading))) found.push(`the title "${title}" does not hold the heading "${heading}"`);
    const address = new URL(page.url()).pathname;
    const other = known[title];
    // Whatever cannot be shown is told on one page.
    const refused = heading === say(language, "problem-title");
    if (other && !refused && other.address !== address) found.push(`has the title of ${other.name}: ${title}`);
    known[title] ??= { name, address };
    return found;
  },
};

export async function languages(city) {
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
