/** The desk's bell: two soft strokes, drawn by the browser. Browsers keep quiet until the owner has touched the page once. */

let context: AudioContext | null = null;

export function bellIsOn(): boolean {
  return context?.state === 'running';
}

export async function turnBellOn(): Promise<boolean> {
  context ??= new AudioContext();
  await context.resume();
  return bellIsOn();
}

export function ring(): void {
  navigator.vibrate?.([200, 100, 200]);
  if (!context || !bellIsOn()) return;
  strike(context, 880, 0);
  strike(context, 1174.7, 0.28);
}

function strike(audio: AudioContext, frequencyHz: number, afterS: number): void {
  const start = audio.currentTime + afterS;
  const tone = audio.createOscillator();
  const volume = audio.createGain();
  tone.frequency.value = frequencyHz;
  volume.gain.setValueAtTime(0.0001, start);
  volume.gain.exponentialRampToValueAtTime(0.5, start + 0.02);
  volume.gain.exponentialRampToValueAtTime(0.0001, start + 1.1);
  tone.connect(volume).connect(audio.destination);
  tone.start(start);
  tone.stop(start + 1.2);
}
