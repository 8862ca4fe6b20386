// What a kiosk keeps for when there is no network: its numbers of the day, and the tickets that it has yet to tell of.

const NUMBERS = "kiosk-numbers";
const TICKETS = "kiosk-tickets";
/** Tickets that wait to be told; a kiosk has far fewer numbers of a day. */
const MOST = 5_000;

const read = (name, none) => {
  try {
    return JSON.parse(localStorage.getItem(name)) ?? none;
  } catch {
    return none;
  }
};
const write = (name, value) => localStorage.setItem(name, JSON.stringify(value));

/** While there is a network: tells of what was given out, asks for the numbers, and keeps the page. */
export async function keepReady(token) {
  try {
    await navigator.serviceWorker?.register("/kiosk-sw.js", { scope: "/kiosk" });
    await tellAll(token);
    await askNumbers(token);
    (await navigator.serviceWorker?.ready)?.active?.postMessage("keep");
  } catch (error) {
    console.warn(error);
  }
}

/** Whether the house can be reached and all that was given out is told. */
export async function tellAll(token) {
  for (const ticket of read(TICKETS, [])) {
    const { day, line, number, language, given_at } = ticket;
    const answer = await fetch(`/kiosk/tickets/${day}/${encodeURIComponent(line)}/${number}`, {
      method: "PUT",
      headers: { "kiosk-token": token, "content-type": "application/json" },
      body: JSON.stringify({ language, given_at, now: Date.now() }),
    });
    // What the house has understood it need not be told again, whatever it said; what it has not stays.
    if (!answer.ok && answer.status !== 422) throw new Error(`tickets cannot be told: ${answer.status}`);
    write(TICKETS, read(TICKETS, []).filter((kept) => kept.day !== day || kept.line !== line || kept.number !== number));
  }
}

export async function askNumbers(token) {
  const answer = await fetch("/kiosk/numbers", { method: "POST", headers: { "kiosk-token": token } });
  if (!answer.ok) throw new Error(`no numbers: ${answer.status}`);
  const { numbers } = await answer.json();
  if (!numbers) return localStorage.removeItem(NUMBERS);
  const kept = read(NUMBERS, {});
  const used = kept.day === numbers.day ? kept.used : {};
  write(NUMBERS, { ...numbers, ahead: numbers.now - Date.now(), used });
}

/** Gives out a number by itself, and notes it before anybody sees it; nothing where it may not. */
export function giveOut({ line, letter, language }) {
  const numbers = read(NUMBERS, null);
  const tickets = read(TICKETS, []);
  if (!numbers || tickets.length >= MOST) return null;
  const now = Date.now() + numbers.ahead;
  const number = (numbers.used[letter] ?? numbers.first - 1) + 1;
  if (now < numbers.from || now >= numbers.until || number > numbers.last) return null;
  write(NUMBERS, { ...numbers, used: { ...numbers.used, [letter]: number } });
  write(TICKETS, [...tickets, { day: numbers.day, line, number, language, given_at: Date.now() }]);
  return `${letter}${number}`;
}
