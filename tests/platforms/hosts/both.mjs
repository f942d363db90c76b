/** What holds on every mini-program platform, in the words of the one under test. */

export const both = {
  'a page learns its query and its route': ({ platform, made, plain, assert }) => {
    const opened = [];
    platform.page({ data: { a: 1 }, open: (query, route) => opened.push(query, route), methods: { tap() {} } });
    const page = made.pages.pop();
    page.route = 'pages/page/page';
    page.onLoad({ page: 'a%20b', bad: '%', none: undefined });
    assert.deepEqual(plain(opened), [{ page: 'a b', bad: '%', none: '' }, 'pages/page/page']);
    assert.equal(typeof page.tap, 'function');
    assert.equal(page.onShareAppMessage, undefined);
  },
  'pulling down stops when the page is done, whether or not it worked': async ({ platform, made, calls, assert }) => {
    for (const pullDown of [async () => undefined, () => Promise.reject(new Error('offline'))]) {
      platform.page({ data: {}, pullDown, methods: {} });
      made.pages.pop().onPullDownRefresh();
      await new Promise(setImmediate);
    }
    assert.deepEqual(calls.map(([name]) => name), ['stopPullDownRefresh', 'stopPullDownRefresh']);
  },
  'a shared page has an address': ({ platform, made, plain, assert }) => {
    platform.page({ data: {}, share: () => ({ title: 't', path: 'pages/page/page?page=x' }), methods: {} });
    assert.deepEqual(plain(made.pages.pop().onShareAppMessage()), { title: 't', path: '/pages/page/page?page=x' });
  },
  'tabs are switched to, other pages opened': ({ platform, calls, plain, assert }) => {
    platform.navigate('pages/orders/orders');
    platform.navigate('pages/dish/dish', { dish: 'a b' });
    platform.replace('pages/home/home');
    platform.replace('pages/order/order', { id: '1' });
    assert.deepEqual(calls.map(([name, given]) => [name, given.url]), [
      ['switchTab', '/pages/orders/orders'],
      ['navigateTo', '/pages/dish/dish?dish=a%20b'],
      ['switchTab', '/pages/home/home'],
      ['redirectTo', '/pages/order/order?id=1'],
    ]);
    calls[1][1].fail();
    assert.deepEqual(plain(calls[4]).slice(0, 2), ['redirectTo', { url: '/pages/dish/dish?dish=a%20b' }]);
  },
  'back leads somewhere even from the first page': ({ platform, calls, answers, assert }) => {
    platform.back();
    answers.pages = [1, 2];
    platform.back();
    delete answers.pages;
    assert.deepEqual(calls.map(([name, given]) => given?.url ?? name), ['/pages/home/home', 'navigateBack']);
  },
  'a badge is set and taken away': ({ platform, calls, assert }) => {
    platform.setTabBadge(1, '3');
    platform.setTabBadge(1, '');
    assert.deepEqual(calls.map(([name, { index, text }]) => [name, index, text]), [['setTabBarBadge', 1, '3'], ['removeTabBarBadge', 1, undefined]]);
  },
};
