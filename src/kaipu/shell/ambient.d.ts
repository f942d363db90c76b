/** The few globals that every platform has, and the two modules that are not files here. */

declare function setTimeout(callback: () => void, delay_ms: number): number;
declare function clearTimeout(timer: number): void;

declare module 'kaipu/platform' {
  const platform: import('./platform').Platform;
  export = platform;
}

declare module 'kaipu/release' {
  const release: import('./types').PackagedRelease;
  export = release;
}
