import { asRecord, jsonBody, type LabRequest } from '../exchange.ts';
import { drawLandscape, type PictureOrder } from './landscape.ts';

const numberOf = (value: unknown) => (typeof value === 'number' ? value : undefined);

/** Finds prompt, seed and size in a request's body, whichever of the known protocols it is written in. */
export function orderIn(body: unknown): PictureOrder {
  const outer = asRecord(body);
  const inner = {
    ...outer,
    ...asRecord(outer.parameters),
    ...asRecord(outer.input),
    ...asRecord(outer.args),
  };
  const size = asRecord(inner.image_size);
  const [width, height] = typeof inner.size === 'string' ? inner.size.split(/[x*]/).map(Number) : [];
  const prompt = [inner.prompt, inner.inputs].find((value) => typeof value === 'string') ?? '';
  const seed = numberOf(inner.seed);
  const wide = numberOf(inner.width) ?? numberOf(size.width) ?? width;
  const high = numberOf(inner.height) ?? numberOf(size.height) ?? height;
  return {
    prompt: String(prompt),
    ...(seed !== undefined && { seed }),
    ...(wide !== undefined && { width: wide }),
    ...(high !== undefined && { height: high }),
  };
}

/** The picture that a request orders, as PNG bytes. */
export const pictureFor = (request: LabRequest) => drawLandscape(orderIn(jsonBody(request)));
