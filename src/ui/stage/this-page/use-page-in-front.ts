import { useEffect, useState } from 'preact/hooks';
import type { RepositoryTarget, SettingsView } from '../../../messages/index.ts';
import { addressInFront, ask, onPageInFront } from '../../page/extension.ts';
import { inPrivateWindow } from '../../page/private-window.ts';
import { askedHosts } from '../../words/asked-hosts.ts';
import { hostOf } from '../../words/host-of.ts';
import { usePopup } from '../context.ts';

interface PageInFront {
  address: string;
  repository: RepositoryTarget;
  /** The id of the source whose page is in front. */
  source: string;
}

const LONGEST_ADDRESS = 2_000;

/** The repository whose page is in front of this window; undefined where the page belongs to no hub of the list. */
export function usePageInFront(): PageInFront | undefined {
  const { settings } = usePopup();
  const [page, setPage] = useState<PageInFront>();
  const view = settings.value;
  const hosts = view && hostsOf(view).join();
  useEffect(() => {
    if (!hosts) return;
    let latest = 0;
    const look = async () => {
      latest += 1;
      const round = latest;
      // Which pages are read in a private window is nobody's business.
      if (await inPrivateWindow()) return;
      const found = await pageAt(await addressInFront(), hosts.split(','));
      if (round === latest) setPage((before) => (before?.address === found?.address ? before : found));
    };
    void look();
    const stop = onPageInFront(() => void look());
    return () => {
      latest = -1;
      stop();
    };
  }, [hosts]);
  return page;
}

/**
 * The hosts of the sources that can be asked; none where there is one source alone, since no other could have
 * the page.
 */
function hostsOf(settings: SettingsView): string[] {
  const asked = askedHosts(settings);
  return settings.agreed && settings.hub.enabled && asked.length > 1 ? asked : [];
}

async function pageAt(address: string | undefined, hosts: string[]): Promise<PageInFront | undefined> {
  if (!address || address.length > LONGEST_ADDRESS || !hosts.includes(hostOf(address))) return undefined;
  const reply = await ask('parseRepository', { text: address });
  if (!reply.ok || reply.value.source === undefined) return undefined;
  const { repository, source } = reply.value;
  return { address, repository, source };
}
