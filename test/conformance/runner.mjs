#!/usr/bin/env node
// Runs conformance cases against an implementation of the hub contract. See README.md.
//   node runner.mjs --impl ./oracle.mjs [--only ID] [--quiet] cases.json…
import { readFile } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';
import { resolve as resolvePath } from 'node:path';

const DEFAULT_NOW = Date.UTC(2026, 0, 1);
const sleep = (ms) => new Promise((r) => setTimeout(r, ms));
const isObj = (x) => x !== null && typeof x === 'object' && !Array.isArray(x);

// ---------------------------------------------------------------- matching
export function match(want, got, at = 'result') {
  if (want === '!absent') return got === undefined ? [] : [`${at}: must be absent, is ${show(got)}`];
  if (typeof want === 'string' && want.startsWith('~'))
    return String(got).includes(want.slice(1)) ? [] : [`${at}: should contain ${show(want.slice(1))}, is ${show(got)}`];
  if (isObj(want) && Object.keys(want).some((k) => k.startsWith('$'))) {
    const out = [];
    if ('$gte' in want && !(got >= want.$gte)) out.push(`${at}: should be >= ${want.$gte}, is ${show(got)}`);
    if ('$lte' in want && !(got <= want.$lte)) out.push(`${at}: should be <= ${want.$lte}, is ${show(got)}`);
    if ('$len' in want && got?.length !== want.$len) out.push(`${at}: should have length ${want.$len}, has ${got?.length}`);
    if ('$in' in want && !want.$in.some((w) => match(w, got).length === 0)) out.push(`${at}: should be one of ${show(want.$in)}, is ${show(got)}`);
    if ('$set' in want && (!Array.isArray(got) || match([...want.$set].sort(), [...got].sort()).length)) out.push(`${at}: should be the set ${show(want.$set)}, is ${show(got)}`);
    return out;
  }
  if (Array.isArray(want)) {
    if (!Array.isArray(got)) return [`${at}: should be a list, is ${show(got)}`];
    if (want.length !== got.length) return [`${at}: should have ${want.length} entries, has ${got.length}: ${show(got)}`];
    return want.flatMap((w, i) => match(w, got[i], `${at}[${i}]`));
  }
  if (isObj(want)) {
    if (got === null || typeof got !== 'object') return [`${at}: should be an object, is ${show(got)}`];
    return Object.entries(want).flatMap(([k, w]) => match(w, got[k], `${at}.${k}`));
  }
  return Object.is(want, got) ? [] : [`${at}: should be ${show(want)}, is ${show(got)}`];
}
const show = (x) => { let s; try { s = JSON.stringify(x); } catch { s = String(x); } return s === undefined ? 'undefined' : s.length > 400 ? s.slice(0, 400) + '…' : s; };

