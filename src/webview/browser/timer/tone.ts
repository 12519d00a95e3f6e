import type { Cue } from '../../../core/timer/cues';

/** How long a tone lasts and fades, in seconds. */
const LENGTH = 0.6;
const VOLUME = 0.08;

/** Sounds a soft tone when the clock has something new to say. */
export class Tone {
  private context: AudioContext | undefined;

  /** @param cue what the clock says now. */
  play(cue: Exclude<Cue, 'calm'>): void {
    this.context ??= new AudioContext();
    const { context } = this;
    const gain = context.createGain();
    gain.gain.setValueAtTime(VOLUME, context.currentTime);
    gain.gain.exponentialRampToValueAtTime(0.0001, context.currentTime + LENGTH);
    gain.connect(context.destination);
    const tone = context.createOscillator();
    tone.frequency.value = cue === 'over' ? 440 : 660;
    tone.connect(gain);
    tone.start();
    tone.stop(context.currentTime + LENGTH);
  }
}
