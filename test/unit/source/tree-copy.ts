import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** What is needed to check all types, of the tests, too. */
const PARTS = ['src', 'entrypoints', 'test', 'public/_locales', '.wxt', 'wxt.config.ts', 'tsconfig.json'];

/** A copy of the tree that can be changed. It lies in the repository, where its imports find the packages. */
export interface TreeCopy {
  path(file: string): string;
  /** Puts text behind the first place that `mark` matches, or writes a new file where there is none. */
  add(file: string, text: string, mark?: RegExp): void;
  /** Runs `make`, and returns the files that it wrote and those that it added to, also when an earlier call did so, too. */
  changedBy(make: () => void): { written: string[]; edited: string[] };
  /** What is wrong with the types, one line each. */
  typeErrors(): string[];
  remove(): void;
}

export function copyTree(): TreeCopy {
  mkdirSync('.output', { recursive: true });
  const root = mkdtempSync('.output/tree-');
  const filter = (path: string) => !path.includes('node_modules');
  for (const part of PARTS) cpSync(part, join(root, part), { recursive: true, filter });
  // The copy itself lies in `.output`.
  writeFileSync(
    join(root, 'tsconfig.json'),
    readFileSync('tsconfig.json', 'utf8').replace(/, "\.output"/, ''),
  );
  const written = new Set<string>();
  const edited = new Set<string>();

  return {
    path: (file) => join(process.cwd(), root, file),
    add(file, text, mark) {
      const path = join(root, file);
      (mark ? edited : written).add(file);
      if (!mark) {
        if (existsSync(path)) throw new Error(`${file} is there already`);
        mkdirSync(dirname(path), { recursive: true });
        return writeFileSync(path, text);
      }
      const before = readFileSync(path, 'utf8');
      const found = mark.exec(before);
      if (!found) throw new Error(`${file} has no ${mark}`);
      const end = found.index + found[0].length;
      writeFileSync(path, before.slice(0, end) + text + before.slice(end));
    },
    changedBy(make) {
      written.clear();
      edited.clear();
      make();
      return { written: [...written], edited: [...edited] };
    },
    typeErrors() {
      try {
        // With one thread it takes half the processor time, and other tests run meanwhile.
        const compiler = ['node_modules/typescript/bin/tsc', '--noEmit', '--singleThreaded', '-p', root];
        execFileSync(process.execPath, compiler, { encoding: 'utf8' });
        return [];
      } catch (thrown) {
        return String((thrown as { stdout?: unknown }).stdout)
          .trim()
          .split('\n');
      }
    },
    remove: () => rmSync(root, { recursive: true, force: true }),
  };
}
