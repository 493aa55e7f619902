import { expect, test } from 'vitest';
import { isPerson, signedIn, signIn, signOut } from '../src/person/person';

test.each(['user-1', 'A.b_c-9', 'x'.repeat(64)])('takes %s for an id', (id) => expect(isPerson(id)).toBe(true));

test.each(['', 'anna@example.org', 'Анна', 'a b', 'x'.repeat(65)])('refuses %s', (id) => expect(isPerson(id)).toBe(false));

test('remembers in the tab who signed in', () => {
  signIn('user-1');
  expect(signedIn()).toBe('user-1');
  signOut();
  expect(signedIn()).toBeUndefined();
});

test('does not believe what somebody else put there', () => {
  sessionStorage.setItem('person', '<script>');
  expect(signedIn()).toBeUndefined();
});
