Page({ go() {} });
