import {
  type AttemptObserver,
  createProviderManager,
  type ImageProvider,
  type ProviderManager,
} from '../../generation/index.ts';
import type { AttemptLog } from '../../jobs/index.ts';
import { HuggingFaceProvider } from '../../providers/huggingface/provider.ts';
import { PuterProvider } from '../../providers/puter/provider.ts';
import { endpointToken, tokenSlot } from '../bound-token.ts';
import type { House } from '../services.ts';
import type { Snapshot } from '../state/snapshot.ts';
import { usableProviders } from '../usable-providers.ts';
import { noteTokenVerdict } from './note-token-verdict.ts';

/** The providers as the settings are now, for one job; undefined when none is switched on and connected. */
export async function createManager(
  house: Omit<House, 'runner'>,
  log: AttemptLog,
): Promise<ProviderManager | undefined> {
  const snapshot = await house.snapshot();
  const build = { huggingface: huggingFace, puter };
  const [primary, fallback] = usableProviders(snapshot.settings, snapshot.secrets).map((name) =>
    build[name](house, snapshot, log),
  );
  const observer: AttemptObserver = {
    started: (name) => log.started(name),
    async ended(name, result) {
      // Never rejects. Neither the next attempt nor storing the picture waits for what was learnt of a token.
      void noteTokenVerdict(house, tokenSlot(name, snapshot), snapshot, result);
      await log.ended(name, result);
    },
  };
  return primary && createProviderManager({ primary, fallback, observer });
}

function huggingFace(house: Omit<House, 'runner'>, snapshot: Snapshot, log: AttemptLog): ImageProvider {
  const { settings, secrets } = snapshot;
  const { model, apiUrl, timeoutMs, routeOrder } = settings.huggingface;
  return new HuggingFaceProvider({
    fetch: house.fetch,
    token: secrets.huggingface?.token,
    clock: house.clock,
    hub: canLookUp(snapshot) ? house.hub : undefined,
    config: { model, timeout: timeoutMs, ...(apiUrl && { apiUrl }) },
    endpointToken: endpointToken(snapshot),
    routeOrder,
    routeCache: house.routeCache,
    routeCacheTtlSeconds: settings.hub.cacheTtlSeconds,
    deadRoutes: house.deadRoutes,
    huggingFaceHub: house.huggingFaceHub,
    otherHub: (id) => {
      const source = settings.sources.find((candidate) => candidate.id === id);
      return source?.type === 'kohakuhub' ? source.name : undefined;
    },
    isOnline,
    observer: log,
  });
}

function puter(house: Omit<House, 'runner'>, { settings, secrets }: Snapshot): ImageProvider {
  return new PuterProvider({
    fetch: house.fetch,
    token: secrets.puter?.token,
    clock: house.clock,
    config: { model: settings.puter.model, timeout: settings.puter.timeoutMs },
    isOnline,
  });
}

/** With lookups switched off, or Hugging Face not among the sources, nobody can say what it runs: its default route is used. */
function canLookUp({ settings, allowed }: Snapshot): boolean {
  const asked = settings.sources.filter(({ id, enabled }) => enabled && allowed[id]);
  return settings.hub.enabled && asked.some(({ type }) => type === 'huggingface');
}

function isOnline(): boolean {
  return navigator.onLine !== false;
}
