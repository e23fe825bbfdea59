import type { LabHost, LabReply } from '../exchange.ts';
import type { PuterState } from './state.ts';

const page = (status: number, body: string): LabReply => ({
  status,
  headers: { 'content-type': 'text/html; charset=utf-8' },
  text: `<!doctype html><html lang="en"><meta charset="utf-8"><title>Puter (sample)</title><body>${body}</body></html>`,
});

function redirectTarget(redirectUrl: string | null): URL | undefined {
  try {
    const target = new URL(redirectUrl ?? '');
    // Puter refuses every scheme but http and https, so also that of an extension's page.
    return target.protocol === 'https:' || target.protocol === 'http:' ? target : undefined;
  } catch {
    return undefined;
  }
}

const escapeHtml = (text: string) => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;');

const withParameter = (url: URL, name: string, value: string) => {
  const copy = new URL(url);
  copy.searchParams.set(name, value);
  return copy.href;
};

/** puter.com: `?action=authme&redirectURL=…` brings the user back with `token=…` added, or without when refused. */
export function createPuterSignIn(state: PuterState): LabHost {
  return {
    handle(request) {
      const { searchParams } = request.url;
      if (searchParams.get('action') !== 'authme') return page(200, '<h1>Puter (sample)</h1>');
      const target = redirectTarget(searchParams.get('redirectURL'));
      if (target === undefined) return page(400, '<h1>Invalid redirect URL</h1>');
      const allow = withParameter(target, 'token', state.token);
      const refuse = withParameter(target, 'error', 'access_denied');
      const goTo = (address: string): LabReply => ({
        status: 302,
        headers: { location: address },
      });
      if (state.signIn === 'allow') return goTo(allow);
      if (state.signIn === 'refuse') return goTo(refuse);
      return page(
        200,
        `<h1>Authorization Required</h1><p>${target.host} asks for access to your account.</p>
        <p><a id="allow" href="${escapeHtml(allow)}">Allow</a> <a id="refuse" href="${escapeHtml(refuse)}">Cancel</a></p>`,
      );
    },
    cors: () => ({}),
  };
}
