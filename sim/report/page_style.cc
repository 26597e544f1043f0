#include "sim/report/page.h"

namespace macroscope {

const char* const kPageStyle = R"css(
:root {
  --ink: #1b1d21; --soft: #5c636e; --line: #dfe2e7; --paper: #ffffff; --tint: #f5f6f8;
  --accent: #3f6fb0; --warn: #8a4b00; --warn-tint: #fff4e3;
}
@media (prefers-color-scheme: dark) {
  :root {
    --ink: #e8eaed; --soft: #a2a9b4; --line: #33383f; --paper: #14161a; --tint: #1c1f25;
    --accent: #8fb4e6; --warn: #ffcf8f; --warn-tint: #33270f;
  }
}
* { box-sizing: border-box; }
body {
  margin: 0; background: var(--paper); color: var(--ink);
  font: 16px/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", sans-serif;
  -webkit-text-size-adjust: 100%;
}
main { max-width: 1180px; margin: 0 auto; padding: 40px 24px 64px; }
header { border-bottom: 1px solid var(--line); padding-bottom: 20px; }
h1 { font-size: 30px; line-height: 1.2; font-weight: 650; letter-spacing: -0.01em; margin: 0; }
h2 { font-size: 20px; font-weight: 620; margin: 48px 0 12px; }
.summary { font-size: 18px; color: var(--soft); margin: 12px 0; max-width: 52em; }
.command { margin: 0; }
code { font: 13px/1.4 ui-monospace, "SF Mono", Menlo, Consolas, monospace;
  background: var(--tint); border-radius: 5px; padding: 4px 8px; overflow-wrap: anywhere; }
figure { margin: 0 0 32px; }
figcaption { color: var(--soft); font-size: 13.5px; margin-top: 10px; max-width: 62em; }
.drawing { overflow-x: auto; }
.drawing > svg { max-width: 100%; height: auto; }
.vega-embed { width: 100%; }
.scroll { overflow-x: auto; border: 1px solid var(--line); border-radius: 8px; }
table { border-collapse: collapse; width: 100%; font-size: 14px;
  font-variant-numeric: tabular-nums; }
th, td { padding: 6px 12px; text-align: left; white-space: nowrap; }
th { font-weight: 600; color: var(--soft); font-size: 13px; vertical-align: bottom; }
th.heading { color: var(--ink); text-align: center; border-left: 1px solid var(--line);
  border-bottom: 1px solid var(--line); }
thead { background: var(--tint); }
thead tr:last-child th { border-bottom: 1px solid var(--line); }
tbody tr + tr td { border-top: 1px solid var(--line); }
tbody tr:hover { background: var(--tint); }
.n { text-align: right; }
.p { white-space: normal; min-width: 20em; }
.s { border-left: 1px solid var(--line); }
#failures td:last-child, #checks td { white-space: normal; }
#checks td { min-width: 7em; vertical-align: top; }
.notes { color: var(--soft); font-size: 13.5px; padding-left: 1.2em; max-width: 62em; }
.warning { background: var(--warn-tint); color: var(--warn); padding: 12px 16px;
  border-radius: 8px; }
footer { margin-top: 48px; padding-top: 16px; border-top: 1px solid var(--line);
  color: var(--soft); font-size: 13.5px; }
@media (max-width: 640px) {
  main { padding: 24px 14px 48px; }
  h1 { font-size: 24px; }
  .summary { font-size: 16px; }
  th, td { padding: 6px 9px; }
}
@media print { .scroll, .drawing { overflow: visible; } tbody tr:hover { background: none; } }
)css";

// Draws every chart at the width it has: on a phone its panels stand below one another. The
// colours of text and lines follow the page's.
const char* const kPageScript = R"js(
(() => {
  const dark = matchMedia('(prefers-color-scheme: dark)');
  const recolor = (spec) => {
    const style = getComputedStyle(document.documentElement);
    const ink = style.getPropertyValue('--ink'), soft = style.getPropertyValue('--soft');
    const line = style.getPropertyValue('--line'), config = spec.config;
    config.background = 'transparent';
    Object.assign(config.axis, {labelColor: soft, titleColor: soft, gridColor: line,
      domainColor: soft, tickColor: soft});
    config.header.labelColor = config.title.color = config.text.color = ink;
    config.title.subtitleColor = config.legend.labelColor = soft;
  };
  const arrange = (spec, width) => {
    if (!spec.spec) return;  // Its labels stand where they are free at its own size.
    const panels = spec.columns, axis = 90, step = spec.spec.width.step;
    const values = spec.data.values, count = (name) => new Set(values.map(name)).size;
    const bars = count((v) => v.bar);
    // Of all panels, or of as many panels of workloads as stand abreast: those have the same bars.
    const abreast = Math.min(count((v) => v.panel + '/' + v.bar), panels * bars);
    if (width >= (abreast * step + panels * spec.spacing) * 0.8 + axis) {
      const fit = (width - axis - (panels - 1) * spec.spacing) / abreast;
      spec.spec.width.step = Math.max(40, Math.min(step, Math.floor(fit)));
      return;
    }
    spec.columns = 1;
    spec.spec.width.step = Math.max(34, Math.min(84, Math.floor((width - axis) / bars)));
    spec.spec.height = 200;
    const subtitle = spec.title.subtitle;
    spec.title.subtitle = subtitle.split('; ');
    spec.config.legend.columns = 2;
  };
  let last = 0;
  const draw = () => {
    for (const figure of document.querySelectorAll('figure.chart')) {
      const spec = JSON.parse(figure.querySelector('script').textContent);
      const target = figure.querySelector('.drawing');
      recolor(spec);
      arrange(spec, target.clientWidth);
      vegaEmbed(target, spec, {renderer: 'svg', actions: false}).catch(console.error);
    }
    last = innerWidth;
  };
  draw();
  dark.addEventListener('change', draw);
  let timer;
  addEventListener('resize', () => {
    clearTimeout(timer);
    timer = setTimeout(() => { if (innerWidth !== last) draw(); }, 150);
  });
})();
)js";

}  // namespace macroscope
