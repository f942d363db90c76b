Page({ data: { text: '' } });
