import type { ReactNode } from 'react';
import { language, type Language } from 'shared/src/i18n/language';
import { useLanguage, useTexts } from './texts';

const LANGUAGES: [Language, string][] = [
  ['ru', 'Русский'],
  ['en', 'English'],
];

interface Props {
  person: string | undefined;
  onSignOut: () => void;
  children: ReactNode;
}

export function PageFrame({ person, onSignOut, children }: Props) {
  const t = useTexts();
  return (
    <>
      <a className="skip-link" href="#content">
        {t('skip')}
      </a>
      <header className="site-header">
        <div className="site-row">
          <span className="brand">
            <svg className="brand-mark" viewBox="0 0 24 24" aria-hidden="true">
              <path d="M7 4h10l4 5-9 11L3 9zM3 9h18M9.5 9 12 20l2.5-11L12 4z" />
            </svg>
            {t('product')}
          </span>
          <LanguageSwitch />
          {person && (
            <div className="person">
              <span className="visually-hidden">{t('person')}</span>
              <bdi data-testid="person">{person}</bdi>
              <button type="button" className="button small" data-testid="sign-out" onClick={onSignOut}>
                {t('sign-out')}
              </button>
            </div>
          )}
        </div>
      </header>
      <main id="content" className="site-content" tabIndex={-1}>
        {children}
      </main>
    </>
  );
}

function LanguageSwitch() {
  const t = useTexts();
  const current = useLanguage();
  return (
    <div className="languages" role="group" aria-label={t('language')}>
      {LANGUAGES.map(([code, name]) => (
        <button key={code} type="button" lang={code} aria-label={name} aria-pressed={current === code} onClick={() => language.choose(code)}>
          {code.toUpperCase()}
        </button>
      ))}
    </div>
  );
}
