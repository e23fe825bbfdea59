/** The ports of the lab's two listeners, to which a browser is led. */
export interface LabPorts {
  port: number;
  httpPort: number;
}

/**
 * Leads every host name to the lab, so that the real URLs of the production build work and nothing leaves the
 * machine. Loopback itself stays: hubs on `http://localhost` and the browser's own debugging port live there.
 */
function hostRules({ port, httpPort }: LabPorts): string {
  return [
    'EXCLUDE localhost',
    'EXCLUDE *.localhost',
    'EXCLUDE 127.0.0.1',
    `MAP *:443 127.0.0.1:${port}`,
    `MAP *:80 127.0.0.1:${httpPort}`,
    'MAP * ~NOTFOUND',
  ].join(', ');
}

const NOT_WANTED = [
  'DisableLoadExtensionCommandLineSwitch',
  // The list under the address bar is a page of its own in a process of its own, which every tab keeps busy.
  'WebUIOmniboxPopup',
  'WebUIOmniboxAimPopup',
];

/** The flags a Chromium with the extension is started with; without a lab it speaks to the real internet. */
export function chromiumFlags(options: {
  extensionDir: string;
  headless: boolean;
  lab?: LabPorts | undefined;
}): string[] {
  const { extensionDir, headless, lab } = options;
  const isRoot = process.getuid?.() === 0;
  return [
    ...(headless ? ['--headless=new'] : []),
    ...(isRoot ? ['--no-sandbox'] : []),
    '--disable-gpu',
    // A tenth of the processor time of all tests went into transitions. In Firefox everything moves.
    '--force-prefers-reduced-motion',
    '--disable-quic',
    '--no-first-run',
    '--no-default-browser-check',
    '--disable-default-apps',
    // Chromium refuses an extension's request, unsent, to an address that answered 5xx a few times in a row. Tests
    // bring more such answers to one browser than a user ever sees.
    '--disable-extensions-http-throttling',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--disable-search-engine-choice-screen',
    '--password-store=basic',
    '--use-mock-keychain',
    // The pages' accessible names are tested in English.
    '--lang=en-US',
    // Warnings go to a file in the profile: among them, why an extension was refused.
    '--enable-logging',
    '--log-level=1',
    `--disable-extensions-except=${extensionDir}`,
    `--load-extension=${extensionDir}`,
    `--disable-features=${NOT_WANTED.join()}`,
    ...(lab === undefined
      ? []
      : ['--ignore-certificate-errors', '--no-proxy-server', `--host-resolver-rules=${hostRules(lab)}`]),
  ];
}
