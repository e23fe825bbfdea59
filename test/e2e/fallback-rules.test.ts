import { describe, expect, test } from 'vitest';
import type { Step } from '../lab/lab.ts';
import { clearDatabase } from './support/databases.ts';
import { endedJob } from './support/ended-job.ts';
import { send } from './support/messages.ts';
import type { Popup } from './support/popup.ts';
import { useStage } from './support/stage.ts';
import { readJobs } from './support/storage.ts';

const stage = useStage();
const ROUTER = 'router.huggingface.co';
const PUTER = { host: 'api.puter.com', path: '/drivers/call' };

interface Row {
  answer: string;
  step: Step;
  code: string;
}

const json = (status: number, error: string): Step => ({ status, json: { error } });

const GOES_ON: Row[] = [
  { answer: '429', step: json(429, 'Too many requests'), code: 'RATE_LIMIT' },
  { answer: '500', step: json(500, 'unknown error'), code: 'SERVER_ERROR' },
  { answer: '503', step: json(503, 'Model too busy'), code: 'SERVICE_UNAVAILABLE' },
  {
    answer: '402',
    step: json(402, 'You have depleted your monthly included credits.'),
    code: 'PAYMENT_REQUIRED',
  },
  { answer: '404 on every route', step: json(404, 'Model does not exist'), code: 'MODEL_UNAVAILABLE' },
  {
    answer: '410 on every route',
    step: json(410, 'no longer supported by provider'),
    code: 'MODEL_UNAVAILABLE',
  },
  { answer: '408', step: json(408, 'late'), code: 'TIMEOUT' },
  {
    answer: '502',
    step: { status: 502, headers: { 'content-type': 'text/html' }, text: '<h1>Bad gateway</h1>' },
    code: 'SERVER_ERROR',
  },
  {
    answer: '504',
    step: { status: 504, headers: { 'content-type': 'text/html' }, text: '<h1>Late</h1>' },
    code: 'TIMEOUT',
  },
  { answer: '200 with a page', step: 'html', code: 'SERVER_ERROR' },
  { answer: '200 with other JSON', step: { status: 200, json: { hello: 'you' } }, code: 'SERVER_ERROR' },
  {
    answer: '200 with nothing',
    step: { status: 200, headers: { 'content-type': 'image/png' }, text: '' },
    code: 'SERVER_ERROR',
  },
  { answer: '200 cut in half', step: 'truncate', code: 'SERVER_ERROR' },
];

const STOPS: Row[] = [
  { answer: '400', step: json(400, 'width must be divisible by 8'), code: 'VALIDATION_ERROR' },
  { answer: '401', step: json(401, 'Invalid username or password.'), code: 'UNAUTHORIZED' },
  {
    answer: '403',
    step: json(
      403,
      'This authentication method does not have sufficient permissions to call Inference Providers',
    ),
    code: 'FORBIDDEN',
  },
  {
    answer: '400 not supported, on every route',
    step: json(400, 'Model not supported by provider nscale'),
    code: 'VALIDATION_ERROR',
  },
  { answer: '413', step: json(413, 'too large'), code: 'VALIDATION_ERROR' },
  { answer: '422', step: json(422, 'Failed to deserialize'), code: 'VALIDATION_ERROR' },
  {
    answer: 'refused content',
    step: json(400, 'The prompt was flagged by our content moderation'),
    code: 'CONTENT_REFUSED',
  },
];

/** Generates with a prompt that no other row has. Resolves, once its job has ended, with it and how often Puter was asked for it. */
async function play(popup: Popup, prompt: string) {
  const before = stage.lab.requestsTo(PUTER.host, PUTER.path).length;
  await popup.generate(prompt);
  const job = await endedJob(popup.page, prompt);
  return { job, putersTurns: stage.lab.requestsTo(PUTER.host, PUTER.path).length - before };
}

/** A route that was found dead by one row is asked again by the next. */
const forgetDeadRoutes = (popup: Popup) => clearDatabase(popup.page, 'understudy-dead-routes');

describe('Hugging Face answers, Puter steps in', () => {
  test('after each answer that another service can mend', async () => {
    await stage.connect();
    const popup = await stage.openToolbarPopup();
    for (const { answer, step, code } of GOES_ON) {
      stage.lab.answer({ host: ROUTER }, [step]);
      const { job, putersTurns } = await play(popup, answer);
      expect(job.attempts[0]?.error?.code, answer).toBe(code);
      await popup.page.waitForSelector(`figure[data-provider="puter"] img[alt="${answer}"]`);
      expect(putersTurns, answer).toBe(1);
      await forgetDeadRoutes(popup);
    }
  });

  // On a connection of its own: what holds on one that was used before, reused-connection.test.ts says.
  test('a reset connection goes on', async () => {
    await stage.connect();
    stage.lab.answer({ host: ROUTER }, ['reset']);
    const popup = await stage.openToolbarPopup();
    expect((await play(popup, 'a red fox')).job.attempts[0]?.error?.code).toBe('NETWORK_ERROR');
    expect((await popup.picture()).provider).toBe('puter');
    expect(stage.lab.requestsTo(PUTER.host, PUTER.path)).toHaveLength(1);
  });

  test('no answer at all: the time-out goes on', async () => {
    await stage.connect();
    stage.lab.answer({ host: ROUTER }, ['hang']);
    const popup = await stage.openToolbarPopup();
    await send(popup.page, 'updateSettings', { patch: { huggingface: { timeoutMs: 5000 } } });
    await popup.generate('a red fox');
    expect((await popup.picture()).provider).toBe('puter');
    const [job] = await readJobs(popup.page);
    expect(job?.attempts[0]?.error?.code).toBe('TIMEOUT');
    const asked = await stage.lab.waitForRequest(({ host, closedEarly }) => host === ROUTER && closedEarly);
    expect(asked.closedEarly).toBe(true);
  });
});

