import { build } from 'vite';
import { expect, test } from 'vitest';
import { lateSchemas } from '../../../../src/browser/build/late-schemas.ts';

const SOURCE = `
import * as z from 'zod/mini';
export let built = 0;
const fields = () => {
  built += 1;
  return { a: z.string(), b: z.catch(z.optional(z.number()), undefined) };
};
const part: z.ZodMiniType = z.object(fields());
export const whole = z.extend(part, { more: z.optional(z.array(part)) });
export const checked = z.array(part).check(z.maxLength(1));
export const spread = () => z.object({ ...whole.shape, c: z.literal(1) });
`;

interface Schema {
  safeParse(value: unknown): unknown;
}
interface Sample {
  built: number;
  whole: Schema;
  checked: Schema;
  spread(): Schema;
}

/** The module as the build makes it. */
async function builtModule(): Promise<Sample> {
  const entry = '/somewhere/src/sample.ts';
  const sample = {
    name: 'sample',
    resolveId: (id: string) => (id === entry ? entry : undefined),
    load: (id: string) => (id === entry ? SOURCE : undefined),
  };
  const output = await build({
    configFile: false,
    logLevel: 'silent',
    plugins: [sample, lateSchemas()],
    build: { write: false, minify: false, lib: { entry, formats: ['es'], fileName: 'sample' } },
  });
  const [chunk] = [output].flat().flatMap((one) => ('output' in one ? one.output : []));
  const code = chunk?.type === 'chunk' ? chunk.code : '';
  return import(`data:text/javascript,${encodeURIComponent(code)}`);
}

test('schemas are built when they are first used, once, and read what they read before', async () => {
  const module = await builtModule();
  expect(module.built).toBe(0);
  const { whole, checked, spread } = module;
  const value = { a: 'x', b: 1, more: [{ a: 'y' }] };
  expect(whole.safeParse(value)).toMatchObject({ success: true, data: value });
  expect(whole.safeParse({ a: 1 })).toMatchObject({ success: false });
  expect(whole.safeParse({ a: 'x', b: 'no number' })).toMatchObject({ success: true, data: { a: 'x' } });
  expect(checked.safeParse([{ a: 'x' }, { a: 'y' }])).toMatchObject({ success: false });
  expect(spread().safeParse({ a: 'x', c: 1 })).toMatchObject({ success: true });
  expect(module.built).toBe(1);
});
