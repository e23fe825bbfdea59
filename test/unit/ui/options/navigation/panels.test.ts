import { describe, expect, test } from 'vitest';
import { PANELS, placeOf } from '../../../../../src/ui/options/navigation/panels.ts';

describe('where a fragment leads', () => {
  test.each(PANELS)('#%s is a panel', (panel) => {
    expect(placeOf(`#${panel}`)).toEqual({ panel });
  });

  test.each([
    ['#huggingface', 'accounts'],
    ['#puter', 'accounts'],
    ['#order', 'accounts'],
    ['#sources', 'hubs'],
    ['#chain', 'hubs'],
    ['#cache', 'hubs'],
  ])('%s is a section of %s', (fragment, panel) => {
    expect(placeOf(fragment)).toEqual({ panel, section: fragment.slice(1) });
  });

  test.each(['', '#', '#nonsense', '#__proto__', '#constructor'])('"%s" is the first panel', (fragment) => {
    expect(placeOf(fragment)).toEqual({ panel: 'accounts' });
  });
});
