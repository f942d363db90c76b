// What Mpx's template sets for a production build, without its cache. `--env lean` leaves core-js out, which the template
// brings along for telephones of 2015.
const path = require('node:path');
const MpxWebpackPlugin = require('@mpxjs/webpack-plugin');
const TerserPlugin = require('terser-webpack-plugin');

const here = (...names) => path.resolve(__dirname, ...names);

module.exports = ({ lean }) => ({
  mode: 'production',
  performance: { hints: false },
  entry: { app: here('src/app.mpx') },
  output: { path: here(lean ? 'dist-lean' : 'dist'), publicPath: '/', filename: '[name].js', clean: true },
  resolve: { extensions: ['.mpx', '.js', '.wxml'], modules: ['node_modules', here('node_modules')] },
  resolveLoader: { modules: [here('node_modules')] },
  snapshot: { managedPaths: [here('node_modules/')] },
  optimization: { emitOnErrors: true, minimizer: [new TerserPlugin({ terserOptions: { compress: { arrows: false } } })] },
  module: {
    rules: [
      { test: /\.mpx$/, use: MpxWebpackPlugin.loader({}) },
      {
        test: /\.js$/,
        loader: 'babel-loader',
        options: { configFile: here(lean ? 'babel.lean.json' : 'babel.config.json') },
        include: [/\.mpx\.js/, here('src'), here('../shop'), here('node_modules/@mpxjs')],
      },
      { test: /\.json$/, resourceQuery: /asScript/, type: 'javascript/auto' },
      { test: /\.(wxss|css)$/, use: MpxWebpackPlugin.wxssLoader() },
      { test: /\.wxml$/, use: MpxWebpackPlugin.wxmlLoader() },
    ],
  },
  plugins: [
    new MpxWebpackPlugin({ mode: 'wx', srcMode: 'wx', resolveMode: 'webpack', pathHashMode: 'relative', writeMode: 'changed' }),
  ],
});
