// Draws formulas.tex with MathJax into paths that the window shows: one path a formula, in thousandths of an em.
//   npm install mathjax-full@3 && node make.mjs > ../../src/main/resources/glassbox/ui/help/formulas.properties
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
const require = createRequire(process.cwd() + '/');
const { mathjax } = require('mathjax-full/js/mathjax.js');
const { TeX } = require('mathjax-full/js/input/tex.js');
const { SVG } = require('mathjax-full/js/output/svg.js');
const { liteAdaptor } = require('mathjax-full/js/adaptors/liteAdaptor.js');
const { RegisterHTMLHandler } = require('mathjax-full/js/handlers/html.js');
const { AllPackages } = require('mathjax-full/js/input/tex/AllPackages.js');

const adaptor = liteAdaptor();
RegisterHTMLHandler(adaptor);
const page = mathjax.document('', { InputJax: new TeX({ packages: AllPackages }), OutputJax: new SVG({ fontCache: 'none' }) });

const number = (n) => String(Math.round(n));

/** A transform as [scale x, scale y, shift x, shift y] after another one. */
function after([sx, sy, tx, ty], text) {
  for (const [, name, args] of (text ?? '').matchAll(/(\w+)\(([^)]*)\)/g)) {
    const [a, b] = args.split(/[ ,]+/).map(Number);
    if (name === 'translate') [tx, ty] = [tx + sx * a, ty + sy * (b ?? 0)];
    else if (name === 'scale') [sx, sy] = [sx * a, sy * (b ?? a)];
    else throw new Error('unknown transform ' + name);
  }
  return [sx, sy, tx, ty];
}

function moved(d, [sx, sy, tx, ty]) {
  return d.replace(/([MLQTHVZ])([^MLQTHVZ]*)/g, (_, command, rest) => {
    const numbers = (rest.match(/-?[\d.]+/g) ?? []).map(Number);
    const isX = (i) => command === 'H' || (command !== 'V' && i % 2 === 0);
    return command + numbers.map((n, i) => number(isX(i) ? n * sx + tx : n * sy + ty)).join(' ');
  });
}

function paths(node, transform, out) {
  if (node.kind === '#text') return;
  const attribute = (name) => adaptor.getAttribute(node, name);
  const here = after(transform, attribute('transform'));
  if (node.kind === 'path') out.push(moved(attribute('d'), here));
  if (node.kind === 'rect') {
    const [x, y, w, h] = ['x', 'y', 'width', 'height'].map((name) => Number(attribute(name) ?? 0));
    out.push(moved(`M${x} ${y}H${x + w}V${y + h}H${x}Z`, here));
  }
  if (node.kind === 'text' || node.kind === 'svg' && out.nested) throw new Error('no glyph for a part of the formula');
  for (const child of adaptor.childNodes(node)) paths(child, here, out);
}

console.log('# Made by assets/formulas/make.mjs: name = box (width, height above and depth below the line) | TeX, and the outline.');
for (const line of readFileSync(new URL('formulas.tex', import.meta.url), 'utf8').split('\n')) {
  const [, name, tex] = /^([a-z0-9-]+)\s+(.*)$/.exec(line) ?? [];
  if (!name) continue;
  const svg = adaptor.firstChild(page.convert(tex, { display: true, em: 16, ex: 8, containerWidth: 1e6 }));
  const [, top, width, height] = adaptor.getAttribute(svg, 'viewBox').split(' ').map(Number);
  const out = [];
  for (const child of adaptor.childNodes(svg)) paths(child, [1, 1, 0, 0], out);
  console.log(`${name}.box = ${number(width)} ${number(-top)} ${number(height + top)}`);
  console.log(`${name}.tex = ${tex.replaceAll('\\', '\\\\')}`);
  console.log(`${name}.path = ${out.join('')}`);
}
