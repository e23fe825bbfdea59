import { expect, test } from 'vitest';
import { sentWords } from '../../../../src/generation/index.ts';
import { SHIPPED_STYLES } from '../../../../src/settings/index.ts';
import { toRequest } from '../../../../src/ui/composer/draft.ts';
import { editedDraft } from '../../../../src/ui/composer/edited-draft.ts';

const ownStyle = {
  id: 'own-1',
  name: 'Noir',
  template: 'a still of {prompt}, noir',
  negativePrompt: 'colour',
};
const styles = [...SHIPPED_STYLES, ownStyle];
const request = { prompt: 'a fox', style: 'none' as const, negativePrompt: 'text', ownStyle, seed: 7 };
const seven = () => 7;

test('the typed words and their style come back, and make the same request', () => {
  const { draft, gone } = editedDraft(request, styles);
  expect(draft).toMatchObject({ prompt: 'a fox', style: 'own-1', negativePrompt: 'text' });
  expect(gone).toBeUndefined();
  expect(toRequest(draft, draft.prompt, seven, styles)).toEqual({ ...request, width: 1024, height: 1024 });
});

test.each([
  ['one of the user’s own', request, SHIPPED_STYLES, { id: 'own-1', name: 'Noir' }],
  [
    'one of those that everybody has',
    { ...request, ownStyle: undefined, style: 'photo' },
    [ownStyle],
    { id: 'photo' },
  ],
] as const)(
  'a style that was deleted since, %s: the words are those that were sent',
  (_, made, list, style) => {
    const { draft, gone } = editedDraft(made as typeof request, list);
    expect(gone).toMatchObject(style);
    expect(draft.style).toBe('none');
    expect(sentWords(toRequest(draft, draft.prompt, seven, list))).toEqual(sentWords(made as typeof request));
  },
);

test('where the list cannot be read, the style is taken to be there', () => {
  expect(editedDraft(request, undefined)).toMatchObject({ draft: { prompt: 'a fox', style: 'own-1' } });
});

test('braces stay braces, in typed words and in those of a style', () => {
  const { draft } = editedDraft({ ...request, prompt: 'a {red|blue} fox' }, SHIPPED_STYLES);
  expect(draft.prompt).toBe('a still of a \\{red\\|blue\\} fox, noir');
});
