import type { Case } from './runner.mjs';

/** Variants of the given cases: the same rules with other types of repository and hub, other operations and other headers. */

type Fields = Record<string, unknown>;

const absent = { status: 404, headers: { 'X-Error-Code': 'RepoNotFound' } };
const present = { status: 200, json: { id: 'o/r' } };
const down = { error: 'network' };
const model = { type: 'model', id: 'o/r' };
const dataset = { type: 'dataset', id: 'o/r' };
const mark = { op: 'mark' };

function source(id: string, more: Fields = {}): Fields {
  const priority = 'abcdefghk'.indexOf(id) + 1;
  return { id, name: id, url: `https://${id}.test`, type: 'huggingface', priority, enabled: true, ...more };
}

const kohaku = (id: string, more: Fields = {}) => source(id, { type: 'kohakuhub', ...more });
const get = (url: string, ...responses: Fields[]) => ({ method: 'GET', url, responses });
const post = (url: string, ...responses: Fields[]) => ({ method: 'POST', url, responses });
const at = (id: string, ...responses: Fields[]) => get(`https://${id}.test/api/models/o/r`, ...responses);
const locate = (ref: Fields = model, ...more: unknown[]) => ({ op: 'locate', args: [ref, ...more] });
const advance = (seconds: number) => ({ op: 'advance', seconds });
const setSources = (...sources: Fields[]) => ({ op: 'setSources', sources });

let count = 0;
function example(group: string, title: string, given: Fields, when: Fields[], then: Fields): Case {
  count += 1;
  return { id: `own-${count}`, group, rule: 'neighbour', title, given, when, then } as unknown as Case;
}

const PNG =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

const verdicts = [
  example(
    'verdict',
    'disabled in the body needs no id, and comes before what was proxied',
    { sources: [kohaku('k')], remote: [at('k', { status: 200, json: { disabled: true, _source: 'HF' } })] },
    [locate()],
    { results: [{ outcome: 'disabled', attempts: [{ verdict: 'disabled', status: 200 }] }] },
  ),
  example(
    'verdict',
    'disabled from another origin is invalid',
    {
      sources: [source('a')],
      remote: [at('a', { status: 200, json: { id: 'o/r', disabled: true }, finalUrl: 'https://b.test/' })],
    },
    [locate()],
    { results: [{ outcome: 'unavailable', attempts: [{ verdict: 'invalid' }] }] },
  ),
  example(
    'verdict',
    'modelId stands in for an id that is no text, and is the canonical id',
    { sources: [source('a')], remote: [at('a', { status: 200, json: { id: 7, modelId: 'O/R' } })] },
    [locate()],
    { results: [{ outcome: 'found', canonicalId: 'O/R' }] },
  ),
  example(
    'verdict',
    'a _source of local, null or nothing at all is the hub itself',
    {
      sources: [kohaku('a'), kohaku('b'), kohaku('c')],
      remote: [
        at('a', { status: 200, json: { id: 'o/r', _source: null } }),
        at('b', { status: 200, json: { id: 'o/r', _source: 'local' } }),
        at('c', present),
      ],
    },
    [locate(model, { complete: true })],
    { results: [{ source: 'a', alternatives: ['b', 'c'] }] },
  ),
  example(
    'verdict',
    'gated: false and gated: null are open, gated: manual is gated, from the cache too',
    {
      sources: [source('a')],
      remote: [
        get('https://a.test/api/models/o/1', { status: 200, json: { id: 'o/1', gated: false } }),
        get('https://a.test/api/models/o/2', { status: 200, json: { id: 'o/2', gated: null } }),
        get('https://a.test/api/models/o/3', { status: 200, json: { id: 'o/3', gated: 'manual' } }),
      ],
    },
    ['o/1', 'o/2', 'o/3', 'o/3'].map((id) => locate({ type: 'model', id })),
    {
      results: [
        { access: 'open' },
        { access: 'open' },
        { access: 'gated' },
        { access: 'gated', fromCache: true },
      ],
    },
  ),
  example(
    'verdict',
    'RateLimit with several quotas, the used-up one counts',
    {
      sources: [source('a')],
      remote: [at('a', { status: 429, headers: { RateLimit: '"pages";r=9;t=5, "api"; r=0; t=120' } })],
    },
    [locate()],
    { results: [{ outcome: 'rate-limited', retryAfterSeconds: 120 }] },
  ),
  example(
    'verdict',
    'a Retry-After over an hour is unknown, and the RateLimit beside it counts',
    {
      sources: [source('a')],
      remote: [at('a', { status: 429, headers: { 'Retry-After': '3601', RateLimit: '"api";r=0;t=9' } })],
    },
    [locate()],
    { results: [{ retryAfterSeconds: 9 }] },
  ),
  example(
    'verdict',
    'a refused token, EntryNotFound without it: that is present',
    {
      sources: [source('a', { token: 'tok_a' })],
      remote: [at('a', { status: 401 }, { status: 404, headers: { 'X-Error-Code': 'EntryNotFound' } })],
    },
    [locate()],
    { results: [{ outcome: 'found', confidence: 'confirmed' }] },
  ),
  example(
    'verdict',
    'a refused token, silence without it: token-rejected, within one time-out',
    {
      settings: { timeoutMs: 60 },
      sources: [source('a', { token: 'tok_a' })],
      remote: [at('a', { status: 401 }, { error: 'hang' })],
    },
    [{ ...locate(), withinMs: 400 }],
    { results: [{ outcome: 'token-rejected', attempts: [{ status: 401 }] }] },
  ),
  example(
    'verdict',
    'the body of an error need not end',
    {
      settings: { timeoutMs: 900 },
      sources: [source('a')],
      remote: [at('a', { status: 404, bodyHang: true })],
    },
    [{ ...locate(), withinMs: 300 }],
    { results: [{ outcome: 'not-found' }] },
  ),
  example(
    'verdict',
    'a message that quotes the token does not pass it on',
    {
      sources: [source('a', { token: 'tok_secret' })],
      remote: [at('a', { status: 403, headers: { 'X-Error-Message': 'Bearer tok_secret may not' } })],
    },
    [locate()],
    { results: [{ attempts: [{ message: '[redacted] may not' }] }] },
  ),
];

