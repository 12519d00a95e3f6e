/** Replaced by the playbook loader. */
export interface LoadedPlaybook {
  readonly id: string;
}
