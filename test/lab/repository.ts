import { createHash } from 'node:crypto';

export type RepositoryType = 'model' | 'dataset' | 'space';

/** A file of a repository. `lfs` files are served by a CDN; `listedSize` is what listings claim instead of the truth. */
export interface LabFile {
  path: string;
  content: string | Uint8Array;
  lfs?: boolean;
  listedSize?: number;
}

/** Where a model can be run: one entry of Hugging Face's inferenceProviderMapping. */
export interface Route {
  status: 'live' | 'staging' | 'error';
  providerId: string;
  task: string;
}

/** A repository as a test describes it; what is left out is made up, the same every time. */
export interface RepositoryOrder {
  id: string;
  type?: RepositoryType;
  private?: boolean;
  gated?: 'auto' | 'manual';
  disabled?: boolean;
  files?: LabFile[];
  pipelineTag?: string;
  library?: string;
  tags?: string[];
  downloads?: number;
  likes?: number;
  trendingScore?: number;
  createdAt?: string;
  lastModified?: string;
  routes?: Record<string, Route>;
}

export interface Repository extends RepositoryOrder {
  type: RepositoryType;
  author: string;
  sha: string;
  files: LabFile[];
  downloads: number;
  likes: number;
  trendingScore: number;
  createdAt: string;
  lastModified: string;
}

export const sha1 = (content: string | Uint8Array) => createHash('sha1').update(content).digest('hex');
export const sha256 = (content: string | Uint8Array) => createHash('sha256').update(content).digest('hex');

export const bytesOf = (file: LabFile) => Buffer.from(file.content as string);
export const sizeOf = (file: LabFile) => file.listedSize ?? bytesOf(file).length;

/** Fills in what an order leaves open. */
export function createRepository(order: RepositoryOrder): Repository {
  const author = order.id.includes('/') ? (order.id.split('/')[0] ?? '') : '';
  return {
    type: 'model',
    downloads: 0,
    likes: 0,
    trendingScore: 0,
    createdAt: '2025-01-01T00:00:00.000Z',
    lastModified: '2025-06-01T00:00:00.000Z',
    ...order,
    author,
    sha: sha1(`commit of ${order.id}`),
    files: order.files ?? [
      { path: 'README.md', content: `# ${order.id}\n\nA sample repository of the lab.\n` },
    ],
  };
}

/** One entry of a tree or paths-info answer, in the shape that both hubs share. */
export function fileEntry(file: LabFile): Record<string, unknown> {
  const size = sizeOf(file);
  const pointer = file.lfs && {
    lfs: { oid: sha256(file.content), size, pointerSize: 136 },
    xetHash: sha256(`xet ${sha256(file.content)}`),
  };
  return { type: 'file', oid: sha1(file.content), size, ...pointer, path: file.path };
}

/** What a folder of the repository holds: folders first seen, then files; everything below when recursive. */
export function treeEntries(
  repository: Repository,
  folder: string,
  isRecursive: boolean,
): Record<string, unknown>[] {
  const prefix = folder === '' ? '' : `${folder}/`;
  const inside = repository.files.filter(({ path }) => path.startsWith(prefix));
  const parts = inside.map(({ path }) => path.slice(prefix.length).split('/'));
  const depths = isRecursive ? Math.max(0, ...parts.map((part) => part.length - 1)) : 1;
  const folders = new Set<string>();
  for (let depth = 1; depth <= depths; depth++) {
    for (const part of parts) if (part.length > depth) folders.add(prefix + part.slice(0, depth).join('/'));
  }
  const directories = [...folders].map((path) => ({ type: 'directory', oid: sha1(path), size: 0, path }));
  const files = inside.filter((_, index) => isRecursive || parts[index]?.length === 1);
  return [...directories, ...files.map(fileEntry)];
}

/** Whether the folder or file exists: an empty path always does. */
export const hasPath = (repository: Repository, path: string) =>
  path === '' || repository.files.some((file) => file.path === path || file.path.startsWith(`${path}/`));