const locations = [
  example(
    'location',
    'complete waits for every source and needs no grace',
    {
      settings: { graceMs: 10 },
      sources: [source('a'), source('b'), source('c')],
      remote: [at('a', { ...absent, delayMs: 60 }), at('b', present), at('c', { ...present, delayMs: 40 })],
    },
    [locate(model, { complete: true })],
    {
      results: [
        {
          source: 'b',
          confidence: 'confirmed',
          alternatives: ['c'],
          attempts: [{ verdict: 'absent' }, { verdict: 'present' }, { verdict: 'present' }],
        },
      ],
    },
  ),
  example(
    'location',
    'a source limited to owners is not asked about a name without one',
    {
      sources: [source('a', { namespaces: ['o'] }), source('b')],
      remote: [get('https://b.test/api/models/gpt2', { status: 200, json: { id: 'gpt2' } })],
    },
    [locate({ type: 'model', id: 'gpt2' })],
    { results: [{ source: 'b' }], requests: { total: 1 } },
  ),
  example(
    'location',
    'two sources pin one owner: both are asked, in their order',
    {
      sources: [source('a'), source('b', { namespaces: ['O'] }), source('c', { namespaces: ['x', 'o'] })],
      remote: [at('a', present), at('b', absent), at('c', present)],
    },
    [locate()],
    { results: [{ source: 'c', confidence: 'confirmed', attempts: [{ source: 'b' }, { source: 'c' }] }] },
  ),
  example(
    'location',
    'maxConcurrent holds across walks and lists',
    {
      settings: { maxConcurrent: 2 },
      sources: [source('a'), source('b')],
      remote: [
        get('https://a.test/*', { ...absent, delayMs: 8 }),
        get('https://b.test/*', { ...absent, delayMs: 8 }),
      ],
    },
    [
      {
        op: 'together',
        steps: [
          locate(),
          locate(dataset),
          { op: 'list', args: ['model', {}] },
          { op: 'userProfile', args: ['u'] },
        ],
        error: 'some',
      },
    ],
    { maxInFlight: 2, minInFlight: 2 },
  ),
  example(
    'location',
    'who waits for a turn leaves without having asked',
    {
      settings: { maxConcurrent: 1, timeoutMs: 300 },
      sources: [source('a')],
      remote: [
        get('https://a.test/api/models/o/slow', { ...absent, delayMs: 60 }),
        get('https://a.test/api/models/*', present),
      ],
    },
    [
      {
        op: 'together',
        steps: [locate({ type: 'model', id: 'o/slow' }), locate({ type: 'model', id: 'o/fast' })],
      },
      mark,
      { ...locate({ type: 'model', id: 'o/other' }), abortAfterMs: 0, error: true },
    ],
    {
      results: [{ $each: [{ outcome: 'not-found' }, { outcome: 'found' }] }, { name: 'AbortError' }],
      requests: { total: 0 },
    },
  ),
  example(
    'location',
    'an info that is aborted lets the locate beside it be',
    { sources: [source('a')], remote: [at('a', { ...present, delayMs: 40 })] },
    [{ op: 'info', args: [model], concurrent: 3, abortAfterMs: 8, abortOnly: 2, error: 'some' }],
    {
      results: [{ $each: [{ name: 'AbortError' }, { name: 'AbortError' }, { id: 'o/r' }] }],
      requests: { total: 1, notAborted: ['GET https://a.test/api/models/o/r'] },
    },
  ),
];

