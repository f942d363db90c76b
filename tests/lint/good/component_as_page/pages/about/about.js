Component({ data: { text: '' }, lifetimes: { attached() { this.setData({ text: '' }); } } });
