// An officer at the desk: signs in, finds what is due, answers, loses no word on the way, and leaves.
import assert from "node:assert/strict";
import { keys, pointer } from "../hands.mjs";
import { until } from "../tally.mjs";
import { unfold } from "../tour.mjs";
import { path } from "../visitor.mjs";
import { inspect } from "./axe.mjs";

const OFFICER = 'button[name="officer"][value="lee"]';
const CASE = 'main a[href^="/desk/cases/"]';
const SEND = 'button[formaction*="/composition/sending"]:not([name="next"])';
const SAVE = ".desk-send button:not([formaction])";
const OFFERED = ".know-offered li:first-child";
const ARTICLES = { en: "How do I recycle?", ar: "كيف أفرز ما يُعاد تدويره؟" };
const NOTE = 'button[name="to"][value="note"]';

/** Signs in, and is where the work is. */
async function signIn(page, go, hands, language) {
  await go(`/desk?lang=${language}`);
  assert.equal(path(page), "/desk/sign-in", "nobody sees the desk without signing in");
  await hands.press(page, OFFICER);
  assert.equal(path(page), "/desk");
}

/** What is written stays, in another browser window as well. */
async function writes(page, words, hands, scripts) {
  await hands.write(page, "#words", words);
  if (scripts) await until("what is written is kept", 10_000, () => page.locator("#saved").evaluate((it) => it.textContent === it.dataset.saved));
  else await hands.press(page, SAVE);
  await page.goto(page.url().split("#")[0]);
  assert.equal(await page.locator("#words").inputValue(), words, "what was written is there again");
}

/** What somebody asks in the words of an article brings it beside the answer; it goes in behind what is written. */
async function answersByArticle(page, language, hands, scripts) {
  const title = ARTICLES[language];
  await hands.write(page, "#words", title);
  const first = () => page.locator(`${OFFERED} a`).innerText();
  if (scripts) await until("the article is offered", 10_000, async () => (await first()) === title);
  else await hands.press(page, SAVE);
  assert.equal(await first(), title);
  await hands.press(page, `${OFFERED} button`);
  const words = await page.locator("#words").inputValue();
  assert.ok(words.startsWith(`${title}\n\n`) && words.length > title.length + 40, `the article stands behind the words: ${words}`);
  await hands.press(page, 'button[formaction*="/composition/thrown"]');
  assert.equal(await page.locator("#words").inputValue(), "", "and is thrown away with them");
}

const story = (language, hands, scripts) => async (page, go, visit) => {
  await signIn(page, go, hands, language);
  // axe itself is a script.
  if (scripts) await inspect(page);
  const at = await page.locator(CASE).first().getAttribute("href");
  await hands.press(page, CASE);
  assert.match(path(page), /^\/desk\/cases\//);
  if (scripts) {
    await unfold(page);
    await inspect(page);
    await page.goto(page.url());
  }
  await answersByArticle(page, language, hands, scripts);
  await hands.press(page, NOTE);
  const words = `A note ${language} ${scripts} ${Date.now()}`;
  await writes(page, words, hands, scripts);
  await hands.press(page, SEND);
  await until("the note stands in the timeline", 15_000, async () => {
    await go(at);
    return (await page.locator(".desk-timeline").innerText()).includes(words);
  });
  const other = await visit();
  await go(at, other);
  assert.equal(path(other), "/desk/sign-in", "an address alone shows nothing");
  await hands.press(page, ".desk-leave button");
  await go(at);
  assert.equal(path(page), "/desk/sign-in", "nothing is left for whoever comes next");
};

export async function desk(city) {
  for (const language of ["en", "ar"]) {
    for (const [how, hands] of Object.entries({ "with a pointer": pointer, "with the keyboard alone": keys })) {
      for (const javaScriptEnabled of [true, false]) {
        const what = `an officer signs in, writes, comes back to it, keeps it and leaves, ${how} (${language}${javaScriptEnabled ? "" : ", without scripts"})`;
        await city.journey(what, { locale: language, javaScriptEnabled, seconds: 120 }, story(language, hands, javaScriptEnabled));
      }
    }
  }
}
