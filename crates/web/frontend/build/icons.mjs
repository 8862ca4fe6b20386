// The mark, a small rotunda, as a drawing and as pictures of points for home screens.
import { deflateSync } from "node:zlib";

const PRIMARY = [0x0f, 0x4c, 0x5c];
const WHITE = [0xff, 0xff, 0xff];
/** The side of the square in which the mark is drawn. */
const SIDE = 32;

/** Rectangles: left, top, width, height. */
const stones = [
  [15, 2, 2, 4],
  [5, 16.5, 22, 2.5],
  [7, 20.5, 3, 6.5],
  [14.5, 20.5, 3, 6.5],
  [22, 20.5, 3, 6.5],
  [4, 28, 24, 2.5],
];
/** The upper half of a circle: middle, floor, radius. */
const dome = [16, 15, 10];

const path = () => {
  const [x, y, r] = dome;
  const stone = ([left, top, width, height]) => `M${left} ${top}h${width}v${height}h-${width}z`;
  return `M${x - r} ${y}a${r} ${r} 0 0 1 ${2 * r} 0z${stones.map(stone).join("")}`;
};

const inside = (x, y) =>
  (y <= dome[1] && (x - dome[0]) ** 2 + (y - dome[1]) ** 2 <= dome[2] ** 2) ||
  stones.some(([left, top, width, height]) => x >= left && x < left + width && y >= top && y < top + height);

/** Every icon: its name and its bytes. */
export function icons() {
  return [
    { name: "mark.svg", content: drawing() },
    { name: "icon-192.png", content: points(192, 0.72) },
    { name: "icon-512.png", content: points(512, 0.72) },
    // Home screens cut a maskable icon to a shape of theirs; only the middle four fifths are sure to be seen.
    { name: "icon-maskable.png", content: points(512, 0.56) },
  ];
}

const drawing = () =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${SIDE} ${SIDE}"><style>path{fill:#0f4c5c}` +
  `@media(prefers-color-scheme:dark){path{fill:#7cc4d4}}</style><path d="${path()}"/></svg>\n`;

/** The mark in white on the primary colour, `share` of the picture wide. */
function points(size, share) {
  const scale = (size * share) / SIDE;
  const begin = (size - SIDE * scale) / 2;
  const rows = Buffer.alloc(size * (size * 3 + 1));
  for (let y = 0; y < size; y += 1) {
    for (let x = 0; x < size; x += 1) {
      const full = coverage((x - begin) / scale, (y - begin) / scale, 1 / scale);
      const at = y * (size * 3 + 1) + 1 + x * 3;
      for (const part of [0, 1, 2]) rows[at + part] = Math.round(PRIMARY[part] * (1 - full) + WHITE[part] * full);
    }
  }
  return png(size, rows);
}

/** How much of a point is covered, from sixteen looks at it. */
function coverage(x, y, step) {
  let hits = 0;
  for (let look = 0; look < 16; look += 1) {
    if (inside(x + (step * ((look % 4) + 0.5)) / 4, y + (step * (Math.floor(look / 4) + 0.5)) / 4)) hits += 1;
  }
  return hits / 16;
}

/** A picture with three bytes a point and no filter (Portable Network Graphics, W3C 2003). */
function png(size, rows) {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(size, 0);
  header.writeUInt32BE(size, 4);
  header.set([8, 2, 0, 0, 0], 8);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([signature, chunk("IHDR", header), chunk("IDAT", deflateSync(rows, { level: 9 })), chunk("IEND", Buffer.alloc(0))]);
}

function chunk(name, data) {
  const named = Buffer.concat([Buffer.from(name, "latin1"), data]);
  const whole = Buffer.alloc(data.length + 12);
  whole.writeUInt32BE(data.length, 0);
  named.copy(whole, 4);
  whole.writeUInt32BE(crc32(named), data.length + 8);
  return whole;
}

/** The check sum of a part; Node has one of its own only from version 22 on. */
function crc32(bytes) {
  let sum = 0xffffffff;
  for (const byte of bytes) {
    sum ^= byte;
    for (let bit = 0; bit < 8; bit += 1) sum = (sum >>> 1) ^ (sum & 1 ? 0xedb88320 : 0);
  }
  return (sum ^ 0xffffffff) >>> 0;
}