const caches = [
  example(
    'cache',
    'a mixed chain: another case is known at Hugging Face and asked at KohakuHub',
    {
      sources: [kohaku('a'), source('b')],
      remote: [
        get('https://a.test/api/models/*', absent),
        get('https://b.test/api/models/*', { status: 200, json: { id: 'Org/Name' } }),
      ],
    },
    [
      locate({ type: 'model', id: 'Org/Name' }),
      mark,
      locate({ type: 'model', id: 'org/name' }),
      locate({ type: 'model', id: 'Org/Name' }),
    ],
    {
      results: [{ source: 'b' }, { source: 'b', canonicalId: 'Org/Name' }, { source: 'b', fromCache: true }],
      requests: { exactly: ['GET https://a.test/api/models/org/name'] },
      cache: { count: 1 },
    },
  ),
  example(
    'cache',
    'another type of hub re-asks that source alone',
    { sources: [source('a'), source('b')], remote: [at('a', absent), at('b', present)] },
    [locate(), mark, setSources(kohaku('a'), source('b')), locate()],
    {
      results: [{}, { source: 'b', confidence: 'confirmed' }],
      requests: { exactly: ['GET https://a.test/api/models/o/r?fallback=false'] },
    },
  ),
  example(
    'cache',
    'a trailing slash makes no other source',
    { sources: [source('a')], remote: [at('a', present)] },
    [locate(), mark, setSources(source('a', { url: 'https://a.test/' })), locate()],
    { results: [{}, { fromCache: true }], requests: { total: 0 } },
  ),
  example(
    'cache',
    'a source that comes back is remembered',
    { sources: [source('a'), source('b')], remote: [at('a', absent), at('b', present)] },
    [locate(), mark, setSources(source('b')), locate(), setSources(source('a'), source('b')), locate()],
    {
      results: [{}, { fromCache: true }, { source: 'b', confidence: 'confirmed', fromCache: true }],
      requests: { total: 0 },
    },
  ),
  example(
    'cache',
    'what an unavailable walk learned is kept for 60 s',
    {
      sources: [source('a'), source('b')],
      remote: [at('a', absent), at('b', down, present)],
      now: 1767225600000,
    },
    [locate(), mark, advance(59), locate()],
    {
      results: [
        { outcome: 'unavailable' },
        { source: 'b', confidence: 'confirmed', attempts: [{ cached: true }, {}] },
      ],
      requests: { exactly: ['GET https://b.test/api/models/o/r'] },
      cache: { records: [{ expiresAt: 1767225660000, said: ['absent', 'present'] }] },
    },
  ),
  example(
    'cache',
    'a provisional location that is confirmed later still ends after its 60 s',
    {
      sources: [source('a'), source('b')],
      remote: [at('a', down, absent), at('b', present)],
      now: 1767225600000,
    },
    [locate(), advance(30), locate(), advance(31), mark, locate()],
    {
      results: [{ confidence: 'provisional' }, { confidence: 'confirmed' }, { fromCache: false }],
      requests: { total: 2 },
    },
  ),
  example(
    'cache',
    'a provisional location asks again above itself, not below',
    {
      sources: [source('a'), source('b'), source('c')],
      remote: [
        at('a', down, { ...down, delayMs: 15 }),
        at('b', present),
        // Never: on a busy machine any delay may be over before the answer of b is read.
        at('c', { error: 'hang' }),
      ],
    },
    [locate(), mark, locate()],
    {
      results: [
        {},
        { source: 'b', attempts: [{ verdict: 'unreachable' }, { cached: true }, { verdict: 'cancelled' }] },
      ],
      requests: { exactly: ['GET https://a.test/api/models/o/r'] },
    },
  ),
  example(
    'cache',
    'cacheTtlSeconds 0 remembers nothing that was confirmed',
    { settings: { cacheTtlSeconds: 0 }, sources: [source('a')], remote: [at('a', present)] },
    [locate(), locate()],
    { results: [{}, { fromCache: false }], requests: { total: 2 } },
  ),
  example(
    'cache',
    'complete asks those that an early answer left out, and remembers them',
    { sources: [source('a'), source('b')], remote: [at('a', present), at('b', { ...present, delayMs: 20 })] },
    [locate(), mark, locate(model, { complete: true }), locate(model, { complete: true }), locate()],
    {
      results: [
        { alternatives: [] },
        { alternatives: ['b'], fromCache: false, attempts: [{ cached: true }, { verdict: 'present' }] },
        { alternatives: ['b'], fromCache: true },
        { alternatives: ['b'], fromCache: true },
      ],
      requests: { exactly: ['GET https://b.test/api/models/o/r'] },
    },
  ),
  example(
    'cache',
    'a stale location still gives a URL',
    { sources: [source('a')], remote: [at('a', { status: 200, json: { id: 'new/name' } }, down)] },
    [locate(), advance(4000), { op: 'resolve', args: [model, 'f'] }],
    {
      results: [{}, { url: 'https://a.test/new/name/resolve/main/f', source: 'a', confidence: 'confirmed' }],
    },
  ),
  example(
    'cache',
    'a stale provisional location is stale and provisional; a stale not-found is none',
    {
      sources: [source('a'), source('b')],
      remote: [
        at('a', down),
        at('b', present, down),
        get('https://a.test/api/datasets/o/r', absent, down),
        get('https://b.test/api/datasets/o/r', absent, down),
      ],
    },
    [locate(), locate(dataset), advance(200), locate(), locate(dataset)],
    {
      results: [
        { confidence: 'provisional' },
        { outcome: 'not-found' },
        { source: 'b', confidence: 'provisional', stale: true },
        { outcome: 'unavailable', stale: '!absent' },
      ],
    },
  ),
  example(
    'cache',
    'fresh has no stale answer',
    { sources: [source('a')], remote: [at('a', present, down)] },
    [locate(), advance(4000), locate(model, { fresh: true }), locate()],
    { results: [{}, { outcome: 'unavailable', stale: '!absent' }, { stale: true }] },
  ),
  example(
    'cache',
    'a dataset that its host lost on tree is found elsewhere',
    {
      sources: [kohaku('a'), source('b')],
      remote: [
        get('https://a.test/api/datasets/o/r', present, absent),
        get('https://b.test/api/datasets/o/r', { ...absent, delayMs: 20 }, present),
        get('https://a.test/api/datasets/o/r/tree/main', {
          status: 200,
          json: [],
          headers: { 'X-Source': 'b' },
        }),
        get('https://b.test/api/datasets/o/r/tree/main', { status: 200, json: [{ path: 'f' }] }),
      ],
    },
    [locate(dataset), mark, { op: 'tree', args: [dataset] }, locate(dataset)],
    {
      results: [{ source: 'a' }, { items: [{ path: 'f' }], _source: 'b' }, { source: 'b', fromCache: true }],
    },
  ),
  example(
    'cache',
    'a time-out, a 429 and a page from the host let nobody stand in',
    {
      settings: { timeoutMs: 60 },
      sources: [source('a'), source('b')],
      remote: [
        at('a', present),
        at('b', { ...present, delayMs: 20 }),
        get(
          'https://a.test/api/models/o/r/tree/main',
          { error: 'hang' },
          { status: 429, headers: { 'Retry-After': '7' } },
          { status: 200, body: '<html>' },
        ),
      ],
    },
    [
      locate(),
      mark,
      ...['unavailable', 'rate-limited', 'unavailable'].map(() => ({
        op: 'tree',
        args: [model],
        error: true,
      })),
      locate(),
    ],
    {
      results: [
        {},
        { outcome: 'unavailable' },
        { outcome: 'rate-limited', status: 429 },
        { outcome: 'unavailable' },
        { fromCache: true },
      ],
      requests: { excludes: ['GET https://b.test/*'] },
    },
  ),
];

