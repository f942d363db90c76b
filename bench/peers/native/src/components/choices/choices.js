const { priceOf, startOf, toggle, yuan } = require('../../store/goods');
const shop = require('../../store/shop');

Component({
  properties: { dish: Object },
  data: { on: {}, price: '' },
  observers: {
    dish(dish) {
      if (dish) this.show(startOf(dish));
    },
  },
  methods: {
    show(choices) {
      this.choices = choices;
      const on = {};
      choices.forEach((id) => { on[id] = true; });
      this.setData({ on, price: yuan(priceOf(this.data.dish, choices)) });
    },
    choose(event) {
      this.show(toggle(this.data.dish, this.choices, event.currentTarget.dataset.id));
    },
    put() {
      shop.add(this.data.dish.code, this.choices, 1);
      this.triggerEvent('put');
    },
  },
});
