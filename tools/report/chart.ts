/**
 * Plain SVG of shares against shares.
 */

export interface Point {
  readonly x: number;
  readonly y: number;
  /** How many it stands for; larger dots for more. */
  readonly n?: number;
}

/** A line through the points, both axes from 0 to 100 %. */
export function chart(
  points: readonly Point[],
  labels: { readonly x: string; readonly y: string; readonly diagonal?: boolean },
): string {
  const [w, h, pad] = [520, 360, 48];
  const px = (x: number) => (pad + x * (w - 2 * pad)).toFixed(1);
  const py = (y: number) => (h - pad - y * (h - 2 * pad)).toFixed(1);
  const line = points.map(({ x, y }) => `${px(x)},${py(y)}`).join(" ");
  const ticks = [0, 0.25, 0.5, 0.75, 1].map((t) =>
    `<text x="${px(t)}" y="${h - pad + 18}" text-anchor="middle">${t * 100} %</text><text x="${pad - 8}" y="${
      Number(py(t)) + 4
    }" text-anchor="end">${t * 100} %</text>` +
    `<path d="M${px(t)} ${py(0)}V${py(1)}M${px(0)} ${py(t)}H${px(1)}" stroke="#ddd" fill="none"/>`
  ).join("");
  const diagonal = labels.diagonal === true
    ? `<path d="M${px(0)} ${py(0)}L${px(1)} ${py(1)}" stroke="#999" stroke-dasharray="4 4" fill="none"/>`
    : "";
  const dots = points.map(({ x, y, n }) =>
    `<circle cx="${px(x)}" cy="${py(y)}" r="${n === undefined ? 3 : (2 + Math.sqrt(n) / 2).toFixed(1)}"/>`
  ).join("");
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${w} ${h}" font-family="sans-serif" font-size="12" fill="#333">
<rect width="${w}" height="${h}" fill="#fff"/>${ticks}${diagonal}
<polyline points="${line}" fill="none" stroke="#4a641e" stroke-width="2"/><g fill="#4a641e">${dots}</g>
<text x="${w / 2}" y="${h - 8}" text-anchor="middle">${labels.x}</text>
<text x="14" y="${h / 2}" text-anchor="middle" transform="rotate(-90 14 ${h / 2})">${labels.y}</text>
</svg>
`;
}
