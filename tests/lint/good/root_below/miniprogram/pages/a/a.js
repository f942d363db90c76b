require('/lib/b');

Page({});