const coolDowns = [
  example(
    'cool-down',
    'an unknown wait is 60 s, and the time left is told',
    { sources: [source('a')], remote: [at('a', { status: 429 }, present)] },
    [locate(), advance(20), locate(), advance(41), locate()],
    {
      results: [
        { outcome: 'rate-limited', retryAfterSeconds: '!absent' },
        { outcome: 'rate-limited', retryAfterSeconds: 40, attempts: [{ verdict: 'skipped' }] },
        { outcome: 'found' },
      ],
    },
  ),
  example(
    'cool-down',
    'a 429 on a tree rests the source for the next walk',
    {
      sources: [source('a'), source('b')],
      remote: [
        at('a', present),
        at('b', { ...absent, delayMs: 10 }),
        get('https://a.test/api/models/o/r/tree/main', { status: 429, headers: { 'Retry-After': '50' } }),
        get('https://b.test/api/models/o/s', present),
      ],
    },
    [locate(), { op: 'tree', args: [model], error: true }, locate({ type: 'model', id: 'o/s' })],
    { results: [{}, {}, { source: 'b', confidence: 'provisional', attempts: [{ verdict: 'skipped' }, {}] }] },
  ),
  example(
    'cool-down',
    'failures under way together rest a source once, not the longer for each',
    { sources: [source('a')], remote: [get('https://a.test/*', ...Array(6).fill({ status: 500 }), present)] },
    [
      { op: 'together', steps: [1, 2, 3, 4, 5, 6].map((n) => locate({ type: 'model', id: `o/${n}` })) },
      advance(31),
      locate(),
    ],
    { results: [{}, { outcome: 'found' }] },
  ),
  example(
    'cool-down',
    'another token ends a cool-down',
    { sources: [source('a')], remote: [at('a', { status: 429 }, present)] },
    [locate(), setSources(source('a', { token: 'tok_a' })), locate()],
    { results: [{}, { outcome: 'found' }] },
  ),
  example(
    'cool-down',
    'a source that rests is skipped in a list, and said to be',
    {
      sources: [source('a'), source('b')],
      remote: [
        get('https://a.test/api/models', { status: 429 }),
        get('https://b.test/api/models', { status: 200, json: [] }),
      ],
    },
    [
      { op: 'list', args: ['model', {}] },
      mark,
      { op: 'list', args: ['model', {}] },
      { op: 'list', args: ['model', {}, { fresh: true }] },
    ],
    {
      results: [
        {},
        { sources: [{ verdict: 'skipped' }, { verdict: 'present' }] },
        { sources: [{ verdict: 'rate-limited' }, {}] },
      ],
      requests: { count: { 'GET https://a.test/api/models': 1 } },
    },
  ),
];

