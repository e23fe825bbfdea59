import type { LabHost } from '../exchange.ts';

export interface Hubs {
  find(name: string): LabHost | undefined;
  tokensOf(host: string): readonly string[] | undefined;
  clear(): void;
}
export function createHubs(_: { host: string; hub: LabHost }): Hubs {
  return { find: () => undefined, tokensOf: () => undefined, clear() {} };
}
