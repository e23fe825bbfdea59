import { PROVIDER_NAMES } from '../../../generation/provider-names.ts';

/** The panels in their order on the page; `#<name>` leads to one, `options_panel_<name>` is its title. */
export const PANELS = [
  'accounts',
  'pictures',
  'styles',
  'shortcuts',
  'backup',
  'hubs',
  'advanced',
  'about',
] as const;

export type PanelName = (typeof PANELS)[number];

/** Sections that links lead to, and the panel each stands in. */
const SECTIONS: Readonly<Record<string, PanelName>> = {
  ...Object.fromEntries(PROVIDER_NAMES.map((name) => [name, 'accounts' as const])),
  order: 'accounts',
  toolbar: 'pictures',
  passphrase: 'accounts',
  changelog: 'about',
  keys: 'shortcuts',
  selection: 'shortcuts',
  notifications: 'shortcuts',
  sources: 'hubs',
  chain: 'hubs',
  cache: 'hubs',
  language: 'advanced',
  routes: 'advanced',
  endpoint: 'advanced',
};

/** A place on the page: a panel, and the section of it that a link leads to. */
export interface Place {
  panel: PanelName;
  section?: string;
}

/** Where a fragment (`#hubs`, `#puter`) leads; anything unknown leads to the first panel. */
export function placeOf(fragment: string): Place {
  const name = fragment.replace(/^#/, '');
  const panel = PANELS.find((one) => one === name);
  if (panel) return { panel };
  if (Object.hasOwn(SECTIONS, name)) return { panel: SECTIONS[name] ?? PANELS[0], section: name };
  return { panel: PANELS[0] };
}
