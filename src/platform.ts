import type { Disk } from './core/ports';
import type { RealPath } from './store/linkedFolders';

/** What the two hosts provide differently. */
export interface Platform {
  /** Cryptographically strong random bytes. */
  randomBytes(length: number): Uint8Array;
  /** Left out where there is no disk to reach: then every file is written through the editor. */
  readonly disk?: Disk;
  /** Follows the links of this machine's disk. */
  readonly realPath?: RealPath;
}
