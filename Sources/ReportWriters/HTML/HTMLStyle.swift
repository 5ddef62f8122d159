/// The page's style sheet.
///
/// `light-dark()` follows the system's scheme until the page's own switch sets `data-theme`. Coloured marks
/// always carry a letter or a word, and every pair of colours has a contrast of at least 4.5.
let htmlStyle = """
  :root {
    color-scheme: light dark;
    --page: light-dark(#f6f5f2, #14161a);
    --sheet: light-dark(#ffffff, #1d2026);
    --raised: light-dark(#f1efea, #272b33);
    --line: light-dark(#dedbd3, #363b45);
    --text: light-dark(#1d1f24, #e8e6e1);
    --faint: light-dark(#61646c, #a2a6b0);
    --accent: light-dark(#1f5fa8, #8dbdf3);
    --critical: #a8123e;
    --high: #c2410c;
    --medium: #f0b323;
    --low: #2f6db5;
    --info: #5c6470;
    --fix: light-dark(#b01842, #f0718f);
    --protect: light-dark(#8a5a00, #f0b95a);
    --accept: light-dark(#23703f, #74c990);
    --mono: ui-monospace, "SF Mono", "Cascadia Code", "DejaVu Sans Mono", Menlo, Consolas, monospace;
    font: 16px/1.55 system-ui, -apple-system, "Segoe UI", "DejaVu Sans", sans-serif;
  }
  :root[data-theme="light"] { color-scheme: light; }
  :root[data-theme="dark"] { color-scheme: dark; }
  * { box-sizing: border-box; }
  [hidden], html:not(.scripted) .js { display: none !important; }
  body { margin: 0 auto; max-width: 1240px; padding: 0 24px 48px; background: var(--page); color: var(--text); }
  h1, h2, h3, p, ul, ol { margin: 0; }
  ul { padding: 0; list-style: none; }
  a { color: var(--accent); text-underline-offset: 2px; }
  code, pre { font-family: var(--mono); font-size: .86em; }
  code { overflow-wrap: anywhere; }
  small, .quiet { color: var(--faint); }
  .unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  :focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; border-radius: 4px; }
  button, select, input { font: inherit; color: inherit; }
  button { cursor: pointer; border: 1px solid var(--line); border-radius: 6px; background: var(--sheet);
    padding: 3px 10px; font-size: .85rem; }
  button:hover { border-color: var(--faint); color: var(--text); }

  .brand { display: flex; align-items: center; gap: 8px; padding: 18px 0 30px; font-weight: 650;
    letter-spacing: .01em; }
  .brand svg { width: 22px; height: 22px; fill: var(--accent); }
  .brand button { margin-left: auto; }
  h1 { font-size: clamp(1.7rem, 4.5vw, 2.6rem); line-height: 1.15; letter-spacing: -.02em; font-weight: 700; }
  .facts { display: flex; flex-wrap: wrap; gap: 2px 18px; margin: 10px 0 26px; color: var(--faint); }
  .facts .warning { color: var(--fix); font-weight: 600; }
  .tiles { display: grid; grid-template-columns: repeat(3, 1fr); gap: 14px; margin-bottom: 22px; }
  .tile { background: var(--sheet); border: 1px solid var(--line); border-top: 4px solid; border-radius: 10px;
    padding: 12px 18px 14px; }
  .tile b { font-size: 2rem; line-height: 1.2; font-variant-numeric: tabular-nums; margin-right: 4px; }
  .tile span { font-weight: 600; }
  .tile small { display: block; }
  .tile.fix { border-top-color: var(--fix); }
  .tile.protect { border-top-color: var(--protect); }
  .tile.accept { border-top-color: var(--accept); }
  .tile.fix b { color: var(--fix); }
  .tile.protect b { color: var(--protect); }
  .tile.accept b { color: var(--accept); }
  .distribution svg { display: block; width: 100%; height: 12px; border-radius: 6px; overflow: hidden; }
  .distribution ul { display: flex; flex-wrap: wrap; gap: 4px 20px; margin-top: 8px; }
  .distribution a { color: inherit; text-decoration: none; }
  .distribution a:hover { text-decoration: underline; }
  .dot { display: inline-block; width: 10px; height: 10px; border-radius: 3px; margin-right: 6px; }
  rect.critical { fill: var(--critical); }
  rect.high { fill: var(--high); }
  rect.medium { fill: var(--medium); }
  rect.low { fill: var(--low); }
  rect.info { fill: var(--info); }
  .dot.critical, .badge.critical, .mark.critical { background: var(--critical); color: #fff; }
  .dot.high, .badge.high, .mark.high { background: var(--high); color: #fff; }
  .dot.medium, .badge.medium, .mark.medium { background: var(--medium); color: #241a00; }
  .dot.low, .badge.low, .mark.low { background: var(--low); color: #fff; }
  .dot.info, .badge.info, .mark.info { background: var(--info); color: #fff; }

  section { margin-top: 44px; }
  h2 { font-size: 1.3rem; letter-spacing: -.01em; margin-bottom: 12px; }

  .matrix { overflow: auto; max-height: 78vh; background: var(--sheet); border: 1px solid var(--line);
    border-radius: 10px; }
  .matrix table { border-collapse: separate; border-spacing: 0; width: 100%; font-size: .93rem; }
  .matrix th, .matrix td { padding: 6px 10px; text-align: left; vertical-align: top; white-space: nowrap;
    border-bottom: 1px solid var(--line); }
  .matrix tbody tr:last-child > * { border-bottom: 0; }
  .matrix thead th { position: sticky; top: 0; z-index: 2; background: var(--raised); vertical-align: bottom;
    font-weight: 600; font-size: .85rem; }
  .matrix th:first-child { position: sticky; left: 0; z-index: 1; background: var(--sheet); }
  .matrix thead th:first-child { z-index: 3; background: var(--raised); }
  .matrix tbody th { font-weight: 600; white-space: normal; overflow-wrap: anywhere; min-width: 150px; }
  .matrix tbody tr:hover > * { background: var(--raised); }
  .matrix th.risk { padding: 10px 4px 6px; text-align: center; width: 42px; min-width: 42px; }
  .risk a { display: inline-flex; flex-direction: column; align-items: center; gap: 6px; color: inherit;
    text-decoration: none; }
  .risk a > span { writing-mode: vertical-rl; transform: rotate(180deg); font-weight: 400;
    color: var(--faint); line-height: 1.2; }
  .risk a:hover > span { color: var(--accent); }
  .matrix td.cell { padding: 4px 3px; text-align: center; vertical-align: top; }
  td.cell:empty::before { content: "\\00b7"; color: var(--faint); opacity: .6; line-height: 28px; }
  .mark { display: inline-block; min-width: 30px; height: 28px; line-height: 28px; border-radius: 6px;
    font-weight: 700; font-size: .85rem; text-align: center; text-decoration: none; }
  a.mark:hover { filter: brightness(1.12); }
  .mark sup { font-size: .66rem; line-height: 0; margin-left: 1px; font-weight: 600; }
  .score b { display: inline-block; min-width: 2.1em; text-align: right; margin-right: 8px;
    font-variant-numeric: tabular-nums; }
  .bar { width: 64px; height: 7px; border-radius: 4px; vertical-align: 1px; }
  .bar .track { fill: var(--line); }
  .bar .fix { fill: var(--fix); }
  .bar .protect { fill: var(--protect); }
  .bar .accept { fill: var(--accept); }
  .verdict { font-weight: 650; }
  .verdict.fix { color: var(--fix); }
  .verdict.protect { color: var(--protect); }
  .verdict.accept { color: var(--accept); }
  .chip { display: inline-block; border: 1px solid var(--line); border-radius: 99px; padding: 0 10px;
    font-size: .84rem; }
  .chip.internet { background: var(--text); border-color: var(--text); color: var(--sheet); font-weight: 600; }
  .chip.authenticated, .chip.otherAccount { border-color: var(--text); }
  .chip.nobody { color: var(--faint); border-style: dashed; }
  .matrix details { font-weight: 400; }
  .matrix summary { font-weight: 600; }
  .matrix summary small { display: block; font-weight: 400; padding-left: 1.05em; }
  .matrix details p, .matrix details li { margin: 4px 0 0 1.05em; max-width: 46ch; }
  summary { cursor: pointer; }
  summary::marker { color: var(--faint); }

  .filters { position: sticky; top: 0; z-index: 4; display: grid; gap: 10px; margin: 0 -8px 16px;
    padding: 10px 8px; background: var(--page); border-bottom: 1px solid var(--line); }
  .row { display: flex; flex-wrap: wrap; gap: 8px 12px; align-items: center; }
  .search { flex: 1 1 240px; }
  .filters input[type="search"] { width: 100%; padding: 7px 12px; border: 1px solid var(--line);
    border-radius: 8px; background: var(--sheet); }
  ::placeholder { color: var(--faint); opacity: 1; }
  .pills { display: flex; flex-wrap: wrap; gap: 6px; }
  .pill { position: relative; padding: 5px 12px; border: 1px solid var(--line); border-radius: 99px;
    background: var(--sheet); font-size: .88rem; cursor: pointer; }
  .pill input { position: absolute; inset: 0; opacity: 0; cursor: pointer; margin: 0; }
  .pill:has(:focus-visible) { outline: 2px solid var(--accent); outline-offset: 2px; }
  .pill:has(:checked) { font-weight: 600; border-color: transparent; }
  .pill.critical:has(:checked) { background: var(--critical); color: #fff; }
  .pill.high:has(:checked) { background: var(--high); color: #fff; }
  .pill.medium:has(:checked) { background: var(--medium); color: #241a00; }
  .pill.low:has(:checked) { background: var(--low); color: #fff; }
  .pill.info:has(:checked) { background: var(--info); color: #fff; }
  .select { display: inline-flex; align-items: center; gap: 6px; font-size: .88rem; }
  .select span { color: var(--faint); }
  .select select { max-width: 190px; padding: 4px 6px; border: 1px solid var(--line); border-radius: 6px;
    background: var(--sheet); text-overflow: ellipsis; }
  .select:has(option:checked:not([value=""])) select { border-color: var(--accent); font-weight: 600; }
  .check { font-size: .88rem; }
  .spring { flex: 1; }
  #shown { font-size: .88rem; color: var(--faint); font-variant-numeric: tabular-nums; }

  .card { background: var(--sheet); border: 1px solid var(--line); border-left: 5px solid; border-radius: 10px;
    padding: 16px 20px 14px; margin-bottom: 14px; display: grid; gap: 8px; scroll-margin-top: 130px;
    content-visibility: auto; contain-intrinsic-size: auto 260px; }
  .card.critical { border-left-color: var(--critical); }
  .card.high { border-left-color: var(--high); }
  .card.medium { border-left-color: var(--medium); }
  .card.low { border-left-color: var(--low); }
  .card.info { border-left-color: var(--info); }
  .card.suppressed { border-left-style: dotted; }
  .card > * { min-width: 0; }
  .card:focus { outline: 2px solid var(--accent); outline-offset: 2px; }
  .card.suppressed h3 { color: var(--faint); }
  h3 { font-size: 1.06rem; line-height: 1.4; letter-spacing: -.005em; }
  .badge { display: inline-block; border-radius: 5px; padding: 0 8px; font-size: .78rem; line-height: 1.6rem;
    font-weight: 650; margin-right: 6px; vertical-align: 1px; }
  .message, .card details p { max-width: 78ch; overflow-wrap: anywhere; }
  .place { color: var(--faint); display: flex; align-items: center; gap: 8px; }
  .copy { padding: 0 8px; font-size: .76rem; line-height: 1.5rem; }
  .condition { justify-self: start; font-weight: 600; font-size: .92rem; background: var(--raised);
    border-radius: 6px; padding: 2px 10px; }
  .suppression { background: var(--raised); border-radius: 6px; padding: 6px 12px; }
  .trace { padding: 2px 0 2px 1.5em; margin-left: .3em; }
  .trace li { padding-left: .3em; overflow-wrap: anywhere; }
  .trace li::marker { color: var(--faint); font-variant-numeric: tabular-nums; }
  .trace code { color: var(--faint); margin-left: .4em; }
  .tags { display: flex; flex-wrap: wrap; gap: 2px 14px; font-size: .86rem; color: var(--faint);
    align-items: baseline; }
  .tags a { color: inherit; }
  .tags .function { color: var(--text); font-weight: 600; }
  .card details { border-top: 1px solid var(--line); padding-top: 8px; }
  .card details[open] > summary { margin-bottom: 4px; }
  .card summary { font-weight: 600; font-size: .92rem; }
  .code { position: relative; margin-top: 8px; max-width: 100%; }
  pre { margin: 0; padding: 12px 16px; background: var(--raised); border-radius: 8px; overflow-x: auto;
    line-height: 1.5; tab-size: 2; }
  pre code { overflow-wrap: normal; font-size: inherit; }
  .code .copy { position: absolute; top: 8px; right: 8px; }
  .references { margin-top: 6px; font-size: .88rem; overflow-wrap: anywhere; }
  .empty { padding: 28px; text-align: center; color: var(--faint); border: 1px dashed var(--line);
    border-radius: 10px; }
  .list { width: 100%; border-collapse: collapse; margin-top: 10px; font-size: .93rem; }
  .list th, .list td { padding: 6px 12px 6px 0; text-align: left; vertical-align: top;
    border-bottom: 1px solid var(--line); overflow-wrap: anywhere; }
  .list tbody th { font-weight: 400; }
  #notices li { padding: 3px 0 3px 14px; border-left: 3px solid var(--protect); margin-bottom: 8px; }
  footer { margin-top: 48px; color: var(--faint); font-size: .86rem; }

  @media (max-width: 720px) {
    body { padding: 0 14px 32px; }
    .brand { padding-bottom: 20px; }
    .tiles { grid-template-columns: 1fr; gap: 8px; }
    .tile { display: flex; align-items: baseline; gap: 8px; padding: 6px 14px; border-top: 1px solid var(--line);
      border-left: 4px solid; }
    .tile.fix, .tile.protect, .tile.accept { border-top-color: var(--line); }
    .tile.fix { border-left-color: var(--fix); }
    .tile.protect { border-left-color: var(--protect); }
    .tile.accept { border-left-color: var(--accept); }
    .tile b { font-size: 1.4rem; margin: 0; }
    .tile small { display: inline; }
    .filters { position: static; }
    .select, .select select { flex: 1 1 120px; min-width: 0; }
    .card { padding: 12px 14px; scroll-margin-top: 12px; }
    .matrix tbody th { min-width: 124px; max-width: 160px; font-size: .86rem; }
    .matrix th, .matrix td { padding: 6px; }
    .matrix summary { list-style: none; text-decoration: underline dotted var(--faint); }
    .matrix summary::-webkit-details-marker { display: none; }
    .matrix summary small, .matrix details p, .matrix details li { margin-left: 0; padding-left: 0; }
    .chip { padding: 0 7px; font-size: .78rem; }
    .matrix .bar { display: none; }
    .list thead { display: none; }
    .list tr, .list th, .list td { display: block; border: 0; padding-bottom: 0; }
    .list tr { border-bottom: 1px solid var(--line); padding-bottom: 6px; }
  }
  @media print {
    :root, :root[data-theme] { color-scheme: light; font-size: 12px; --page: #fff; }
    body { max-width: none; padding: 0; }
    * { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
    .js, footer { display: none !important; }
    .matrix { max-height: none; overflow: visible; }
    .matrix thead th, .matrix th:first-child { position: static; }
    .card, .matrix tr { break-inside: avoid; content-visibility: visible; }
    h2, h3 { break-after: avoid; }
    .card details::details-content, #unresolved details::details-content { content-visibility: visible;
      height: auto; }
  }
  @media (prefers-reduced-motion: no-preference) { html { scroll-behavior: smooth; } }

  """
