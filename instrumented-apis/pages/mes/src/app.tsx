import { useEffect, useState } from 'react';
import { signedIn, signIn, signOut } from 'shared/src/person/person';
import { Board } from './board';
import { PageFrame } from './page-frame';
import { SignIn } from './sign-in';
import { useTexts } from './texts';

export function App() {
  const t = useTexts();
  const [person, setPerson] = useState(signedIn);
  const product = t('product');

  useEffect(() => {
    document.title = product;
  }, [product]);

  const enter = (id: string): void => {
    signIn(id);
    setPerson(id);
  };
  const leave = (): void => {
    signOut();
    setPerson(undefined);
  };

  return (
    <PageFrame person={person} onSignOut={leave}>
      {person ? <Board key={person} operator={person} /> : <SignIn onSignIn={enter} />}
    </PageFrame>
  );
}
