const VALID = /^[A-Za-z0-9._-]{1,64}$/;
const KEPT_AS = 'person';

/** Ids of customers, sellers and operators: `user-1`, `sel.3`. Never an e-mail address. */
export function isPerson(id: string): boolean {
  return VALID.test(id);
}

/** Who signed in in this tab, if anybody. */
export function signedIn(): string | undefined {
  const id = sessionStorage.getItem(KEPT_AS);
  return id !== null && isPerson(id) ? id : undefined;
}

/** In the company the gateway knows who somebody is; here the tab remembers what was typed. */
export function signIn(id: string): void {
  if (!isPerson(id)) {
    throw new RangeError('Not an id of a person');
  }
  sessionStorage.setItem(KEPT_AS, id);
}

export function signOut(): void {
  sessionStorage.removeItem(KEPT_AS);
}
