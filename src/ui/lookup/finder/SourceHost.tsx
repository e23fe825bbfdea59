import type { SettingsView } from '../../../messages/index.ts';
import { sourceHost } from '../../words/source-name.ts';
import './source-host.css';

/** Where a source really is, beside the name that it was given. */
export function SourceHost({ settings, id }: { settings: SettingsView | undefined; id: string }) {
  const host = sourceHost(settings, id);
  return host === undefined ? null : <bdi class="source-host">{host}</bdi>;
}
