import { expect, test } from 'vitest';
import { findJsonPicture } from '../../../src/providers/huggingface/json-picture.ts';
import { serviceWords } from '../../../src/providers/huggingface/service-words.ts';
import { factsInBody } from '../../../src/providers/meaning/body-facts.ts';
import { readAnswer, readRefusal } from '../../../src/providers/puter/answer.ts';
import { parsePriceList } from '../../../src/providers/puter/price-list.ts';

const nested = (open: string, close: string, levels: number) =>
  `${open.repeat(levels)}"x"${close.repeat(levels)}`;

const DEEP = [
  '[ ]',
  '{"error": }',
  '{"images": }',
  '{"data":[ ]}',
  '{"detail":[ ]}',
  '{"result": }',
  '{"output":{"url": }}',
];

test.each(DEEP)('an answer of 9,000 times %s is read without falling over it', (shape) => {
  const [open = '', close = ''] = shape.split(' ');
  const text = nested(open, close, 9_000);
  const json: unknown = JSON.parse(text);
  for (const body of [
    json,
    { error: json, detail: json, message: json },
    { status: json, urls: json, data: json },
  ]) {
    expect(findJsonPicture(body).picture).toBeUndefined();
    expect(serviceWords(body)).toBe('');
    expect(factsInBody(body).flagged).toBe(false);
  }
  for (const body of [text, `{"success":true,"result":${text}}`, `{"error":${text},"code":${text}}`]) {
    expect(readAnswer(new TextEncoder().encode(body))).toEqual({});
    expect(readRefusal(body).message).toBeUndefined();
  }
  expect(() => parsePriceList({ models: json })).not.toThrow(RangeError);
  expect(parsePriceList({ models: [json, { id: json, costs: json }] })).toEqual([]);
});
