import { expect, test } from 'vitest';
import { parsedSources, parsedText, type SyntaxNode, walk } from '../source/parsed-source.ts';

/**
 * Where a space or a comma stands between joined texts that are no words of the user's language. Everywhere else a language
 * says what stands between two sentences (`together`) and between the members of a list (`listOf`).
 */
const NOT_IN_A_LANGUAGE = new Map([
  ['src/ui/components/Button.tsx', 'names of classes'],
  ['src/ui/components/Field.tsx', 'ids of elements'],
  ['src/ui/options/hubs/sources/SourceItem.tsx', 'names of classes'],
  ['src/ui/options/hubs/sources/owners.ts', 'what the user types into a field'],
  ['src/ui/options/pictures/SavingSection.tsx', 'fields as they are typed'],
  ['src/ui/gallery/filter.ts', 'the key of a memory'],
]);

/** Functions that give words in the user's language. */
const WORDS = new Set([
  't',
  'countOf',
  'count',
  'say',
  'problemText',
  'format',
  'asSeconds',
  'asFileSize',
  'dayWords',
]);

/** What separates words in English, and other than that in other languages. */
const isSeparator = (text: unknown) => typeof text === 'string' && /^[.,;:]?[ \u00a0]+$/.test(text);

function isWords(node: unknown): boolean {
  let found = false;
  walk(node, ({ type, callee }) => {
    const { name, property } = (callee ?? {}) as { name?: string; property?: { name?: string } };
    if (type === 'CallExpression' && WORDS.has(name ?? property?.name ?? '')) found = true;
  });
  return found;
}

/** What is joined in a file by a separator that a language has not chosen, as it is written there. */
function gluedIn(text: string, program: SyntaxNode): string[] {
  const found: SyntaxNode[] = [];
  walk(program, (node) => {
    if (node.type === 'CallExpression') {
      const { property } = node.callee as { property?: { name?: string } };
      const [by] = node.arguments as { value?: unknown }[];
      if (property?.name === 'join' && isSeparator(by?.value)) found.push(node);
    }
    if (node.type === 'TemplateLiteral') {
      const { quasis, expressions } = node as unknown as {
        quasis: { value: { cooked: string } }[];
        expressions: unknown[];
      };
      const isGlued = quasis.some(
        ({ value }, place) =>
          place > 0 &&
          place < expressions.length &&
          isSeparator(value.cooked) &&
          (isWords(expressions[place - 1]) || isWords(expressions[place])),
      );
      if (isGlued) found.push(node);
    }
    if (node.type === 'BinaryExpression' && node.operator === '+') {
      const sides = [node.left, node.right] as { value?: unknown }[];
      if (sides.some(({ value }) => isSeparator(value)) && sides.some(isWords)) found.push(node);
    }
    if (node.type === 'JSXElement' || node.type === 'JSXFragment') {
      const children = (node.children as SyntaxNode[]).filter(
        // A line that is broken in the source is no space on the page.
        (child) =>
          child.type !== 'JSXText' || isSeparator(child.value) === false || !/\n/.test(String(child.value)),
      );
      const isSpace = (child?: SyntaxNode) =>
        isSeparator(
          child?.type === 'JSXText' ? child.value : (child?.expression as { value?: unknown })?.value,
        );
      const says = (child?: SyntaxNode) => child?.type === 'JSXExpressionContainer' && isWords(child);
      if (
        children.some(
          (child, place) => isSpace(child) && says(children[place - 1]) && says(children[place + 1]),
        )
      )
        found.push(node);
    }
  });
  return found.map(({ start, end }) =>
    text
      .slice(start as number, end as number)
      .replace(/\s+/g, ' ')
      .slice(0, 150),
  );
}

const sources = parsedSources('src/ui', 'src/background', 'src/messages', 'src/language');

test('no two texts are joined by a space or a comma: each language says what stands between them', () => {
  const glued = sources
    .filter(({ path }) => !NOT_IN_A_LANGUAGE.has(path))
    .flatMap(({ path, text, program }) => gluedIn(text, program).map((code) => `${path}: ${code}`));
  expect(glued).toEqual([]);
});

test('what is named as no language still is there', () => {
  const glued = sources
    .filter(({ text, program }) => gluedIn(text, program).length > 0)
    .map(({ path }) => path);
  expect([...NOT_IN_A_LANGUAGE.keys()].filter((path) => !glued.includes(path))).toEqual([]);
});

// A list that is written as a unit has nothing between its members in Chinese, and a space in Japanese.
test('lists are made in one place, as the language that was chosen wants them', () => {
  const makers = sources.filter(({ code }) => code.includes('Intl.ListFormat')).map(({ path }) => path);
  expect(makers).toEqual(['src/language/texts.ts']);
});

test.each([
  ["names.map(nameOf).join(', ')", 1],
  ["[t('a'), t('b')].join(' ')", 1],
  [`\`\${t('a')} \${said}\``, 1],
  [`\`\${said}, \${asSeconds(ms, language)}\``, 1],
  ["t('a') + ' ' + said", 1],
  ["<p>{t('a')}{' '}{t('b')}</p>", 1],
  ["<p>{t('a')} {countOf('b', 2)}</p>", 1],
  ["<p>\n{t('a')}\n<b>{t('b')}</b></p>", 0],
  [`\`\${provider} \${model}\``, 0],
  ["facts.join(' · ')", 0],
  ["t('a', listOf(names))", 0],
])('%s is found %i times', (code, times) => {
  expect(gluedIn(code, parsedText('a.tsx', code).program)).toHaveLength(times);
});
