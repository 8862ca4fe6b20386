// The whole way of a request: found from home, written page by page, sent, followed in another browser, answered, rated,
// opened again and taken back. Every page on it is looked at.
import assert from "node:assert/strict";
import { direction, path, photo, spoken, step } from "./visitor.mjs";
import { english, errorPrefix } from "./words.mjs";

const SERVICE = "street-light-outages";
const [LAT, LONG] = ["42.3601", "-71.0589"];
const FORM = "main form";
/** A page's own button. */
export const BUTTON = `${FORM} .govuk-button[type=submit]:not([name])`;

/** What somebody types who looks for a street light that is out. */
export const lamp = {
  en: "the lamp is dark",
  es: "farola apagada",
  ar: "مصباح مطفأ",
  ta: "விளக்கு எரியவில்லை",
  hi: "बत्ती बंद है",
  fr: "lampadaire éteint",
};

/** What they write, in their language and with signs that text may hold. */
const told = {
  en: "The lamp by the stairs has been dark since Monday. 💡",
  es: "La farola junto a la escalera no enciende desde el lunes. 💡",
  ar: "المصباح قرب الدرج مطفأ منذ يوم الاثنين. 💡",
  ta: "படிக்கட்டின் அருகில் உள்ள விளக்கு திங்கள் முதல் எரியவில்லை. 💡",
  hi: "सीढ़ियों के पास की बत्ती सोमवार से बंद है। 💡",
  fr: "Le lampadaire près de l’escalier est éteint depuis lundi. 💡",
};

/** Goes the whole way. `hands` are a pointer or the keyboard alone. */
export async function way(city, { language, hands }, page, go, visit) {
  const person = { city, language, hands, words: told[language] };
  await find(person, page, go);
  await write(person, page);
  const { reference, secret } = await confirmed(person, page);
  const elsewhere = await visit();
  await open(person, elsewhere, go, { reference, secret });
  await act(person, elsewhere, go, reference);
}

/** Looks at a page: its language, its direction, and that no sentence of the house is left in English. */
async function see({ language }, page, what = path(page)) {
  assert.equal(await spoken(page), `${language} ${direction(language)}`, what);
  assert.deepEqual(await english(page, language), [], `${what} still speaks English`);
  assert.equal(await page.locator("h1").count(), 1, what);
}

/** Finds the service from home by the customer's own words, and begins. */
async function find(person, page, go) {
  const { hands, language } = person;
  await go("/");
  await see(person, page);
  await hands.write(page, "#q", lamp[language]);
  await hands.send(page, "#q");
  await see(person, page);
  await hands.press(page, `main a[href="/services/${SERVICE}"]`);
  await see(person, page);
  await hands.press(page, ".govuk-button--start");
}

/** Sends a page that is not filled in well, and looks at what is said: in the summary, which has the focus, at the field,
 *  and in the title. The link of the summary leads into the field. */
async function mend({ language, hands }, page, field, typed) {
  await hands.press(page, BUTTON);
  await see({ language }, page);
  assert.ok((await page.title()).startsWith(errorPrefix(language)), `the title says nothing of an error: ${await page.title()}`);
  const summary = page.locator(".govuk-error-summary");
  await page.waitForFunction(() => document.activeElement.matches(".govuk-error-summary"));
  const words = (await summary.locator("a").first().innerText()).trim();
  const error = page.locator(`#${await describes(page, field)}`);
  assert.ok((await error.innerText()).includes(words), "the summary and the field say the same");
  if (typed) assert.equal(await page.locator(field).inputValue(), typed, "what was typed is kept");
  if (hands.tab) await hands.tab(page, `.govuk-error-summary a[href="${field}"]`);
  else await summary.locator(`a[href="${field}"]`).click();
  await page.waitForFunction((field) => document.activeElement.matches(field), field);
}

const describes = (page, field) =>
  page.locator(field).evaluate((it) => {
    const by = (it.getAttribute("aria-describedby") ?? it.closest("fieldset")?.getAttribute("aria-describedby") ?? "").split(" ");
    return by.find((id) => id.endsWith("-error"));
  });

/** Fills in page after page until the request is sent. */
async function write(person, page) {
  const { hands } = person;
  const pages = new Set();
  for (let count = 0; step(page) !== "done"; count += 1) {
    assert.ok(count < 20, `never sent: ${[...pages]}`);
    const name = step(page) === SERVICE ? "first" : step(page);
    await see(person, page);
    assert.equal(await page.locator(".govuk-error-summary").count(), 0, name);
    pages.add(name);
    await fill[name]?.(person, page);
    await hands.press(page, BUTTON);
  }
  for (const wanted of ["first", "where", "similar", "details", "photos", "contact", "check"]) assert.ok(pages.has(wanted), `${wanted} was not asked`);
}

