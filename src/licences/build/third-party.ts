import type { BundledPackage } from './packages-of-build.ts';

/** Texts that packages leave out or only point to. */
export interface LicenceTexts {
  /** The whole Apache License 2.0. */
  apache: string;
  /** The licence texts of packages without a licence file, by the package's name. */
  others: Readonly<Record<string, string>>;
}

const LEAD = `Understudy is under the licence in LICENSE. It holds work of others, under these licences.
`;
const RULE = `\n${'='.repeat(72)}\n\n`;

/**
 * The content of THIRD-PARTY.txt: each package with the text of its licence. Throws an error for whoever runs the build when the
 * text of a package's licence is not known, or when its licence is not one of `PERMITTED`.
 */
export function thirdPartyText(packages: readonly BundledPackage[], texts: LicenceTexts): string {
  const sections = packages.map((entry) => sectionOf(entry, texts));
  const hasApache = packages.some(isApache);
  return [LEAD, ...sections, ...(hasApache ? [texts.apache.trim()] : [])].join(RULE).concat('\n');
}

/** Licences (SPDX identifiers) that demand nothing more than passing on their text. */
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
