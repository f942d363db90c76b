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

/** `kaipu/platform` as it is, where the shell is given one that knows other places for its pages. */
declare module 'kaipu/inner' {
  const platform: import('./platform').Platform;
  export = platform;
}

/** Generated: path of a page as the shell says it -> as it is in the package. */
declare module 'kaipu/moved' {
  const places: Record<string, string>;
  export = places;
}

/** What a package that serves any shop is told about its shop. */
declare module 'kaipu/ext' {
  export function read(): Record<string, any> | null | undefined;
}
