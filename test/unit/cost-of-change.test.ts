import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { memoryArea } from './jobs/memory-area.ts';
import { copyTree, type TreeCopy } from './source/tree-copy.ts';

/** What each change touches, as the plan allows: the test adds it in the documented way and counts the files. */
let tree: TreeCopy;
const cost: Record<string, string[]> = {};

function change(what: string, make: () => void) {
  const before = new Set(tree.changed());
  make();
  cost[what] = tree.changed().filter((file) => !before.has(file));
}

const LOCALE = 'public/_locales/en/messages.json';
const load = <Module>(file: string): Promise<Module> => import(/* @vite-ignore */ tree.path(file));
const loadSettings = () => load<typeof import('../../src/settings/index.ts')>('src/settings/index.ts');
const loadMessages = () => load<typeof import('../../src/messages/index.ts')>('src/messages/index.ts');

beforeAll(() => {
  tree = copyTree();

  change('a setting', () => {
    tree.add('src/settings/definition.ts', '\n  confetti: flag(false),', /export const DEFINITION = \{/);
    tree.add(
      'src/ui/options/ConfettiField.tsx',
      `import { t } from '../page/extension.ts';
import { SavedSwitch } from './fields/SavedSwitch.tsx';
import { useOptions } from '../page/settings-context.ts';

export function ConfettiField() {
  const { settings, update } = useOptions();
  return (
    <SavedSwitch
      label={t('options_confetti')}
      checked={settings.value?.confetti ?? false}
      onSave={(confetti) => update({ confetti })}
    />
  );
}
`,
    );
    tree.add(LOCALE, '\n  "options_confetti": { "message": "Confetti" },', /^\{/);
  });

  change('a message', () => {
    tree.add(
      'src/messages/messages.ts',
      '\n  countStars: { request: z.lazy(() => z.strictObject({ sky: z.string() })), reply: reply<{ stars: number }>() },',
      /export const MESSAGES = \{/,
    );
    tree.add(
      'src/background/handlers/settings.ts',
      '\n    countStars: async ({ sky }) => done({ stars: sky.length }),',
      /return \{/,
    );
    tree.add('src/background/handlers/settings.ts', " | 'countStars'", /'updateSettings'/);
    tree.add(
      'src/ui/options/count-stars.ts',
      `import type { Ask } from '../../messages/index.ts';

export async function countStars(ask: Ask): Promise<number | undefined> {
  const reply = await ask('countStars', { sky: '***' });
  return reply.ok ? reply.value.stars : undefined;
}
`,
    );
  });

  change('a route', () => {
    tree.add(
      'src/providers/huggingface/routes/moonshine.ts',
      `import type { Protocol } from './route.ts';
import { routerUrl } from './router-url.ts';

export const moonshine: Protocol = {
  async ask({ prompt, exchange, answers }) {
    const answer = await exchange(routerUrl('moonshine', 'v1'), { method: 'POST', headers: {}, body: { prompt } });
    return answer.ok ? answers.read(answer) : answer;
  },
};
`,
    );
    tree.add(
      'src/providers/huggingface/routes/route-table.ts',
      "\n  ['moonshine', moonshine],",
      /new Map(?:<[^(]*>)?\(\[/,
    );
    tree.add(
      'src/providers/huggingface/routes/route-table.ts',
      "import { moonshine } from './moonshine.ts';\n",
      /^/,
    );
  });
}, 60_000);

afterAll(() => tree?.remove());

test('what was added fits everywhere', { timeout: 300_000 }, () => {
  expect(tree.typeErrors()).toEqual([]);
});

test.each([
  ['a setting', 4],
  ['a message', 3],
  ['a route', 2],
])('%s touches at most %i files', (what, most) => {
  expect(cost[what]?.length).toBeGreaterThan(0);
  expect(cost[what]?.length).toBeLessThanOrEqual(most);
});

describe('the lists that must know of it do', () => {
  test('a setting: it is read, repaired, changed, refused, and may be sent', async () => {
    const { createSettingsStore } = await loadSettings();
    const { MESSAGES } = await loadMessages();
    const area = memoryArea({ settings: { confetti: 'much' } });
    const store = createSettingsStore({
      area,
      deployer: async () => ({ values: {}, locked: [] }),
      known: { routes: [] },
      clock: { now: () => 1 },
      randomId: () => 'a',
    });
    expect(await store.read()).toMatchObject({ settings: { confetti: false }, unreadable: true });
    expect(await store.update({ confetti: true } as never)).toBeUndefined();
    expect(await store.read()).toMatchObject({ settings: { confetti: true }, unreadable: false });
    expect(await store.update({ confetti: 'much' } as never)).toEqual({
      code: 'SETTING_INVALID',
      subject: 'confetti',
    });
    const takes = (patch: object) => MESSAGES.updateSettings.request.safeParse({ patch }).success;
    expect([takes({ confetti: true }), takes({ confetti: 'much' })]).toEqual([true, false]);
  });

  test('a message: it is answered, and refused where it is malformed', async () => {
    const { createReceiver } = await loadMessages();
    const own = { id: 'own', origin: 'chrome-extension://own' };
    const handlers = { countStars: async ({ sky }: { sky: string }) => ({ ok: true, value: sky.length }) };
    const receive = createReceiver(handlers as never, own);
    const page = { id: 'own', url: 'chrome-extension://own/options.html' };
    expect(await receive({ name: 'countStars', payload: { sky: '**' } }, page)).toEqual({
      ok: true,
      value: 2,
    });
    expect(await receive({ name: 'countStars', payload: {} }, page)).toMatchObject({ ok: false });
  });

  test('a route: models that run on it can be run, and the user can order it', async () => {
    const { canRun } = await load<typeof import('../../src/providers/huggingface/inference-mapping.ts')>(
      'src/providers/huggingface/inference-mapping.ts',
    );
    const live = { status: 'live', task: 'text-to-image', providerId: 'acme/fox' };
    expect(canRun({ moonshine: live })).toBe('yes');
    const { ROUTES } = await load<typeof import('../../src/providers/huggingface/routes/route-table.ts')>(
      'src/providers/huggingface/routes/route-table.ts',
    );
    const { defaultSettings } = await loadSettings();
    expect(defaultSettings({ routes: [...ROUTES.keys()] }).huggingface.routeOrder).toContain('moonshine');
  });
});
