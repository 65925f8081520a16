/** Accents as sites may have them, the same in every run: 200 that differ in everything, some see-through, some vivid. */
export function accents(count = 200) {
  const next = seeded(20261121);
  const number = (least, most) => Number((least + next() * (most - least)).toFixed(3));
  const kinds = [
    () => `rgb(${number(0, 255)} ${number(0, 255)} ${number(0, 255)})`,
    () => `hsl(${number(0, 360)} 100% ${number(20, 80)}%)`,
    () => `oklch(${number(0, 1)} ${number(0, 0.37)} ${number(0, 360)})`,
    () => `color(display-p3 ${number(0, 1)} ${number(0, 1)} ${number(0, 1)})`,
    () => `rgb(${number(0, 255)} ${number(0, 255)} ${number(0, 255)} / ${number(0.05, 1)})`,
  ];
  // What random numbers seldom hit.
  const edges = ['#fff', '#000', '#ff0', '#0ff', '#0f0', '#00f', '#f0f', '#f00', '#808080', 'currentColor'];
  return [...edges, ...Array.from({ length: count - edges.length }, (_, i) => kinds[i % kinds.length]())];
}

/** The grounds of real pages: white, papers, grays; blacks, slates, one that is hardly dark. */
export const grounds = {
  light: ['#ffffff', '#faf7f0', '#f1ede4', '#eef2f7', '#e5e5e5', '#fde8e0'],
  dark: ['#000000', '#16181d', '#1e1e2e', '#10231c', '#2b2b2b', '#3a3a3a'],
};

// mulberry32
function seeded(seed) {
  return () => {
    seed = (seed + 0x6d2b79f5) | 0;
    let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}