const mappings = [
  ...(['dataset', 'model'] as const).map((type) =>
    example(
      'mapping',
      `${type} on kohakuhub, with a revision, a token and a mirror path`,
      {
        sources: [kohaku('k', { url: 'https://k.test/mirror/', token: 'tok_k' })],
        remote: [
          get(`https://k.test/mirror/api/${type}s/o/r/revision/v%2F1`, present),
          get(`https://k.test/mirror/api/${type}s/o/r/tree/v%2F1/d`, { status: 200, json: [] }),
          post(`https://k.test/mirror/api/${type}s/o/r/paths-info/v%2F1`, { status: 200, json: [] }),
        ],
      },
      [
        { op: 'tree', args: [{ type, id: 'o/r', revision: 'v/1' }, 'd'] },
        { op: 'pathsInfo', args: [{ type, id: 'o/r', revision: 'v/1' }, ['d/f']] },
        { op: 'resolve', args: [{ type, id: 'o/r', revision: 'v/1' }, 'd/f'] },
        { op: 'page', args: [{ type, id: 'o/r' }] },
      ],
      {
        results: [
          { _source_url: 'https://k.test/mirror' },
          {},
          { url: `https://k.test/mirror/${type}s/o/r/resolve/v%2F1/d/f` },
          { url: `https://k.test/mirror/${type}s/o/r`, source: 'k', confidence: 'confirmed' },
        ],
      },
    ),
  ),
  example(
    'mapping',
    'pages on Hugging Face: models at the root, the others in folders; the new id after a rename',
    {
      sources: [source('a')],
      remote: [
        at('a', { status: 200, json: { id: 'new/name' } }),
        get('https://a.test/api/spaces/o/r', present),
      ],
    },
    [
      { op: 'page', args: [model] },
      { op: 'page', args: [{ type: 'space', id: 'o/r' }] },
    ],
    { results: [{ url: 'https://a.test/new/name' }, { url: 'https://a.test/spaces/o/r' }] },
  ),
  example(
    'mapping',
    'tree and paths-info go to the new id after a rename',
    {
      sources: [source('a')],
      remote: [
        at('a', { status: 200, json: { id: 'New/Name' } }),
        get('https://a.test/api/models/New/Name/tree/main', { status: 200, json: [] }),
        post('https://a.test/api/models/New/Name/paths-info/main', { status: 200, json: [] }),
        get('https://a.test/api/models/New/Name', { status: 200, json: { id: 'New/Name' } }),
      ],
    },
    [
      { op: 'tree', args: [model] },
      { op: 'pathsInfo', args: [model, ['f']] },
      { op: 'info', args: [model] },
    ],
    { results: [{ items: [] }, { items: [] }, { id: 'New/Name' }] },
  ),
  example(
    'mapping',
    'expand goes with the probe, so that one request is enough; a KohakuHub is not bothered with it',
    {
      sources: [kohaku('a'), source('b')],
      remote: [
        at('a', absent),
        at('b', { status: 200, json: { id: 'o/r', gated: 'auto', inferenceProviderMapping: {} } }),
      ],
    },
    [{ op: 'info', args: [model, { expand: ['inferenceProviderMapping'] }] }, locate()],
    {
      results: [{ inferenceProviderMapping: {} }, { access: 'gated', fromCache: true }],
      requests: {
        total: 2,
        includes: ['GET https://b.test/api/models/o/r?expand[]=inferenceProviderMapping'],
        excludes: ['GET https://a.test/api/models/o/r?expand[]=inferenceProviderMapping'],
      },
    },
  ),
  example(
    'mapping',
    'a revision that is not there is reported by every operation, without asking twice',
    {
      sources: [source('a')],
      remote: [
        get('https://a.test/api/models/o/r/revision/x', {
          status: 404,
          headers: { 'X-Error-Code': 'RevisionNotFound' },
        }),
      ],
    },
    [{ op: 'resolve', args: [{ ...model, revision: 'x' }, 'f'], error: true }],
    {
      results: [{ name: 'HubError', outcome: 'found', code: 'RevisionNotFound', status: 404 }],
      requests: { total: 1 },
    },
  ),
  example(
    'mapping',
    'a gated tree is a found repository that names GatedRepo',
    {
      sources: [source('a')],
      remote: [
        at('a', present),
        get('https://a.test/api/models/o/r/tree/main', {
          status: 401,
          headers: { 'X-Error-Code': 'GatedRepo' },
        }),
      ],
    },
    [{ op: 'tree', args: [model], error: true }],
    { results: [{ outcome: 'found', code: 'GatedRepo', status: 401 }] },
  ),
  ...['.', '..'].map((revision) =>
    example(
      'mapping',
      `a revision ${revision} is refused without a request`,
      { sources: [source('a')], remote: [get('https://a.test/*', present)] },
      [locate({ ...model, revision }), { op: 'resolve', args: [{ ...model, revision }, 'f'], error: true }],
      { results: [{ outcome: 'not-found', source: '!absent' }, { url: '!absent' }], requests: { total: 0 } },
    ),
  ),
  ...['a//b', '/a', 'a/', '..', ''].map((path) =>
    example(
      'mapping',
      `the file "${path}" is refused without a request`,
      { sources: [source('a')], remote: [get('https://a.test/*', present)] },
      [
        { op: 'resolve', args: [model, path], error: true },
        { op: 'pathsInfo', args: [model, ['fine', path]], error: true },
        { op: 'tree', args: [model, path || '.'], error: true },
      ],
      { results: [{ name: 'HubError' }, {}, {}], requests: { total: 0 } },
    ),
  ),
  example(
    'mapping',
    'a tree of several pages is whole, and stays on its origin',
    {
      sources: [kohaku('k')],
      remote: [
        at('k', present),
        get('https://k.test/api/models/o/r/tree/main?cursor=2', {
          status: 200,
          json: [{ path: 'b' }],
          headers: { Link: '<https://evil.test/x>; rel="next"' },
        }),
        get('https://k.test/api/models/o/r/tree/main', {
          status: 200,
          json: [{ path: 'a' }],
          headers: { Link: '</api/models/o/r/tree/main?cursor=2>; rel="next"' },
        }),
      ],
    },
    [{ op: 'tree', args: [model] }],
    {
      results: [{ items: [{ path: 'a' }, { path: 'b' }] }],
      requests: {
        excludes: ['GET https://evil.test/x'],
        includes: ['GET https://k.test/api/models/o/r/tree/main?cursor=2&fallback=false'],
      },
    },
  ),
];

