import { fileURLToPath } from 'node:url';
import { quasar, transformAssetUrls } from '@quasar/vite-plugin';
import vue from '@vitejs/plugin-vue';
import { defineConfig } from 'vite';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const server = process.env.KAIPU_URL ?? 'http://127.0.0.1:8000';

export default defineConfig(({ command }) => ({
  root: here('.'),
  // The server serves the built studio from Django's static files and its index at /studio/.
  base: command === 'build' ? '/static/studio/' : '/studio/',
  plugins: [vue({ template: { transformAssetUrls } }), quasar({ autoImportComponentCase: 'pascal' })],
  resolve: {
    alias: {
      '@': here('./src'),
      // Quasar's icon set names its paths after this package; the paths alone are all we ship.
      '@quasar/extras/mdi-v7': '@mdi/js',
    },
  },
  build: {
    outDir: here('../src/kaipu/web/static/studio'),
    emptyOutDir: true,
    // An inlined asset would need `data:` in the content security policy.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 600,
  },
  server: { proxy: Object.fromEntries(['/api', '/s/', '/media', '/static/'].map((path) => [path, server])) },
}));
