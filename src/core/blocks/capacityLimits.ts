/** Whether a cluster holds what a `capacity` block asks of it, also after the loss of a node. */
import type { Span } from '../ports';
import type { BlockProblem } from './blockModel';
import { problemAt, replaceFix } from './blockLines';
import { ceiling, shortFigure } from './blockWords';
import type { CapacityInputs } from './capacityInputs';

/** Adds to `problems` what does not hold. @param valueOf the value of a result; 0 where there is none. */
export class CapacityLimits {
  constructor(
    private readonly given: CapacityInputs,
    private readonly valueOf: (id: string) => number,
    private readonly problems: BlockProblem[],
    private readonly notes: string[],
  ) {}

  check(): void {
    this.checkNetwork();
    this.checkDisk();
  }

  private checkNetwork(): void {
    const network = this.given.field('node network');
    if (!network) return;
    const busy = this.given.get('utilisation') / 100;
    const limit = this.given.get('node network');
    const states = [
      { when: 'now', suffix: '' },
      ...(this.given.get('nodes') > 1 && this.given.get('replication') > 1
        ? [
            { when: 'after the loss of a node', suffix: 'AfterLoss' },
            { when: 'after the loss of a node, once reassigned', suffix: 'Reassigned' },
          ]
        : []),
    ];
    for (const { when, suffix } of states) {
      const loads = [
        { what: 'takes in', value: this.valueOf(`writtenPerNode${suffix}`) },
        { what: 'sends out', value: this.valueOf(`egressPerNode${suffix}`) },
      ];
      const worst = loads.reduce((a, b) => (b.value > a.value ? b : a));
      if (worst.value <= limit * busy * (1 + 1e-9)) continue;
      const share = shortFigure((worst.value / limit) * 100, '%', 2);
      const allowed =
        worst.value > limit ? '' : ` That is more than the ${shortFigure(busy * 100, '%')} of “utilisation”.`;
      this.exceeded(
        network.place,
        `A node ${worst.what} ${shortFigure(worst.value, 'bytes/s')} ${when}, ${share} of the ${shortFigure(limit, 'bytes/s')} that its network carries.${allowed}`,
        Math.max(this.valueOf('written'), this.valueOf('egress')) / (limit * busy),
      );
      return;
    }
  }

  private checkDisk(): void {
    const disk = this.given.field('node disk');
    if (!disk) return;
    if (!this.given.has('retention')) {
      this.notes.push('“node disk” is not checked: that needs “retention”.');
      return;
    }
    const limit = this.given.get('node disk');
    const now = this.valueOf('storagePerNode');
    const later = Math.max(now, this.valueOf('storagePerNodeReassigned'));
    if (later <= limit * (1 + 1e-9)) return;
    const when = now > limit ? 'holds' : 'would hold, after the loss of a node and once reassigned,';
    this.exceeded(
      disk.place,
      `A node ${when} ${shortFigure(now > limit ? now : later, 'bytes')}, and its disk has room for ${shortFigure(limit, 'bytes')}.`,
      this.valueOf('storage') / limit,
    );
  }

  /** @param survivors how many nodes it takes after the loss of one. */
  private exceeded(place: Span, message: string, survivors: number): void {
    const spare = this.given.get('replication') > 1 ? 1 : 0;
    const needed = ceiling(survivors) + spare;
    const nodes = this.given.field('nodes');
    const canGrow = nodes !== undefined && needed > this.given.get('nodes') && needed <= 1e6;
    this.problems.push(
      problemAt(
        place,
        'capacity-exceeded',
        canGrow ? `${message} ${needed} nodes would do.` : message,
        canGrow ? [replaceFix(`Change “nodes” to ${needed}`, nodes.place, String(needed))] : [],
        'warning',
      ),
    );
  }
}
