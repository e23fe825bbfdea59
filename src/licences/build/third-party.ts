import type { BundledPackage } from './packages-of-build.ts';

/** Texts that packages leave out or only point to. */
export interface LicenceTexts {
  /** The whole Apache License 2.0. */
  apache: string;
  /** Of packages that bring no file, by name. */
  others: Readonly<Record<string, string>>;
}

const LEAD = `Understudy is under the licence in LICENSE. It holds work of others, under these licences.
`;
const RULE = `\n${'='.repeat(72)}\n\n`;

/**
 * What THIRD-PARTY.txt says: each package with the text of its licence. Throws with a sentence for the builder when the text
 * of a package's licence is not known, or its licence asks for more than a text.
 */
export function thirdPartyText(packages: readonly BundledPackage[], texts: LicenceTexts): string {
  const sections = packages.map((entry) => sectionOf(entry, texts));
  const hasApache = packages.some(isApache);
  return [LEAD, ...sections, ...(hasApache ? [texts.apache.trim()] : [])].join(RULE).concat('\n');
}

const PERMITTED = ['MIT', 'ISC', 'BSD-3-Clause', 'Apache-2.0'];

const isApache = ({ identifier }: BundledPackage) => identifier === 'Apache-2.0';

function sectionOf(entry: BundledPackage, { others }: LicenceTexts): string {
  const { name, version, identifier = 'none' } = entry;
  if (!PERMITTED.includes(identifier))
    throw new Error(`The licence of ${name} ${version} is ${identifier}: look at what it asks for.`);
  const text =
    entry.text ?? others[name] ?? (isApache(entry) ? 'The Apache License 2.0 stands at the end.' : undefined);
  if (text === undefined)
    throw new Error(`${name} ${version} brings no licence file: add its text to src/licences/build/texts.`);
  return `${name} ${version} (${identifier})\n\n${text.trim()}\n`;
}
