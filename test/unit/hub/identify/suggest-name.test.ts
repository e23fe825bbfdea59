import { expect, test } from 'vitest';
import { suggestName } from '../../../../src/hub/index.ts';
import { source } from '../make-hub.ts';

const SOURCES = [
  source('a', { name: 'Team', url: 'https://hub.team.example' }),
  source('b', { name: 'Hugging Face', url: 'https://huggingface.co' }),
];
const suggested = (said?: string) => suggestName(said, 'https://new.example:8443/kohaku', SOURCES);

test.each(['Our hub', 'Drawings', 'モデル置き場', 'Хаб', 'Çalışma 2', 'Modèles', 'AI 模型 hub', 'ÆØÅ'])(
  '%s is taken as it is',
  (name) => {
    expect(suggested(name)).toBe(name);
  },
);

test.each([
  undefined,
  '',
  '\u200b',
  '!!!',
  'Hugging Face',
  'hugging-face',
  'Hugging\u200bFace',
  'Ｈｕｇｇｉｎｇ Ｆａｃｅ',
  'Huggіng Face',
  'Huɡɡınɡ Face',
  'Hᴜɢɢɪɴɢ Fᴀᴄᴇ',
  'Hugg1ng Face',
  'Hugging F@ce',
  'Hugging Facé',
  'H\u0336ugging Face',
  '𝐇𝐮𝐠𝐠𝐢𝐧𝐠 𝐅𝐚𝐜𝐞',
  'Ⓗⓤⓖⓖⓘⓝⓖ Ⓕⓐⓒⓔ',
  'Huggꓲng ꓝace',
  'Te\u2800am',
  'T€am τeam',
  'Tеam',
  'PuterΑΙ',
  'ModeIScope',
  '\u2800\u2800',
  '|||',
  'Hugging Face (official)',
  'huggingface.co',
  'TEAM',
  'hub.team.example',
  'Puter',
])('%j is not: its host is suggested', (name) => {
  expect(suggested(name)).toBe('new.example:8443');
});

test('direction characters are dropped, and the length is bounded', () => {
  expect(suggested('Our \u202ehub')).toBe('Our hub');
  expect(suggested('x'.repeat(99))).toHaveLength(60);
});
