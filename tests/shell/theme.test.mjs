/** Whatever colours a merchant picks, words can be read: 4.5:1 on every ground they stand on. */
import assert from 'node:assert/strict';
import test from 'node:test';
import { definition } from './shop.mjs';
import { createWorld } from './world.mjs';

const { style } = createWorld().require('kaipu/theme');

const luminance = (hex) => {
  const [red, green, blue] = [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16) / 255).map((part) => (part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
};
const contrast = (one, other) => {
  const [low, high] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
};
const variables = (theme) => Object.fromEntries(style(theme).split(';').map((one) => one.replace('--kp-', '').split(':')));

const themes = [
  definition().theme,
  { primary: '#FFEB3B', accent: '#FFFFFF', background: '#FFFFFF', surface: '#FFFFFF', text: '#CCCCCC', radius_px: 0 },
  { primary: '#000000', accent: '#111111', background: '#1B1B1F', surface: '#2A2A30', text: '#555555', radius_px: 8 },
  { primary: '#777777', accent: '#777777', background: '#777777', surface: '#7F7F7F', text: '#777777', radius_px: 32 },
  { primary: '#00C853', accent: '#FF4081', background: '#F1F8E9', surface: '#FFFFFF', text: '#1B5E20', radius_px: 20 },
];

for (const theme of themes) {
  test(`can be read: ${theme.primary} on ${theme.background}`, () => {
    const colors = variables(theme);
    for (const words of ['text', 'muted', 'strong']) {
      for (const ground of ['background', 'surface', 'soft']) {
        assert.ok(contrast(colors[words], colors[ground]) >= 4.5, `${words} ${colors[words]} on ${ground} ${colors[ground]}`);
      }
    }
    assert.ok(contrast(colors['on-primary'], colors.primary) >= 4.5);
    assert.ok(contrast(colors['on-accent'], colors.accent) >= 4.5);
  });
}

test('colours that can be read are the merchant’s own', () => {
  const colors = variables(definition().theme);
  assert.deepEqual([colors.primary, colors.strong, colors.text, colors['on-primary'], colors.radius], ['#b3261e', '#b3261e', '#2b1b12', '#ffffff', '24rpx']);
});
