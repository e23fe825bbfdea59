import { describe, expect, test } from 'vitest';
import type { Step } from '../../lab/lab.ts';
import { withLab } from './with-lab.ts';

const host = 'router.huggingface.co';
const url = `https://${host}/hf-inference/models/stabilityai/stable-diffusion-3-medium-diffusers`;
const headers = { authorization: 'Bearer hf_sample', 'content-type': 'application/json' };
const body = JSON.stringify({ inputs: 'a red fox', parameters: { width: 64, height: 64 } });

describe('each fault does what its name says', () => {
  const lab = withLab();
  const ask = (signal?: AbortSignal) =>
    lab().fetch(url, { method: 'POST', headers, body, ...(signal && { signal }) });
  const script = (...steps: Step[]) => lab().answer({ host }, steps);
  const entry = () => lab().requestsTo(host)[0];

  test('a reply is sent as it is written, with the CORS headers of its host', async () => {
    script({ status: 418, headers: { 'x-tea': 'yes' }, json: { error: 'teapot' } });
    const answer = await ask();
    expect([answer.status, answer.headers.get('x-tea'), await answer.json()]).toEqual([
      418,
      'yes',
      { error: 'teapot' },
    ]);
    expect(answer.headers.get('access-control-allow-origin')).toBe('*');
  });

  test('cors: false leaves the CORS headers out', async () => {
    script({ status: 200, text: '', cors: false });
    expect((await ask()).headers.get('access-control-allow-origin')).toBeNull();
  });

  test('steps are used in order and the last one stays', async () => {
    script({ status: 503 }, { status: 500 });
    const answers = [await ask(), await ask(), await ask()];
    expect(answers.map(({ status }) => status)).toEqual([503, 500, 500]);
  });

  test('pass, fixture and a function are worked out', async () => {
    script('pass', { fixture: 'router_hf_inference/429.retry-after' }, ({ bodyText }) => ({
      status: 200,
      text: bodyText,
    }));
    expect((await ask()).headers.get('content-type')).toBe('image/png');
    expect((await ask()).headers.get('retry-after')).toBe('2');
    expect(await (await ask()).text()).toBe(body);
  });

  test('the latest script that fits wins, and others stay untouched', async () => {
    lab().answer({ host, path: '/nscale' }, [{ status: 502 }]);
    lab().answer({ host, method: 'GET' }, [{ status: 501 }]);
    expect((await ask()).status).toBe(200);
    expect((await lab().fetch(`https://${host}/nscale/v1`)).status).toBe(501);
    expect((await lab().fetch(`https://${host}/nscale/v1`, { method: 'POST' })).status).toBe(502);
  });

  test('a preflight uses up no step', async () => {
    script({ status: 503 }, 'pass');
    const origin = { origin: 'https://page.example', 'access-control-request-headers': 'authorization' };
    const preflight = await lab().fetch(url, { method: 'OPTIONS', headers: origin });
    expect([preflight.status, preflight.headers.get('access-control-allow-headers')]).toEqual([
      204,
      'authorization',
    ]);
    expect((await ask()).status).toBe(503);
  });

  test('delayMs waits before the next step', async () => {
    script({ delayMs: 60, of: { status: 200 } });
    await ask();
    const { at, answeredAt } = await lab().waitForRequest((request) => request.answeredAt !== undefined);
    expect(Number(answeredAt) - at).toBeGreaterThan(50);
  });

  test('hang never answers, and the log knows who left', async () => {
    script('hang');
    const leaving = new AbortController();
    const asked = ask(leaving.signal);
    await lab().waitForRequest((request) => request.host === host);
    expect(entry()).toMatchObject({ closedEarly: false });
    leaving.abort();
    await expect(asked).rejects.toMatchObject({ name: 'AbortError' });
    await lab().waitForRequest((request) => request.closedEarly);
    expect(entry()?.status).toBeUndefined();
  });

  test('reset breaks the connection before a byte', async () => {
    script('reset');
    await expect(ask()).rejects.toMatchObject({ cause: { code: 'ECONNRESET' } });
    expect(entry()).toMatchObject({ closedEarly: false });
  });

  test.each(['truncate', 'reset-mid'] as const)('%s stops in the middle of the body', async (fault) => {
    script(fault);
    const answer = await ask();
    expect(answer.status).toBe(200);
    const announced = Number(answer.headers.get('content-length'));
    let received = 0;
    const read = async () => {
      for await (const chunk of answer.body ?? []) received += chunk.length;
    };
    await expect(read()).rejects.toThrow();
    expect(received).toBeLessThan(announced);
    expect(entry()).toMatchObject({ closedEarly: false });
  });

  test('slow-body sends the first bytes and then nothing', async () => {
    script({ fault: 'slow-body', of: { status: 200, body: new Uint8Array(5000) } });
    const leaving = new AbortController();
    const answer = await ask(leaving.signal);
    const reader = answer.body?.getReader();
    expect((await reader?.read())?.value).toHaveLength(1024);
    leaving.abort();
    await lab().waitForRequest((request) => request.closedEarly);
  });

  test('html is a captive portal with 200', async () => {
    script('html');
    const answer = await ask();
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'text/html']);
  });

  test('picture draws what the body asks for, wherever it is sent', async () => {
    lab().answer({ host: 'my-endpoint.example' }, ['picture']);
    const answer = await lab().fetch('https://my-endpoint.example/', { method: 'POST', body });
    expect(Buffer.from(await answer.arrayBuffer()).readUInt32BE(16)).toBe(64);
  });

  test('reset() forgets scripts and log', async () => {
    script({ status: 503 });
    await ask();
    lab().reset();
    expect(lab().log).toEqual([]);
    expect((await ask()).status).toBe(200);
  });

  test('waiting for a request that never comes says what was seen instead', async () => {
    await ask();
    const waiting = lab().waitForRequest(() => false, { timeoutMs: 30 });
    await expect(waiting).rejects.toThrow(`POST ${host}/hf-inference/models`);
  });
});

