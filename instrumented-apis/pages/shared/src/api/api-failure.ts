/** Why there is no result: an HTTP status, or `hang` / `unavailable` if there was no answer at all. */
export type Reason = number | 'hang' | 'unavailable';

/** What a person is told about: one sentence each. */
export type FailureText =
  | 'failure.hang'
  | 'failure.unavailable'
  | 'failure.conflict'
  | 'failure.unknown'
  | 'failure.forbidden'
  | 'failure.too-large'
  | 'failure.too-many'
  | 'failure.invalid'
  | 'failure.inside';

const TEXTS: Record<number, FailureText> = {
  401: 'failure.forbidden',
  403: 'failure.forbidden',
  404: 'failure.unknown',
  409: 'failure.conflict',
  413: 'failure.too-large',
  429: 'failure.too-many',
  502: 'failure.unavailable',
  503: 'failure.unavailable',
  504: 'failure.hang',
};

/** A call that came to nothing. */
export class ApiFailure extends Error {
  /**
   * @param reason why
   * @param detail what the API says about it (RFC 9457), in English; for people who can do something with it
   * @param busy whether the API has too much to do and has turned the call away
   */
  constructor(
    readonly reason: Reason,
    readonly detail?: string,
    readonly busy = false,
  ) {
    super(`The call failed: ${reason}`);
    this.name = 'ApiFailure';
  }

  /** Reads the problem detail of a refusal. */
  static async of(response: Response): Promise<ApiFailure> {
    const problem = await response.json().catch(() => undefined);
    const detail = (problem as { detail?: unknown } | undefined)?.detail;
    const busy = response.status === 503 && response.headers.has('Retry-After');
    return new ApiFailure(response.status, typeof detail === 'string' ? detail : undefined, busy);
  }

  /** Whether the order may have been changed although the page does not know it. */
  get uncertain(): boolean {
    return !this.busy && (typeof this.reason === 'string' || this.reason >= 500);
  }

  get text(): FailureText {
    if (typeof this.reason === 'string') {
      return `failure.${this.reason}`;
    }
    if (this.busy) {
      return 'failure.too-many';
    }
    return TEXTS[this.reason] ?? (this.reason >= 500 ? 'failure.inside' : 'failure.invalid');
  }
}