// ---------------------------------------------------------------- urls
const cut = (u) => { const x = new URL(u); x.hash = ''; const q = x.searchParams; let p = x.pathname; if (p.length > 1 && p.endsWith('/')) p = p.slice(0, -1); return { base: x.origin + p, q }; };
function urlMatches(pattern, actual) {
  const a = cut(actual);
  const [pb, pq = ''] = pattern.split('?');
  const rx = new RegExp('^' + pb.replace(/\/$/, '').split('*').map((s) => s.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('.*') + '$');
  if (!rx.test(a.base)) return false;
  for (const [k, v] of new URLSearchParams(pq)) if (!a.q.getAll(k).includes(v)) return false;
  return true;
}
const reqMatches = (want, r) => { const [m, ...u] = want.split(' '); return m === r.method && urlMatches(u.join(' '), r.url); };

// ---------------------------------------------------------------- the pretended network
function makeNet(remote) {
  const log = []; let open = 0, peak = 0;
  const used = new Map();
  const pick = (method, url, auth) => remote.find((e) => (e.method ?? 'GET') === method && urlMatches(e.url, url) && (e.auth === undefined || e.auth === auth));
  async function fetch(input, init = {}) {
    const isReq = typeof Request !== 'undefined' && input instanceof Request;
    let url = isReq ? input.url : String(input);
    let method = (init.method ?? (isReq ? input.method : 'GET')).toUpperCase();
    const headers = new Headers(init.headers ?? (isReq ? input.headers : undefined));
    const signal = init.signal ?? (isReq ? input.signal : undefined);
    let body = init.body; if (body === undefined && isReq && method !== 'GET' && method !== 'HEAD') body = await input.clone().text();
    if (body instanceof URLSearchParams) { if (!headers.has('content-type')) headers.set('content-type', 'application/x-www-form-urlencoded;charset=UTF-8'); body = body.toString(); }
    if (body instanceof FormData) { if (!headers.has('content-type')) headers.set('content-type', 'multipart/form-data'); body = '[form-data]'; }
    const redirect = init.redirect ?? (isReq ? input.redirect : 'follow');
    const entry = { method, url, headers, body, credentials: init.credentials ?? (isReq ? input.credentials : 'same-origin'), aborted: false, settled: false };
    log.push(entry);
    signal?.throwIfAborted?.();
    open++; peak = Math.max(peak, open);
    const stop = new Promise((_, rej) => signal?.addEventListener('abort', () => { if (!entry.settled) entry.aborted = true; rej(signal.reason ?? new DOMException('aborted', 'AbortError')); }, { once: true }));
    stop.catch(() => {});
    try {
      for (let hop = 0; hop < 20; hop++) {
        const e = pick(method, url, headers.has('authorization'));
        if (!e) { await Promise.race([sleep(0), stop]); throw new TypeError('fetch failed (nothing at ' + url + ')'); }
        const n = used.get(e) ?? 0; used.set(e, n + 1);
        const r = e.responses[Math.min(n, e.responses.length - 1)];
        if (r.error === 'hang') { await stop; }
        await Promise.race([sleep(r.delayMs ?? 0), stop]);
        if (r.error) throw new TypeError('fetch failed');
        const loc = r.headers && Object.entries(r.headers).find(([k]) => k.toLowerCase() === 'location')?.[1];
        if ([301, 302, 303, 307, 308].includes(r.status) && loc) {
          if (redirect === 'error') throw new TypeError('redirect refused');
          if (redirect === 'manual') return dress(new Response(null), { status: 0, ok: false, type: 'opaqueredirect', url });
          const next = new URL(loc, url);
          if (next.origin !== new URL(url).origin) headers.delete('authorization'); // as browsers do
          if (r.status === 303 || ([301, 302].includes(r.status) && method === 'POST')) { method = 'GET'; body = undefined; }
          url = next.href; continue;
        }
        const noBody = [204, 205, 304].includes(r.status);
        const h = new Headers(r.headers ?? {});
        let payload = r.base64 !== undefined ? Buffer.from(r.base64, 'base64') : r.json !== undefined ? JSON.stringify(r.json) : r.body ?? '';
        if (r.json !== undefined && !h.has('content-type')) h.set('content-type', 'application/json');
        if (r.bodyHang) payload = new ReadableStream({ start(c) { c.enqueue(new TextEncoder().encode('{')); signal?.addEventListener('abort', () => { entry.aborted = true; try { c.error(signal.reason); } catch {} }); } });
        const res = new Response(noBody ? null : payload, { status: r.status, headers: h });
        return dress(res, { url: r.finalUrl ?? url, redirected: !!r.finalUrl || hop > 0 });
      }
      throw new TypeError('fetch failed (too many redirects)');
    } finally { entry.settled = true; open--; }
  }
  const dress = (res, props) => { for (const [k, v] of Object.entries(props)) Object.defineProperty(res, k, { value: v }); return res; };
  return { fetch, log, mark() { log.length = 0; peak = open; }, get peak() { return peak; }, get open() { return open; } };
}

// ---------------------------------------------------------------- the store
function makeStore(seed = [], broken = false) {
  const m = new Map(seed.map((e) => [e.key, e.value])); const c = { reads: 0, writes: 0 };
  const boom = () => { if (broken) throw new Error('storage is not available'); };
  return {
    m, c,
    async get(k) { c.reads++; boom(); await null; return m.has(k) ? structuredClone(m.get(k)) : undefined; },
    async set(k, v) { c.writes++; boom(); const copy = structuredClone(v); await null; m.set(k, copy); },
    async del(k) { boom(); await null; m.delete(k); },
    async entries() { boom(); await null; return [...m].map(([k, v]) => [k, structuredClone(v)]); },
  };
}

// ---------------------------------------------------------------- results
function plainError(e) {
  const o = { name: e?.name, message: e?.message, outcome: e?.outcome, status: e?.status, code: e?.code, attempts: e?.attempts };
  return Object.fromEntries(Object.entries(o).filter(([, v]) => v !== undefined));
}
async function plain(op, v) {
  if (v instanceof Response) return { response: true, status: v.status, code: v.headers.get('x-error-code') ?? undefined, text: await v.clone().text() };
  if (Array.isArray(v) && (op === 'tree' || op === 'pathsInfo')) return { items: v, _source: v._source ?? v[0]?._source, _source_url: v._source_url ?? v[0]?._source_url };
  if (v && typeof v === 'object' && v.bytes) return { ...v, bytes: { length: v.bytes.length ?? v.bytes.byteLength } };
  return v;
}

// ---------------------------------------------------------------- one case
export async function runCase(impl, c) {
  if (c.table) return runTable(impl, c);
  const fails = [];
  const g = c.given ?? {};
  let now = g.now ?? DEFAULT_NOW, sources = structuredClone(g.sources ?? []);
  const everySource = [...sources];
  const net = makeNet(g.remote ?? []), store = makeStore(g.cache, g.cacheBroken);
  const hub = impl.createHub({
    sources: () => structuredClone(sources), settings: { ...(g.settings ?? {}) }, fetch: net.fetch,
    cache: { get: store.get, set: store.set, del: store.del, entries: store.entries }, clock: { now: () => now },
  });
  const everyRequest = []; let localCalls = 0;
  const method = (name) => (hub[name] ? hub[name].bind(hub) : hub.cache?.[name]?.bind(hub.cache));
  const DECOR = { withRepoFallback: 1, withListAggregation: 1, withUserFallback: 1 };

  async function call(step, signal) {
    let args = structuredClone(step.args ?? []);
    if (signal) {
      const slot = { locate: 1, info: 1, tree: 2, pathsInfo: 2, resolve: 2, list: 2 }[step.op];
      if (slot !== undefined) { while (args.length < slot) args.push(undefined); args[slot] = { ...(args[slot] ?? {}), signal }; }
    }
    if (DECOR[step.op]) {
      const local = async () => {
        localCalls++; const l = step.local;
        if (l.throw) throw Object.assign(new Error(l.throw.message ?? 'local'), l.throw, { local: true });
        if (l.response) return new Response(l.response.body ?? (l.response.json !== undefined ? JSON.stringify(l.response.json) : null), { status: l.response.status, headers: l.response.headers });
        return structuredClone(l.value);
      };
      return plain(step.kind, await impl[step.op](hub, step.kind)(local)(...args));
    }
    return plain(step.op, await method(step.op)(...args));
  }
  async function settle(p) { try { return { value: await p }; } catch (e) { return { error: plainError(e) }; } }

  const results = [];
  for (const [i, step] of (c.when ?? []).entries()) {
    if (step.op === 'advance') { now += step.seconds * 1000; continue; }
    if (step.op === 'wait') { await sleep(step.ms); continue; }
    if (step.op === 'setSources') { sources = structuredClone(step.sources); everySource.push(...sources); continue; }
    if (step.op === 'mark') { everyRequest.push(...net.log); net.mark(); store.c.reads = store.c.writes = 0; continue; }
    if (step.op === 'corrupt') { for (const k of [...store.m.keys()]) store.m.set(k, structuredClone(step.value)); continue; }
    const n = step.concurrent ?? 1, t0 = performance.now();
    const calls = step.op === 'together' ? step.steps.map((s) => settle(call(s))) : Array.from({ length: n }, (_, k) => {
      const abortMe = step.abortAfterMs !== undefined && k < (step.abortOnly ?? n);
      if (!abortMe) return settle(call(step));
      const ctl = new AbortController();
      if (step.abortAfterMs === 0) ctl.abort(); else setTimeout(() => ctl.abort(), step.abortAfterMs);
      return settle(call(step, ctl.signal));
    });
    const guard = sleep(8000).then(() => null);
    const done = await Promise.race([Promise.all(calls), guard]);
    if (!done) { fails.push(`step ${i} (${step.op}): no answer within 8 s`); break; }
    const ms = performance.now() - t0;
    if (step.withinMs !== undefined && ms > step.withinMs) fails.push(`step ${i} (${step.op}): took ${Math.round(ms)} ms, allowed ${step.withinMs}`);
    if (step.atLeastMs !== undefined && ms < step.atLeastMs) fails.push(`step ${i} (${step.op}): took ${Math.round(ms)} ms, expected at least ${step.atLeastMs}`);
    const mixed = step.error === 'some';
    for (const d of done) {
      if (mixed || step.error === 'maybe') continue;
      if (step.error && !d.error) fails.push(`step ${i} (${step.op}): should throw, gave ${show(d.value)}`);
      if (!step.error && d.error) fails.push(`step ${i} (${step.op}): threw ${show(d.error)}`);
    }
    for (const d of done) if (step.op === 'locate' && d.value) fails.push(...checkAttempts(d.value, sources, i));
    results.push(done.map((d) => d.error ?? d.value));
  }
  await sleep(0); for (let k = 0; k < 10 && net.open; k++) await sleep(3);
  if (net.open) fails.push(`${net.open} request(s) left open at the end`);

  const then = c.then ?? {};
  if (then.results) {
    if (then.results.length !== results.length) fails.push(`case error: ${results.length} operation steps, ${then.results.length} expected results`);
    then.results.forEach((w, k) => {
      if (w === null || results[k] === undefined) return;
      if (isObj(w) && w.$each) fails.push(...match(w.$each, results[k], `results[${k}]`));
      else results[k].forEach((r, m) => fails.push(...match(w, r, `results[${k}]${results[k].length > 1 ? `#${m}` : ''}`)));
    });
  }
  const q = then.requests;
  if (q) {
    const line = (r) => `${r.method} ${r.url}`;
    if (q.exactly) {
      if (q.exactly.length !== net.log.length) fails.push(`requests: should be ${show(q.exactly)}, were ${show(net.log.map(line))}`);
      else q.exactly.forEach((w, k) => { if (!reqMatches(w, net.log[k])) fails.push(`requests[${k}]: should be ${w}, was ${line(net.log[k])}`); });
    }
    for (const w of q.includes ?? []) if (!net.log.some((r) => reqMatches(w, r))) fails.push(`requests: ${w} is missing from ${show(net.log.map(line))}`);
    for (const w of q.excludes ?? []) { const r = net.log.find((r) => reqMatches(w, r)); if (r) fails.push(`requests: ${w} must not be made (${line(r)})`); }
    for (const [w, n] of Object.entries(q.count ?? {})) { const k = net.log.filter((r) => reqMatches(w, r)).length; fails.push(...match(n, k, `requests: number of ${w}`)); }
    if (q.total !== undefined) fails.push(...match(q.total, net.log.length, `requests: total ${show(net.log.map(line))}`));
    for (const w of q.aborted ?? []) if (!net.log.some((r) => reqMatches(w, r) && r.aborted)) fails.push(`requests: ${w} should have been aborted`);
    for (const w of q.notAborted ?? []) if (net.log.some((r) => reqMatches(w, r) && r.aborted)) fails.push(`requests: ${w} must not be aborted`);
    for (const h of q.headers ?? []) {
      const rs = net.log.filter((r) => reqMatches(h.request, r)); const r = rs[h.nth ?? 0];
      if (!r) { fails.push(`headers: no request ${h.request}${h.nth ? ` number ${h.nth + 1}` : ''}`); continue; }
      for (const [k, v] of Object.entries(h.has ?? {})) fails.push(...match(v, r.headers.get(k) ?? undefined, `${h.request} header ${k}`));
      for (const k of h.lacks ?? []) if (r.headers.has(k)) fails.push(`${h.request}: header ${k} must not be sent`);
      if (h.form) { const f = new URLSearchParams(String(r.body ?? '')); for (const [k, v] of Object.entries(h.form)) fails.push(...match(v, f.getAll(k), `${h.request} form field ${k}`)); }
    }
  }
  if (then.maxInFlight !== undefined && net.peak > then.maxInFlight) fails.push(`in flight: ${net.peak} at once, allowed ${then.maxInFlight}`);
  if (then.minInFlight !== undefined && net.peak < then.minInFlight) fails.push(`in flight: ${net.peak} at once, expected ${then.minInFlight}`);
  if (then.localCalls !== undefined && localCalls !== then.localCalls) fails.push(`local function called ${localCalls} times, expected ${then.localCalls}`);
  if (then.cacheReads !== undefined) fails.push(...match(then.cacheReads, store.c.reads, 'cache reads'));
  if (then.cache) {
    const recs = [...store.m.values()].map((v) => (isObj(v) && isObj(v.verdicts) ? { ...v, said: Object.values(v.verdicts).map((x) => x?.verdict).sort() } : v));
    if (then.cache.count !== undefined) fails.push(...match(then.cache.count, recs.length, 'cache records'));
    for (const w of then.cache.records ?? []) if (!recs.some((r) => match(w, r).length === 0)) fails.push(`cache: no record like ${show(w)} in ${show(recs)}`);
    for (const w of then.cache.without ?? []) if (recs.some((r) => match(w, r).length === 0)) fails.push(`cache: there must be no record like ${show(w)}`);
  }
  fails.push(...invariants([...everyRequest, ...net.log], everySource, store));
  return fails;
}

// What holds in every case, said or not.
function invariants(log, sources, store) {
  const fails = [];
  const tokens = new Map();
  for (const s of sources) if (s.token) { if (!tokens.has(s.token)) tokens.set(s.token, new Set()); try { tokens.get(s.token).add(new URL(s.url).origin); } catch {} }
  for (const r of log) {
    const auth = r.headers.get('authorization') ?? '';
    for (const [t, origins] of tokens) {
      if (auth.includes(t) && !origins.has(new URL(r.url).origin)) fails.push(`token sent off its origin: ${r.method} ${r.url}`);
      if (r.url.includes(t) || String(r.body ?? '').includes(t)) fails.push(`token written into a url or body: ${r.method} ${r.url}`);
      for (const [k, v] of r.headers) if (k !== 'authorization' && v.includes(t)) fails.push(`token written into header ${k}: ${r.url}`);
    }
    if (r.credentials !== 'omit') fails.push(`credentials is ${r.credentials}, not omit: ${r.method} ${r.url}`);
  }
  const dump = JSON.stringify([...store.m]);
  for (const t of tokens.keys()) if (dump.includes(t)) fails.push('a token is readable in the cache');
  return [...new Set(fails)];
}
function checkAttempts(loc, sources, i) {
  if (!Array.isArray(loc.attempts)) return [`step ${i}: location without attempts`];
  const order = sources.map((s, k) => [s, k]).sort((a, b) => a[0].priority - b[0].priority || a[1] - b[1]).map(([s]) => s.id);
  const ids = loc.attempts.map((a) => a.source), want = order.filter((x) => ids.includes(x));
  const out = [];
  if (show(ids) !== show(want)) out.push(`step ${i}: attempts are not one a source in priority order: ${show(ids)}`);
  if (!Array.isArray(loc.alternatives)) out.push(`step ${i}: location without alternatives`);
  if (typeof loc.fromCache !== 'boolean') out.push(`step ${i}: location without fromCache`);
  return out;
}

// ---------------------------------------------------------------- enumeration tables
// table: { answers: { LETTER: {response, token?} }, delays?, settings?, type?, hub?, rows: ["AP b!", …] }
async function runTable(impl, c) {
  const t = c.table, fails = [], rows = [...t.rows];
  const one = async (row) => {
    const [word, want] = row.split(' ');
    const letters = [...word], N = letters.length;
    const sources = letters.map((l, i) => ({ id: 'abcdef'[i], name: 'abcdef'[i], url: `https://${'abcdef'[i]}.test`, type: t.hub ?? 'huggingface', priority: i + 1, enabled: true, ...(t.answers[l].token ? { token: 'tok_' + 'abcdef'[i] } : {}) }));
    const remote = letters.map((l, i) => ({ method: 'GET', url: `https://${'abcdef'[i]}.test/api/models/o/r`, responses: [{ ...t.answers[l].response, delayMs: t.delays === 'reverse' ? (N - 1 - i) * 8 : t.delays === 'forward' ? i * 8 : 0 }] }));
    const sub = await runCase(impl, { given: { sources, remote, settings: t.settings }, when: [{ op: 'locate', args: [{ type: 'model', id: 'o/r' }] }], then: { results: [rowExpect(want)] } });
    for (const f of sub) fails.push(`row ${row}: ${f}`);
  };
  while (rows.length) await Promise.all(rows.splice(0, 60).map(one));
  return fails;
}
// "b!" found at b, confirmed; "b?" found at b, provisional; "b!g" the same, gated; otherwise the outcome itself
function rowExpect(w) {
  const m = /^([a-f])([!?])(g?)$/.exec(w);
  return m ? { outcome: 'found', source: m[1], confidence: m[2] === '!' ? 'confirmed' : 'provisional', access: m[3] ? 'gated' : 'open' } : { outcome: w, source: '!absent' };
}

// ---------------------------------------------------------------- all
// A case that fails is run once more by itself, so that a busy machine is not taken for a mistake.
export async function runCases(impl, cases, { parallel = 6, again = true, onDone } = {}) {
  const out = new Array(cases.length); let next = 0;
  const lane = async () => { while (next < cases.length) { const i = next++; let f; try { f = await runCase(impl, cases[i]); } catch (e) { f = ['runner: ' + (e?.stack ?? e)]; } out[i] = { case: cases[i], fails: f }; onDone?.(out[i]); } };
  await Promise.all(Array.from({ length: parallel }, lane));
  if (again) for (const r of out) if (r.fails.length) { try { r.fails = await runCase(impl, r.case); } catch {} }
  return out;
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const argv = process.argv.slice(2), files = []; let implPath, only, quiet = false, again = true;
  for (let i = 0; i < argv.length; i++) { if (argv[i] === '--impl') implPath = argv[++i]; else if (argv[i] === '--only') only = argv[++i]; else if (argv[i] === '--quiet') quiet = true; else if (argv[i] === '--once') again = false; else files.push(argv[i]); }
  if (!implPath || !files.length) { console.error('usage: node runner.mjs --impl FILE [--only ID] [--quiet] [--once] cases.json…'); process.exit(2); }
  process.on('unhandledRejection', (e) => { unhandled.push(String(e?.stack ?? e)); }); const unhandled = [];
  const impl = await import(pathToFileURL(resolvePath(implPath)).href);
  let cases = [];
  for (const f of files) cases.push(...JSON.parse(await readFile(f, 'utf8')));
  if (only) cases = cases.filter((c) => c.id.startsWith(only));
  const res = await runCases(impl, cases, { again });
  const bad = res.filter((r) => r.fails.length);
  if (!quiet) for (const r of bad) { console.log(`FAIL ${r.case.id}  ${r.case.title}`); for (const f of r.fails.slice(0, 12)) console.log('     ' + f); if (r.fails.length > 12) console.log(`     … and ${r.fails.length - 12} more`); }
  if (unhandled.length) console.log(`WARNING: ${unhandled.length} unhandled rejection(s): ${unhandled[0]}`);
  console.log(`${cases.length - bad.length} passed, ${bad.length} failed`);
  process.exit(bad.length ? 1 : 0);
}
