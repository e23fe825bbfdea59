import type { LabPorts } from './chromium-flags.ts';

const QUIET = {
  'app.update.enabled': false,
  'app.normandy.enabled': false,
  'browser.safebrowsing.malware.enabled': false,
  'browser.safebrowsing.phishing.enabled': false,
  'browser.safebrowsing.downloads.enabled': false,
  'browser.shell.checkDefaultBrowser': false,
  'browser.newtabpage.activity-stream.feeds.topsites': false,
  'browser.newtabpage.activity-stream.feeds.section.topstories': false,
  'datareporting.policy.dataSubmissionEnabled': false,
  'datareporting.healthreport.uploadEnabled': false,
  'toolkit.telemetry.enabled': false,
  'toolkit.telemetry.server': '',
  'extensions.getAddons.cache.enabled': false,
  'extensions.update.enabled': false,
  'extensions.blocklist.enabled': false,
  'network.captive-portal-service.enabled': false,
  'network.connectivity-service.enabled': false,
  'services.settings.server': 'https://localhost/',
  // Processes that are started before a page needs them take a tenth of the time of starting the browser.
  'dom.ipc.processPrelaunch.enabled': false,
  'browser.newtab.preload': false,
  'intl.accept_languages': 'en-US',
  'intl.locale.requested': 'en-US',
  // Everything moves, in fewer steps: without a graphics card each step is drawn by the processor.
  'layout.frame_rate': 20,
};

/** Every name resolves to loopback, and the two web ports to the lab's. */
function leadTo({ port, httpPort }: LabPorts) {
  return {
    'network.dns.forceResolve': '127.0.0.1',
    'network.socket.forcePort': `443=${port};80=${httpPort}`,
    'network.trr.mode': 5,
    'network.proxy.type': 0,
    'network.stricttransportsecurity.preloadlist': false,
    'security.cert_pinning.enforcement_level': 0,
    'network.http.http3.enable': false,
    'network.dns.disablePrefetch': true,
    'network.http.speculative-parallel-limit': 0,
  };
}

/** Preferences of a Firefox that runs the extension: quiet, in English, and led to the lab when there is one. */
export function firefoxPreferences(options: {
  geckoId: string;
  uuid: string;
  lab?: LabPorts | undefined;
}): Record<string, unknown> {
  return {
    ...QUIET,
    'extensions.webextensions.uuids': JSON.stringify({ [options.geckoId]: options.uuid }),
    // An extension that is installed for a session keeps its storage over the session's end.
    'extensions.webextensions.keepStorageOnUninstall': true,
    'extensions.webextensions.keepUuidOnUninstall': true,
    // Firefox's dialogs take an answer at once, and not only after half a second.
    'security.notification_enable_delay': 0,
    // Firefox draws its notifications itself, whatever the desktop can do.
    'alerts.useSystemBackend': false,
    ...(options.lab && leadTo(options.lab)),
  };
}
