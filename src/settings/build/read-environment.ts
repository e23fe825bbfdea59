import { parseDeployerDefaults } from '../deployer-defaults.ts';
import type { DeployerName, Row } from '../row.ts';
import { ROWS } from '../rows.ts';

const PREFIX = 'KOHAKU_HUB_FALLBACK_';

/** Why an address cannot be that of a hub; undefined when it can. */
type AddressProblem = (url: string) => string | undefined;

/**
 * A team's defaults from the environment of the build (the five names of seed 000), in the shape managed
 * policy has. Throws with a sentence for the builder: a default that is silently dropped would be found out
 * by users. Also refused are a token, since everybody who installs the build could read it, and a hub in
 * plain http on the internet, since it would never be asked.
 */
export function readEnvironment(
  environment: Record<string, string | undefined>,
  addressProblem: AddressProblem,
): Record<string, unknown> {
  const text = (name: string) => environment[PREFIX + name]?.trim() || undefined;
  const sources = text('SOURCES');
  const values = ROWS.flatMap(({ row: { kind, deployer } }) =>
    deployer ? Object.entries(readValue(kind, deployer, text(deployer.environment))) : [],
  );
  return {
    ...Object.fromEntries(values),
    ...(sources && { sources: readSources(sources, addressProblem) }),
  };
}

/** The value under the name it has in managed policy; nothing when the environment says nothing. */
function readValue(
  kind: Row<unknown>['kind'],
  { policy, environment }: DeployerName,
  value: string | undefined,
): Record<string, unknown> {
  if (value === undefined) return {};
  const name = PREFIX + environment;
  if (kind === 'flag') {
    if (!/^(?:true|false)$/i.test(value))
      throw new Error(`${name} must be "true" or "false"; it is "${value}".`);
    return { [policy]: value.toLowerCase() === 'true' };
  }
  if (kind === 'number' && !/^\d+$/.test(value))
    throw new Error(`${name} must be a whole number; it is "${value}".`);
  const read = { [policy]: kind === 'number' ? Number(value) : value };
  if (Object.keys(parseDeployerDefaults(read).values).length === 0)
    throw new Error(`${name} is out of range; it is "${value}".`);
  return read;
}

function readSources(json: string, addressProblem: AddressProblem): unknown[] {
  const sources = parseList(json);
  for (const source of sources) {
    if (typeof source !== 'object' || source === null || !('url' in source)) {
      throw new Error(`Each entry of ${PREFIX}SOURCES needs a "url".`);
    }
    if (('token' in source && source.token) || holdsCredentials(source.url)) {
      throw new Error(
        `${PREFIX}SOURCES holds a token. Whoever installs the build could read it; leave it out, each user adds their own.`,
      );
    }
    const problem = addressProblem(String(source.url));
    if (problem === 'plain-http-public') {
      throw new Error(
        `${PREFIX}SOURCES has a hub in plain http that is neither on this machine nor in a private network. What is asked of it could be read and changed on the way, so it is never asked; use https://.`,
      );
    }
    if (problem !== undefined || !parseDeployerDefaults({ sources: [source] }).sources?.length) {
      throw new Error(
        `${PREFIX}SOURCES has an entry that is no hub: a "url" starts with https:// and has no query, a "source_type" is huggingface or kohakuhub.`,
      );
    }
  }
  return sources;
}

function holdsCredentials(url: unknown): boolean {
  const parsed = URL.parse(String(url));
  return parsed !== null && (parsed.username !== '' || parsed.password !== '');
}

function parseList(json: string): unknown[] {
  try {
    const value: unknown = JSON.parse(json);
    if (Array.isArray(value)) return value;
  } catch {
    // The error is thrown below.
  }
  throw new Error(
    `${PREFIX}SOURCES must be a JSON list such as [{"url":"https://hub.example.org","source_type":"kohakuhub"}].`,
  );
}