const lists = [
  example(
    'lists',
    'KohakuHub: author, limit and sort in its words, and nothing it does not know',
    { sources: [kohaku('k')], remote: [get('https://k.test/api/datasets', { status: 200, json: [] })] },
    [
      {
        op: 'list',
        args: ['dataset', { search: 'x', author: 'o', limit: 7, sort: 'newest', pipeline_tag: 't' }],
      },
    ],
    {
      requests: {
        exactly: ['GET https://k.test/api/datasets?author=o&limit=7&sort=recent&fallback=false'],
        excludes: [
          'GET https://k.test/api/datasets?search=x',
          'GET https://k.test/api/datasets?pipeline_tag=t',
        ],
      },
    },
  ),
  example(
    'lists',
    'the next page is followed on the own origin, until there is enough',
    {
      sources: [source('a'), source('b')],
      remote: [
        get('https://a.test/api/models?cursor=2', {
          status: 200,
          json: [{ id: 'a/2' }],
          headers: { Link: '<https://a.test/api/models?cursor=3>; rel="next"' },
        }),
        get('https://a.test/api/models', {
          status: 200,
          json: [{ id: 'a/1' }],
          headers: { Link: '<https://a.test/api/models?cursor=2>; rel="next"' },
        }),
        get('https://b.test/api/models', {
          status: 200,
          json: [{ id: 'b/1' }],
          headers: { Link: '<https://a.test/api/models?cursor=2>; rel="next"' },
        }),
      ],
    },
    [{ op: 'list', args: ['model', { limit: 2, author: 'x' }] }],
    {
      results: [{ items: [{ id: 'a/1' }, { id: 'b/1' }], sources: [{ count: 2 }, { count: 2 }] }],
      requests: {
        total: 4,
        includes: ['GET https://b.test/api/models?cursor=2'],
        excludes: ['GET https://a.test/api/models?cursor=3'],
      },
    },
  ),
  example(
    'lists',
    'a list that breaks off is given as far as it came, and the break is said',
    {
      sources: [source('a')],
      remote: [
        get('https://a.test/api/models?cursor=2', { status: 500 }),
        get('https://a.test/api/models', {
          status: 200,
          json: [{ id: 'a/1' }],
          headers: { Link: '</api/models?cursor=2>; rel="next"' },
        }),
      ],
    },
    [{ op: 'list', args: ['model', {}] }],
    {
      results: [{ items: [{ id: 'a/1' }], sources: [{ verdict: 'present', count: 1, code: 'unreachable' }] }],
    },
  ),
  example(
    'lists',
    'a search that a KohakuHub’s limit cut short is asked again, wider',
    {
      sources: [kohaku('k')],
      remote: [
        get('https://k.test/api/models?limit=1000', { status: 200, json: [{ id: 'o/a' }, { id: 'o/sdxl' }] }),
        get('https://k.test/api/models?limit=1', { status: 200, json: [{ id: 'o/a' }] }),
      ],
    },
    [{ op: 'list', args: ['model', { search: 'SDXL', limit: 1 }] }],
    { results: [{ items: [{ id: 'o/sdxl' }] }], requests: { total: 2 } },
  ),
  example(
    'lists',
    'all failing is an error that says which way',
    {
      sources: [source('a'), kohaku('k')],
      remote: [
        get('https://a.test/api/models', { status: 429, headers: { 'Retry-After': '9' } }),
        get('https://k.test/api/models', { status: 500 }),
      ],
    },
    [{ op: 'list', args: ['model', {}], error: true }],
    {
      results: [
        {
          name: 'HubError',
          outcome: 'rate-limited',
          attempts: [
            { source: 'a', status: 429 },
            { source: 'k', status: 500 },
          ],
        },
      ],
    },
  ),
  example(
    'lists',
    'no sources, or an author whose pinning source is off: an empty list',
    { sources: [source('a'), source('b', { enabled: false, namespaces: ['o'] })], remote: [] },
    [{ op: 'list', args: ['model', { author: 'O' }] }, setSources(), { op: 'list', args: ['model'] }],
    {
      results: [
        { items: [], sources: [] },
        { items: [], sources: [] },
      ],
      requests: { total: 0 },
    },
  ),
  example(
    'lists',
    'a pinned owner’s repositories are listed by nobody else',
    {
      sources: [source('a'), source('b', { namespaces: ['lab'] })],
      remote: [
        get('https://a.test/api/models', { status: 200, json: [{ id: 'Lab/x' }, { id: 'o/y' }] }),
        get('https://b.test/api/models', { status: 200, json: [{ id: 'lab/x' }] }),
      ],
    },
    [{ op: 'list', args: ['model', {}] }],
    { results: [{ items: [{ id: 'o/y' }, { id: 'lab/x', _source: 'b', alternatives: '!absent' }] }] },
  ),
  example(
    'lists',
    'tags and alternatives that a hub sends itself are replaced',
    {
      sources: [source('a')],
      remote: [
        get('https://a.test/api/models', {
          status: 200,
          json: [{ id: 'a/1', _source_url: 'https://evil.test', alternatives: ['b'] }],
        }),
      ],
    },
    [{ op: 'list', args: ['model', {}] }],
    { results: [{ items: [{ _source: 'a', _source_url: 'https://a.test', alternatives: '!absent' }] }] },
  ),
  example(
    'lists',
    'X-Source on a list: not its own',
    {
      sources: [kohaku('k'), source('b')],
      remote: [
        get('https://k.test/api/models', {
          status: 200,
          json: [{ id: 'x/1' }],
          headers: { 'X-Source': 'HF' },
        }),
        get('https://b.test/api/models', { status: 200, json: [] }),
      ],
    },
    [{ op: 'list', args: ['model', {}] }],
    {
      results: [
        { items: [], sources: [{ verdict: 'present' }, { source: 'k', verdict: 'absent', count: 0 }] },
      ],
    },
  ),
];

