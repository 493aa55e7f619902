import { computed, onScopeDispose, shallowRef, type ComputedRef, type ShallowRef } from 'vue';
import { language, type Language } from '../i18n/language';
import { translator, type Texts, type Translate } from '../i18n/texts';

/** The chosen language, followed. */
export function useLanguage(): ShallowRef<Language> {
  const current = shallowRef(language.current());
  onScopeDispose(language.subscribe(() => (current.value = language.current())));
  return current;
}

/** The texts in the chosen language. */
export function useTexts<K extends string>(texts: Texts<K>): ComputedRef<Translate<K>> {
  const current = useLanguage();
  return computed(() => translator(texts, current.value));
}
