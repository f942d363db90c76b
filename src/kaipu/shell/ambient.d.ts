/** The few globals that every platform has. Anything else has to come through `kaipu/platform`. */

declare function setTimeout(callback: () => void, delay_ms: number): number;
declare function clearTimeout(timer: number): void;
