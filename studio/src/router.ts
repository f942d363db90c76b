/** The studio's addresses. Everything but the sign-in needs a session; the server refuses, and the client then shows the sign-in. */
import { createRouter, createWebHistory } from 'vue-router';

export const router = createRouter({
  history: createWebHistory('/studio/'),
  routes: [
    { path: '/sign-in', name: 'sign-in', component: () => import('./sign-in/SignInPage.vue') },
    { path: '/', name: 'start', component: () => import('./sign-in/StartPage.vue') },
    {
      path: '/:slug',
      component: () => import('./frame/ShopFrame.vue'),
      props: true,
      children: [
        { path: '', redirect: (to) => ({ name: 'desk', params: to.params }) },
        { path: 'desk', name: 'desk', component: () => import('./desk/DeskPage.vue'), props: true },
        { path: 'goods', name: 'goods', component: () => import('./goods/GoodsPage.vue'), props: true },
        { path: 'books', name: 'books', component: () => import('./books/TakingsPage.vue'), props: true },
        { path: 'canvas', name: 'canvas', component: () => import('./canvas/CanvasPage.vue'), props: true },
        { path: 'shop/table-codes', name: 'table-codes', component: () => import('./shop/TableCodesPage.vue'), props: true },
        { path: 'shop', name: 'shop', component: () => import('./shop/ShopPage.vue'), props: true },
      ],
    },
    { path: '/:rest(.*)*', redirect: '/' },
  ],
});
