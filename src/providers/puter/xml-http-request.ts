/** A request that puter.js made. Its body contains the token. */
export interface SdkRequest {
  method: string;
  url: string;
  contentType: string | undefined;
  body: string;
}

/** Sends the request. Resolves with the answer for puter.js, or with undefined to abort its call. Never rejects. */
export type Exchange = (request: SdkRequest) => Promise<Blob | undefined>;

/**
 * Creates a class with as much of XMLHttpRequest as puter.js uses for a picture; requests are sent by `exchange`. A picture is
 * reported as status 200, everything else as an abort: the only outcome after which puter.js neither retries nor opens a dialog.
 */
export function createXMLHttpRequest(exchange: Exchange) {
  return class extends EventTarget {
    responseType = '';
    response: Blob | null = null;
    readyState = 0;
    status = 0;
    statusText = '';
    withCredentials = false;
    readonly #headers = new Map<string, string>();
    #method = '';
    #url = '';

    open(method: string, url: string): void {
      this.#method = method;
      this.#url = url;
      this.readyState = 1;
    }

    setRequestHeader(name: string, value: string): void {
      this.#headers.set(name.toLowerCase(), value);
    }

    getResponseHeader(name: string): string | null {
      return name.toLowerCase() === 'content-type' ? (this.response?.type ?? null) : null;
    }

    async send(body: unknown): Promise<void> {
      this.response =
        (await exchange({
          method: this.#method,
          url: this.#url,
          contentType: this.#headers.get('content-type'),
          body: typeof body === 'string' ? body : '',
        })) ?? null;
      this.readyState = 4;
      this.status = this.response ? 200 : 0;
      this.dispatchEvent(new Event(this.response ? 'load' : 'abort'));
    }

    /** puter.js has no way to cancel a picture: the signal given to `exchange` does it. */
    abort(): void {}
  };
}
