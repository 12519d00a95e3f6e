import type * as vscode from 'vscode';

/** A workspace's memory, which outlives a window. What is kept goes through JSON, as it does in VS Code. */
export class Memory implements vscode.Memento {
  private readonly values = new Map<string, string>();

  keys(): readonly string[] {
    return [...this.values.keys()];
  }

  get<T>(key: string, fallback?: T): T | undefined {
    const text = this.values.get(key);
    return text === undefined ? fallback : (JSON.parse(text) as T);
  }

  async update(key: string, value: unknown): Promise<void> {
    this.values.set(key, JSON.stringify(value));
  }
}
