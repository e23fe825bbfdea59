import { expect, test } from 'vitest';
import { isPrivateHost, originPattern, publicAddress } from '../../../src/web/addresses.ts';

test.each([
  'https://v3.fal.media/files/koala/a.png?sig=1',
  'https://replicate.delivery/xezq/out-0.webp',
  'https://cdn.example.com:8443/1.jpeg',
  'https://localhost.example.com/1.png',
])('%s is an address a picture can have', (address) => {
  expect(publicAddress(address)?.href).toBe(address);
});

test.each([
  'http://cdn.example.com/1.png',
  'https://user:pass@cdn.example.com/1.png',
  'https://user@cdn.example.com/1.png',
  'https://localhost/1.png',
  'https://localhost./1.png',
  'https://a.localhost/1.png',
  'https://router/1.png',
  'https://nas.local/1.png',
  'https://printer.lan/1.png',
  'https://gateway.home.arpa/1.png',
  'https://vault.internal/1.png',
  'https://127.0.0.1/1.png',
  'https://0x7f.1/1.png',
  'https://2130706433/1.png',
  'https://10.0.0.5/1.png',
  'https://192.168.1.1./1.png',
  'https://169.254.169.254/latest',
  'https://[::1]/1.png',
  'https://[fd00::1]/1.png',
  'https://[::ffff:127.0.0.1]/1.png',
  'https://100.100.100.100/1.png',
  'https://nas.tail1234.ts.net/1.png',
  'https://nas.local../1.png',
  'https://ＮＡＳ.ｌｏｃａｌ/1.png',
  'https://nas。local/1.png',
  'https://printer.l\u00adan/1.png',
  'https://192.168.1.1.nip.io/1.png',
  'https://192-168-1-1.sslip.io/1.png',
  'https://localtest.me/1.png',
  'https://fritz.box/1.png',
  'https://①②⑦.0.0.1/1.png',
  'https://[64:ff9b:1::a00:1]/1.png',
  'file:///etc/passwd',
  'javascript:alert(1)',
  'data:image/png;base64,AAAA',
  'chrome-extension://abc/1.png',
  '/1.png',
  '//cdn.example.com/1.png',
  '',
])('%s is not', (address) => {
  expect(publicAddress(address)).toBeUndefined();
});

const hostOf = (host: string) => new URL(`http://${host}/`).hostname;

test.each([
  'localhost',
  'LOCALHOST',
  'hub.localhost',
  'nas',
  'nas.',
  'nas.local',
  'nas.local.',
  'router.lan',
  'hub.internal',
  'hub.intranet',
  'hub.home',
  'hub.home.arpa',
  'hub.corp',
  'pi.localdomain',
  'nas.tail1234.ts.net',
  '0.0.0.0',
  '10.1.2.3',
  '127.1',
  '100.64.0.1',
  '100.127.255.255',
  '169.254.169.254',
  '172.16.0.1',
  '192.168.1.1',
  '0xc0a80101',
  '[::1]',
  '[::]',
  '[fd12::1]',
  '[fe80::1]',
  '[::ffff:192.168.1.1]',
])('%s is in a private network', (host) => expect(isPrivateHost(hostOf(host))).toBe(true));

test.each([
  'huggingface.co',
  'hub.example',
  'local.example',
  'lan.com',
  'mylan.co',
  'ts.net.example',
  'arpa.example',
  '8.8.8.8',
  '100.63.255.255',
  '100.128.0.1',
  '172.32.0.1',
  '192.169.1.1',
  '[2001:4860:4860::8888]',
  '[::ffff:8.8.8.8]',
])('%s is not', (host) => expect(isPrivateHost(hostOf(host))).toBe(false));

test.each([
  '[::127.0.0.1]',
  '[::ffff:0:10.0.0.1]',
  '[::ffff:0.0.0.0]',
  '[64:ff9b::192.168.1.1]',
  '[64:ff9b::7f]',
  '[64:ff9b:1::8.8.8.8]',
  '[2002:a00::]',
  '[2002:7f00::1]',
  '[2002:c0a8:101::1]',
  '[100::1]',
  '[5f00::1]',
  '[::5:6:8.8.8.8]',
  '[fec0::1]',
  '[ff02::fb]',
  'nas.intra',
  'nas.local..',
  '1.168.192.in-addr.arpa',
])('%s is, too', (host) => expect(isPrivateHost(hostOf(host))).toBe(true));

test.each([
  '[2606:4700::1]',
  '[2002:808:808::1]',
  '[64:ff9b::8.8.8.8]',
  '[2a00:1450::1]',
  'nip.io.example',
  'fritzbox.com',
  // Anybody may have a server below it, so that it has no rights of a private one.
  '10.0.0.1.nip.io',
])('%s is out in the internet', (host) => expect(isPrivateHost(hostOf(host))).toBe(false));

test('a match pattern knows no ports', () => {
  expect(originPattern('http://localhost:28080/x?query')).toBe('http://localhost/*');
  expect(originPattern('http://[::1]:8080')).toBe('http://[::1]/*');
  expect(originPattern('https://hf-mirror.com')).toBe('https://hf-mirror.com/*');
  expect(() => originPattern('nonsense')).toThrow();
});

test.each([
  'localhost.localdomain',
  'ip6-localhost',
  'nas.localnet',
  '0177.0.0.1',
  '0x7f000001',
  '017700000001',
  '127.1',
  '0',
  '198.18.0.1',
  '255.255.255.255',
  '224.0.0.251',
  '[fc00::1]',
  '[fdff:1::]',
  '[fe80::1]',
  '[febf::1]',
  '[fec0::1]',
  '[ff02::1]',
  '[::7f00:1]',
  '[::ffff:10.0.0.1]',
  '[64:ff9b::192.168.0.1]',
  '[2002:7f00:1::]',
])('%s is private, too', (host) => {
  expect(isPrivateHost(hostOf(host))).toBe(true);
});

test.each([
  '[2606:4700::1111]',
  '[64:ff9b::808:808]',
  '[2002:808:808::1]',
  '198.20.0.1',
  '223.1.1.1',
  'fd.example',
  'localhost.example',
])('%s is not', (host) => {
  expect(isPrivateHost(hostOf(host))).toBe(false);
});
