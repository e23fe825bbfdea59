import { globSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { FAULTS, PROVIDER_NAMES, STYLE_PRESETS } from '../../src/generation/index.ts';
import { LANGUAGES, type Language, tagOf } from '../../src/language/index.ts';
import config from '../../wxt.config.ts';
import { literalsOf, parsedSources, type SyntaxNode, walk } from './source/parsed-source.ts';

type Messages = Record<string, { message: string; description?: string; placeholders?: object }>;

const readLocale = (path: string): Messages => JSON.parse(readFileSync(path, 'utf8'));
const locales = globSync('public/_locales/*/messages.json').map(
  (path) => [path.split('/')[2] ?? '', readLocale(path)] as const,
);
const english = readLocale('public/_locales/en/messages.json');
const keys = new Set(Object.keys(english));
const rooms = new Set([...keys].map((key) => key.split('_')[0] ?? ''));

/** What `t` makes of a name before it looks it up. */
const asKey = (name: string) => name.replaceAll('-', '_');
/** The forms of a key whose sentence has a number in it (`countOf`). */
const FORMS = ['zero', 'one', 'two', 'few', 'many', 'other'];
const formsOf = (name: string) => FORMS.map((form) => `${name}_${form}`);
/** The numbers of the values that go into a text: `$1`, `$2`. */
const placeholders = (text: string) => [...new Set(text.match(/\$\d/g))].sort();

/** Sentences with a number in them, without the form: `gallery_count`. */
const counted = [...keys].flatMap((key) =>
  keys.has(key.replace(/_other$/, '_one')) ? (key.match(/^(.+)_other$/)?.[1] ?? []) : [],
);
/** The sentence that a form is of. */
const countedOf = (key: string) => counted.find((name) => formsOf(name).includes(key));

/** The keys of a language: English ones, and of sentences with a number the forms that the language has. */
function keysOf(locale: string): Set<string> {
  const { pluralCategories } = new Intl.PluralRules(locale.replace('_', '-')).resolvedOptions();
  return new Set([
    ...[...keys].filter((key) => countedOf(key) === undefined),
    ...counted.flatMap((name) => pluralCategories.map((form) => `${name}_${form}`)),
  ]);
}

/** A form that is for one number alone may say it in a word, or not at all: “both pictures”. */
function isForOneNumber(locale: string, key: string): boolean {
  const rules = new Intl.PluralRules(locale.replace('_', '-'));
  const form = key.split('_').at(-1);
  return (
    countedOf(key) !== undefined && NUMBERS.filter((number) => rules.select(number) === form).length === 1
  );
}
const NUMBERS = Array.from({ length: 1_000 }, (_, number) => number);

// Pages, what the background says in menus and notifications, and the facts of providers.
const sources = parsedSources('src/ui', 'src/background', 'src/browser', 'src/generation/provider-facts.ts');
const nodes = sources.flatMap(({ path, program }) => {
  const all: { path: string; node: SyntaxNode }[] = [];
  walk(program, (node) => all.push({ path, node }));
  return all;
});
const named = nodes.flatMap(({ path, node }) =>
  node.type === 'Literal' && typeof node.value === 'string' ? [{ path, name: node.value }] : [],
);
/** Template literals that begin like a key, each as an expression that matches the keys it can make. */
const built = nodes.flatMap(({ path, node }) => {
  if (node.type !== 'TemplateLiteral') return [];
  const parts = (node.quasis as { value: { cooked: string } }[]).map(({ value }) => value.cooked);
  const [room, rest] = (parts[0] ?? '').split('_');
  if (!rooms.has(room ?? '') || rest === undefined || parts.length < 2) return [];
  return [{ path, name: parts.join('…'), pattern: new RegExp(`^${parts.join('\\w+')}$`) }];
});

test('every language has its texts', () => {
  expect(locales.map(([locale]) => locale).toSorted()).toEqual(LANGUAGES.toSorted());
});

describe.each(locales)('%s', (locale, messages) => {
  const wanted = keysOf(locale);
  const has = new Set(Object.keys(messages));

  test('has every key, and no other', () => {
    expect({
      [`missing in ${locale}`]: [...wanted.difference(has)],
      [`not in English, or no plural form of ${locale}`]: [...has.difference(wanted)],
    }).toEqual({
      [`missing in ${locale}`]: [],
      [`not in English, or no plural form of ${locale}`]: [],
    });
  });

  test('has the same values in each text', () => {
    const wrong = Object.entries(messages).flatMap(([key, { message }]) => {
      const name = countedOf(key);
      const model = placeholders(english[name === undefined ? key : `${name}_other`]?.message ?? '');
      const own = placeholders(message);
      if (own.join() === model.join()) return [];
      return isForOneNumber(locale, key) && own.every((value) => model.includes(value))
        ? []
        : [`${key} has ${own.join() || 'none'}, not ${model.join() || 'none'}`];
    });
    expect(wrong).toEqual([]);
  });

  test('says which language it is, and how it runs', () => {
    expect(messages.common_language?.message).toBe(tagOf(locale as Language));
    expect(messages.common_direction?.message).toBe(locale === 'ar' ? 'rtl' : 'ltr');
  });

  // WCAG 2.5.3: who speaks to the page says the word that is seen.
  test('shows no short label that is not part of the name it stands for', () => {
    const labels = Object.keys(messages).filter((key) => key.endsWith('_brief'));
    expect(labels).not.toEqual([]);
    for (const key of labels) {
      const name = messages[key.slice(0, -'_brief'.length)]?.message.toLowerCase();
      expect(name).toContain(messages[key]?.message.toLowerCase());
    }
  });

  test('says something for each key, in what browsers take for one', () => {
    for (const [key, { message }] of Object.entries(messages)) {
      expect(key).toMatch(/^[A-Za-z0-9_]+$/);
      expect([key, message.trim()]).toEqual([key, message]);
      expect([key, message]).not.toEqual([key, '']);
      // Chromium takes `$1$` for a placeholder of that name, and refuses the whole extension.
      expect([key, message.match(/\$[\w@]+\$/)]).toEqual([key, null]);
    }
  });
});

test('no text has a word between two dollar signs: Chromium looks for its placeholder, and refuses the whole extension', () => {
  const broken = locales.flatMap(([locale, messages]) =>
    Object.entries(messages)
      .filter(([, { message, placeholders }]) => !placeholders && /\$[\w@]+\$/.test(message))
      .map(([key]) => `${locale}: ${key}`),
  );
  expect(broken).toEqual([]);
});

describe('keys', () => {
  test('that the pages name exist', () => {
    const like = /^[a-z]+(?:_[\w-]+)+$/;
    const wanted = named.filter(({ name }) => like.test(name) && rooms.has(name.split('_')[0] ?? ''));
    expect(wanted.length).toBeGreaterThan(100);
    expect(wanted.filter(({ name }) => !keys.has(asKey(name)) && !keys.has(`${asKey(name)}_other`))).toEqual(
      [],
    );
  });

  test('that are handed straight to `t` or `countOf` exist, and get as many values as they take', () => {
    let calls = 0;
    for (const { path, node } of nodes) {
      const { name = '' } = (node.callee as { name?: string } | undefined) ?? {};
      if (node.type !== 'CallExpression' || !['t', 'countOf'].includes(name)) continue;
      const [first, ...rest] = node.arguments as SyntaxNode[];
      if (first?.type !== 'Literal' || rest.some(({ type }) => type === 'SpreadElement')) continue;
      const isCounted = name === 'countOf';
      const key = isCounted ? `${first.value}_other` : String(first.value);
      // The number goes into the sentence where nothing else does.
      const values = isCounted && rest.length > 1 ? rest.slice(1) : rest;
      calls += 1;
      expect([path, key, placeholders(english[key]?.message ?? 'missing: $9').length]).toEqual([
        path,
        key,
        values.length,
      ]);
    }
    expect(calls).toBeGreaterThan(50);
  });

  test('that the pages put together lead somewhere', () => {
    expect(built.length).toBeGreaterThan(10);
    expect(built.filter(({ pattern }) => ![...keys].some((key) => pattern.test(key)))).toEqual([]);
  });

  test('that the manifest names exist', async () => {
    const manifest = await (config.manifest as (env: object) => unknown)({ browser: 'chrome' });
    const wanted = [...JSON.stringify(manifest).matchAll(/__MSG_(\w+)__/g)].map(([, key]) => key ?? '');
    expect(wanted).toContain('extension_description');
    expect(wanted.filter((key) => !keys.has(key))).toEqual([]);
  });

  test('are all used', () => {
    const used = new Set(named.flatMap(({ name }) => [asKey(name), ...formsOf(asKey(name))]));
    const manifest = [...keys].filter((key) => key.startsWith('extension_') || key.startsWith('command_'));
    const unused = [...keys].filter(
      (key) => !used.has(key) && !manifest.includes(key) && !built.some(({ pattern }) => pattern.test(key)),
    );
    expect(unused).toEqual([]);
  });
});

describe('a sentence for everything that has a name', () => {
  const codes = literalsOf('ErrorCode', 'src/generation/types.ts').filter((code) => code !== 'CANCELLED');
  const verdicts = literalsOf('Verdict', 'src/hub/types.ts');

  test.each<[string, readonly string[]]>([
    [
      'problem_',
      literalsOf(
        'ProblemCode',
        'src/messages/problems.ts',
        'src/settings/problem.ts',
        'src/settings/presets/style.ts',
        'src/settings/backup/backup.ts',
        'src/generation/request.ts',
      ),
    ],
    ['error_', [...codes, 'DUAL_PROVIDER_FAILURE', 'STORAGE_FAILED', 'interrupted']],
    ['error_cause_', codes],
    ['popup_step_', codes.filter((code) => code !== 'UNKNOWN')],
    ['common_', PROVIDER_NAMES],
    ['style_', STYLE_PRESETS],
    ['error_fault_', FAULTS],
    ['chain_verdict_', verdicts],
    ['popup_verdict_', verdicts],
    ['popup_outcome_', literalsOf('Outcome', 'src/hub/types.ts')],
  ])('%s…', (start, names) => {
    expect(names.length).toBeGreaterThan(1);
    expect(names.filter((name) => !keys.has(start + asKey(name)))).toEqual([]);
  });
});

test.each([
  ['progress_backup_RATE_LIMIT', 'Primary service busy, trying backup…'],
  ['progress_backup_SERVER_ERROR', 'Primary service error, trying backup…'],
  ['progress_backup_SERVICE_UNAVAILABLE', 'Primary service unavailable, trying backup…'],
  ['progress_backup_TIMEOUT', 'Primary service timeout, trying backup…'],
  ['error_UNAUTHORIZED', 'Authentication error. Please refresh.'],
  ['error_VALIDATION_ERROR', 'Invalid request. Please check your input.'],
  ['error_DUAL_PROVIDER_FAILURE', 'Both image generation services are currently unavailable.'],
])('%s is in the words of seed 004', (key, words) => {
  expect(english[key]?.message).toBe(words);
});

test('what a service said is never a text of ours', () => {
  const ours: string[] = [];
  for (const { path, program } of parsedSources('src'))
    walk(program, (node) => {
      const [key, value] = [node.key, node.value] as (SyntaxNode | undefined)[];
      if (node.type !== 'Property' || key?.name !== 'detail') return;
      if (value?.type === 'Literal' || value?.type === 'TemplateLiteral') ours.push(path);
    });
  expect(ours).toEqual([]);
});

describe('no page has text outside of the locale', () => {
  const LETTER = /\p{L}/u;
  const SPOKEN = new Set([
    'title',
    'aria-label',
    'placeholder',
    'alt',
    'label',
    'summary',
    'hint',
    'note',
    'lead',
  ]);
  /** What is the same in every language. */
  const NAMES = new Set(['Understudy', 'owner/name', 'https://…', 'hf_…']);

  test('between tags', () => {
    const words = nodes
      .filter(({ node }) => node.type === 'JSXText')
      .map(({ path, node }) => ({ path, words: String(node.value).trim() }))
      .filter(({ words }) => LETTER.test(words) && !NAMES.has(words));
    expect(words).toEqual([]);
  });

  test('in what is read out or shown of an attribute', () => {
    const words = nodes
      .filter(
        ({ node }) => node.type === 'JSXAttribute' && SPOKEN.has(String((node.name as SyntaxNode).name)),
      )
      .map(({ path, node }) => ({ path, words: (node.value as SyntaxNode | null)?.value }))
      .filter(({ words }) => typeof words === 'string' && LETTER.test(words) && !NAMES.has(words));
    expect(words).toEqual([]);
  });
});
