import { expect, test } from 'vitest';
import { fromDraft, toDraft } from '../../../../../src/ui/options/sources/source-draft.ts';

const draft = {
  name: ' Lab hub ',
  url: 'hub.lab.example',
  type: 'kohakuhub',
  owners: 'acme, lab-7',
} as const;
const url = 'https://hub.lab.example';

test('a new source has no id and is enabled', () => {
  expect(fromDraft(draft, url)).toEqual({
    name: 'Lab hub',
    url,
    type: 'kohakuhub',
    enabled: true,
    namespaces: ['acme', 'lab-7'],
  });
});

test('a changed source keeps its id, and stays switched off', () => {
  expect(fromDraft(draft, url, { id: 'lab', enabled: false, url })).toMatchObject({
    id: 'lab',
    enabled: false,
  });
});

test('what the form shows is stored as it was', () => {
  const source = { name: 'Lab hub', url, type: 'kohakuhub', namespaces: ['acme'] } as const;
  const shown = toDraft({ ...source, namespaces: [...source.namespaces] });
  expect(fromDraft(shown, shown.url)).toMatchObject(source);
});
