// Checks with names that read aloud, counted; the last line says how many passed.

const LONGEST_SECONDS = 90;

let passed = 0;
let failed = 0;

/** Runs one check: it passes when it returns in time. */
export async function check(name, body, seconds = LONGEST_SECONDS) {
  const began = performance.now();
  let timer;
  const late = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error(`not done after ${seconds} s`)), seconds * 1_000);
  });
  try {
    await Promise.race([body(), late]);
    passed += 1;
    console.log(`ok   ${name} (${Math.round(performance.now() - began)} ms)`);
  } catch (error) {
    failed += 1;
    console.log(`FAIL ${name}\n     ${String(error.message ?? error).replaceAll("\n", "\n     ")}`);
  } finally {
    clearTimeout(timer);
  }
}

/** Says the sum; the exit status says whether all went well. */
export function sum() {
  console.log(`${passed} passed, ${failed} failed`);
  process.exitCode = failed === 0 ? 0 : 1;
}

/** Says how long a part took. */
export async function timed(name, body) {
  const began = performance.now();
  await body();
  console.log(`     ${name}: ${Math.round((performance.now() - began) / 100) / 10} s`);
}

/** Does something for each of a list, two at a time, as a machine with two cores can. */
export async function inPairs(list, body) {
  const waiting = [...list];
  const work = async () => {
    for (let one = waiting.shift(); one !== undefined; one = waiting.shift()) await body(one);
  };
  await Promise.all([work(), work()]);
}

/** Asks again until the answer is something, for so long at most. */
export async function until(what, milliseconds, ask) {
  const end = performance.now() + milliseconds;
  while (performance.now() < end) {
    const answer = await ask();
    if (answer) return answer;
    await new Promise((resolve) => setTimeout(resolve, 400));
  }
  throw new Error(`${what}: not within ${milliseconds / 1000} s`);
}
