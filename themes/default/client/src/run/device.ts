/** What the machine can do for a meeting, where it can: a sound, a screen that stays on, all of it. */

/** A gentle sound: two soft tones, made here. It needs a click before it, as browsers want. */
export class Sound {
  #context: AudioContext | null = null;
  on = false;

  /** Make ready, on a click or key. */
  wake(): void {
    if (!this.on) return;
    try {
      this.#context ??= new AudioContext();
      void this.#context.resume();
    } catch {
      this.#context = null;
    }
  }

  play(): void {
    const context = this.#context;
    if (!this.on || !context) return;
    for (const [pitch, delay] of [
      [528, 0],
      [396, 0.5],
    ] as const) {
      const from = context.currentTime + delay;
      const tone = context.createOscillator();
      const volume = context.createGain();
      tone.frequency.value = pitch;
      volume.gain.setValueAtTime(0.0001, from);
      volume.gain.exponentialRampToValueAtTime(0.16, from + 0.04);
      volume.gain.exponentialRampToValueAtTime(0.0001, from + 1.6);
      tone.connect(volume).connect(context.destination);
      tone.start(from);
      tone.stop(from + 1.7);
    }
  }
}

/** Keep the screen on while `wanted` says so; browsers let go of it when the page is hidden. */
export function stayAwake(wanted: () => boolean): () => void {
  let lock: WakeLockSentinel | null = null;
  const ask = async (): Promise<void> => {
    try {
      if (!wanted()) {
        await lock?.release();
        lock = null;
      } else if (document.visibilityState === 'visible' && (lock === null || lock.released)) {
        lock = await navigator.wakeLock.request('screen');
      }
    } catch {
      lock = null;
    }
  };
  document.addEventListener('visibilitychange', () => void ask());
  return () => void ask();
}

export function canFill(): boolean {
  return document.fullscreenEnabled === true;
}

/** The whole screen, or back from it. */
export function fillScreen(): void {
  const done = document.fullscreenElement
    ? document.exitFullscreen()
    : document.documentElement.requestFullscreen?.();
  done?.catch(() => undefined);
}
