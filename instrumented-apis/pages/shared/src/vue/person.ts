import { ref, type Ref } from 'vue';
import { signedIn, signIn, signOut } from '../person/person';

/** Who is signed in, with the two ways to change that. */
export function usePerson(): { person: Ref<string | undefined>; enter: (id: string) => void; leave: () => void } {
  const person = ref(signedIn());
  return {
    person,
    enter: (id) => {
      signIn(id);
      person.value = id;
    },
    leave: () => {
      signOut();
      person.value = undefined;
    },
  };
}
