import { expect, test } from 'vitest';
import { MESSAGES } from '../../../../src/messages/index.ts';
import { createGalleryActions } from '../../../../src/ui/gallery/gallery-actions.ts';
import { samplePicture } from '../../jobs/sample-job.ts';

type Ports = Parameters<typeof createGalleryActions>[0];

function bench(reply: object) {
  const asked: [string, unknown][] = [];
  const said: string[] = [];
  const actions = createGalleryActions({
    ask: async (name: string, payload: unknown) => {
      asked.push([name, payload]);
      return reply;
    },
    drawSeed: () => 77,
    problemText: ({ code }: { code: string }) => `because of ${code}`,
    announce: (text: string) => said.push(text),
    t: (key: string) => key,
    together: (...sentences: string[]) => sentences.join(' + '),
  } as unknown as Ports);
  return { actions, asked, said };
}

test('Again asks for the same with another seed, without fields of a newer version, as the message takes it', async () => {
  const { actions, asked, said } = bench({ ok: true, value: { jobId: 'a' } });
  const request = {
    prompt: 'a fox',
    style: 'none',
    seed: 7,
    width: 512,
    height: 512,
    ownStyle: { id: 'own', name: 'Noir', template: '{prompt}, noir', negativePrompt: 'colour' },
    strength: 0.4,
  } as const;
  await actions.again(samplePicture({ request }));
  const { strength: _newer, ...known } = request;
  expect(asked).toEqual([['generate', { request: { ...known, seed: 77 }, origin: 'popup', from: 'one' }]]);
  expect(MESSAGES.generate.request.safeParse(asked[0]?.[1]).success).toBe(true);
  expect(said).toEqual(['gallery_again_started']);
});

test('Again says why it was refused: the popup knows nothing of it', async () => {
  const { actions, said } = bench({ ok: false, problem: { code: 'PROMPT_TOO_LONG' } });
  await actions.again(samplePicture());
  expect(said).toEqual(['gallery_again_failed + because of PROMPT_TOO_LONG']);
});
