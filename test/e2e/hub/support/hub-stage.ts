import type { Page } from 'puppeteer-core';
import { beforeEach } from 'vitest';
import type { RequestOf } from '../../../../src/messages/index.ts';
import { send } from '../../support/messages.ts';
import { HF_TOKEN, PUTER_TOKEN } from '../../support/tokens.ts';
import { useWorld, type WorldOptions } from '../../support/use-world.ts';
import type { World } from '../../support/world.ts';
import { driveFinder, type Finder } from './finder.ts';
import { driveOptions, type Options } from './options.ts';
import { grant } from './permissions.ts';

/** The hubs of these tests: a team's own, a mirror, and one more. */
export const TEAM = 'team.example';
export const MIRROR = 'mirror.example';
export const ATTIC = 'attic.example';

type SavedSource = RequestOf<'addSource'>['source'];

export interface HubStage extends World {
  /** Saves sources as the options page does, with permission for their origins; resolves to their ids. */
  addSources(...sources: (Pick<SavedSource, 'url'> & Partial<SavedSource>)[]): Promise<string[]>;
  /** The list as it is now, first asked first. */
  sourceNames(): Promise<string[]>;
  /** Puts the sources into the order of these names. */
  orderSources(...names: string[]): Promise<void>;
  /** Tokens for Hugging Face and Puter. */
  connect(): Promise<void>;
  openOptions(how?: { permissions: 'refused' }): Promise<Options>;
  openFinder(): Promise<Finder>;
  /** Runs something in a page of the extension that shows nothing and asks nobody. */
  inPage<Value>(work: (page: Page) => Promise<Value>): Promise<Value>;
}

/**
 * One lab and one Chromium for a test file; before each test both are as new, no hub has permission, and the worker
 * remembers nothing.
 */
export function useHubStage(options: WorldOptions = {}): HubStage {
  const stage = {} as HubStage;
  const desk = useWorld(stage, options);

  stage.inPage = (work) => work(desk());
  stage.addSources = (...sources) =>
    stage.inPage(async (page) => {
      const ids: string[] = [];
      for (const source of sources) {
        await grant(page, source.url);
        const name = new URL(source.url).host;
        const whole: SavedSource = { name, type: 'kohakuhub', enabled: true, namespaces: [], ...source };
        const reply = await send(page, 'addSource', { source: whole });
        if (!reply.ok) throw new Error(`${source.url} was not saved: ${reply.problem.code}`);
        ids.push(reply.value.id);
      }
      return ids;
    });
  const readSources = (page: Page) =>
    send(page, 'readSettings', {}).then((reply) => (reply.ok ? reply.value.sources : []));
  stage.sourceNames = () => stage.inPage(async (page) => (await readSources(page)).map(({ name }) => name));
  stage.orderSources = (...names) =>
    stage.inPage(async (page) => {
      const sources = await readSources(page);
      const ids = names.map((name) => sources.find((source) => source.name === name)?.id ?? name);
      await send(page, 'orderSources', { ids });
    });
  stage.connect = () =>
    stage.inPage(async (page) => {
      await send(page, 'saveToken', { slot: 'huggingface', token: HF_TOKEN });
      await send(page, 'saveToken', { slot: 'puter', token: PUTER_TOKEN });
    });
  stage.openOptions = async (how) => driveOptions(await stage.chromium.openPage('/options.html#hubs', how));
  stage.openFinder = async () => driveFinder(await stage.chromium.openPopup());

  // Stops the worker, so that nothing of an earlier test is left in its memory.
  beforeEach(() => stage.chromium.killWorker());

  return stage;
}
