/// The first part of the page's script: what is shown, and where.
///
/// Six columns from who to goal; a column that is longer than the window is high is folded into several. Within
/// a column, nodes stand near what they are connected with. The same data always gives the same picture.
let graphLayoutScript = #"""
  "use strict";
  (() => {
  const root = document.documentElement;
  root.classList.add("scripted");
  const data = JSON.parse(document.getElementById("data").textContent);
  const WIDTH = 180, HEIGHT = 38, GAP = 12, FOLD = 14, AISLE = 108, HEAD = 46;
  const touching = data.nodes.map(() => []);
  data.edges.forEach((edge, number) => {
    touching[edge.source].push(number);
    if (edge.target !== edge.source) touching[edge.target].push(number);
  });
  const state = {
    view: "all", hiddenKinds: new Set(), hiddenEdges: new Set(), application: "", certain: false,
    node: null, path: null, only: null, words: "", cursor: null,
  };
  const WORST = 12;
  // A picture of everything is read at a glance only where it is small.
  state.view = data.nodes.length > 60 && data.paths.length ? "worst" : "all";

  const admits = (edge) => !state.hiddenEdges.has(edge.kind) && (!state.certain || edge.certain);

  // Everything that leads to a node and everything it leads to.
  const kin = (start) => {
    const found = new Set([start]);
    for (const forward of [true, false]) {
      const seen = new Set([start]), waiting = [start];
      while (waiting.length) {
        for (const number of touching[waiting.pop()]) {
          const edge = data.edges[number];
          if (!admits(edge)) continue;
          const next = forward ? edge.target : edge.source;
          const here = forward ? edge.source : edge.target;
          if (!seen.has(here) || seen.has(next)) continue;
          seen.add(next); found.add(next); waiting.push(next);
        }
      }
    }
    return found;
  };

  const chosen = () => {
    if (state.only) return state.only;
    if (state.view === "all") return new Set(data.nodes.keys());
    const paths = state.view === "worst" ? data.paths.slice(0, WORST) : data.paths;
    const nodes = new Set(paths.flatMap((path) => path.nodes));
    if (state.path !== null) for (const node of data.paths[state.path].nodes) nodes.add(node);
    if (state.node !== null) nodes.add(state.node);
    return nodes;
  };

  const visible = () => {
    const wanted = chosen();
    const nodes = [...wanted].sort((a, b) => a - b).filter((number) => {
      const node = data.nodes[number];
      if (state.hiddenKinds.has(node.kind)) return false;
      return !state.application || node.application === null || String(node.application) === state.application;
    });
    const shown = new Set(nodes);
    const edges = [];
    data.edges.forEach((edge, number) => {
      if (shown.has(edge.source) && shown.has(edge.target) && admits(edge)) edges.push(number);
    });
    return { nodes, edges };
  };

  // Rows in a column for which the whole fits best into the window.
  const rowsFor = (columns, width, height) => {
    const longest = Math.max(1, ...columns.map((column) => column.length));
    let best = longest, bestScale = 0;
    for (let rows = Math.min(4, longest); rows <= longest; rows += 1) {
      const size = extent(columns, rows);
      const scale = Math.min(width / size.width, height / size.height, 1.15);
      if (scale > bestScale * 1.01) { bestScale = scale; best = rows; }
    }
    return best;
  };
  const folds = (column, rows) => Math.ceil(column.length / rows);
  const extent = (columns, rows) => {
    let width = -AISLE, tallest = 0;
    for (const column of columns) {
      if (!column.length) continue;
      const count = folds(column, rows);
      width += count * WIDTH + (count - 1) * FOLD + AISLE;
      tallest = Math.max(tallest, Math.ceil(column.length / count));
    }
    return { width: Math.max(width, WIDTH), height: HEAD + tallest * (HEIGHT + GAP) };
  };

  // Orders each column by the mean place of neighbours, to and fro, so that lines cross little.
  const untangle = (columns, edges) => {
    const place = new Map();
    const settle = (column) => column.forEach((node, index) => place.set(node, (index + .5) / column.length));
    columns.forEach(settle);
    const near = new Map(columns.flat().map((node) => [node, []]));
    for (const number of edges) {
      const { source, target } = data.edges[number];
      if (data.nodes[source].column === data.nodes[target].column) continue;
      near.get(source).push(target);
      near.get(target).push(source);
    }
    for (let sweep = 0; sweep < 12; sweep += 1) {
      const order = sweep % 2 ? [...columns].reverse() : columns;
      for (const column of order) {
        const mean = new Map(column.map((node) => {
          const others = near.get(node);
          const sum = others.reduce((total, each) => total + place.get(each), 0);
          return [node, others.length ? sum / others.length : place.get(node)];
        }));
        column.sort((a, b) => mean.get(a) - mean.get(b) || a - b);
        settle(column);
      }
    }
  };

  const layout = (nodes, edges, width, height) => {
    const columns = data.columns.map(() => []);
    for (const node of nodes) columns[data.nodes[node].column].push(node);
    untangle(columns, edges);
    const rows = rowsFor(columns, width, height);
    const size = extent(columns, rows);
    // A picture that is wider than the window leaves room below: rows move apart to use it.
    const tallest = Math.round((size.height - HEAD) / (HEIGHT + GAP));
    const room = (height * size.width / width - HEAD) / Math.max(tallest, 1) - HEIGHT;
    const gap = Math.max(GAP, Math.min(26, room));
    size.height = HEAD + tallest * (HEIGHT + gap);
    const spots = new Map(), bands = [];
    let x = 0;
    columns.forEach((column, number) => {
      if (!column.length) return;
      const count = folds(column, rows), perFold = Math.ceil(column.length / count);
      const start = x;
      column.forEach((node, index) => {
        const fold = Math.floor(index / perFold), row = index % perFold;
        const inFold = Math.min(perFold, column.length - fold * perFold);
        const free = (size.height - HEAD - inFold * (HEIGHT + gap)) / 2;
        spots.set(node, { x: x + fold * (WIDTH + FOLD), y: HEAD + free + row * (HEIGHT + gap) });
      });
      x += count * WIDTH + (count - 1) * FOLD;
      bands.push({ x: start, width: x - start, title: data.columns[number], count: column.length });
      x += AISLE;
    });
    return { spots, bands, width: size.width, height: size.height };
  };

  """#
