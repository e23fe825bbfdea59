import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ErrorCode, ProviderName } from '../../src/generation/index.ts';
import { fakeServices } from './background/fake-services.ts';
import { SILENT_LOG } from './background/silent-log.ts';
import { secretOf } from './background/snapshots.ts';
import { memoryArea } from './jobs/memory-area.ts';
import { sampleJob, samplePicture } from './jobs/sample-job.ts';
import { parsedSource, parsedSources, type SyntaxNode, walk } from './source/parsed-source.ts';
import { copyTree, type TreeCopy } from './source/tree-copy.ts';

/** What each change touches, as the plan allows: the test adds it in the documented way and counts the files. */
let tree: TreeCopy;
const cost: Record<string, ReturnType<TreeCopy['changedBy']>> = {};

function change(what: string, make: () => void) {
  cost[what] = tree.changedBy(make);
}

const LOCALE = 'public/_locales/en/messages.json';
const load = <Module>(file: string): Promise<Module> => import(/* @vite-ignore */ tree.path(file));
const loadSettings = () => load<typeof import('../../src/settings/index.ts')>('src/settings/index.ts');
const loadMessages = () => load<typeof import('../../src/messages/index.ts')>('src/messages/index.ts');

beforeAll(() => {
  tree = copyTree();

  change('a setting', () => {
    tree.add('src/settings/definition.ts', '\n  confetti: flag(false),', /export const DEFINITION = \{/);
    const panel = 'src/ui/options/pictures/PicturesPanel.tsx';
    tree.add(panel, '\n      <ConfettiField />', /<ToolbarSection \/>/);
    tree.add(panel, "import { ConfettiField } from './ConfettiField.tsx';\n", /^/);
    tree.add(
      'src/ui/options/pictures/ConfettiField.tsx',
      `import { t } from '../../page/extension.ts';
import { useOptions } from '../../page/settings-context.ts';
import { SavedSwitch } from '../fields/SavedSwitch.tsx';

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

  change('a provider', () => {
    tree.add(
      'src/providers/moonbeam/provider.ts',
      `import type { GenerationOptions, ImageProvider, ProviderResult } from '../../generation/index.ts';
import { pictureResult } from '../../generation/index.ts';

interface MoonbeamParts {
  fetch(url: string, init?: RequestInit): Promise<Response>;
  token: string | undefined;
  config: { model: string; timeout: number };
}

/** Answers with whatever lies at one address. */
export class MoonbeamProvider implements ImageProvider {
  readonly name = 'moonbeam';
  readonly #parts: MoonbeamParts;

  constructor(parts: MoonbeamParts) {
    this.#parts = parts;
  }

  async generate(prompt: string, { signal }: GenerationOptions): Promise<ProviderResult> {
    const url = 'https://moonbeam.example/' + encodeURIComponent(prompt);
    const headers = { authorization: 'Bearer ' + this.#parts.token };
    const answer = await this.#parts.fetch(url, { headers, ...(signal && { signal }) });
    const bytes = new Uint8Array(await answer.arrayBuffer());
    return pictureResult({ bytes, type: 'image/png' }, {});
  }
}
`,
    );
    tree.add(
      'src/generation/provider-facts.ts',
      `
  moonbeam: {
    hubModels: false,
    checksToken: false,
    pages: {
      tokensUrl: 'https://moonbeam.example/tokens',
      account: { url: 'https://moonbeam.example/account', label: 'error_link_moonbeam_account' },
      credit: { url: 'https://moonbeam.example/bill', label: 'error_link_moonbeam_bill' },
    },
  },`,
      /(?<=export const PROVIDER_FACTS = \{[\s\S]*\n {2}\},)(?=\n\} satisfies)/,
    );
    tree.add(
      'src/background/generating/providers.ts',
      `
  moonbeam: { build: (services, current) => new MoonbeamProvider(commonParts('moonbeam', services, current)) },`,
      /export const PROVIDERS: .*\{/,
    );
    tree.add(
      'src/background/generating/providers.ts',
      `import { MoonbeamProvider } from '../../providers/moonbeam/provider.ts';
import { commonParts } from './common-parts.ts';
`,
      /^/,
    );
    for (const key of keysOfProviders())
      tree.add(LOCALE, `\n  "${key.replace('PROVIDER', 'moonbeam')}": { "message": "Moonbeam" },`, /^\{/);
    for (const key of ['account', 'bill'])
      tree.add(LOCALE, `\n  "error_link_moonbeam_${key}": { "message": "Moonbeam" },`, /^\{/);
  });

  change('a language', () => {
    const english = readFileSync(LOCALE, 'utf8').replaceAll('"message": "', '"message": "xx ');
    tree.add('public/_locales/xx/messages.json', english);
  });

  change('a page', () => {
    tree.add('entrypoints/almanac/index.html', readFileSync('entrypoints/welcome/index.html', 'utf8'));
    tree.add(
      'entrypoints/almanac/main.ts',
      "import { startAlmanac } from '../../src/ui/almanac/start-almanac.tsx';\n\nstartAlmanac();\n",
    );
    tree.add(
      'src/ui/almanac/start-almanac.tsx',
      `import { startPage } from '../page/start-page.tsx';
import { AlmanacPage } from './AlmanacPage.tsx';

/** Shows the almanac. */
export function startAlmanac(): void {
  startPage('almanac_title', <AlmanacPage />);
}
`,
    );
    tree.add(
      'src/ui/almanac/AlmanacPage.tsx',
      `import { t } from '../page/extension.ts';

export function AlmanacPage() {
  return <h1>{t('almanac_title')}</h1>;
}
`,
    );
    tree.add(LOCALE, '\n  "almanac_title": { "message": "Almanac" },', /^\{/);
    tree.add(
      'src/ui/page/extension.ts',
      "\n/** Opens the almanac in a tab. */\nexport function openAlmanac(): void {\n  openPage(ownUrl('/almanac.html'));\n}\n",
      /$/,
    );
  });
});

/** The locale keys that two providers have with their name in it, with PROVIDER in its place. */
function keysOfProviders(): string[] {
  const keys = Object.keys(JSON.parse(readFileSync(LOCALE, 'utf8')));
  const stems = keys.map((key) => key.replace(/(?<=_)(huggingface|puter)(?=_|$)/, 'PROVIDER'));
  return [...new Set(stems.filter((stem, place) => stems.indexOf(stem) !== place))];
}

afterAll(() => tree?.remove());

test('what was added fits everywhere', { timeout: 600_000 }, () => {
  expect(tree.typeErrors()).toEqual([]);
});

test.each([
  ['a setting', 1, 3],
  ['a message', 1, 2],
  ['a route', 1, 1],
  ['a provider', 1, 3],
  ['a language', 1, 0],
  ['a page', 4, 2],
])('%s takes %i new files, and %i more are touched', (what, written, edited) => {
  expect([cost[what]?.written.length, cost[what]?.edited.length]).toEqual([written, edited]);
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

  test('a message: no other file lists the messages', async () => {
    const { MESSAGES } = await loadMessages();
    const isName = (value: unknown) => typeof value === 'string' && value in MESSAGES;
    const listing = parsedSources('src', 'entrypoints', 'test').filter(({ program }) => {
      let most = 0;
      walk(program, (node) => {
        if (node.type !== 'ArrayExpression') return;
        const items = (node.elements as (SyntaxNode | null)[]).map((item) => item?.value);
        if (items.every(isName)) most = Math.max(most, items.length);
      });
      return most > SOME;
    });
    expect(listing.map(({ path }) => path)).toEqual([]);
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

  describe('a provider', () => {
    const moonbeam = 'moonbeam' as ProviderName;

    test('it is asked with its token and its settings, and its picture comes back', async () => {
      const { createManager } = await load<
        typeof import('../../src/background/generating/create-manager.ts')
      >('src/background/generating/create-manager.ts');
      const { services, secrets, asked } = fakeServices(() => new Response(new Uint8Array([1, 2, 3])));
      await secrets.save(moonbeam, secretOf('moon-one'));
      const { defaultSettings } = await loadSettings();
      const current = await services.current();
      const settings = { ...defaultSettings({ routes: [] }), sources: [] };
      const now = { ...current, settings };
      const manager = await createManager(
        { ...services, current: async () => now, latest: () => now },
        SILENT_LOG,
      );
      const result = await manager?.generate('a fox', { style: 'none' });
      expect(result).toMatchObject({ success: true, provider: 'moonbeam' });
      expect(asked).toMatchObject([
        { url: 'https://moonbeam.example/a%20fox', authorization: 'Bearer moon-one' },
      ]);
    });

    test('a job and a picture that name it are kept, also by a version that does not know it', async () => {
      const job = sampleJob({
        status: 'succeeded',
        provider: moonbeam,
        attempts: [{ provider: moonbeam, startedAt: 1, outcome: 'succeeded', routes: [] }],
      });
      const picture = samplePicture({ provider: moonbeam });
      for (const [jobs, gallery] of [
        [await import('../../src/jobs/job-schema.ts'), await import('../../src/gallery/picture-schema.ts')],
        [
          await load<typeof import('../../src/jobs/job-schema.ts')>('src/jobs/job-schema.ts'),
          await load<typeof import('../../src/gallery/picture-schema.ts')>('src/gallery/picture-schema.ts'),
        ],
      ] as const) {
        expect(jobs.parseJob(job)).toEqual(job);
        expect(gallery.parsePicture(picture)).toEqual(picture);
      }
    });

    test('messages, settings and tokens take it', async () => {
      const { MESSAGES } = await loadMessages();
      const { defaultSettings, usableProviders, providersInOrder } = await loadSettings();
      const takes = (schema: { safeParse(value: unknown): { success: boolean } }, value: object) =>
        schema.safeParse(value).success;
      expect(takes(MESSAGES.askInstead.request, { jobId: 'one', provider: 'moonbeam' })).toBe(true);
      expect(takes(MESSAGES.removeToken.request, { slot: 'moonbeam' })).toBe(true);
      expect(takes(MESSAGES.removeToken.request, { slot: 'sunbeam' })).toBe(false);
      expect(takes(MESSAGES.updateSettings.request, { patch: { primary: 'moonbeam' } })).toBe(true);
      const patch = { moonbeam: { enabled: false, model: 'full', timeoutMs: 9_000 } };
      expect(takes(MESSAGES.updateSettings.request, { patch })).toBe(true);
      const settings = { ...defaultSettings({ routes: [] }), primary: moonbeam };
      expect(providersInOrder(settings)).toEqual(['moonbeam', 'huggingface', 'puter']);
      expect(usableProviders(settings, { moonbeam: {} })).toEqual(['moonbeam']);
    });

    test('pages have a place, a sentence and a button for it', async () => {
      const keys = Object.keys(JSON.parse(readFileSync(tree.path(LOCALE), 'utf8')));
      const { placeOf } = await load<typeof import('../../src/ui/options/navigation/panels.ts')>(
        'src/ui/options/navigation/panels.ts',
      );
      expect(placeOf('#moonbeam')).toEqual({ panel: 'accounts', section: 'moonbeam' });

      const { progressSentence } = await load<
        typeof import('../../src/ui/stage/progress/progress-sentence.ts')
      >('src/ui/stage/progress/progress-sentence.ts');
      const attempts = [{ provider: moonbeam, startedAt: 1, routes: [] }];
      expect(progressSentence(sampleJob({ status: 'running', attempts }))?.key).toBe(
        'progress_asking_moonbeam',
      );
      expect(keys).toContain('progress_asking_moonbeam');

      const { accountState } = await load<typeof import('../../src/ui/account/account-state.ts')>(
        'src/ui/account/account-state.ts',
      );
      expect(keys).toContain(accountState(moonbeam, undefined).words.key);

      const { causeActions, causeAdvice } = await load<
        typeof import('../../src/ui/stage/failure/cause-help.ts')
      >('src/ui/stage/failure/cause-help.ts');
      const failed = (code: ErrorCode) => ({
        provider: moonbeam,
        error: { code, message: '', shouldFallback: false },
      });
      expect(causeActions(failed('PAYMENT_REQUIRED'), '')).toEqual([
        { kind: 'link', url: 'https://moonbeam.example/bill', label: 'error_link_moonbeam_bill' },
      ]);
      expect(causeActions(failed('FORBIDDEN'), '')).toEqual([{ kind: 'options', section: 'moonbeam' }]);
      expect(keys).toContain(causeAdvice(failed('MODEL_UNAVAILABLE')));
    });

    test('no other file lists the providers', () => {
      const NAMING = ['huggingface', 'puter'];
      const naming = parsedSources('src', 'entrypoints').filter(({ program }) => {
        const named = new Set<unknown>();
        walk(program, (node) => {
          if (node.type === 'Literal') named.add(node.value);
          if (node.type === 'Property') named.add((node.key as SyntaxNode).name);
        });
        return NAMING.every((name) => named.has(name));
      });
      expect(naming.map(({ path }) => path)).toEqual([
        'src/background/generating/providers.ts',
        'src/background/handlers/tokens.ts',
        'src/generation/default-config.ts',
        'src/generation/provider-facts.ts',
        'src/hub/identify/suggest-name.ts',
        'src/settings/definition.ts',
      ]);
    });
  });

  test('a language: browsers find its folder, and no code lists the languages', () => {
    const isLanguage = (value: unknown) =>
      typeof value === 'string' &&
      /^[a-z]{2}(?:[-_][A-Z]{2})?$/.test(value) &&
      LANGUAGES.includes(value.slice(0, 2));
    const listing = [...parsedSources('src', 'entrypoints'), parsedSource('wxt.config.ts')].filter(
      ({ program }) => {
        let found = false;
        walk(program, (node) => {
          const items =
            node.type === 'ArrayExpression'
              ? (node.elements as (SyntaxNode | null)[]).map((item) => item?.value)
              : node.type === 'ObjectExpression'
                ? (node.properties as SyntaxNode[]).map(({ key }) => (key as SyntaxNode | undefined)?.name)
                : [];
          if (items.filter(isLanguage).length > 1) found = true;
        });
        return found;
      },
    );
    expect(listing.map(({ path }) => path)).toEqual([]);
  });

  test('a page: what it sends is taken as the extension’s own', async () => {
    const { createReceiver } = await loadMessages();
    const own = { id: 'own', origin: 'chrome-extension://own' };
    const receive = createReceiver({ countStars: async () => ({ ok: true, value: 1 }) } as never, own);
    const page = { id: 'own', url: 'chrome-extension://own/almanac.html' };
    expect(await receive({ name: 'countStars', payload: { sky: '*' } }, page)).toMatchObject({ ok: true });
  });
});

/** As many messages may be named together because a test is about just these. */
const SOME = 5;

const LANGUAGES = [
  'ar',
  'de',
  'en',
  'es',
  'fr',
  'he',
  'hi',
  'it',
  'ja',
  'ko',
  'nl',
  'pl',
  'pt',
  'ru',
  'tr',
  'uk',
  'zh',
];
