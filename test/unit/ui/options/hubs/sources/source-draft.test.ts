import { expect, test } from 'vitest';
import { fromDraft, toDraft } from '../../../../../../src/ui/options/hubs/sources/source-draft.ts';

const draft = {
  name: ' Lab hub ',
  url: 'hub.lab.example',
  type: 'kohakuhub',
  owners: 'acme, lab-7',
} as const;
const url = 'https://hub.lab.example';

test('a draft says nothing of whether the source is switched on', () => {
  expect(fromDraft(draft, url)).toEqual({
    name: 'Lab hub',
    url,
    type: 'kohakuhub',
    namespaces: ['acme', 'lab-7'],
  });
});

test('what the form shows is stored as it was', () => {
  const source = { name: 'Lab hub', url, type: 'kohakuhub', namespaces: ['acme'] } as const;
  const shown = toDraft({ ...source, namespaces: [...source.namespaces] });
  expect(fromDraft(shown, shown.url)).toMatchObject(source);
});
