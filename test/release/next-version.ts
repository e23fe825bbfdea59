const VERSION = /^(\d+)\.(\d+)\.(\d+)$/;

/**
 * The version after this one: `major`, `minor`, `patch`, or the version itself when it is a later one. Stores take numbers
 * and dots only. Throws a sentence that says what to give.
 */
export function nextVersion(current: string, wish: string | undefined): string {
  const [major, minor, patch] = numbersOf(current) ?? [0, 0, 0];
  if (wish === 'major') return `${major + 1}.0.0`;
  if (wish === 'minor') return `${major}.${minor + 1}.0`;
  if (wish === 'patch') return `${major}.${minor}.${patch + 1}`;
  const wished = numbersOf(wish ?? '');
  if (!wish || !wished) throw new Error('Say major, minor, patch, or a version such as 1.2.3.');
  const difference = wished.map((number, place) => number - [major, minor, patch][place]!).find(Boolean);
  if (!difference || difference < 0) throw new Error(`${wish} does not come after ${current}.`);
  return wish;
}

function numbersOf(version: string): [number, number, number] | undefined {
  const found = VERSION.exec(version);
  return found ? [Number(found[1]), Number(found[2]), Number(found[3])] : undefined;
}
