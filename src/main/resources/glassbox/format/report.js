'use strict';
/* The curves: hover for values, wheel or + and - to zoom, drag or arrows to move, double click or 0 to see all. */
(() => {
  const data = JSON.parse(document.getElementById('curves').textContent);
  const NS = 'http://www.w3.org/2000/svg';
  const LEFT = 48, RIGHT = 76, TOP = 10, BOTTOM = 24;
  const total = Math.max(10, data.steps);
  let from = 0, to = total;
  const charts = [];

  const node = (parent, name, attributes, text) => {
    const made = document.createElementNS(NS, name);
    for (const key in attributes) made.setAttribute(key, attributes[key]);
    if (text !== undefined) made.textContent = text;
    parent.appendChild(made);
    return made;
  };

  /* Round steps between two values, about so many. */
  const ticks = (low, high, about) => {
    const rough = (high - low) / about, decade = 10 ** Math.floor(Math.log10(rough));
    const step = [1, 2, 5, 10].map(f => f * decade).find(s => s >= rough * 0.999);
    const all = [];
    for (let i = Math.ceil(low / step); i * step <= high; i++) all.push(i * step);
    return all;
  };
  const decades = (low, high) => {
    const all = [];
    for (let d = Math.floor(Math.log10(low)); d <= Math.log10(high); d++)
      for (const f of [1, 2, 5]) if (f * 10 ** d >= low && f * 10 ** d <= high) all.push(f * 10 ** d);
    return all.length > 9 ? all.filter(v => Math.abs(Math.log10(v) % 1) < 1e-9) : all;
  };
  const short = value => String(+value.toPrecision(4));
  const whole = value => Math.round(value).toLocaleString('en');

  class Chart {
    constructor(box) {
      this.measure = data[box.dataset.measure];
      this.unit = this.measure.unit;
      this.svg = node(box, 'svg', {tabindex: 0, role: 'img', 'aria-label': this.spoken()});
      this.reading = box.querySelector('.reading');
      this.svg.addEventListener('pointermove', event => this.pointed(event));
      this.svg.addEventListener('pointerdown', event => this.grabbed(event));
      this.svg.addEventListener('pointerup', () => { this.held = null; });
      this.svg.addEventListener('pointercancel', () => { this.held = null; });
      this.svg.addEventListener('pointerleave', () => show(null));
      this.svg.addEventListener('dblclick', () => zoomTo(0, total));
      this.svg.addEventListener('wheel', event => this.wheeled(event), {passive: false});
      this.svg.addEventListener('keydown', event => this.pressed(event));
    }

    spoken() {
      const m = this.measure, last = m.smooth[m.smooth.length - 1], v = m.validation[m.validation.length - 1];
      return m.title + (last == null ? ', no steps' : ', training ' + this.text(last) + ' after ' + whole(data.steps) + ' steps')
        + (v ? ', validation ' + this.text(v[1]) : '');
    }

    text(value) { return value == null ? '–' : this.unit ? value.toFixed(1) + this.unit : value < 0.01 ? value.toPrecision(2) : value.toFixed(3); }
    x(step) { return LEFT + (step - from) / (to - from) * (this.width - LEFT - RIGHT); }
    step(x) { return from + (x - LEFT) / (this.width - LEFT - RIGHT) * (to - from); }
    y(value) {
      const f = this.log ? Math.log : v => v;
      const share = (f(Math.max(value, this.log ? this.low / 10 : -Infinity)) - f(this.low)) / (f(this.high) - f(this.low));
      return TOP + (1 - share) * (this.height - TOP - BOTTOM);
    }

    /* The values that are seen decide the vertical axis. */
    fit() {
      const m = this.measure, seen = [], raw = [];
      for (let i = this.first(); i < m.smooth.length && data.x[i] <= to; i++) {
        if (m.smooth[i] != null) seen.push(m.smooth[i]);
        if (m.high[i] != null) raw.push(m.high[i]);
      }
      for (const [step, value] of m.validation) if (step >= from && step <= to) seen.push(value);
      let low = Infinity, high = -Infinity;
      for (const v of seen) { low = Math.min(low, v); high = Math.max(high, v); }
      for (const v of raw) high = Math.max(high, v);
      if (!(high > -Infinity)) { low = 0; high = 1; }
      this.log = !this.unit && low > 0;
      if (this.unit) {
        const span = Math.max(1, 100 - low);
        this.low = Math.max(0, low - span * 0.5); this.high = 100 + (100 - this.low) * 0.02;
      } else if (this.log) { this.low = low / 2; this.high = Math.max(high * 1.1, low * 3); }
      else { this.low = 0; this.high = Math.max(high * 1.05, 1e-3); }
    }

    first() {
      let a = 0, b = data.x.length;
      while (a < b) { const middle = (a + b) >> 1; if (data.x[middle] < from) a = middle + 1; else b = middle; }
      return Math.max(0, a - 1);
    }

    draw() {
      this.width = Math.max(260, this.svg.clientWidth);
      this.height = Math.max(160, this.svg.clientHeight);
      this.svg.setAttribute('viewBox', '0 0 ' + this.width + ' ' + this.height);
      this.svg.replaceChildren();
      this.fit();
      this.grid();
      const plot = {x: LEFT, y: TOP, width: this.width - LEFT - RIGHT, height: this.height - TOP - BOTTOM};
      const clip = 'clip-' + this.measure.title;
      node(node(this.svg, 'clipPath', {id: clip}), 'rect', plot);
      const lines = node(this.svg, 'g', {'clip-path': 'url(#' + clip + ')'});
      this.lines(lines);
      this.names();
      this.cursor = node(this.svg, 'line', {class: 'cursor', y1: TOP, y2: this.height - BOTTOM, visibility: 'hidden'});
    }

    grid() {
      for (const value of this.log ? decades(this.low, this.high) : ticks(this.low, Math.min(this.high, this.unit ? 100 : Infinity), 5)) {
        const y = this.y(value);
        node(this.svg, 'line', {class: 'grid', x1: LEFT, x2: this.width - RIGHT, y1: y, y2: y});
        node(this.svg, 'text', {x: LEFT - 6, y: y + 4, 'text-anchor': 'end'}, short(value) + this.unit);
      }
      for (const step of ticks(from, to, Math.max(2, (this.width - LEFT - RIGHT) / 90)))
        node(this.svg, 'text', {x: this.x(step), y: this.height - 6, 'text-anchor': 'middle'}, whole(step));
      let last = -Infinity;
      for (const end of data.epochEnds) {
        const x = this.x(end);
        if (end > from && end < to && x - last > 24) {
          node(this.svg, 'line', {class: 'epoch', x1: x, x2: x, y1: TOP, y2: this.height - BOTTOM});
          last = x;
        }
      }
    }

    lines(group) {
      const m = this.measure, pixels = this.width - LEFT - RIGHT;
      let raw = '', smooth = '', column = null, low, high, line;
      const flush = () => {
        if (column === null) return;
        if (high != null) raw += 'M' + column + ' ' + this.y(low).toFixed(1) + 'V' + (this.y(high) - 0.5).toFixed(1);
        if (line != null) smooth += (smooth ? 'L' : 'M') + column + ' ' + this.y(line).toFixed(1);
      };
      const sparse = (to - from) / (data.x[1] - data.x[0] || 1) < pixels / 2;
      for (let i = this.first(); i < data.x.length; i++) {
        const x = sparse ? this.x(data.x[i]).toFixed(1) : Math.round(this.x(data.x[i]));
        if (sparse) {
          if (m.high[i] != null) raw += (raw ? 'L' : 'M') + x + ' ' + this.y(m.high[i]).toFixed(1);
          if (m.smooth[i] != null) smooth += (smooth ? 'L' : 'M') + x + ' ' + this.y(m.smooth[i]).toFixed(1);
        } else if (x !== column) {
          flush();
          column = x; low = m.low[i]; high = m.high[i]; line = m.smooth[i];
        } else {
          if (m.low[i] != null) { low = low == null ? m.low[i] : Math.min(low, m.low[i]); high = high == null ? m.high[i] : Math.max(high, m.high[i]); }
          line = m.smooth[i] ?? line;
        }
        if (data.x[i] > to) break;
      }
      if (!sparse) flush();
      node(group, 'path', {class: 'raw', d: raw || 'M0 0'});
      node(group, 'path', {class: 'smooth', d: smooth || 'M0 0'});
      if (m.validation.length) {
        node(group, 'path', {class: 'validation', d: 'M' + m.validation.map(([s, v]) => this.x(s).toFixed(1) + ' ' + this.y(v).toFixed(1)).join('L')});
        for (const [s, v] of m.validation) {
          const x = this.x(s).toFixed(1), y = this.y(v).toFixed(1);
          node(group, 'path', {class: 'diamond', d: 'M' + x + ' ' + y + 'm0 -4.5l4.5 4.5l-4.5 4.5l-4.5 -4.5z'});
        }
      }
    }

    /* Each line's name stands at its end. */
    names() {
      const m = this.measure, x = this.width - RIGHT + 6, ends = [];
      const last = this.at(Math.min(to, data.steps));
      if (last && last.smooth != null) ends.push([this.y(last.smooth), 'train']);
      if (last && last.validation != null) ends.push([this.y(last.validation), 'validation']);
      ends.sort((a, b) => a[0] - b[0]);
      if (ends.length === 2 && ends[1][0] - ends[0][0] < 14) {
        const middle = (ends[0][0] + ends[1][0]) / 2;
        ends[0][0] = middle - 7; ends[1][0] = middle + 7;
      }
      for (const [y, name] of ends)
        node(this.svg, 'text', {class: name + '-name', x, y: Math.min(this.height - BOTTOM, Math.max(TOP + 8, y + 4))}, name);
    }

    /* What is known of a step. */
    at(step) {
      if (!data.x.length) return null;
      let a = 0, b = data.x.length - 1;
      while (a < b) { const middle = (a + b) >> 1; if (data.x[middle] < step) a = middle + 1; else b = middle; }
      if (a > 0 && step - data.x[a - 1] < data.x[a] - step) a--;
      const m = this.measure;
      let validation = null;
      for (const [s, v] of m.validation) if (s <= step + 0.5) validation = v;
      return {step: data.x[a], raw: m.low[a] === m.high[a] ? m.high[a] : null, low: m.low[a], high: m.high[a], smooth: m.smooth[a], validation};
    }

    show(step) {
      const seen = step === null ? null : this.at(step);
      this.cursor.setAttribute('visibility', seen ? 'visible' : 'hidden');
      this.reading.replaceChildren();
      if (!seen) { this.reading.textContent = 'Point for values · wheel zooms · drag moves · double click shows all'; return; }
      const x = this.x(seen.step);
      this.cursor.setAttribute('x1', x); this.cursor.setAttribute('x2', x);
      const say = (word, value) => {
        this.reading.append(word + ' ');
        this.reading.appendChild(document.createElement('b')).textContent = value;
        this.reading.append('  ');
      };
      say('step', whole(seen.step));
      say('batch', seen.raw != null ? this.text(seen.raw) : seen.high == null ? '–' : this.text(seen.low) + ' to ' + this.text(seen.high));
      say('smoothed', this.text(seen.smooth));
      if (seen.validation != null) say('validation', this.text(seen.validation));
    }

    pointer(event) { return event.clientX - this.svg.getBoundingClientRect().left; }
    pointed(event) {
      const x = this.pointer(event);
      if (this.held) {
        const moved = (this.held.x - x) / (this.width - LEFT - RIGHT) * (this.held.to - this.held.from);
        zoomTo(this.held.from + moved, this.held.to + moved);
      }
      show(this.step(Math.min(this.width - RIGHT, Math.max(LEFT, x))));
    }
    grabbed(event) { this.svg.setPointerCapture(event.pointerId); this.held = {x: this.pointer(event), from, to}; }
    wheeled(event) {
      event.preventDefault();
      this.zoom(this.step(this.pointer(event)), event.deltaY > 0 ? 1.25 : 0.8);
    }
    zoom(at, factor) { zoomTo(at - (at - from) * factor, at + (to - at) * factor); show(at); }
    pressed(event) {
      const width = to - from, middle = cursorStep === null ? (from + to) / 2 : cursorStep;
      const keys = {
        ArrowLeft: () => show(Math.max(from, middle - width / 100)), ArrowRight: () => show(Math.min(to, middle + width / 100)),
        '+': () => this.zoom(middle, 0.8), '-': () => this.zoom(middle, 1.25), 0: () => zoomTo(0, total), Escape: () => show(null)
      };
      if (keys[event.key]) { keys[event.key](); event.preventDefault(); }
    }
  }

  let cursorStep = null;
  const show = step => { cursorStep = step; charts.forEach(chart => chart.show(step)); };
  const zoomTo = (lower, upper) => {
    const width = Math.min(total, Math.max(Math.min(20, total), upper - lower));
    from = Math.min(Math.max(0, lower), total - width);
    to = from + width;
    charts.forEach(chart => chart.draw());
  };
  document.querySelectorAll('[data-measure]').forEach(box => charts.push(new Chart(box)));
  const redraw = () => { charts.forEach(chart => chart.draw()); show(null); };
  new ResizeObserver(redraw).observe(document.body);
  redraw();
})();
