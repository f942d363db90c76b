/**
 * The owner's side of the HTTP API, typed from the server's own OpenAPI document (schema.d.ts is generated).
 * Every failure becomes a Refusal with one plain sentence that can be shown as it is.
 */
import createClient, { type Middleware } from 'openapi-fetch';
import { i18n, language } from '@/i18n';
import { router } from '@/router';
import type { paths } from './schema';

export class Refusal extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
    readonly body: unknown = null,
  ) {
    super(message);
  }
}

function csrfToken(): string {
  return /(?:^|; )csrftoken=([^;]+)/.exec(document.cookie)?.[1] ?? '';
}

async function refusalFrom(response: Response): Promise<Refusal> {
  const body: unknown = await response.clone().json().catch(() => null);
  const { code, message } = (body ?? {}) as { code?: string; message?: string };
  return new Refusal(response.status, code ?? 'unreadable', message ?? i18n.global.t('offline.title'), body);
}

const middleware: Middleware = {
  onRequest({ request }) {
    request.headers.set('Accept-Language', language());
    if (request.method !== 'GET') request.headers.set('X-CSRFToken', csrfToken());
  },
  async onResponse({ response }) {
    if (response.ok) return;
    if (response.status === 401 && router.currentRoute.value.name !== 'sign-in') void router.replace({ name: 'sign-in' });
    throw await refusalFrom(response);
  },
  onError() {
    return new Refusal(0, 'offline', i18n.global.t('offline.title'));
  },
};

export const api = createClient<paths>({ baseUrl: '', credentials: 'same-origin' });
api.use(middleware);

/** Unwraps a call: its data, or the Refusal thrown by the middleware. */
export async function answer<T>(call: Promise<{ data?: T }>): Promise<T> {
  const { data } = await call;
  return data as T;
}
