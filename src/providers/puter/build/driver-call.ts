/**
 * Replaces puter.js's `lib/networkUtils.js`, which has the licence header of the AGPL-3.0. Written anew, with only what a picture
 * needs: one request, no retries, no dialogs, no socket.
 */
interface DriverCall {
  iface: string;
  method: string;
  args: unknown;
  driver?: string;
  testMode?: boolean;
  puter: { APIOrigin: string; authToken: string | null };
}

interface Options {
  transform?: (result: unknown) => unknown;
}

/**
 * Calls a driver; resolves with its transformed result. Rejects with the driver's error envelope, or without a reason when the
 * request fails.
 */
export async function driverCall(
  call: DriverCall,
  { transform = (result) => result }: Options = {},
): Promise<unknown> {
  const { iface, method, args, driver, testMode, puter } = call;
  const body = JSON.stringify({
    interface: iface,
    driver,
    test_mode: testMode,
    method,
    args,
    auth_token: puter.authToken,
  });
  const answer = await post(`${puter.APIOrigin}/drivers/call`, body);
  if (!answer.type.startsWith('application/json')) return transform(answer);
  const envelope = JSON.parse(await answer.text());
  if (envelope?.success === false) throw envelope;
  return transform(envelope?.result ?? envelope);
}

function post(url: string, body: string): Promise<Blob> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', url);
    request.responseType = 'blob';
    request.setRequestHeader('Content-Type', 'text/plain;actually=json');
    request.addEventListener('load', () => (request.status === 200 ? resolve(request.response) : reject()));
    for (const end of ['error', 'abort', 'timeout']) request.addEventListener(end, () => reject());
    request.send(body);
  });
}

function absent(): never {
  throw new Error('Not part of Understudy');
}

export {
  absent as buildXhr,
  absent as dedupe,
  absent as driverCallEnvelope,
  absent as fetchUrl,
  absent as parseResponse,
  absent as resolveReauth,
  absent as sendWithRetry,
};
