import { expect, test } from 'vitest';
import { readClientId } from '../../../../src/settings/build/read-client-id.ts';

test('the client id of the build, or none', () => {
  expect(readClientId({})).toBe('');
  expect(readClientId({ UNDERSTUDY_HF_CLIENT_ID: '  ' })).toBe('');
  const id = '4a24e0b5-f1e2-4594-9244-1576196ab441';
  expect(readClientId({ UNDERSTUDY_HF_CLIENT_ID: ` ${id} ` })).toBe(id);
});

test.each(['hf_secretsecret', 'oauth_app_secret_abc', 'two words', 'a"b', 'x'])(
  'what is none stops the build, and is not repeated: %s',
  (value) => {
    expect(() => readClientId({ UNDERSTUDY_HF_CLIENT_ID: value })).toThrow(
      /^UNDERSTUDY_HF_CLIENT_ID (holds|must)/,
    );
    try {
      readClientId({ UNDERSTUDY_HF_CLIENT_ID: value });
    } catch (thrown) {
      if (value.length > 3) expect(String(thrown)).not.toContain(value);
    }
  },
);
