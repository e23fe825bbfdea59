import { expect, test } from 'vitest';
import { checkStyle } from '../../../../../src/settings/presets/style.ts';
import { copyName } from '../../../../../src/ui/options/styles/copy-name.ts';

// A sign counts as two characters in a limit, and as one where names are cut sign by sign.
test.each(['Noir', 'x'.repeat(60), '🦊'.repeat(30)])(
  'the copy of a style may be called as it is: %s',
  (name) => {
    const copy = copyName(name, (original) => `${original} (copy)`);
    expect(copy).toMatch(/ \(copy\)$/);
    expect(checkStyle({ name: copy, template: '{prompt}' })).toBeUndefined();
  },
);
