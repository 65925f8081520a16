import type { Rgb } from './color.js';

const pen = () => {
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = SIDE;
  return canvas.getContext('2d', { willReadFrequently: true }) as CanvasRenderingContext2D;
};
/** Enough of a logo to know its colors by. */
const SIDE = 64;

/** A color as CSS writes it, as it is painted; undefined where it is none. */
export function pixelOf(color: string): Rgb | undefined {
  if (!CSS.supports('color', color) || /^(inherit|initial|unset|revert|currentcolor|transparent|var\()/i.test(color))
    return undefined;
  const paper = pen();
  paper.fillStyle = color;
  paper.fillRect(0, 0, 1, 1);
  const [r = 0, g = 0, b = 0] = paper.getImageData(0, 0, 1, 1).data;
  return [r / 255, g / 255, b / 255];
}

/** A picture's pixels, of a small copy. Rejects where it is no picture. */
export async function pixelsOf(file: Blob): Promise<Uint8ClampedArray> {
  const picture = new Image();
  const address = URL.createObjectURL(file);
  try {
    picture.src = address;
    await picture.decode();
    const paper = pen();
    paper.drawImage(picture, 0, 0, SIDE, SIDE);
    return paper.getImageData(0, 0, SIDE, SIDE).data;
  } finally {
    URL.revokeObjectURL(address);
  }
}
