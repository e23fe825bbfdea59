import fc from 'fast-check';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { isActive } from '../../src/jobs/index.ts';
import { createJobWorld } from './job-world.ts';

type World = ReturnType<typeof createJobWorld>;

const index = fc.nat({ max: 5 });
const answers = fc.constantFrom('made' as const, 'busy' as const, 'limited' as const, 'refused' as const);
const YEAR_MS = 365 * 24 * 3_600_000;
const always = <const Step extends readonly unknown[]>(weight: number, ...step: Step) => ({
  weight,
  arbitrary: fc.constant(step),
});
const steps = fc.array(
  fc.oneof(
    always(20, 'storage', 'run'),
    always(6, 'gallery', 'run'),
    always(1, 'storage', 'fail'),
    always(2, 'gallery', 'fail'),
    { weight: 4, arbitrary: fc.tuple(fc.constant('enqueue' as const), fc.constantFrom(1, 1, 1, 2, 4)) },
    { weight: 2, arbitrary: fc.tuple(fc.constant('take' as const), index) },
    {
      weight: 3,
      arbitrary: fc.tuple(
        fc.constant('actOn' as const),
        fc.constantFrom('beginNow' as const, 'letWait' as const, 'lookAgain' as const),
        index,
      ),
    },
    always(1, 'cancelAll'),
    always(1, 'online', true),
    always(1, 'online', false),
    always(1, 'clock', YEAR_MS),
    always(1, 'clock', -YEAR_MS),
    // Longer than the time limit for a disk that does not answer.
    always(1, 'pass', 10_000),
    always(1, 'pass', 30_000),
    { weight: 6, arbitrary: fc.tuple(fc.constant('answer' as const), index, answers) },
    { weight: 2, arbitrary: fc.tuple(fc.constant('cancel' as const), index) },
    { weight: 1, arbitrary: fc.tuple(fc.constant('keepAgain' as const), index) },
    { weight: 1, arbitrary: fc.tuple(fc.constant('die' as const), index, index) },
  ),
  { minLength: 20, maxLength: 120 },
);
type Step = typeof steps extends fc.Arbitrary<(infer One)[]> ? One : never;

async function take(world: World, step: Step): Promise<void> {
  switch (step[0]) {
    case 'storage':
    case 'gallery':
      return world.disks(step[0], step[1]);
    case 'enqueue':
      return world.enqueue(step[1]);
    case 'take':
      return world.take(step[1]);
    case 'actOn':
      return world.actOn(step[1], step[2]);
    case 'cancelAll':
      return world.cancelAll();
    case 'online':
      return world.goOnline(step[1]);
    case 'clock':
      return world.setClock(step[1]);
    case 'pass':
      // Less than the time for which a picture is held, and a waiting job still wanted.
      if (world.elapsed < 300_000) await world.pass(step[1]);
      return;
    case 'answer':
      return world.answer(step[1], step[2]);
    case 'cancel':
      return world.cancel(step[1]);
    case 'keepAgain':
      return world.keepAgain(step[1]);
    case 'die':
      return world.die(step[1], step[2]);
  }
}

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval'] });
});
afterEach(() => void vi.useRealTimers());

test('whatever happens in whatever order: no request is sent twice, every job ends, no picture is lost', async () => {
  await fc.assert(
    fc.asyncProperty(steps, async (taken) => {
      vi.clearAllTimers();
      const world = createJobWorld();
      for (const step of taken) {
        await take(world, step);
        await world.settled();
        expect(world.openNow).toBeLessThanOrEqual(2);
      }
      const lastLife = world.life;
      await world.drain();
      for (const record of world.records()) expect(isActive(record)).toBe(false);
      // One more worker finds nothing to do, whatever storage had refused before.
      world.die(0, 0);
      await world.drain();

      const { sent, gallery } = world;
      // Asked again only after answers that prove that nothing was made or charged for.
      for (const [place, { job, provider }] of sent.entries()) {
        const before = sent.slice(0, place).filter((request) => request.job === job);
        if (before.some((request) => request.provider === provider))
          expect(before.map(({ answer }) => answer)).not.toContain('made');
        for (const { answer } of before) expect(['busy', 'limited', 'refused']).toContain(answer);
      }

      for (const { job, provider, life, record } of sent) {
        // A request's attempt was stored before the request was sent.
        expect(record).toMatchObject({ status: 'running' });
        expect(record?.attempts.at(-1)).not.toHaveProperty('outcome');
        expect(record?.attempts.at(-1)?.provider).toBe(provider);
        if (provider === 'puter')
          expect(sent).toContainEqual(
            expect.objectContaining({
              job,
              life,
              provider: 'huggingface',
              answer: expect.stringMatching(/busy|limited/),
            }),
          );
      }

      for (const record of world.records()) {
        expect(isActive(record)).toBe(false);
        // If the gallery could not be read, a job may end as interrupted although its picture is there.
        if (!world.unread.has(record.id) || record.status === 'succeeded')
          expect(record.status === 'succeeded').toBe(gallery.has(record.id));
      }
      const cancelled = new Set(world.cancelled.map(({ job }) => job));
      for (const request of sent) {
        // A result that was lost with a worker is collected again when its service can be asked again, unless the user cancels that.
        const isCollected = world.taken.has(request) && !cancelled.has(request.job);
        if (request.answer === 'made' && (request.life >= lastLife || isCollected))
          expect([...gallery.keys()]).toContain(request.job);
      }
      for (const { job, sentBefore } of world.cancelled) {
        expect(sent.slice(sentBefore).map((request) => request.job)).not.toContain(job);
      }
    }),
    { numRuns: 500 },
  );
});
