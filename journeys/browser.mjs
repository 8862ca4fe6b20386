// The browser of the journeys: Debian's Chromium, with nothing of its own going on in the background.
import { chromium } from "playwright-core";

export async function open(options = {}) {
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
    ],
  });
  const visit = async (context = {}) => (await browser.newContext(context)).newPage();
  return { visit, close: () => browser.close(), ...options };
}

// The sizes at which every screen is looked at.
export const sizes = {
  phone: { width: 360, height: 740 },
  tablet: { width: 768, height: 1024 },
  desk: { width: 1440, height: 900 },
  wall: { width: 1920, height: 1080 },
};
