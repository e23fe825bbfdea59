import { describe, expect, test } from 'vitest';
import { readHubAddress } from '../../../../../src/ui/options/sources/hub-address.ts';

describe('an address becomes a URL', () => {
  test.each([
    ['https://hub.example.com', 'https://hub.example.com'],
    [' hub.example.com/ ', 'https://hub.example.com'],
    ['https://Hub.Example.com:8443/base//', 'https://hub.example.com:8443/base'],
    ['https://hub.example.com.', 'https://hub.example.com'],
    ['localhost:28080', 'http://localhost:28080'],
    ['192.168.1.20:48888', 'http://192.168.1.20:48888'],
    ['http://[::1]:8080', 'http://[::1]:8080'],
  ])('%s', (typed, url) => {
    expect(readHubAddress(typed)).toEqual({ url });
  });
});

describe('what is no hub address is named', () => {
  test.each([
    ['', 'SOURCE_URL_EMPTY'],
    ['https://', 'SOURCE_URL_INVALID'],
    ['https://a b.example', 'SOURCE_URL_INVALID'],
    ['"hub"', 'SOURCE_URL_INVALID'],
    ['ftp://hub.example.com', 'SOURCE_URL_SCHEME'],
    ['https://me:secret@hub.example.com', 'SOURCE_URL_CREDENTIALS'],
    ['https://hub.example.com/?a=1', 'SOURCE_URL_QUERY'],
    ['https://hub.example.com/#top', 'SOURCE_URL_QUERY'],
    ['http://hub.example.com', 'SOURCE_URL_PLAIN_HTTP'],
    ['http://172.32.0.1', 'SOURCE_URL_PLAIN_HTTP'],
    ['http://localhost.example.com', 'SOURCE_URL_PLAIN_HTTP'],
  ])('%s', (typed, problem) => {
    expect(readHubAddress(typed)).toEqual({ problem });
  });
});

test.each([
  'http://127.0.0.1:1',
  'http://2130706433',
  'http://10.1.2.3',
  'http://172.16.0.1',
  'http://[fd00::1]',
])('%s is private, so plain http is fine', (typed) => {
  expect(readHubAddress(typed)).toHaveProperty('url');
});
