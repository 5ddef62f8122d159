/// The style sheet of the graph's page.
///
/// A node has the colour of its column, an edge that of what it allows; both also say so in words.
let graphStyle = """
  :root {
    color-scheme: light dark;
    --page: light-dark(#f6f5f2, #14161a);
    --sheet: light-dark(#ffffff, #1d2026);
    --raised: light-dark(#f1efea, #272b33);
    --band: light-dark(#efede7, #191c21);
    --line: light-dark(#dedbd3, #363b45);
    --text: light-dark(#1d1f24, #e8e6e1);
    --faint: light-dark(#5d6068, #a2a6b0);
    --accent: light-dark(#1f5fa8, #8dbdf3);
    --warning: light-dark(#b01842, #f0718f);
    --c0: light-dark(#a8323a, #e0777d);
    --c1: light-dark(#8f5f00, #e0ac4f);
    --c2: light-dark(#1f5fa8, #7db2ee);
    --c3: light-dark(#6b3fa0, #b996e4);
    --c4: light-dark(#23703f, #6cc38f);
    --c5: light-dark(#b01842, #f0718f);
    --k0: light-dark(#b57300, #d9a13f);
    --k1: light-dark(#7a6a3a, #b3a578);
    --k2: light-dark(#7d55b3, #a98bd4);
    --k3: light-dark(#2b7fb0, #6bb3dd);
    --k4: light-dark(#c2560c, #ee9452);
    --k5: light-dark(#c01048, #f2607f);
    --k6: light-dark(#b0309a, #e07fd0);
    --k7: light-dark(#8b8f98, #717784);
    --mono: ui-monospace, "SF Mono", "Cascadia Code", "DejaVu Sans Mono", Menlo, Consolas, monospace;
    font: 14px/1.45 system-ui, -apple-system, "Segoe UI", "DejaVu Sans", sans-serif;
  }
  :root[data-theme="light"] { color-scheme: light; }
  :root[data-theme="dark"] { color-scheme: dark; }
  * { box-sizing: border-box; }
  [hidden], html:not(.scripted) .js { display: none !important; }
  html, body { height: 100%; }
  body { margin: 0; display: flex; flex-direction: column; background: var(--page); color: var(--text); }
  h1, h2, h3, p, ul, ol, dl, dd { margin: 0; padding: 0; }
  ul, ol { list-style: none; }
  code { font-family: var(--mono); font-size: .86em; overflow-wrap: anywhere; color: var(--accent); }
  small, .quiet { color: var(--faint); font-size: .86rem; }
  em { display: block; font-style: normal; color: var(--k4); }
  :focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; border-radius: 4px; }
  button, select, input { font: inherit; color: inherit; }
  button { cursor: pointer; border: 1px solid var(--line); border-radius: 6px; background: var(--sheet);
    padding: 3px 10px; }
  button:hover { border-color: var(--faint); }
  button:disabled { opacity: .5; cursor: default; }
  button[aria-pressed="true"], button[aria-expanded="true"] { background: var(--accent); color: var(--page);
    border-color: var(--accent); }

  header { display: flex; flex-wrap: wrap; align-items: center; gap: 6px 18px; padding: 9px 16px;
    background: var(--sheet); border-bottom: 1px solid var(--line); }
  h1 { font-size: 1.08rem; letter-spacing: -.01em; }
  .facts { color: var(--faint); }
  .tools { display: flex; flex-wrap: wrap; align-items: center; gap: 8px; margin-left: auto; }
  .views button { border-radius: 0; margin-left: -1px; }
  .views button:first-child { border-radius: 6px 0 0 6px; }
  .views button:last-child { border-radius: 0 6px 6px 0; }
  #search { border: 1px solid var(--line); border-radius: 6px; background: var(--page); padding: 3px 10px;
    width: 190px; }
  #stage { flex: 1; display: flex; min-height: 0; }
  #canvas { position: relative; flex: 1; min-width: 0; }
  #picture { display: block; width: 100%; height: 100%; touch-action: none; cursor: grab; user-select: none; }
  #picture:focus-visible { outline-offset: -3px; }
  #picture.moving { cursor: grabbing; }
  #zoom { position: absolute; right: 12px; bottom: 40px; display: flex; gap: 4px; }
  .hint { position: absolute; inset: 40% 0 auto; text-align: center; color: var(--faint); }
  #legend { position: absolute; left: 0; right: 0; bottom: 0; display: flex; flex-wrap: wrap; gap: 2px 16px;
    padding: 5px 16px; background: var(--sheet); border-top: 1px solid var(--line); font-size: .86rem; }
  #filters { position: absolute; top: 10px; right: 12px; width: 250px; max-height: calc(100% - 60px);
    overflow: auto; padding: 10px 14px; background: var(--sheet); border: 1px solid var(--line);
    border-radius: 10px; box-shadow: 0 6px 24px #0003; }
  #filters fieldset { border: 0; margin: 0 0 8px; padding: 0; }
  #filters legend { font-weight: 600; padding: 0; }
  #filters label { display: block; padding: 1px 0; }
  #filters label.chip { background: none; color: var(--text); border-left: 4px solid var(--own); border-radius: 0;
    padding-left: 8px; margin: 2px 0; font-weight: 400; }

  .c0 { --own: var(--c0); } .c1 { --own: var(--c1); } .c2 { --own: var(--c2); }
  .c3 { --own: var(--c3); } .c4 { --own: var(--c4); } .c5 { --own: var(--c5); }
  .k0 { --own: var(--k0); } .k1 { --own: var(--k1); } .k2 { --own: var(--k2); } .k3 { --own: var(--k3); }
  .k4 { --own: var(--k4); } .k5 { --own: var(--k5); } .k6 { --own: var(--k6); } .k7 { --own: var(--k7); }
  .band { fill: var(--band); }
  .band-title { fill: var(--faint); font-size: 13px; font-weight: 650; letter-spacing: .02em; }
  .node { cursor: pointer; transition: opacity .12s; }
  .node .body { fill: var(--sheet); stroke: var(--line); stroke-width: 1; }
  .node .tile { fill: var(--own); }
  .node .icon { fill: none; stroke: var(--sheet); stroke-width: 1.4; stroke-linecap: round;
    stroke-linejoin: round; }
  .node text { fill: var(--text); pointer-events: none; }
  .node .name { font-size: 12.5px; font-weight: 600; }
  .node .kind { font-size: 10.5px; fill: var(--faint); }
  .node .large { display: none; font-size: 17px; }
  .far .node .large { display: inline; }
  .far .node .kind, .far .node .name:not(.large) { display: none; }
  .far .band-title { font-size: 24px; }
  .node:hover .body { stroke: var(--own); }
  .node.selected .body, .node.cursor .body { stroke: var(--own); stroke-width: 3; }
  .c5 .body, .c0 .body { stroke: var(--own); }
  .edge { fill: none; stroke: var(--own); stroke-width: 1.5; opacity: .62; transition: opacity .12s; }
  .head { fill: var(--own); }
  .edge.k7 { opacity: .38; }
  .dense .edge { opacity: .34; stroke-width: 1.2; }
  .edge.maybe { stroke-dasharray: 5 4; }
  .dimmed .node { opacity: .2; }
  .dimmed .edge { opacity: .05; }
  .dimmed .node.on { opacity: 1; }
  .dimmed .edge.on { opacity: 1; stroke-width: 2.4px; vector-effect: non-scaling-stroke; }

  .verb::before { content: ""; display: inline-block; width: 16px; height: 3px; border-radius: 2px;
    background: var(--own); margin-right: 6px; vertical-align: middle; }
  .chip { display: inline-block; background: var(--own); color: var(--sheet); border-radius: 5px;
    padding: 1px 8px; font-weight: 600; }
  .node-link { border: 0; border-left: 3px solid var(--own); border-radius: 0; background: none;
    padding: 0 0 0 6px; font-weight: 600; text-align: left; overflow-wrap: anywhere; }
  .node-link:hover { text-decoration: underline; }

  #side { width: 400px; overflow: auto; background: var(--sheet); border-left: 1px solid var(--line); }
  #side > section { padding: 12px 16px; }
  #details { border-bottom: 1px solid var(--line); }
  #details h2 { overflow-wrap: anywhere; margin: 6px 0 2px; }
  #details h3 { margin: 12px 0 4px; font-size: .95rem; }
  #details .top { display: flex; gap: 6px; }
  #details .top .chip { margin-right: auto; }
  #details .edges li { padding: 4px 0 5px; border-top: 1px solid var(--line); }
  #details .edges p { color: var(--faint); font-size: .9rem; padding-left: 10px; overflow-wrap: anywhere; }
  #details .radius li { padding: 1px 0; }
  dl { display: grid; grid-template-columns: auto 1fr; gap: 1px 12px; margin-top: 4px; }
  dt { color: var(--faint); }
  dd { overflow-wrap: anywhere; }
  .warning { color: var(--warning); font-weight: 600; }
  .notice { background: var(--raised); border-radius: 6px; padding: 6px 10px; margin: 4px 0; }
  h2 { font-size: 1rem; margin-bottom: 6px; }
  h2 small { font-weight: 400; display: block; }
  #paths details { border-top: 1px solid var(--line); }
  #paths summary { cursor: pointer; padding: 7px 4px; list-style: none; overflow-wrap: anywhere; }
  #paths summary::-webkit-details-marker { display: none; }
  #paths summary:hover { background: var(--raised); }
  #paths summary .title { font-weight: 600; }
  #paths summary small { display: block; }
  #paths details.on { background: var(--raised); box-shadow: inset 4px 0 var(--accent); padding-left: 8px; }
  .badge { border-radius: 4px; padding: 1px 6px; font-size: .8rem; font-weight: 650; }
  .badge.critical { background: #a8123e; color: #fff; }
  .badge.high { background: #c2410c; color: #fff; }
  .badge.medium { background: #f0b323; color: #241a00; }
  .badge.low { background: #2f6db5; color: #fff; }
  .badge.info { background: #5c6470; color: #fff; }
  .steps { counter-reset: step; padding: 0 4px 4px; }
  .steps li { counter-increment: step; position: relative; padding: 3px 0 5px 30px; cursor: pointer;
    overflow-wrap: anywhere; }
  .steps li::before { content: counter(step); position: absolute; left: 2px; top: 4px; width: 19px; height: 19px;
    border-radius: 50%; background: var(--raised); border: 1px solid var(--line); font-size: .75rem;
    text-align: center; line-height: 18px; }
  .steps li::after { content: ""; position: absolute; left: 11px; top: 25px; bottom: -3px; width: 1px;
    background: var(--line); }
  .steps li:last-child::after { display: none; }
  .steps code { display: block; }
  .cut { margin: 2px 4px 10px; padding: 6px 10px; border: 1px dashed var(--c4); border-radius: 6px;
    overflow-wrap: anywhere; }
  .cut b { color: var(--c4); }
  .cut small { display: block; }
  @media (max-width: 860px) {
    body { height: auto; min-height: 100%; }
    #stage { flex-direction: column; }
    #canvas { flex: none; height: 62vh; }
    #side { width: auto; border-left: 0; border-top: 1px solid var(--line); }
  }
  @media print {
    #canvas { display: none; }
    #side { width: auto; }
  }
  """
