import { readdirSync } from 'node:fs';
import { defineConfig } from 'wxt';
import { asciiOnly } from './src/browser/build/ascii-only.ts';
import { lateSchemas } from './src/browser/build/late-schemas.ts';
import { narrowPages } from './src/browser/build/narrow-pages.ts';
import { noCircles } from './src/browser/build/no-circles.ts';
import { pageChunks } from './src/browser/build/page-chunks.ts';
import { parseSourceUrl } from './src/hub/input/source-url-input.ts';
import { fixedImports } from './src/licences/build/fixed-imports.ts';
import { createPackagesOfBuild } from './src/licences/build/packages-of-build.ts';
import { textOnly } from './src/licences/build/text-only.ts';
import { writeLicences } from './src/licences/build/write-licences.ts';
import { keepOutOfWorker } from './src/providers/puter/build/keep-out-of-worker.ts';
import { REPLACED, trimPuter } from './src/providers/puter/build/trim-puter.ts';
import { readClientId } from './src/settings/build/read-client-id.ts';
import { readEnvironment } from './src/settings/build/read-environment.ts';

const bundled = createPackagesOfBuild(REPLACED);

/** The folders of `public/_locales`: the manifest's default language (`en`) first, the others by name. */
export const languages = readdirSync(new URL('public/_locales', import.meta.url)).sort(
  (one, other) => Number(other === 'en') - Number(one === 'en') || (one < other ? -1 : 1),
);

const hubAddressProblem = (url: string) => parseSourceUrl(url).problem;

/** The oldest browser versions that the extension can be installed in. */
const OLDEST = { chrome: '128', firefox: '140' };

/**
 * The manifest of every target. MV3 everywhere: the MV2 target drops optional_host_permissions.
 * api.puter.com is no host permission on purpose: its CORS is open, and with a permission the SDK could
 * forge an Origin.
 */
export default defineConfig({
  imports: false,
  manifestVersion: 3,
  vite: () => ({
    plugins: [
      narrowPages(),
      noCircles(),
      lateSchemas(),
      asciiOnly(),
      trimPuter(),
      keepOutOfWorker(),
      textOnly(),
      fixedImports(),
      bundled.plugin,
    ],
    // For older CSS targets `:dir()` would be replaced by a guess from the page's language, which is wrong for a field whose
    // text is in another language.
    build: {
      license: bundled.license,
      cssTarget: [`chrome${OLDEST.chrome}`, `firefox${OLDEST.firefox}`],
      modulePreload: { polyfill: false },
      rolldownOptions: { output: { codeSplitting: pageChunks(import.meta.dirname) } },
    },
    define: {
      __DEPLOYER_DEFAULTS__: JSON.stringify(readEnvironment(process.env, hubAddressProblem)),
      __LANGUAGES__: JSON.stringify(languages),
      __HF_CLIENT_ID__: JSON.stringify(readClientId(process.env)),
    },
  }),
  hooks: {
    'build:done': ({ config: { command, root, outDir } }) =>
      command === 'build' ? writeLicences(root, outDir, bundled.take()) : undefined,
  },
  manifest: ({ browser }) => ({
    name: '__MSG_extension_name__',
    description: '__MSG_extension_description__',
    default_locale: 'en',
    permissions: [
      'storage',
      'unlimitedStorage',
      'identity',
      'alarms',
      'contextMenus',
      // These two read the selected text of a page, at the user's key press and not before.
      'activeTab',
      'scripting',
      ...(browser === 'chrome' ? ['sidePanel', 'offscreen'] : []),
    ],
    // Asked for in the click that switches on the feature that needs the permission.
    optional_permissions: ['downloads', 'notifications'],
    host_permissions: ['https://router.huggingface.co/*', 'https://huggingface.co/*'],
    optional_host_permissions: ['https://*/*', 'http://*/*'],
    content_security_policy: {
      extension_pages: [
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self' blob: data:",
        "connect-src 'self' https: http: data: blob:",
        // Frames of the extension's own pages: puter.html, which has a policy of its own, and redirects.html.
        "frame-src 'self'",
        "base-uri 'none'",
        "form-action 'none'",
        "frame-ancestors 'self'",
      ].join('; '),
      ...(browser === 'chrome' && {
        sandbox: [
          'sandbox allow-scripts',
          "default-src 'none'",
          "script-src 'self'",
          'connect-src https://api.puter.com',
          "base-uri 'none'",
          "form-action 'none'",
          "frame-ancestors 'self'",
        ].join('; '),
      }),
    },
    // Web pages and other extensions get no access to files or messages of this extension.
    web_accessible_resources: [],
    ...(browser === 'chrome' && { externally_connectable: { ids: [], matches: [] } }),
    action: { default_title: '__MSG_extension_name__' },
    omnibox: { keyword: 'understudy' },
    commands: {
      _execute_action: { suggested_key: { default: 'Ctrl+Shift+U' } },
      'generate-from-selection': {
        suggested_key: { default: 'Alt+Shift+U' },
        description: '__MSG_command_generate_from_selection__',
      },
      'open-side-panel': {
        suggested_key: { default: 'Alt+Shift+S' },
        description: '__MSG_command_open_side_panel__',
      },
      'open-gallery': {
        suggested_key: { default: 'Alt+Shift+G' },
        description: '__MSG_command_open_gallery__',
      },
    },
    ...(browser === 'chrome' && {
      minimum_chrome_version: OLDEST.chrome,
      sandbox: { pages: ['puter.html'] },
      storage: { managed_schema: 'managed-schema.json' },
    }),
    ...(browser === 'firefox' && {
      browser_specific_settings: {
        gecko: {
          id: 'understudy@understudy.example',
          strict_min_version: `${OLDEST.firefox}.0`,
          data_collection_permissions: {
            required: ['authenticationInfo', 'websiteContent'],
          },
        },
        // The first version for Android that knows `data_collection_permissions`.
        gecko_android: { strict_min_version: '142.0' },
      },
    }),
  }),
});