describe('Hugging Face answers, and that is the end of it', () => {
  const SENTENCES: Record<string, string> = {
    UNAUTHORIZED: 'Authentication error. Please refresh.',
    VALIDATION_ERROR: 'Invalid request. Please check your input.',
  };

  test('after each answer that no other service can mend', async () => {
    await stage.connect();
    const popup = await stage.openToolbarPopup();
    for (const { answer, step, code } of STOPS) {
      stage.lab.answer({ host: ROUTER }, [step]);
      const { job } = await play(popup, answer);
      expect(job.error?.code, answer).toBe(code);
      expect((await popup.alert(SENTENCES[code])).length, answer).toBeGreaterThan(20);
      expect(stage.lab.requestsTo(PUTER.host), answer).toHaveLength(0);
      await forgetDeadRoutes(popup);
    }
  });
});

describe('a stale listing', () => {
  test('the next live route of the same model is tried, and the dead one remembered', async () => {
    await stage.connect();
    stage.lab.answer({ host: ROUTER, path: '/nscale' }, [
      json(410, 'no longer supported by provider nscale'),
    ]);
    const popup = await stage.openToolbarPopup();
    await popup.generate('a red fox');
    expect((await popup.picture()).provider).toBe('huggingface');
    expect(stage.lab.requestsTo(ROUTER, '/nscale')).toHaveLength(1);
    await popup.generate('a blue fox');
    await popup.page.waitForSelector('img[alt="a blue fox"]');
    expect(stage.lab.requestsTo(ROUTER, '/nscale')).toHaveLength(1);
  });
});

describe('both fail', () => {
  const PUTER_ROWS = [
    [
      '401',
      { status: 401, json: { error: 'x', message: 'Authentication failed', code: 'token_auth_failed' } },
      'UNAUTHORIZED',
    ],
    [
      '402',
      { status: 402, json: { error: 'x', message: 'Insufficient credits', code: 'insufficient_funds' } },
      'PAYMENT_REQUIRED',
    ],
    [
      '429',
      { status: 429, json: { error: 'x', message: 'Too many requests.', code: 'too_many_requests' } },
      'RATE_LIMIT',
    ],
    ['500', { status: 500, json: { error: 'x', message: 'x', code: 'internal_error' } }, 'SERVER_ERROR'],
    [
      '502 with a page',
      { status: 502, headers: { 'content-type': 'text/html' }, text: '<h1>Bad gateway</h1>' },
      'SERVER_ERROR',
    ],
    // Where the whole connection is reset, isolation.test.ts says what holds.
    ['a request that is broken off', 'drop', 'NETWORK_ERROR'],
    ['200 with a page', 'html', 'SERVER_ERROR'],
    ['200 cut in half', 'truncate', 'NETWORK_ERROR'],
    [
      'a vendor that is down (400)',
      {
        status: 400,
        json: { error: 'x', message: 'AI provider unavailable', code: 'upstream_provider_unavailable' },
      },
      'SERVICE_UNAVAILABLE',
    ],
  ] as const satisfies [string, Step, string][];

  test('Hugging Face first, then Puter in each of its ways', async () => {
    await stage.connect();
    stage.lab.answer({ host: ROUTER }, [json(503, 'Model too busy')]);
    const popup = await stage.openToolbarPopup();
    for (const [answer, step, code] of PUTER_ROWS) {
      stage.lab.answer(PUTER, [step]);
      const { job, putersTurns } = await play(popup, `Puter: ${answer}`);
      expect(job.error?.code, answer).toBe('DUAL_PROVIDER_FAILURE');
      expect(
        job.error?.causes.map(({ error }) => error.code),
        answer,
      ).toEqual(['SERVICE_UNAVAILABLE', code]);
      await popup.alert('Both image generation services are currently unavailable.');
      expect(putersTurns, answer).toBe(1);
    }
    expect(stage.lab.violations).toEqual([]);
  });

  test('both rate-limited: the shorter wait counts down to a retry', async () => {
    await stage.connect();
    stage.lab.answer({ host: ROUTER }, [
      { status: 429, headers: { 'retry-after': '90' }, json: { error: 'slow down' } },
    ]);
    stage.lab.answer(PUTER, [
      {
        status: 503,
        headers: { 'retry-after': '42', 'access-control-expose-headers': 'retry-after' },
        json: { error: 'x', message: 'x', code: 'db_unavailable' },
      },
    ]);
    const popup = await stage.openToolbarPopup();
    await popup.generate('a red fox');
    await popup.alert('Both image generation services are currently unavailable.');
    const text = await popup.text();
    expect(text).toMatch(/0:(?:4[0-2]|3\d)/);
    const [job] = await readJobs(popup.page);
    // Counted from Puter's answer.
    expect((job?.error?.retryAt ?? 0) - (job?.attempts[1]?.endedAt ?? 0)).toBe(42_000);
  });
});
