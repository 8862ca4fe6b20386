// A customer follows: by reference and secret, in any browser; what stands there, and what follows from an outcome.
import assert from "node:assert/strict";
import { goOn } from "../tour.mjs";
import { follow, path, step } from "../visitor.mjs";
import { report } from "./asking.mjs";

const DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/** Another reference that is well formed, and nobody's. */
function stranger(reference) {
  const digits = [...reference.replaceAll("-", "")].slice(0, 8).map((digit) => DIGITS.indexOf(digit));
  digits[0] ^= 1;
  const check = digits.reduceRight((sum, digit) => ((sum ^ digit) << 1) ^ ((sum ^ digit) & 16 ? 0b100101 : 0), 0);
  return [...digits, check].map((digit) => DIGITS[digit]).join("").replace(/(...)(...)(...)/, "$1-$2-$3");
}

const show = (page) => follow(page, () => page.locator("main form:has(#secret) .govuk-button").click());

export async function following(city) {
  await city.journeys("a wrong reference and a wrong secret look alike, and a secret may be typed or pasted as people do", async (page, go, visit) => {
    const reference = await report(page, go);
    const secret = await page.locator("#secret").innerText();
    const other = await visit();
    const said = [];
    for (const [one, two] of [[reference, "0000-0000-0000-0000"], [stranger(reference), secret], [reference, ""]]) {
      await go("/follow", other);
      await other.locator("#reference").fill(one);
      await other.locator("#secret").fill(two);
      const answer = await show(other);
      said.push(`${answer.status()} ${await other.locator(".govuk-error-summary").innerText()}`);
      assert.equal(await other.locator("#reference").inputValue(), one, "the reference is kept");
      assert.equal(await other.locator("#secret").inputValue(), "", "a secret is never shown again");
    }
    assert.equal(new Set(said).size, 1, said.join("\n"));
    await go(`/cases/${reference}`, other);
    assert.equal(await other.locator("#reference").inputValue(), reference, "an address alone shows nothing");
    // No puzzle: the secret is pasted, as a password manager would, in small letters and with spaces around it.
    await other.locator("#reference").fill(` ${reference.toLowerCase().replaceAll("-", " ")} `);
    await other.locator("#secret").focus();
    await other.keyboard.insertText(` ${secret.toLowerCase()} `);
    await show(other);
    assert.equal(path(other), `/cases/${reference}`);
  });
  await city.journeys("each state is told in words beside its shape, with who is responsible and what there is to do", async (page, go) => {
    const reference = await report(page, go);
    const at = `/cases/${reference}?lang=en`;
    const state = async (look, word, todo) => {
      await go(at);
      const status = page.locator(`.rot-status--${look}`);
      assert.match(await status.textContent(), new RegExp(`${word}:`));
      assert.match(await page.locator(".rot-todo").innerText(), todo);
    };
    await state("open", "In work", /You do not need to do anything/);
    assert.match(await page.locator("main").innerText(), /We promise to be done by .+\d/);
    const who = page.locator("section[aria-labelledby=who]");
    assert.ok((await who.locator("b").innerText()).length > 1, "a person, not a department");
    assert.ok((await who.locator('a[href^="tel:"], a[href^="mailto:"]').count()) > 0);
    await city.officer(reference, "wait", { words: "Which pole?" });
    await state("waiting", "Your turn", /Answer our question:\s+Which pole\?/);
    await city.officer(reference, "resolution", { outcome: "done", words: "It burns again." });
    await state("done", "Closed", /You do not need to do anything/);
    assert.match(await page.locator(".rot-timeline").innerText(), /It burns again\./);
    const public_ = await page.locator(`main a[href="/reports/${reference}"]`).getAttribute("href");
    await go(public_);
    assert.doesNotMatch(await page.locator("main").innerText(), /mae|Which pole/i, "nobody is named in public");
    assert.match(await page.locator(".rot-status--done").innerText(), /Closed/);
  });
  await city.journeys("a complaint about a case knows the case and is a request of its own", async (page, go) => {
    const reference = await report(page, go);
    await go(`/cases/${reference}/complaint`);
    await goOn(page);
    assert.match(path(page), /^\/asking\//);
    assert.notEqual(step(page), "about", "whom it is about is known");
    await page.locator("#about").check();
    for (let count = 0; count < 12 && step(page) !== "done"; count += 1) {
      if (step(page) === "details") await page.locator("#description").fill("Nobody came.");
      await goOn(page);
    }
    const own = await page.locator("#reference").innerText();
    await go("/follow");
    const held = await page.locator(".rot-card bdi").allInnerTexts();
    assert.deepEqual(held.filter((text) => [own, reference].includes(text)).sort(), [own, reference].sort());
    await follow(page, () => page.locator("button[name=forget]").click());
    await go("/follow");
    assert.equal(await page.locator(".rot-card").count(), 0, "on a computer of many, nothing is left");
  });
  await city.journeys("every page can be rated, from its foot, in a few words", async (page, go) => {
    await go("/services/street-light-outages?lang=en");
    await follow(page, () => page.locator(".rot-foot__links a").first().click());
    assert.equal(path(page), "/feedback");
    await page.locator("#words").fill("Good words.");
    await goOn(page);
    assert.equal(await page.locator("#words").inputValue(), "Good words.");
    await page.locator("#score").check();
    await goOn(page);
    assert.match(await page.locator("[role=alert]").innerText(), /Thank you/);
  });
}
