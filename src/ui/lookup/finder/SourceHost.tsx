import type { SettingsView } from '../../../messages/index.ts';
import { sourceHost } from '../../words/source-name.ts';
import './source-host.css';

/** The host of a source's address, shown beside the source's name, which the user chose. */
export function SourceHost({ settings, id }: { settings: SettingsView | undefined; id: string }) {
  const host = sourceHost(settings, id);
  return host === undefined ? null : <bdi class="source-host">{host}</bdi>;
}
