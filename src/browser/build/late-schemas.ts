import type { Plugin } from 'vite';

/** The fields of a syntax tree's node that are used here. */
interface Node {
  type: string;
  start: number;
  end: number;
  [field: string]: unknown;
}

const LATE = 'understudy:late';

/**
 * Code of `late`, which stands in for a schema and builds it when it is first used. Zod only reads a schema's fields, so a proxy
 * that passes them on is enough.
 */
const LATE_CODE = `export function late(make) {
  let made;
  const real = () => (made ??= make());
  return new Proxy({}, {
    get: (_, name) => real()[name],
    has: (_, name) => name in real(),
    getPrototypeOf: () => Object.getPrototypeOf(real()),
  });
}`;

/**
 * A Vite plugin that delays building the zod schemas at the top of modules until they are first used. Otherwise a worker that is
 * woken for one message would first build the schemas of every service, hub and setting, which takes longer than all else at its
 * start.
 */
export function lateSchemas(): Plugin {
  return {
    name: 'understudy:late-schemas',
    apply: 'build',
    enforce: 'post',
    resolveId: (id) => (id === LATE ? `\0${LATE}` : undefined),
    load: (id) => (id === `\0${LATE}` ? { code: LATE_CODE, moduleSideEffects: false } : undefined),
    transform(code, id) {
      if (!/\/src\/.*\.tsx?$/.test(id) || !/from ["']zod\/mini["']/.test(code)) return undefined;
      const schemas = schemasOf(this.parse(code) as unknown as Node, code);
      if (schemas.length === 0) return undefined;
      let late = code;
      for (const { start, end } of schemas.toReversed())
        late = `${late.slice(0, start)}/* @__PURE__ */ late(() => ${late.slice(start, end)})${late.slice(end)}`;
      return { code: `import { late } from ${JSON.stringify(LATE)};\n${late}`, map: null };
    },
  };
}

/** Finds the schemas that a module's top level assigns to constants: calls such as `z.object(…)`. */
function schemasOf(program: Node, code: string): Node[] {
  const body = program.body as Node[];
  const declared = body.map(
    (node) => (node.type === 'ExportNamedDeclaration' ? node.declaration : node) as Node,
  );
  return declared
    .filter((node) => node?.type === 'VariableDeclaration' && node.kind === 'const')
    .flatMap((node) => node.declarations as Node[])
    .flatMap(({ init }) => (init as Node | null) ?? [])
    .filter((init) => init.type === 'CallExpression')
    .filter((init) => /^z\.(?!lazy\b)[a-zA-Z]+\(/.test(code.slice(init.start, init.end)));
}
