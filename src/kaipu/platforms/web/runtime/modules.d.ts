/** Modules that the bundler makes, and what scripts of the shell put at the run time's disposal. */

declare module 'kaipu:icons' {
  const files: Record<string, string>;
  export default files;
}

declare module 'kaipu/theme' {
  export function style(theme: object): string;
}
