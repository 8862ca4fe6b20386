// Every page that an office with a line has, for those who come, and for those who receive and lead.
import { QUIET, SUPERVISOR, leaves, sits } from "./hall.mjs";
import { signIn } from "./round.mjs";
import { goOn, unfold } from "./tour.mjs";
import { follow, path } from "./visitor.mjs";

/** Goes through all of them and has each looked at. */
export async function rooms(city, page, go, look) {
  // What is looked at closely stands still meanwhile, as those who wait can have it too.
  await page.context().route("**/visits/*/now**", (route) => route.abort("internetdisconnected"));
  const see = async (name, address) => {
    await go(address);
    await look(name);
  };
  await see("offices", "/offices");
  await see("office", `/offices/${QUIET}`);
  await goOn(page);
  await look("office: error");
  await visit(page, see, look);
  await booking(page, see, look);
  await received(page, go, see, look);
}

async function visit(page, see, look) {
  await page.locator("input[name=line]").first().check();
  await goOn(page);
  const at = path(page);
  await look("ticket");
  await see("ticket: late", `${at}/delay`);
  await goOn(page);
  await look("ticket: late, error");
  await page.locator("input[name=minutes]").last().check();
  await goOn(page);
  await look("ticket: later");
  await see("ticket: leave", `${at}/departure`);
  await goOn(page);
  await look("ticket: left");
}

async function booking(page, see, look) {
  await see("book", "/book");
  await see("book: where", "/book?line=permits");
  await see("book: when", `/book?line=permits&office=${QUIET}`);
  await follow(page, () => page.locator(".rot-times button").last().click());
  await look("book: who");
  await goOn(page);
  await look("book: who, error");
  await page.locator("#name").fill("Mae Lee سلام");
  await goOn(page);
  const at = path(page);
  await look("booking");
  await see("booking: times", `${at}/times`);
  await see("booking: cancel", `${at}/cancellation`);
  await goOn(page);
  await look("booking: cancelled");
}

async function received(page, go, see, look) {
  await signIn(page, go, SUPERVISOR);
  // So can officers.
  await page.evaluate(() => sessionStorage.setItem("desk-room-still", "yes"));
  const office = `office=${QUIET}`;
  await see("reception", `/desk/reception?${office}`);
  await page.locator("#said").fill("Nobody");
  await follow(page, () => page.locator("form:has(#said) button").click());
  await look("reception: unknown");
  await page.locator("#line-permits").check();
  await page.locator("#interpreter").selectOption("so");
  await page.locator("#need-companion").check();
  await follow(page, () => page.locator(".desk-reception__form .govuk-button").click());
  await look("reception: a ticket");
  await see("lobby", `/desk/lobby?${office}`);
  await unfold(page);
  await follow(page, () => page.locator('form[action^="/desk/lobby/emergencies"] button').click());
  await look("lobby: not sure");
  await follow(page, () => page.locator('form[action^="/desk/lobby/announcements"] button').click());
  await look("lobby: told");
  await follow(page, () => page.locator('form[action^="/desk/lobby/silences"] button').click());
  await sits(page, go);
  await look("counter: sits");
  await follow(page, () => page.locator(".desk-counter__next button").click());
  await unfold(page);
  await look("counter: called");
  await leaves(page, go);
  await look("counter: left");
}
