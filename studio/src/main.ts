/** Opens the owner's studio. */
import 'quasar/dist/quasar.css';
import './frame/look.css';
import { Dialog, Notify, Quasar } from 'quasar';
import iconSet from 'quasar/icon-set/svg-mdi-v7';
import english from 'quasar/lang/en-US';
import chinese from 'quasar/lang/zh-CN';
import { createApp } from 'vue';
import App from './App.vue';
import { i18n, language } from './i18n';
import { router } from './router';

createApp(App)
  .use(Quasar, {
    plugins: { Dialog, Notify },
    iconSet,
    lang: language() === 'en' ? english : chinese,
    config: { brand: { primary: '#b3261e', secondary: '#7a4a1d', accent: '#e8a33d', positive: '#1f7a43', negative: '#b3261e', warning: '#8a5a00' } },
  })
  .use(i18n)
  .use(router)
  .mount('#app');
