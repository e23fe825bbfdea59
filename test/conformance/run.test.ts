import { spawnSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));
let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cases-'));
  for (const [name, text] of Object.entries(FILES)) await writeFile(join(folder, name), text);
});
afterAll(() => rm(folder, { recursive: true }));

// As text, since the linter refuses an object with a property "then".
const caseText = (id: string, outcome: string) =>
  `{"id":"${id}","title":"of ${id}","when":[{"op":"locate","args":[{"type":"model","id":"o/r"}]}],"then":{"results":[{"outcome":"${outcome}"}]}}`;
const fine = caseText('fine-1', 'not-found');
const FILES = {
  'good.json': `[${fine},${caseText('fine-2', 'not-found')}]`,
  'bom.json': `\uFEFF[${fine}]`,
  'wrong.json': `[${caseText('wrong-1', 'found')},${fine}]`,
  'text.json': 'not json',
  'object.json': '{"cases":[]}',
  'empty.json': '[]',
  'malformed.json': `[${fine},7,{"when":[]},{"id":"x"},{"id":"y","when":[{}]},{"id":"t","table":{}}]`,
};

function run(parameters: string[], environment: Record<string, string> = {}) {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['test/conformance/run.ts', ...parameters], {
    cwd: root,
    // What one run has compiled, the next ones take from there.
    env: { ...process.env, NODE_COMPILE_CACHE: join(folder, 'compiled'), ...environment },
    encoding: 'utf8',
  });
  return { status, stdout, stderr, last: stdout.trimEnd().split('\n').at(-1) };
}

test.each([
  ['one file', ['good.json'], 0, '2 passed, 0 failed'],
  ['several files', ['good.json', 'bom.json'], 0, '3 passed, 0 failed'],
  ['a case that fails', ['wrong.json', 'good.json'], 1, '3 passed, 1 failed', 'FAIL wrong-1  of wrong-1'],
  ['a case that fails, quietly', ['--quiet', 'wrong.json'], 1, '1 passed, 1 failed'],
  ['one case alone', ['--only', 'fine-2', 'good.json'], 0, '1 passed, 0 failed'],
  ['no case of that name', ['--only', 'x', 'good.json'], 1, '0 passed, 1 failed', 'No case begins with "x"'],
  ['a missing file', ['gone.json', 'good.json'], 1, '2 passed, 1 failed', 'gone.json: there is no such file'],
  ['a folder', ['.'], 1, '0 passed, 1 failed', 'cannot be read'],
  ['no JSON', ['text.json', 'good.json'], 1, '2 passed, 1 failed', 'text.json: is not JSON'],
  ['no list', ['object.json'], 1, '0 passed, 1 failed', 'object.json: is no list of cases'],
  ['an empty list', ['empty.json'], 1, '0 passed, 1 failed', 'empty.json: holds no case'],
  ['entries that are no cases', ['malformed.json'], 1, '1 passed, 5 failed', 'entry 4 (x) is no case'],
])('%s', (_what, parameters, status, last, said = '') => {
  const result = run(parameters.map((one) => (/json$|^\.$/.test(one) ? join(folder, one) : one)));
  expect(result).toMatchObject({ status, last, stderr: '' });
  expect(result.stdout).toContain(said);
});

test('a relative path is meant from the project, or from where npm was called', () => {
  expect(run(['good.json'], { INIT_CWD: folder })).toMatchObject({ status: 0, last: '2 passed, 0 failed' });
  expect(run(['--only', 'verdict-01', 'test/conformance/cases-visible.json'])).toMatchObject({ status: 0 });
});

test.each([[[]], [['--nonsense']]])('%j: how it is used', (parameters) => {
  const { status, stdout, stderr } = run(parameters);
  expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
  expect(stderr).toContain('usage: npm run conformance');
});
