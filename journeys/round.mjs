// Every page that the desk has, in the order in which an officer may meet them, with what is said when things go wrong.
import { unfold } from "./tour.mjs";
import { follow, spoken } from "./visitor.mjs";

/** Pages that stand by themselves. */
const fixed = {
  inbox: "/desk?view=open",
  "inbox: mine": "/desk",
  "inbox: overdue": "/desk?view=overdue",
  "inbox: nothing": "/desk?view=open&own=1&service=nothing-like-it",
  "inbox: a filter that cannot be": "/desk?view=open&own=1&status=lost",
  search: "/desk/search",
  "search: found": "/desk/search?q=light",
  "search: misspelt": "/desk/search?q=lihgt",
  "search: nothing": "/desk/search?q=xyzzyx",
  go: "/desk/go",
  keys: "/desk/keys",
  shift: "/desk/shift",
  "shift: end": "/desk/shift/end",
  sessions: "/desk/sessions",
  password: "/desk/password",
  compositions: "/desk/compositions",
  approvals: "/desk/approvals",
  team: "/desk/team",
  macros: "/desk/macros",
  articles: "/desk/articles",
  "article: new": "/desk/articles/new",
  "case: missing": "/desk/cases/000-000-000",
  missing: "/desk/nowhere",
};

/** Comes in as an officer, by the one press that a demonstration has. */
export async function signIn(page, go, officer = "lee") {
  await go("/desk/sign-in");
  await follow(page, () => page.locator(`button[name="officer"][value="${officer}"]`).click());
}

/** Goes through all of them and has each looked at. */
export async function round(city, page, go, look) {
  await go("/desk/sign-in");
  await look("sign in");
  await follow(page, () => page.locator('form[action="/desk/sign-in"] button:not([name])').first().click());
  await look("sign in: error");
  await signIn(page, go);
  for (const [name, address] of Object.entries(fixed)) {
    await go(address);
    await look(name);
  }
  await cases(page, go, look);
  await counter(page, go, look);
  await many(page, go, look);
  await onBehalf(page, go, look);
}

/** A case with all that can be written about it. */
async function cases(page, go, look) {
  await go("/desk?view=open");
  // Each language writes about a case of its own, as they may walk at the same time.
  const place = (await spoken(page)).startsWith("en") ? 0 : 1;
  const at = await page.locator('main a[href^="/desk/cases/"]').nth(place).getAttribute("href");
  await go(`/desk?view=open&case=${at.split("/").pop().split("?")[0]}`);
  await look("case: beside its list");
  await go(at);
  await look("case");
  for (const kind of ["note", "question", "resolve"]) {
    const tab = page.locator(`button[name="to"][value="${kind}"]`);
    if (!(await tab.count())) continue;
    await follow(page, () => tab.click());
    await look(`case: ${kind}`);
  }
  await follow(page, () => page.locator('button[name="to"][value="note"]').click());
  await follow(page, () => page.locator('button[formaction*="/composition/sending"]').first().click());
  await look("case: nothing written");
  await page.locator("#words").fill("A note. سلام");
  await follow(page, () => page.locator('button[formaction*="/composition/sending"]').first().click());
  await look("case: about to leave");
}

/** A counter, with whoever is called to it; outside the office's hours nobody can be given a ticket. */
async function counter(page, go, look) {
  const press = (selector) => follow(page, () => page.locator(selector).first().click());
  await go("/desk/counter");
  await look("counter: choose");
  // One officer sits at one counter, whatever the language.
  if (!(await spoken(page)).startsWith("en")) return;
  // The demonstration's day may end meanwhile, and with it all that is done at a counter.
  const some = async (selector) => ((await page.locator(selector).count()) ? press(selector) : undefined);
  await some('form[action^="/desk/counter/seats"] button');
  await look("counter");
  await unfold(page);
  await some('form[action^="/desk/counter/tickets"] button');
  await look("counter: a ticket");
  await some(".desk-counter__next button");
  await unfold(page);
  await look("counter: called");
  await some('form[action^="/desk/counter/no-shows"] button');
  await some('form[action^="/desk/counter/departures"] button');
}

/** Several cases at once. */
async function many(page, go, look) {
  await go("/desk?view=open");
  const boxes = page.locator('main input[type="checkbox"][name="case"]');
  if (!(await boxes.count())) return;
  await unfold(page);
  await boxes.first().check();
  await follow(page, () => page.locator('main form[action="/desk/bulk"] button').last().click());
  await look("several: what to do");
}

/** What a caller asks for, written down up to the case that it becomes; and a second call by the same one. */
async function onBehalf(page, go, look) {
  const press = (selector) => follow(page, () => page.locator(selector).last().click());
  const fill = async (fields) => {
    for (const [name, value] of Object.entries(fields)) await page.locator(`#${name}`).fill(value);
  };
  const begin = async (service) => {
    await go("/desk/new");
    await press(`button[value="${service}"]`);
  };
  await go("/desk/new");
  await look("new case");
  await go("/desk/new?q=xyzzyx");
  await look("new case: nothing found");
  await begin("street-light-outages");
  await look("new case: what is asked");
  await press('button[value="read"]');
  await look("new case: error");
  await unfold(page);
  await fill({ name: "Mae Lee", phone: "+1 617 555 0134", address: "1 City Hall Square", description: "It is dark." });
  await press('button[value="read"]');
  await look("new case: read back");
  await press("main form button");
  await look("new case: not asked whether they agree");
  await page.locator("#consent").check();
  await press("main form button");
  await look("new case: open");
  await begin("roadway-repair");
  await fill({ phone: "+16175550134" });
  await press('button[value="look"]');
  await look("new case: somebody known");
  await press('button[name="customer"]');
  await look("new case: their record");
}
