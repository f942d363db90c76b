Page({ data: {}, go() { my.alert({ content: '' }); } });