const users = [
  example(
    'users',
    'nobody knows the name: not-found; a name that cannot be: no request',
    {
      sources: [kohaku('k'), source('a', { priority: 20 })],
      remote: [get('https://k.test/*', { status: 404 }), get('https://a.test/*', { status: 404 })],
    },
    [{ op: 'userProfile', args: ['u'], error: true }, mark, { op: 'userProfile', args: ['..'], error: true }],
    {
      results: [
        { outcome: 'not-found', attempts: [{ source: 'k' }, { source: 'a' }] },
        { name: 'HubError', attempts: [] },
      ],
      requests: { total: 0 },
    },
  ),
  example(
    'users',
    'a profile is any of three names; anything else is invalid',
    {
      sources: [source('a'), kohaku('k', { priority: 20 })],
      remote: [
        get('https://a.test/*', { status: 200, json: { id: 'u' } }),
        get('https://k.test/*', { status: 200, json: { name: 'u' } }),
      ],
    },
    [{ op: 'userProfile', args: ['u'] }],
    { results: [{ name: 'u', _source: 'k', _source_url: 'https://k.test' }] },
  ),
  example(
    'users',
    'a user name is encoded',
    {
      sources: [source('a')],
      remote: [get('https://a.test/api/users/a%2Fb%20c/overview', { status: 200, json: { user: 'x' } })],
    },
    [{ op: 'userProfile', args: ['a/b c'] }],
    { results: [{ user: 'x' }] },
  ),
  example(
    'users',
    'the picture of an organisation; a missing one passes the question on',
    {
      sources: [kohaku('a'), source('b')],
      remote: [
        get('https://a.test/api/users/u/avatar', { status: 404 }),
        get('https://b.test/api/users/u/overview', { status: 404 }),
        get('https://b.test/api/organizations/u/overview', {
          status: 200,
          json: { name: 'u', avatarUrl: 'https://cdn.test/u' },
        }),
        get('https://cdn.test/u', { status: 200, base64: PNG, headers: { 'X-Source': 'cdn' } }),
      ],
    },
    [{ op: 'userAvatar', args: ['u'] }],
    { results: [{ type: 'image/png', _source: 'b' }] },
  ),
  example(
    'users',
    'a hub on the internet does not send us into the home network',
    {
      sources: [source('a')],
      remote: [
        get('https://a.test/*', { status: 200, json: { user: 'u', avatarUrl: 'http://192.168.1.1/x' } }),
        get('http://*', { status: 200, base64: PNG }),
      ],
    },
    [{ op: 'userAvatar', args: ['u'], error: true }],
    { results: [{ outcome: 'unavailable' }], requests: { total: 1 } },
  ),
  example(
    'users',
    'two of three lists failing: the third counts, and what is missing is said',
    {
      sources: [source('a')],
      remote: [
        get('https://a.test/api/models', { status: 200, json: [{ id: 'u/m' }] }),
        get('https://a.test/api/datasets', { status: 403 }),
        get('https://a.test/api/spaces', { status: 200, json: [{ id: 'u/m' }] }),
      ],
    },
    [{ op: 'userRepos', args: ['u'] }],
    {
      results: [
        {
          items: [
            { id: 'u/m', type: 'model' },
            { id: 'u/m', type: 'space' },
          ],
          sources: [{ verdict: 'present', count: 2, code: 'denied' }],
        },
      ],
    },
  ),
  example(
    'users',
    'repos of a KohakuHub that are no repos: invalid',
    {
      sources: [kohaku('k')],
      remote: [get('https://k.test/api/users/u/repos?fallback=false', { status: 200, json: { a: 1 } })],
    },
    [{ op: 'userRepos', args: ['u'], error: true }],
    { results: [{ outcome: 'unavailable', attempts: [{ verdict: 'invalid' }] }] },
  ),
];

