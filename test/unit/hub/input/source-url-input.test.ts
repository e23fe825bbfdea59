import { describe, expect, test } from 'vitest';
import { parseSourceUrl } from '../../../../src/hub/index.ts';

describe('parseSourceUrl', () => {
  test.each([
    [' https://Hub.Example/ ', 'https://hub.example', 'https://hub.example'],
    ['https://hub.example.', 'https://hub.example', 'https://hub.example'],
    ['https://hub.example./mirror//', 'https://hub.example/mirror', 'https://hub.example'],
    ['https://hub.example:443/a/b/', 'https://hub.example/a/b', 'https://hub.example'],
    ['https://hub.example.:8443', 'https://hub.example:8443', 'https://hub.example:8443'],
    ['http://localhost:28080', 'http://localhost:28080', 'http://localhost:28080'],
    ['http://nas.local/', 'http://nas.local', 'http://nas.local'],
    ['http://127.0.0.1', 'http://127.0.0.1', 'http://127.0.0.1'],
    ['http://2130706433', 'http://127.0.0.1', 'http://127.0.0.1'],
    ['http://[::1]:80/x', 'http://[::1]/x', 'http://[::1]'],
    ['hub.example/', 'https://hub.example', 'https://hub.example'],
    ['hub.example:8443', 'https://hub.example:8443', 'https://hub.example:8443'],
    ['localhost:28080', 'http://localhost:28080', 'http://localhost:28080'],
    ['http://nas:28080', 'http://nas:28080', 'http://nas:28080'],
    ['nas:28080', 'http://nas:28080', 'http://nas:28080'],
    ['hub.lan/kohaku', 'http://hub.lan/kohaku', 'http://hub.lan'],
    ['box.tail1234.ts.net:28080', 'http://box.tail1234.ts.net:28080', 'http://box.tail1234.ts.net:28080'],
    ['192.168.1.20:48888/kohaku', 'http://192.168.1.20:48888/kohaku', 'http://192.168.1.20:48888'],
  ])('%s', (text, url, origin) => {
    expect(parseSourceUrl(text)).toEqual({ url, origin });
  });

  test.each([
    '10.1.2.3',
    '172.16.0.1',
    '172.31.255.255',
    '192.168.1.1',
    '169.254.0.1',
    '100.64.0.1',
    'hub.internal',
    'pi.home.arpa',
    '[fe80::1]',
    '[fc00::1]',
    '[fdab::1]',
  ])('plain http is fine in a private network: %s', (host) => {
    expect(parseSourceUrl(`http://${host}`)).toEqual({ url: `http://${host}`, origin: `http://${host}` });
  });

  test.each([
    ['', 'empty'],
    ['   ', 'empty'],
    ['"hub"', 'not-a-url'],
    ['me:secret@hub.example', 'scheme'],
    ['https://', 'not-a-url'],
    ['https://.', 'not-a-url'],
    ['https://a b', 'not-a-url'],
    ['ftp://hub.example', 'scheme'],
    ['javascript:alert(1)', 'scheme'],
    ['http://hub.example', 'plain-http-public'],
    ['http://10.evil.example', 'plain-http-public'],
    ['http://172.32.0.1', 'plain-http-public'],
    ['http://localhost.example', 'plain-http-public'],
    ['http://[2001:db8::1]', 'plain-http-public'],
    ['https://me@hub.example', 'credentials'],
    ['https://me:secret@hub.example', 'credentials'],
    ['https://hub.example?a=1', 'query'],
    ['https://hub.example/?', 'query'],
    ['https://hub.example/#top', 'query'],
  ])('%j: %s', (text, problem) => {
    expect(parseSourceUrl(text)).toEqual({ problem });
  });
});