const fill = {
  first: ({ hands }, page) => hands.choose(page, "#wrong-2"),
  async where(person, page) {
    const { hands } = person;
    await mend(person, page, "#address");
    await hands.write(page, "#address", "1 City Hall Square");
    await hands.unfold(page, ".govuk-main-wrapper details summary");
    await hands.write(page, "#lat", LAT);
    await hands.write(page, "#long", LONG);
  },
  async similar({ hands }, page) {
    if (await page.locator("#same").count()) await hands.choose(page, "#same-none");
  },
  async details(person, page) {
    await mend(person, page, "#description");
    await person.hands.write(page, "#description", person.words);
  },
  async photos({ hands }, page) {
    if (await page.locator(".rot-thumbs img").count()) return;
    await hands.attach(page, "#files", [await photo(page)]);
    await hands.press(page, BUTTON);
    const picture = page.locator(".rot-thumbs img");
    assert.ok(await picture.evaluate((it) => it.decode().then(() => it.naturalWidth > 0)), "the picture is shown");
  },
  async contact(person, page) {
    const { hands, language } = person;
    await hands.write(page, "#name", "Mae Lee");
    await hands.write(page, "#email", "mae.lee.example.org");
    await mend(person, page, "#email", "mae.lee.example.org");
    assert.equal(await page.locator("#name").inputValue(), "Mae Lee");
    await hands.write(page, "#email", `mae.lee.${language}@example.org`);
  },
  async check(person, page) {
    const { hands, words } = person;
    assert.ok((await page.locator("main").innerText()).includes(words));
    await hands.press(page, `main a[href$="/details"]`);
    assert.equal(await page.locator("#description").inputValue(), words);
    await hands.write(page, "#description", `${words} !`);
    await hands.press(page, BUTTON);
    assert.equal(step(page), "check");
    assert.ok((await page.locator("main").innerText()).includes(`${words} !`));
  },
};

/** The confirmation tells the reference and the secret, now and when it is opened again. */
async function confirmed(person, page) {
  await see(person, page);
  const both = async () => ({ reference: await page.locator("#reference").innerText(), secret: await page.locator("#secret").innerText() });
  const first = await both();
  assert.match(first.reference, /^[0-9A-Z]{3}-[0-9A-Z]{3}-[0-9A-Z]{3}$/);
  assert.match(first.secret, /^([0-9A-Z]{4}-){3}[0-9A-Z]{4}$/);
  await page.reload();
  assert.deepEqual(await both(), first, "the confirmation survives a second look");
  return first;
}

/** Opens the case in a browser that knows nothing of it. */
async function open(person, page, go, { reference, secret }) {
  const { hands } = person;
  await go("/follow", page);
  await see(person, page);
  await hands.write(page, "#reference", reference);
  await hands.write(page, "#secret", `${secret.slice(0, -4)}0000`);
  await mend(person, page, "#reference", reference);
  await hands.write(page, "#secret", secret);
  await hands.press(page, `${FORM}:has(#secret) .govuk-button`);
  assert.equal(path(page), `/cases/${reference}`);
  await see(person, page);
  assert.ok((await page.locator("#sentence").innerText()).length > 10);
}

/** Everything that a customer may do with a case. */
async function act(person, page, go, reference) {
  const { city, hands, language, words } = person;
  const at = `/cases/${reference}`;
  const begin = async (name) => {
    await hands.press(page, `main a[href="${at}/${name}"]`);
    await see(person, page);
  };
  const end = async (look) => {
    await hands.press(page, BUTTON);
    assert.equal(path(page), at);
    await see(person, page);
    if (look) assert.equal(await page.locator(`.rot-status--${look}`).count(), 1, `it is not ${look}`);
  };
  await begin("message");
  await mend(person, page, "#words");
  await hands.write(page, "#words", words);
  await hands.attach(page, "#files", [{ name: "note.txt", mimeType: "text/plain", buffer: Buffer.from("The pole is number 17.\n") }]);
  await end("open");
  assert.ok((await page.locator(".rot-timeline").innerText()).includes(words));
  assert.equal(await page.locator(".rot-thumbs").getByText("note.txt").count(), 1);
  await begin("contact");
  await hands.write(page, "#email", "mae@example");
  await mend(person, page, "#email", "mae@example");
  await hands.write(page, "#email", `mae.${language}@example.org`);
  await end("open");
  await city.officer(reference, "wait", { words: "17?" });
  await page.reload();
  await see(person, page);
  assert.equal(await page.locator(".rot-status--waiting").count(), 1);
  assert.equal(await page.locator(".rot-todo blockquote").innerText(), "17?");
  await hands.press(page, `.rot-todo a`);
  await hands.write(page, "#words", "17");
  await end("open");
  await city.officer(reference, "resolution", { outcome: "done", words: "✓" });
  await page.reload();
  await see(person, page);
  await begin("rating");
  await mend(person, page, "#score");
  await hands.choose(page, "#score-2");
  await hands.write(page, "#words", words);
  await end("done");
  await begin("reopening");
  await hands.write(page, "#words", words);
  await end("open");
  await begin("withdrawal");
  await end("done");
}