const local404 = { response: { status: 404, headers: {} } };
const decorators = [
  example(
    'decorators',
    'pathsInfo falls back; an empty list is an answer',
    {
      sources: [kohaku('k')],
      remote: [at('k', present), post('https://k.test/*', { status: 200, json: [] })],
    },
    [
      {
        op: 'withRepoFallback',
        kind: 'pathsInfo',
        local: local404,
        args: [model, ['f'], { fallback: true }],
      },
    ],
    { results: [{ items: [], _source: 'k' }], localCalls: 1 },
  ),
  example(
    'decorators',
    'pinned to a source that is off: the local 404 stands, thrown or not',
    {
      sources: [source('a'), source('b', { enabled: false, namespaces: ['o'] })],
      remote: [at('a', present)],
    },
    [
      {
        op: 'withRepoFallback',
        kind: 'info',
        local: { throw: { status: 404, message: 'mine' } },
        args: [model],
        error: true,
      },
      { op: 'withUserFallback', kind: 'profile', local: local404, args: ['o'] },
    ],
    {
      results: [
        { status: 404, message: 'mine' },
        { response: true, status: 404 },
      ],
      requests: { total: 0 },
    },
  ),
  example(
    'decorators',
    'the avatar falls back; the chain exhausted is an error with the attempts',
    {
      sources: [kohaku('k')],
      remote: [
        get('https://k.test/api/users/u/avatar', { status: 200, base64: PNG }),
        get('https://k.test/*', { status: 500 }),
      ],
    },
    [
      { op: 'withUserFallback', kind: 'avatar', local: local404, args: ['u'] },
      { op: 'withUserFallback', kind: 'repos', local: local404, args: ['u'], error: true },
    ],
    {
      results: [
        { type: 'image/png' },
        { name: 'HubError', outcome: 'unavailable', attempts: [{ source: 'k' }] },
      ],
    },
  ),
  example(
    'decorators',
    'all sources failing: the local list stays, and the failures are reported',
    {
      sources: [source('a'), source('b')],
      remote: [get('https://a.test/*', { status: 500 }), get('https://b.test/*', { status: 403 })],
    },
    [
      {
        op: 'withListAggregation',
        kind: 'model',
        local: { value: [{ id: 'l/1' }, { id: 'l/2' }] },
        args: [{ limit: 1 }],
      },
    ],
    {
      results: [
        {
          items: [{ id: 'l/1', _source: 'local' }],
          sources: [
            { source: 'local', count: 2 },
            { source: 'a', verdict: 'unreachable', count: 0 },
            { source: 'b', verdict: 'denied', status: 403, count: 0 },
          ],
        },
      ],
    },
  ),
  example(
    'decorators',
    'a local item wins repeats and names the others; limit counts after the merge',
    {
      sources: [source('a'), source('b')],
      remote: [
        get('https://a.test/*', { status: 200, json: [{ id: 'L/1' }, { id: 'a/1' }] }),
        get('https://b.test/*', { status: 200, json: [{ id: 'l/1' }] }),
      ],
    },
    [{ op: 'withListAggregation', kind: 'model', local: { value: [{ id: 'l/1' }] }, args: [{ limit: 2 }] }],
    { results: [{ items: [{ id: 'l/1', _source: 'local', alternatives: ['a', 'b'] }, { id: 'a/1' }] }] },
  ),
  example(
    'decorators',
    'a local 404 and all sources failing: the error; no sources: the local 404',
    { sources: [source('a')], remote: [get('https://a.test/*', { status: 500 })] },
    [
      { op: 'withListAggregation', kind: 'model', local: local404, args: [{}], error: true },
      setSources(),
      { op: 'withListAggregation', kind: 'model', local: local404, args: [{}] },
      { op: 'withListAggregation', kind: 'model', local: { value: [{ id: 'l/1' }] }, args: [] },
    ],
    {
      results: [
        { name: 'HubError', outcome: 'unavailable' },
        { response: true, status: 404 },
        [{ id: 'l/1', _source: '!absent' }],
      ],
    },
  ),
];

export const ownCases: Case[] = [
  ...verdicts,
  ...locations,
  ...caches,
  ...coolDowns,
  ...mappings,
  ...lists,
  ...users,
  ...decorators,
];
