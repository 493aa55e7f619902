import { fileURLToPath } from 'node:url';
import type { PluginOption, UserConfig } from 'vite';

/**
 * How each page is built: into the classpath folder that its API serves.
 *
 * @param page name of the page's workspace
 */
export function pageBuild(page: string, plugins: PluginOption[]): UserConfig {
  return {
    plugins,
    build: {
      outDir: fileURLToPath(new URL(`target/classes/pages/${page}`, import.meta.url)),
      emptyOutDir: true,
      target: 'es2022',
      // Data addresses and the polyfill's inline script are refused by the pages' content security policy.
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      reportCompressedSize: true,
      chunkSizeWarningLimit: 800,
    },
  };
}
