// A chime for each call, then the call as it is spoken, if somebody speaks; once, and once more a little later.

const AGAIN_MS = 12_000;
/** Calls that wait to be heard; a room that is behind by more hears the latest. */
const MOST_WAITING = 6;
/** Two tones that fall, each a little over a quarter of a second. */
const TONES = [784, 587];
const TONE_S = 0.3;

/** What rings for a call; `button` lets somebody switch the sound on where the browser wants to be asked. */
export function announcer(button) {
  const context = new AudioContext();
  const waiting = [];
  let busy = false;

  const offer = () => {
    button.hidden = context.state === "running";
  };
  button.addEventListener("click", () => context.resume().then(offer));
  context.addEventListener("statechange", offer);
  offer();

  async function work() {
    if (busy) return;
    busy = true;
    for (let call = waiting.shift(); call; call = waiting.shift()) {
      await chime(context);
      for (const address of call) await speak(address);
    }
    busy = false;
  }

  function add(call) {
    waiting.push(call);
    waiting.splice(0, waiting.length - MOST_WAITING);
    work();
  }

  return (call) => {
    if (context.state !== "running") return;
    add(call);
    setTimeout(() => add(call), AGAIN_MS);
  };
}

function chime(context) {
  TONES.forEach((tone, place) => {
    const from = context.currentTime + place * TONE_S;
    const loud = new GainNode(context, { gain: 0 });
    loud.gain.setValueAtTime(0.4, from);
    loud.gain.exponentialRampToValueAtTime(0.001, from + 2 * TONE_S);
    const sound = new OscillatorNode(context, { frequency: tone });
    sound.connect(loud).connect(context.destination);
    sound.start(from);
    sound.stop(from + 2 * TONE_S);
  });
  return new Promise((done) => setTimeout(done, (TONES.length + 1) * TONE_S * 1_000));
}

/** Nothing that does not sound holds the next call up. */
function speak(address) {
  return new Promise((done) => {
    const sound = new Audio(address);
    for (const end of ["ended", "error", "stalled"]) sound.addEventListener(end, done, { once: true });
    sound.play().catch(done);
    setTimeout(done, 15_000);
  });
}
