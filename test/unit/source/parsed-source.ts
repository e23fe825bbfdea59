import { globSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { parseSync } from 'vite';

/** A node of a syntax tree, as far as the tests look at it. */
export interface SyntaxNode {
  type: string;
  [key: string]: unknown;
}

/** One import or re-export: from where, and which values; none when all of it are types. */
export interface Import {
  from: string;
  /** `*` for everything, or for a module that is only run. */
  values: string[];
}

export interface ParsedSource {
  path: string;
  text: string;
  /** The text without its comments. */
  code: string;
  program: SyntaxNode;
  imports: Import[];
}

/** Every TypeScript file in these folders and files, parsed; paths are relative to the repository. */
export function parsedSources(...folders: string[]): ParsedSource[] {
  const patterns = folders.map((folder) => (folder.includes('.') ? folder : `${folder}/**/*.{ts,tsx}`));
  // The bench has packages of its own.
  return globSync(patterns, { exclude: (path) => basename(path) === 'node_modules' })
    .sort()
    .map(parsedSource);
}

const parsed = new Map<string, ParsedSource>();

/** A file of the tree, parsed once: nothing writes to it while tests run. */
export function parsedSource(path: string): ParsedSource {
  const known = parsed.get(path);
  if (known !== undefined) return known;
  const text = readFileSync(path, 'utf8');
  const source = { path, text, ...parsedText(path, text) };
  parsed.set(path, source);
  return source;
}

/** What a file with this name and text holds. Throws when it cannot be parsed. */
export function parsedText(path: string, text: string): Pick<ParsedSource, 'code' | 'program' | 'imports'> {
  const { program, module, comments, errors } = parseSync(path, text);
  if (errors.length > 0) throw new SyntaxError(`${path}: ${errors[0]?.message}`);
  let code = text;
  for (const { start, end } of comments.toReversed())
    code = code.slice(0, start) + ' '.repeat(end - start) + code.slice(end);

  const statics = [
    ...module.staticImports.map(({ moduleRequest, entries }) => ({ from: moduleRequest.value, entries })),
    ...module.staticExports.flatMap(({ entries }) =>
      entries.flatMap((entry) =>
        entry.moduleRequest ? [{ from: entry.moduleRequest.value, entries: [entry] }] : [],
      ),
    ),
  ].map(({ from, entries }) => ({
    from,
    values:
      entries.length === 0
        ? ['*']
        : entries.filter(({ isType }) => !isType).map(({ importName }) => importName.name ?? '*'),
  }));
  const dynamic = module.dynamicImports.map(({ moduleRequest: { start, end } }) => ({
    from: text.slice(start + 1, end - 1),
    values: ['*'],
  }));
  const types: Import[] = [];
  walk(program, (node) => {
    // `import('./x.ts').Name` as a type.
    const source = node.type === 'TSImportType' ? (node.source as { value: string }) : undefined;
    if (source) types.push({ from: source.value, values: [] });
  });
  return { code, program: program as unknown as SyntaxNode, imports: [...statics, ...dynamic, ...types] };
}

/** What a style sheet imports. */
export function importsOfCss(text: string): Import[] {
  const found = text.matchAll(/@import\s+(?:url\()?\s*['"]?([^'")\s;]+)/g);
  return [...found].map(([, from = '']) => ({ from, values: ['*'] }));
}

/** Visits a node and all below it. */
export function walk(node: unknown, visit: (node: SyntaxNode) => void): void {
  if (Array.isArray(node)) for (const entry of node) walk(entry, visit);
  else if (typeof node === 'object' && node !== null) {
    if ('type' in node && typeof node.type === 'string') visit(node as SyntaxNode);
    for (const value of Object.values(node)) walk(value, visit);
  }
}

/** The literals of an exported union type, and of the unions it names that are found in `others`. */
export function literalsOf(typeName: string, ...paths: string[]): string[] {
  const found: string[] = [];
  for (const { program } of paths.map(parsedSource)) {
    walk(program, (node) => {
      if (node.type !== 'TSTypeAliasDeclaration' || (node.id as { name: string }).name !== typeName) return;
      walk(node.typeAnnotation, (inner) => {
        if (inner.type === 'Literal' && typeof inner.value === 'string') found.push(inner.value);
        if (inner.type === 'TSTypeReference')
          found.push(...literalsOf((inner.typeName as { name: string }).name, ...paths));
      });
    });
  }
  if (found.length === 0) throw new Error(`There is no union ${typeName} in ${paths.join(', ')}`);
  return found;
}
