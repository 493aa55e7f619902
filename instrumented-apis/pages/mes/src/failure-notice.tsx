import type { ReactNode } from 'react';
import type { ApiFailure } from 'shared/src/api/api-failure';
import { useTexts } from './texts';

interface Props {
  failure: ApiFailure;
  /** Something was to be changed, and nobody knows whether it was. */
  uncertain?: boolean;
  /** What is on the page may be out of date. */
  stale?: boolean;
  children?: ReactNode;
}

export function FailureNotice({ failure, uncertain = false, stale = false, children }: Props) {
  const t = useTexts();
  return (
    <div className="notice danger" role="alert" data-testid="failure" data-reason={failure.reason}>
      <div>
        <p>
          {t(failure.text)} {stale && t('stale')} {uncertain && failure.uncertain && t('uncertain')}
        </p>
        {failure.detail && (
          <p className="hint">
            {t('detail')} <span lang="en">{failure.detail}</span>
          </p>
        )}
        {children}
      </div>
    </div>
  );
}
