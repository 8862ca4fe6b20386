// The messages of the house, as its catalogues say them, and what of them a page says in the wrong language.
import { readFileSync, readdirSync } from "node:fs";

const folder = new URL("../crates/wording/messages/", import.meta.url);
const catalogues = new Map();

/** All messages of a language, as text. */
function catalogue(language) {
  if (!catalogues.has(language)) {
    const files = readdirSync(new URL(`${language}/`, folder)).sort();
    catalogues.set(language, files.map((file) => readFileSync(new URL(`${language}/${file}`, folder), "utf8")).join("\n"));
  }
  return catalogues.get(language);
}

/** A message that fills nothing in. */
export const say = (language, key) => catalogue(language).match(new RegExp(`^${key} = (.*)$`, "m"))[1];

/** The beginning of the title of a page on which something has to be mended. */
export const errorPrefix = (language) => say(language, "around-error-title").split("{")[0].trim();

/** What messages say between the places that are filled in. */
const parts = (language) =>
  catalogue(language)
    .replaceAll(/^#.*$/gm, "")
    .replaceAll(/^[a-z][\w-]* =/gm, "\n")
    .split(/\{[^{}]*\}|\$\w+ ->|\*?\[\w+\]|[{}\n]/)
    .map((part) => part.trim())
    .filter((part) => part.length > 3);

/** What a page that is not in English still says in English: messages of the house, and, where another script is
 *  written, rows of Latin words. What people wrote and what says of itself that it is English may stand. */
export async function english(page, language) {
  if (language === "en") return [];
  const own = catalogue(language);
  const known = [...new Set(parts("en"))].filter((part) => !own.includes(part));
  return page.evaluate(searched, { known, latin: ["ar", "ta", "hi"].includes(language) });
}

/** Runs in the page. */
function searched({ known, latin }) {
  const whole = new Set(known);
  const long = known.filter((part) => part.split(/\s+/).length >= 3);
  // Two small words in a row are a sentence; names begin with capitals.
  const row = /\b[a-z]{2,} [a-z]{3,}\b/;
  const found = new Set();
  const see = (text, element) => {
    if (element.closest("[lang]").lang !== document.documentElement.lang) return;
    const written = element.closest("[dir=auto], bdi, code, pre") !== null;
    const words = text.trim();
    if (whole.has(words) || long.some((part) => words.includes(part)) || (latin && !written && row.test(words))) found.add(words);
  };
  const texts = document.createTreeWalker(document, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const { parentElement: element, data } = texts.currentNode;
    if (!element.matches("script, style, noscript") && data.trim() !== "") see(data, element);
  }
  const told = /^(aria-label|alt|title|placeholder|data-(?!.*(module|map|where|districts|reports|tiles|suggest|copy$)).*)$/;
  for (const element of document.querySelectorAll("*")) {
    for (const { name, value } of element.attributes) if (told.test(name)) see(value, element);
  }
  return [...found];
}
