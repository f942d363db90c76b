import type zh from './zh-CN';

const en: typeof zh = {
  app: { name: 'Kaipu', owner: 'Owner', language: '中文', signOut: 'Sign out', retry: 'Try again', cancel: 'Cancel', save: 'Save', close: 'Close', back: 'Back', done: 'Done', undo: 'Undo', redo: 'Redo', more: 'More' },
  nav: { desk: 'Orders', goods: 'Dishes', books: 'Books', canvas: 'Design', shop: 'Shop' },
  signIn: { title: 'Welcome back', opening: 'Opening the door…', welcome: 'Please open your sign-in link. Kaipu prints it when it starts; the computer that runs it can also make a new one:', used: 'For a new link, type this on the computer that runs Kaipu:', noShops: 'This account has no shop yet.', pick: 'Which shop?' },
  offline: { title: 'Kaipu cannot be reached', hint: 'Check the network; this goes on by itself once it is back.' },
  desk: {
    title: 'Order desk', waiting: 'New', making: 'Making', ready: 'Ready', finished: 'Finished', all: 'All',
    emptyWaiting: 'No new orders right now', emptyHint: 'It rings when one comes in. Just leave this page open.', empty: 'No orders here yet',
    ringOn: 'Bell is on', ringOff: 'Tap to turn the bell on', table: 'Table {table}', pickup: 'Pick-up {time}', pickupSoon: 'Pick-up soon',
    note: 'Note', total: 'Total {amount}', items: '{count} items', accept: 'Accept', ready_: 'Ready', finish: 'Finish', refund: 'Refund',
    refundTitle: 'Refund all of {amount}?', refundText: 'The money of {number} goes back to the customer and the order ends. This cannot be taken back.', refundYes: 'Refund', refunded: 'Refunded {amount}',
    newOrder: 'New order {number}', justNow: 'just now', minutesAgo: '{n} min ago', phone: 'Phone', packing: 'Packing',
    state: { unpaid: 'Unpaid', paid: 'Paid', making: 'Making', ready: 'Ready', done: 'Done', cancelled: 'Cancelled', refunding: 'Refunding', refunded: 'Refunded' },
  },
  goods: {
    title: 'Dishes', search: 'Find a dish', soldOut: 'Sold out', onSale: 'On sale', price: 'Price (yuan)', wasPrice: 'Former price (yuan)', daily: 'Daily limit', dailyHint: 'Leave empty for no limit', left: '{n} left today',
    name: 'Name', description: 'Description', photo: 'Change the photo', photoHint: 'A phone picture will do; it is trimmed and made small by itself.', saved: 'Saved. Customers see it at once', none: 'No dish of that name', options: '{n} option groups', badPrice: 'Write the price as a number, such as 28 or 28.5', soldOutOf: '{name} sold out',
  },
  books: {
    title: 'Books', today: 'Today', net: 'Net takings', received: 'Received', refunded: 'Refunded', orders: 'Paid orders', entries: 'Entries', chainOk: 'The books are whole and unaltered', chainBroken: 'The books do not add up; make a backup and call whoever maintains this', empty: 'Nothing came in on this day', previous: 'Day before', next: 'Day after', hash: 'Voucher',
  },
  canvas: {
    title: 'Design', preview: 'Preview of the shop', publish: 'Publish', published: 'Version {number} is live', unchanged: 'No changes', changed: 'Changes not yet published', live: 'Version {number} is live', pick: 'Tap what you want to change, or choose here:', history: 'Versions', releases: 'Published versions',
    current: 'Live', goBack: 'Bring this back', rolledBack: 'Version {number} is live again', rollBackTitle: 'Make version {number} live again?', rollBackText: 'Customers see that version at once. The draft stays as it is.', saving: 'Saving…', savedDraft: 'Draft saved', clash: 'The same spot was just changed elsewhere. It now shows the newest content; please change it again.', noReview: 'Live as soon as it is published, with no platform review.',
    hide: 'Hide', show: 'Show', hidden: 'Hidden', moveUp: 'Move up', moveDown: 'Move down', page: 'Page', upload: 'Upload a picture', uploading: 'Uploading…', remove: 'Remove', add: 'Add one', item: 'No. {n}', change: 'Changed “{field}”', moved: 'Moved “{block}”', toggled: 'Showed or hid “{block}”', none: 'Goes nowhere', link: { none: 'Goes nowhere', page: 'To a page', dish: 'To a dish', category: 'To a category', call: 'Phone call', map: 'Map' }, undone: 'One step undone', redone: 'One step redone', confirm: 'Confirm',
  },
  shop: {
    title: 'Shop', opening: 'Open for business', byHours: 'By opening hours', open: 'Open now', closed: 'Closed for now', closedNote: 'What customers read while closed', address: 'Address', phones: 'Phone', hours: 'Opening hours', link: 'The shop’s address', copy: 'Copy', copied: 'Copied', tableCodes: 'Table codes', tableCode: 'Table {table}', tableHint: 'Print them and put one on each table; a scan tells the shop which table it is.', print: 'Print table codes', packing: 'Packing fee', perBox: '{amount} a box', saved: 'Saved',
  },
  days: ['', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'],
};

export default en;
