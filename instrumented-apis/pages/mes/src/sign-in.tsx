import { type FormEvent, useRef, useState } from 'react';
import { isPerson } from 'shared/src/person/person';
import { useTexts } from './texts';

export function SignIn({ onSignIn }: { onSignIn: (id: string) => void }) {
  const t = useTexts();
  const field = useRef<HTMLInputElement>(null);
  const [refused, setRefused] = useState(false);

  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const typed = field.current?.value.trim() ?? '';
    if (isPerson(typed)) {
      onSignIn(typed);
    } else {
      setRefused(true);
      field.current?.focus();
    }
  };

  return (
    <form className="panel sign-in" noValidate onSubmit={submit}>
      <h1>{t('sign-in.title')}</h1>
      <div className="field">
        <label htmlFor="person-id">{t('sign-in.label')}</label>
        <input
          id="person-id"
          ref={field}
          data-testid="person-id"
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          maxLength={80}
          required
          aria-invalid={refused}
          aria-describedby={refused ? 'person-error person-hint' : 'person-hint'}
        />
        {refused && (
          <p id="person-error" className="field-error" role="alert">
            {t('sign-in.invalid')}
          </p>
        )}
        <p id="person-hint" className="hint">
          {t('sign-in.hint', { example: 'op-1' })}
        </p>
      </div>
      <button className="button primary" data-testid="sign-in">
        {t('sign-in')}
      </button>
      <p className="hint">{t('sign-in.gateway')}</p>
    </form>
  );
}