describe('the lab notices what must never be sent', () => {
  const lab = withLab();

  test('a Hugging Face token at a stranger, and none at its own hosts', async () => {
    await lab().fetch('https://huggingface.co/api/whoami-v2', { headers });
    expect(lab().violations).toEqual([]);
    await lab().fetch('https://v3.fal.media/files/lab/lab-000001.png', { headers });
    expect(lab().violations).toEqual(['A Hugging Face token (…mple) was sent to v3.fal.media']);
  });

  test("a hub's token at another hub", async () => {
    lab().hubs.add({ host: 'one.lab.example', tokens: ['hf_one'] });
    lab().hubs.add({ host: 'two.lab.example', tokens: ['hf_two'] });
    const send = (to: string, token: string) =>
      lab().fetch(`https://${to}/api/version`, { headers: { authorization: `Bearer ${token}` } });
    await send('one.lab.example', 'hf_one');
    expect(lab().violations).toEqual([]);
    await send('two.lab.example', 'hf_one');
    expect(lab().violations).toHaveLength(1);
  });

  test('a sign-in that leaves the browser, and where to', async () => {
    const { token } = lab().puter;
    await lab().fetch(`https://abc.chromiumapp.org/puter?state=1&token=${token}`);
    expect(lab().strayedSignIns).toEqual(['GET https://abc.chromiumapp.org']);
    expect(lab().violations).toEqual([]);
    await lab().fetch(`https://abc.chromiumapp.org.example/puter?token=${token}`);
    expect(lab().violations).toEqual(["Puter's token was sent to abc.chromiumapp.org.example"]);
    lab().reset();
    expect(lab().strayedSignIns).toEqual([]);
  });

  test("Puter's socket, its /rao, and a /whoami that nobody expects", async () => {
    for (const path of ['/socket.io/?EIO=4', '/rao', '/whoami'])
      await lab().fetch(`https://api.puter.com${path}`);
    expect(lab().violations).toHaveLength(3);
    lab().reset();
    lab().puter.expectsWhoAmI = true;
    await lab().fetch('https://api.puter.com/whoami');
    expect(lab().violations).toEqual([]);
  });
});
