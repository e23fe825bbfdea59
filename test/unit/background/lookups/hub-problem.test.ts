import { expect, test } from 'vitest';
import { hubProblem } from '../../../../src/background/lookups/hub-problem.ts';
import { HubError } from '../../../../src/hub/index.ts';
import type { Outcome } from '../../../../src/hub/types.ts';

const error = (outcome: Outcome, details = {}) => new HubError('No.', outcome, [], details);

test.each<[Outcome, object, string]>([
  ['not-found', {}, 'REPOSITORY_NOT_FOUND'],
  ['not-found', { code: 'RepoNotFound' }, 'REPOSITORY_NOT_FOUND'],
  ['token-rejected', {}, 'REPOSITORY_TOKEN_REJECTED'],
  ['disabled', {}, 'REPOSITORY_DISABLED'],
  ['denied', {}, 'REPOSITORY_DENIED'],
  ['denied', { code: 'GatedRepo' }, 'REPOSITORY_GATED'],
  ['found', { code: 'GatedRepo' }, 'REPOSITORY_GATED'],
  ['found', { code: 'EntryNotFound' }, 'FILE_NOT_FOUND'],
  ['found', { code: 'RevisionNotFound' }, 'FILE_NOT_FOUND'],
  ['not-found', { code: 'InvalidPath' }, 'FILE_NOT_FOUND'],
  ['found', {}, 'HUB_UNAVAILABLE'],
  ['rate-limited', {}, 'HUB_RATE_LIMITED'],
  ['unavailable', {}, 'HUB_UNAVAILABLE'],
  ['not-found', { code: 'constructor' }, 'REPOSITORY_NOT_FOUND'],
  ['unavailable', { code: '__proto__' }, 'HUB_UNAVAILABLE'],
])('%s %j is %s', (outcome, details, code) => {
  expect(hubProblem(error(outcome, details), 'acme/fox')).toEqual({ code, subject: 'acme/fox' });
});

test('a known wait is told', () => {
  expect(hubProblem(error('rate-limited', { retryAfterSeconds: 42 }), 'acme/fox')).toEqual({
    code: 'HUB_RATE_LIMITED',
    subject: 'acme/fox',
    retryAfterSeconds: 42,
  });
});

test.each([new Error('hf_secret'), 'hf_secret', undefined])(
  'whatever else was thrown stays here: %s',
  (thrown) => {
    expect(hubProblem(thrown, 'acme/fox')).toEqual({ code: 'HUB_UNAVAILABLE', subject: 'acme/fox' });
  },
);
