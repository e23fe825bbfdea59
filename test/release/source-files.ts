import { readFiles } from './read-files.ts';

/** All that a build reads, by name: nothing else of a folder (a `.env`, notes) can slip into a package. */
const BUILD_READS = [
  'entrypoints/**',
  'src/**',
  'public/**',
  'test/release/**',
  'wxt.config.ts',
  'tsconfig.json',
  'package.json',
  'package-lock.json',
  '.npmrc',
  'LICENSE',
  'README.md',
  'CHANGELOG.md',
];

/** A build takes a team's defaults and the client id of a sign-in from these. No token is among them. */
const BUILD_VARIABLE = /^(?:KOHAKU_HUB_FALLBACK_|UNDERSTUDY_)/;

/**
 * The sources of a build, with the text that tells a reviewer how to make the same package again: which Node, which
 * commands, which environment variables, and the checksum of what must come out.
 */
export async function sourceFiles(
  root: string,
  { nodeVersion, environment, packageName, sha256 }: BuildFacts,
): Promise<Map<string, Uint8Array>> {
  const files = await readFiles(root, BUILD_READS);
  const variables = Object.entries(environment)
    .filter(([name, value]) => BUILD_VARIABLE.test(name) && value !== undefined)
    .sort()
    .map(([name, value]) => `    export ${name}='${value?.replaceAll("'", "'\\''")}'\n`);
  const text = `# How to build this package again

With Node ${nodeVersion} on Linux, macOS or Windows, in this folder:

${variables.join('')}    npm ci
    npm run zip

The package is \`.output/${packageName}\`. Its SHA-256 is

    ${sha256}

The packages of others come from the npm registry as \`package-lock.json\` fixes them. \`THIRD-PARTY.txt\` in the package lists
what of them is in it.
`;
  return files.set('BUILD.md', new TextEncoder().encode(text));
}

export interface BuildFacts {
  /** Without the leading `v`. */
  nodeVersion: string;
  environment: Readonly<Record<string, string | undefined>>;
  /** The file that the sources build. */
  packageName: string;
  /** Of that file, in hexadecimal digits. */
  sha256: string;
}
