import { expect, test } from 'vitest';
import { thirdPartyText } from '../../../../src/licences/build/third-party.ts';

const TEXTS = { apache: 'The Apache text', others: { quiet: 'The quiet text' } };

test('each package stands with its own text, and Apache once at the end', () => {
  const said = thirdPartyText(
    [
      { name: 'one', version: '1.0.0', identifier: 'MIT', text: 'The text of one' },
      { name: 'quiet', version: '2.0.0', identifier: 'MIT' },
      { name: 'three', version: '3.0.0', identifier: 'Apache-2.0', text: 'Copyright three' },
      { name: 'four', version: '4.0.0', identifier: 'Apache-2.0' },
    ],
    TEXTS,
  );
  for (const part of [
    'one 1.0.0 (MIT)\n\nThe text of one',
    'The quiet text',
    'Copyright three',
    'four 4.0.0',
  ])
    expect(said).toContain(part);
  expect(said.split('The Apache text')).toHaveLength(2);
  expect(said.endsWith('The Apache text\n')).toBe(true);
});

test('a package without a text ends the build', () => {
  const packages = [{ name: 'silent', version: '1.0.0', identifier: 'MIT' }];
  expect(() => thirdPartyText(packages, TEXTS)).toThrow(/silent 1\.0\.0 brings no licence file/);
});

test.each(['AGPL-3.0', 'GPL-3.0', 'SEE LICENSE IN x', undefined])(
  'so does a package under %s',
  (identifier) => {
    const packages = [{ name: 'one', version: '1.0.0', text: 'x', ...(identifier && { identifier }) }];
    expect(() => thirdPartyText(packages, TEXTS)).toThrow(/look at what it asks for/);
  },
);
