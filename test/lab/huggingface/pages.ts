import type { LabReply } from '../exchange.ts';

const page = (title: string): LabReply => ({
  status: 200,
  headers: { 'content-type': 'text/html; charset=utf-8' },
  text: `<!doctype html><html lang="en"><meta charset="utf-8"><title>${title}</title><h1>${title}</h1><p>A sample page of the lab.</p></html>`,
});

const avatar: LabReply = {
  status: 200,
  headers: { 'content-type': 'image/svg+xml' },
  text: '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8"><circle cx="4" cy="4" r="4" fill="#789"/></svg>',
};

/** The pages that people visit: token settings, avatars, a repository's own page. */
export function answerPage(pathname: string, isRepository: boolean): LabReply | undefined {
  if (pathname.startsWith('/avatars/')) return avatar;
  if (pathname.startsWith('/settings/tokens')) return page('Access Tokens');
  return isRepository ? page(pathname.slice(1)) : undefined;
}
