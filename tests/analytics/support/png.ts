import { createCanvas, loadImage } from '@napi-rs/canvas';

type Area = { left: number; top: number; right: number; bottom: number };

/** A decoded image: its size, and how many pixels of an area are dark, or coloured so. */
export async function readPng(png: Buffer) {
  const image = await loadImage(png);
  const { width, height } = image;
  const context = createCanvas(width, height).getContext('2d');
  context.drawImage(image, 0, 0);
  const { data } = context.getImageData(0, 0, width, height);
  const pixel = (x: number, y: number) => [...data.slice((y * width + x) * 4, (y * width + x) * 4 + 4)];
  const count = (
    wanted: (pixel: number[]) => boolean,
    area: Area = { left: 0, top: 0, right: width, bottom: height },
  ) => {
    let found = 0;
    for (let y = area.top; y < area.bottom; y++)
      for (let x = area.left; x < area.right; x++) if (wanted(pixel(x, y))) found++;
    return found;
  };
  return { width, height, pixel, count };
}

export const isDark = ([red = 0, green = 0, blue = 0, alpha = 0]: number[]) =>
  alpha > 128 && red + green + blue < 300;
export const isWhite = ([red = 0, green = 0, blue = 0, alpha = 0]: number[]) =>
  alpha === 255 && red + green + blue === 765;
