/// The second part of the page's script: drawing, moving and highlighting.
///
/// Text from the data is only ever set as text.
let graphDrawingScript = #"""
  const SVG = "http://www.w3.org/2000/svg";
  const svg = document.getElementById("picture");
  const make = (name, attributes, parent, text) => {
    const element = document.createElementNS(SVG, name);
    for (const key in attributes) element.setAttribute(key, attributes[key]);
    if (text !== undefined) element.textContent = text;
    if (parent) parent.append(element);
    return element;
  };
  // Drawn in a square of 16: a globe for the internet, a lambda for a function, a drum for a table.
  const ICONS = {
    internet: "M8 1.5a6.5 6.5 0 1 0 0 13a6.5 6.5 0 1 0 0-13zM1.5 8h13M8 1.5c-4.5 4-4.5 9 0 13c4.5-4 4.5-9 0-13",
    person: "M8 2.2a2.8 2.8 0 1 0 0 5.6a2.8 2.8 0 1 0 0-5.6zM2.5 14c.5-6 10.5-6 11 0",
    door: "M4 14.5v-13h8v13M1.5 14.5h13M9.600 8v1",
    clock: "M8 1.5a6.5 6.5 0 1 0 0 13a6.5 6.5 0 1 0 0-13zM8 4.5v4l2.5 1.5",
    function: "M4 2.5h2.200l5 11h2M7.5 6.5l-3.700 7",
    role: "M8 1.5l5.5 2v4.5c0 3.5-2.5 5.5-5.5 6.5c-3-1-5.5-3-5.5-6.5v-4.5z",
    machine: "M3 2h4v4h-4zM9 10h4v4h-4zM7 4h4v6",
    bucket: "M2.5 3.5c2-1.700 9-1.700 11 0l-1.600 10c-1.5 1.200-6.300 1.200-7.800 0zM2.5 3.5c2 1.700 9 1.700 11 0",
    table: "M2.5 4c0-2.700 11-2.700 11 0v8c0 2.700-11 2.700-11 0zM2.5 4c0 2.700 11 2.700 11 0M2.5 8c0 2.700 11 2.700 11 0",
    queue: "M1.5 5h3.5v6h-3.5zM6.300 5h3.5v6h-3.5zM11 5h3.5v6h-3.5z",
    topic: "M2 6.5v3h2.5l5 3.5v-10l-5 3.5zM12 5.5c1.800 1.5 1.800 3.5 0 5",
    key: "M5.5 6a3.300 3.300 0 1 0 .1 0zM8 8l5.5-5.5M11 5l2 2",
    log: "M3 2h10v12h-10zM5.5 5h5M5.5 8h5M5.5 11h3",
    goal: "M8 1.5l2 4.300l4.600.6l-3.400 3.200l.9 4.700l-4.100-2.300l-4.100 2.300l.9-4.700l-3.400-3.200l4.600-.6z",
  };
  const ICON_OF = {
    authenticatedUsers: "person", otherAccounts: "person", user: "person", identityPool: "person", userPool: "person",
    service: "clock", rule: "clock", api: "door", stateMachine: "machine", database: "table", stream: "queue",
    bus: "topic", secret: "key", parameter: "key", logGroup: "log", data: "goal", secrets: "goal", admin: "goal",
  };
  const icon = (kind) => ICONS[ICON_OF[kind] || kind] || ICONS.log;
  const words = (kind) => kind === "api" ? "API" : kind.replace(/[A-Z]/g, (letter) => " " + letter.toLowerCase());
  // An API has several ways in; which one it is stands below its name.
  const parts = (node) => {
    const comma = ["api", "identityPool"].includes(node.kind) ? node.title.lastIndexOf(", ") : -1;
    if (comma < 0) return [node.title, words(node.kind)];
    return [node.title.slice(0, comma), `${words(node.kind)} ${node.title.slice(comma + 2)}`];
  };
  const pen = document.createElement("canvas").getContext("2d");
  const family = getComputedStyle(document.body).fontFamily;
  // What a name says of the kind, the column and the icon say as well: it goes before anything else does.
  const TAILS = {
    function: /(Lambda)?(Function|Handler)$/, role: /(Lambda)?(Function)?(Execution)?Role$/, bucket: /Bucket$/,
    table: /Table$/, queue: /Queue$/, topic: /Topic$/, service: /(Timer|Schedule|Trigger)$/, userPool: /(User)?Pool$/,
    stateMachine: /(State)?Machine$/,
  };
  const short = (full, room, font, kind) => {
    pen.font = font + " " + family;
    const wide = (letters) => pen.measureText(letters).width > room;
    if (!wide(full)) return full;
    const text = TAILS[kind] && full.replace(TAILS[kind], "") || full;
    if (!wide(text)) return text;
    // Names of one project differ at the end as often as at the beginning.
    const letters = [...text], tail = letters.slice(-4).join("");
    let length = letters.length - 5;
    while (length > 1 && wide(letters.slice(0, length).join("") + "…" + tail)) length -= 1;
    return letters.slice(0, Math.max(length, 1)).join("") + "…" + tail;
  };

  const world = make("g", { id: "world" });
  const definitions = make("defs", {}, svg);
  data.verbs.forEach((verb, kind) => {
    const marker = make("marker", {
      id: "arrow-" + kind, viewBox: "0 0 8 8", refX: 7.2, refY: 4, markerWidth: 7, markerHeight: 7,
      orient: "auto-start-reverse", markerUnits: "userSpaceOnUse",
    }, definitions);
    make("path", { d: "M0 .6L8 4L0 7.4z", class: "head k" + kind }, marker);
  });
  svg.append(world);

  const camera = { x: 0, y: 0, scale: 1 };
  const picture = { nodes: new Map(), edges: new Map(), spots: new Map(), aside: new Map(), width: 1, height: 1 };
  const look = () => {
    world.setAttribute("transform", `translate(${camera.x} ${camera.y}) scale(${camera.scale})`);
    svg.classList.toggle("far", camera.scale < .62);
  };
  const fit = (nodes) => {
    const box = svg.getBoundingClientRect();
    const spots = nodes ? [...nodes].map((node) => picture.spots.get(node)).filter(Boolean) : [];
    let left = 0, top = 0, right = picture.width, bottom = picture.height;
    if (spots.length) {
      left = Math.min(...spots.map((spot) => spot.x)); right = Math.max(...spots.map((spot) => spot.x)) + WIDTH;
      top = Math.min(...spots.map((spot) => spot.y)) - 20; bottom = Math.max(...spots.map((spot) => spot.y)) + HEIGHT;
    }
    const margin = 28;
    const scale = Math.min((box.width - 2 * margin) / (right - left), (box.height - 2 * margin - 24) / (bottom - top), 1.3);
    camera.scale = Math.max(.05, scale);
    camera.x = (box.width - (left + right) * camera.scale) / 2;
    camera.y = (box.height - 24 - (top + bottom) * camera.scale) / 2;
    look();
  };
  const zoom = (factor, x, y) => {
    const box = svg.getBoundingClientRect();
    const atX = x === undefined ? box.width / 2 : x, atY = y === undefined ? box.height / 2 : y;
    const scale = Math.min(4, Math.max(.05, camera.scale * factor));
    camera.x = atX - (atX - camera.x) * scale / camera.scale;
    camera.y = atY - (atY - camera.y) * scale / camera.scale;
    camera.scale = scale;
    look();
  };

  // A curve that leaves a node on the side where the other one is.
  const curve = (from, to, aside) => {
    const y1 = from.y + HEIGHT / 2 + aside, y2 = to.y + HEIGHT / 2 + aside;
    if (Math.abs(from.x - to.x) < WIDTH / 2) {
      const x = from.x + WIDTH, bow = 34 + Math.min(60, Math.abs(y2 - y1) / 6);
      return `M${x} ${y1}C${x + bow} ${y1} ${x + bow} ${y2} ${to.x + WIDTH + 3} ${y2}`;
    }
    const forward = to.x > from.x;
    const x1 = forward ? from.x + WIDTH : from.x, x2 = forward ? to.x - 3 : to.x + WIDTH + 3;
    const pull = Math.max(36, Math.min(160, Math.abs(x2 - x1) / 2)) * (forward ? 1 : -1);
    return `M${x1} ${y1}C${x1 + pull} ${y1} ${x2 - pull} ${y2} ${x2} ${y2}`;
  };
  const way = (number) => {
    const { source, target } = data.edges[number];
    return curve(picture.spots.get(source), picture.spots.get(target), picture.aside.get(number) || 0);
  };
  // Several edges between the same two nodes run side by side.
  const spread = (edges) => {
    const bundles = new Map();
    for (const number of edges) {
      const key = data.edges[number].source + ">" + data.edges[number].target;
      if (!bundles.has(key)) bundles.set(key, []);
      bundles.get(key).push(number);
    }
    const aside = new Map();
    for (const bundle of bundles.values()) {
      bundle.forEach((number, index) => aside.set(number, (index - (bundle.length - 1) / 2) * 6));
    }
    return aside;
  };
  const drawNode = (number, spot, parent) => {
    const node = data.nodes[number];
    const group = make("g", {
      id: "node-" + number, class: "node c" + node.column, role: "button",
      transform: `translate(${spot.x} ${spot.y})`,
      "aria-label": `${words(node.kind)} ${node.title}`,
    }, parent);
    group.dataset.node = number;
    make("title", {}, group, `${node.title} (${words(node.kind)})${node.place ? "\n" + node.place : ""}`);
    make("rect", { class: "body", width: WIDTH, height: HEIGHT, rx: 8 }, group);
    make("path", { class: "tile", d: `M8 0h20v${HEIGHT}h-20a8 8 0 0 1 -8 -8v-${HEIGHT - 16}a8 8 0 0 1 8 -8z` }, group);
    make("path", { class: "icon", d: icon(node.kind), transform: `translate(6 ${HEIGHT / 2 - 8})` }, group);
    const [name, note] = parts(node), room = WIDTH - 42;
    make("text", { class: "name", x: 36, y: 16.5 }, group, short(name, room, "600 12.5px", node.kind));
    make("text", { class: "kind", x: 36, y: 30 }, group, short(note, room, "10.5px"));
    make("text", { class: "name large", x: 35, y: 26 }, group, short(name, room, "600 17px", node.kind));
    picture.nodes.set(number, group);
  };
  const drawEdge = (number, parent) => {
    const edge = data.edges[number];
    const path = make("path", {
      class: `edge k${edge.kind}${edge.certain ? "" : " maybe"}`, "marker-end": `url(#arrow-${edge.kind})`,
      d: way(number),
    }, parent);
    picture.edges.set(number, path);
  };

  const draw = () => {
    const box = svg.getBoundingClientRect();
    const { nodes, edges } = visible();
    const plan = layout(nodes, edges, Math.max(200, box.width - 56), Math.max(200, box.height - 80));
    Object.assign(picture, { spots: plan.spots, width: plan.width, height: plan.height, aside: spread(edges) });
    picture.nodes.clear();
    picture.edges.clear();
    world.replaceChildren();
    const bands = make("g", {}, world), lines = make("g", {}, world), boxes = make("g", {}, world);
    for (const band of plan.bands) {
      make("rect", { class: "band", x: band.x - 14, y: 0, width: band.width + 28, height: plan.height + 6, rx: 14 }, bands);
      make("text", { class: "band-title", x: band.x, y: 24 }, bands, `${band.title}  ${band.count}`);
    }
    for (const number of edges) drawEdge(number, lines);
    for (const number of nodes) drawNode(number, plan.spots.get(number), boxes);
    svg.classList.toggle("dense", edges.length > 160);
    const empty = document.getElementById("empty");
    empty.hidden = nodes.length > 0;
    empty.textContent = data.nodes.length ? "Everything is filtered out." : "No serverless application was found here.";
    light();
  };

  // What stands out: a path, a node with its neighbours, or what was searched for.
  const light = () => {
    const nodes = new Set(), edges = new Set();
    if (state.path !== null) {
      for (const node of data.paths[state.path].nodes) nodes.add(node);
      for (const edge of data.paths[state.path].edges) edges.add(edge);
    } else if (state.node !== null) {
      nodes.add(state.node);
      for (const number of touching[state.node]) {
        const edge = data.edges[number];
        if (!admits(edge)) continue;
        edges.add(number); nodes.add(edge.source); nodes.add(edge.target);
      }
    } else if (state.words) {
      for (const node of picture.nodes.keys()) if (found(node)) nodes.add(node);
    }
    svg.classList.toggle("dimmed", state.path !== null || state.node !== null || Boolean(state.words));
    for (const [number, group] of picture.nodes) {
      group.classList.toggle("on", nodes.has(number));
      group.classList.toggle("selected", number === state.node);
      group.classList.toggle("cursor", number === state.cursor);
    }
    for (const [number, path] of picture.edges) {
      path.classList.toggle("on", edges.has(number));
      // Later siblings are drawn above.
      if (edges.has(number)) path.parentNode.append(path);
    }
  };
  const found = (number) => {
    const node = data.nodes[number];
    const text = `${node.title} ${words(node.kind)} ${node.place || ""}`.toLowerCase();
    return state.words.split(/\s+/).every((word) => text.includes(word));
  };

  // MARK: Pointer

  const pointers = new Map();
  let held = null, moved = 0, pinch = 0;
  svg.addEventListener("pointerdown", (event) => {
    pointers.set(event.pointerId, { x: event.offsetX, y: event.offsetY });
    const group = event.target.closest(".node");
    held = group && pointers.size === 1 ? Number(group.dataset.node) : null;
    moved = 0; pinch = 0;
    svg.setPointerCapture(event.pointerId);
  });
  svg.addEventListener("pointermove", (event) => {
    const last = pointers.get(event.pointerId);
    if (!last) return;
    const box = svg.getBoundingClientRect();
    const now = { x: event.clientX - box.left, y: event.clientY - box.top };
    pointers.set(event.pointerId, now);
    if (pointers.size === 2) {
      const [a, b] = [...pointers.values()];
      const distance = Math.hypot(a.x - b.x, a.y - b.y);
      if (pinch) zoom(distance / pinch, (a.x + b.x) / 2, (a.y + b.y) / 2);
      pinch = distance; moved = 99;
      return;
    }
    const dx = now.x - last.x, dy = now.y - last.y;
    moved += Math.abs(dx) + Math.abs(dy);
    if (moved < 4) return;
    svg.classList.add("moving");
    if (held === null) { camera.x += dx; camera.y += dy; look(); return; }
    const spot = picture.spots.get(held);
    spot.x += dx / camera.scale; spot.y += dy / camera.scale;
    picture.nodes.get(held).setAttribute("transform", `translate(${spot.x} ${spot.y})`);
    for (const number of touching[held]) {
      const line = picture.edges.get(number);
      if (line) line.setAttribute("d", way(number));
    }
  });
  const release = (event) => {
    if (!pointers.delete(event.pointerId)) return;
    svg.classList.remove("moving");
    if (event.type === "pointerup" && moved < 4) select(held);
    held = null;
  };
  svg.addEventListener("pointerup", release);
  svg.addEventListener("pointercancel", release);
  svg.addEventListener("dblclick", () => { if (state.node === null) fit(); });
  svg.addEventListener("wheel", (event) => {
    event.preventDefault();
    const box = svg.getBoundingClientRect();
    zoom(Math.exp(-event.deltaY * (event.deltaMode ? .05 : .0016)), event.clientX - box.left, event.clientY - box.top);
  }, { passive: false });

  """#
