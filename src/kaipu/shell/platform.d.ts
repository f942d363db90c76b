/**
 * What the shell asks of the place it runs on. Each platform's runtime/index.js exports exactly this; nothing else in the
 * shell or in a block may touch a platform's own API. Modules reach it as require('kaipu/platform').
 */

export interface Answer {
  status: number;
  body: unknown;
  /** Names in whatever case the platform gives them. */
  headers: Record<string, string>;
}

export interface RequestOptions {
  method: 'GET' | 'POST';
  url: string;
  headers?: Record<string, string>;
  body?: unknown;
  timeout_ms?: number;
}

export interface TapEvent {
  currentTarget: { dataset: Record<string, any> };
  detail: any;
}

export interface ComponentDefinition {
  /** Names of properties handed over by the parent's template; all are objects or null. */
  properties: string[];
  data: Record<string, unknown>;
  /** `this` in all functions: { data, setData(changes, done?) } and the methods. */
  attached?(): void;
  detached?(): void;
  /** A property got a new value. */
  changed?(): void;
  methods: Record<string, (event: TapEvent) => void>;
}

export interface PageDefinition {
  data: Record<string, unknown>;
  /** @param query decoded; @param route such as 'pages/home/home' */
  open?(query: Record<string, string>, route: string): void;
  show?(): void;
  hide?(): void;
  close?(): void;
  pullDown?(): Promise<void>;
  share?(): { title: string; path: string; picture?: string };
  methods: Record<string, (event: TapEvent) => void>;
}

export interface Place {
  name: string;
  address: string;
  latitude: number;
  longitude: number;
}

/** What POST orders/{id}/pay is asked for and answers; see the HTTP API. */
export type PaymentWay = 'h5' | 'jsapi';

export interface Platform {
  /** Sent to POST session; also the first part of the login. */
  name: string;
  paymentWay: PaymentWay;

  app(definition: { launch?(query: Record<string, string>): void; show?(): void }): void;
  page(definition: PageDefinition): void;
  component(definition: ComponentDefinition): void;

  /** Resolves for every HTTP status; rejects only when there was no answer (offline, time-out). */
  request(options: RequestOptions): Promise<Answer>;

  /** Synchronous, JSON values; a missing key gives undefined. */
  read(key: string): unknown;
  write(key: string, value: unknown): void;

  /** Path such as 'pages/dish/dish'; switches tab if it is a tab. */
  navigate(path: string, query?: Record<string, string>): void;
  replace(path: string, query?: Record<string, string>): void;
  back(): void;

  /** The platform's login code, or '' where the platform has no accounts (the web). */
  login(): Promise<string>;
  /** `paid` only says that the platform thinks so: the server's order state is what counts. */
  pay(payment: { way: PaymentWay; url?: string; params?: Record<string, string> }): Promise<'paid' | 'cancelled' | 'leaving'>;

  call(phone: string): void;
  openMap(place: Place): void;
  toast(text: string): void;
  /** `yes` and `no` have room for four Chinese characters or eight letters; longer ones keep some platforms' dialog shut. */
  confirm(question: { text: string; yes: string; no: string }): Promise<boolean>;
  setTitle(text: string): void;
  /** Sets the theme's CSS variables and window colours where the platform can. */
  setTheme(theme: { primary: string; background: string }): void;
  setTabBadge(index: number, text: string): void;
  language(): 'zh' | 'en';
  onOnline(listener: (online: boolean) => void): void;
  /** Full URL this page can be returned to after paying elsewhere; '' where that is not needed. */
  pageUrl(path: string, query?: Record<string, string>): string;
}

declare const platform: Platform;
export default platform;
