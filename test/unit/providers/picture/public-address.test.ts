import { expect, test } from 'vitest';
import { publicAddress } from '../../../../src/providers/picture/public-address.ts';

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
