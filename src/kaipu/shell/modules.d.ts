/** The two modules that are not files here: the platform's runtime and the generated release. */

declare module 'kaipu/platform' {
  const platform: import('./platform').Platform;
  export = platform;
}

declare module 'kaipu/release' {
  const release: import('./types').PackagedRelease;
  export = release;
}
