/// The last part of the page's script: details, paths, filters, search and keys.
let graphPanelScript = #"""
  const details = document.getElementById("details");
  const add = (parent, name, text, className) => {
    const element = document.createElement(name);
    if (text !== undefined) element.textContent = text;
    if (className) element.className = className;
    parent.append(element);
    return element;
  };
  const link = (parent, number) => {
    const node = data.nodes[number];
    const button = add(parent, "button", node.title, "node-link c" + node.column);
    button.type = "button";
    button.title = words(node.kind);
    button.addEventListener("click", () => select(number, true));
    return button;
  };
  const listEdges = (title, numbers, other) => {
    if (!numbers.length) return;
    add(details, "h3", `${title} (${numbers.length})`);
    const list = add(details, "ul", undefined, "edges");
    // A node that everything is connected with would freeze the page.
    for (const number of numbers.slice(0, 120)) {
      const edge = data.edges[number], item = add(list, "li");
      const verb = add(item, "span", data.verbs[edge.kind].text, "verb k" + edge.kind);
      if (other === "source") { item.prepend(" "); link(item, edge.source); item.prepend(item.lastChild); }
      else { verb.after(" "); link(item, edge.target); }
      for (const [place, note, condition] of edge.evidence) {
        const line = add(item, "p", note + " ");
        add(line, "code", place);
        if (condition) add(line, "em", "only if " + condition);
      }
    }
    if (numbers.length > 120) add(details, "p", `and ${numbers.length - 120} more`, "quiet");
  };
  const describe = (number) => {
    details.replaceChildren();
    details.hidden = number === null;
    if (number === null) return;
    const node = data.nodes[number];
    const top = add(details, "div", undefined, "top");
    add(top, "span", words(node.kind), "chip c" + node.column);
    const only = add(top, "button", state.only ? "Show all again" : "Only its ways");
    only.type = "button";
    only.addEventListener("click", () => { state.only = state.only ? null : kin(number); draw(); fit(); describe(number); });
    const close = add(top, "button", "Close");
    close.type = "button";
    close.addEventListener("click", () => select(null));
    add(details, "h2", node.title);
    const where = [node.place, data.applications.length > 1 ? data.applications[node.application] : null];
    for (const text of where) if (text) add(add(details, "p"), "code", text);
    const facts = add(details, "dl");
    for (const [name, value] of node.facts) { add(facts, "dt", name); add(facts, "dd", value); }
    const own = touching[number].filter((each) => admits(data.edges[each]));
    if (node.radius) describeRadius(node.radius);
    listEdges("Leads on to", own.filter((each) => data.edges[each].source === number), "target");
    listEdges("Reached from", own.filter((each) => data.edges[each].target === number), "source");
  };
  const describeRadius = (radius) => {
    add(details, "h3", `Blast radius (${radius.count})`);
    if (radius.administrator) add(details, "p", "Whoever controls its code can become administrator of the account.", "warning");
    else if (!radius.count) add(details, "p", "Whoever controls its code reaches nothing else.", "quiet");
    const list = add(details, "ul", undefined, "radius");
    radius.nodes.forEach((number, index) => {
      const item = add(list, "li");
      link(item, number);
      add(item, "small", " " + radius.access[index]);
    });
    const rest = radius.count - radius.nodes.length;
    if (rest > 0) add(details, "p", `and ${rest} more`, "quiet");
  };

  // MARK: Selecting

  const items = [...document.querySelectorAll("details[data-path]")];
  const select = (number, centred) => {
    state.node = number;
    state.path = null;
    if (number !== null) state.cursor = number;
    for (const item of items) item.classList.remove("on");
    if (number !== null && !picture.nodes.has(number)) {
      // It may be filtered out or not on a path: what was asked for is shown.
      state.hiddenKinds.delete(data.nodes[number].kind);
      state.only = null;
      draw();
    }
    describe(number);
    if (number !== null) document.getElementById("side").scrollTop = 0;
    light();
    if (centred) centre(number);
  };
  const centre = (number) => {
    const spot = picture.spots.get(number), box = svg.getBoundingClientRect();
    if (!spot) return;
    camera.scale = Math.max(camera.scale, .7);
    camera.x = box.width / 2 - (spot.x + WIDTH / 2) * camera.scale;
    camera.y = box.height / 2 - (spot.y + HEIGHT / 2) * camera.scale;
    look();
  };
  const follow = (number) => {
    state.path = number;
    state.node = null;
    state.only = null;
    describe(null);
    for (const item of items) item.classList.toggle("on", Number(item.dataset.path) === number);
    if (number !== null && data.paths[number].nodes.some((node) => !picture.nodes.has(node))) draw();
    light();
    if (number !== null) fit(data.paths[number].nodes);
  };
  for (const item of items) {
    item.addEventListener("toggle", () => {
      const number = Number(item.dataset.path);
      if (item.open) {
        for (const other of items) if (other !== item) other.open = false;
        follow(number);
      } else if (state.path === number) {
        follow(null);
      }
    });
    for (const step of item.querySelectorAll("[data-node]")) {
      step.addEventListener("click", () => centre(Number(step.dataset.node)));
    }
  }

  // MARK: Filters

  const filters = document.getElementById("filters");
  const filterButton = document.getElementById("filter");
  const box = (parent, text, className, isOn, change) => {
    const label = add(parent, "label", undefined, className), input = add(label, "input");
    input.type = "checkbox";
    input.checked = isOn;
    label.append(" " + text);
    input.addEventListener("change", () => { change(input.checked); draw(); fit(); });
  };
  const group = (title) => { const part = add(filters, "fieldset"); add(part, "legend", title); return part; };
  const toggled = (set, value) => (isOn) => { if (isOn) set.delete(value); else set.add(value); };
  const buildFilters = () => {
    const counts = new Map();
    for (const node of data.nodes) counts.set(node.kind, (counts.get(node.kind) || 0) + 1);
    const kinds = group("Nodes");
    for (const [kind, count] of counts) {
      const column = data.nodes.find((node) => node.kind === kind).column;
      box(kinds, `${words(kind)} ${count}`, "chip c" + column, true, toggled(state.hiddenKinds, kind));
    }
    const used = new Set(data.edges.map((edge) => edge.kind));
    const edges = group("Edges");
    data.verbs.forEach((verb, kind) => {
      if (used.has(kind)) box(edges, verb.text, "verb k" + kind, true, toggled(state.hiddenEdges, kind));
    });
    box(edges, "only what is certain", "plain", false, (isOn) => { state.certain = isOn; });
    if (data.applications.length < 2) return;
    const select = add(group("Application"), "select");
    add(select, "option", "all").value = "";
    data.applications.forEach((name, number) => { add(select, "option", name).value = String(number); });
    select.addEventListener("change", () => { state.application = select.value; draw(); fit(); });
  };
  filters.addEventListener("submit", (event) => event.preventDefault());
  filterButton.addEventListener("click", () => {
    filters.hidden = !filters.hidden;
    filterButton.setAttribute("aria-expanded", String(!filters.hidden));
  });
  const legend = document.getElementById("legend");
  data.verbs.forEach((verb, kind) => {
    if (data.edges.some((edge) => edge.kind === kind)) add(legend, "li", verb.text, "verb k" + kind);
  });
  if (data.edges.some((edge) => !edge.certain)) add(legend, "li", "dashed: under a condition", "quiet");

  // MARK: Views, search, theme

  const views = [...document.querySelectorAll("button[data-view]")];
  const show = (view) => {
    state.view = view;
    state.only = null;
    for (const button of views) button.setAttribute("aria-pressed", String(button.dataset.view === view));
    draw();
    fit();
  };
  for (const button of views) {
    button.disabled = button.dataset.view !== "all" && !data.paths.length;
    button.addEventListener("click", () => show(button.dataset.view));
  }
  const search = document.getElementById("search");
  let matches = [], match = 0;
  search.addEventListener("input", () => {
    state.words = search.value.trim().toLowerCase();
    if (state.node !== null || state.path !== null) select(null);
    if (state.words && state.view !== "all" && ![...picture.nodes.keys()].some(found)) show("all");
    light();
    matches = [...picture.nodes.keys()].filter(found);
    match = 0;
  });
  search.addEventListener("keydown", (event) => {
    if (event.key === "Escape") { search.value = ""; state.words = ""; light(); svg.focus(); }
    if (event.key !== "Enter" || !state.words || !matches.length) return;
    event.preventDefault();
    select(matches[match % matches.length], true);
    match += 1;
  });
  const themeButton = document.getElementById("theme");
  const prefersDark = matchMedia("(prefers-color-scheme: dark)");
  const isDark = () => root.dataset.theme ? root.dataset.theme === "dark" : prefersDark.matches;
  const nameTheme = () => { themeButton.textContent = isDark() ? "Light" : "Dark"; };
  themeButton.addEventListener("click", () => { root.dataset.theme = isDark() ? "light" : "dark"; nameTheme(); });
  prefersDark.addEventListener("change", nameTheme);
  for (const button of document.querySelectorAll("button[data-zoom]")) {
    const how = button.dataset.zoom;
    button.addEventListener("click", () => how === "fit" ? fit() : zoom(how === "in" ? 1.3 : 1 / 1.3));
  }

  // MARK: Keys

  // The nearest node in a direction, sideways distance counting double.
  const step = (dx, dy) => {
    if (state.cursor === null || !picture.spots.has(state.cursor)) return [...picture.nodes.keys()][0] ?? null;
    const from = picture.spots.get(state.cursor);
    let best = state.cursor, bestDistance = Infinity;
    for (const [number, spot] of picture.spots) {
      const ahead = (spot.x - from.x) * dx + (spot.y - from.y) * dy;
      const aside = Math.abs((spot.x - from.x) * dy) + Math.abs((spot.y - from.y) * dx);
      if (ahead <= 4) continue;
      const distance = ahead + 2 * aside;
      if (distance < bestDistance) { best = number; bestDistance = distance; }
    }
    return best;
  };
  const ARROWS = { ArrowUp: [0, -1], ArrowDown: [0, 1], ArrowLeft: [-1, 0], ArrowRight: [1, 0] };
  svg.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const arrow = ARROWS[event.key];
    if (arrow) {
      event.preventDefault();
      state.cursor = step(...arrow);
      if (state.cursor !== null) svg.setAttribute("aria-activedescendant", "node-" + state.cursor);
      light();
    } else if ((event.key === "Enter" || event.key === " ") && state.cursor !== null) {
      event.preventDefault();
      select(state.cursor);
    } else if (event.key === "+" || event.key === "=") zoom(1.3);
    else if (event.key === "-") zoom(1 / 1.3);
    else if (event.key === "0") fit();
  });
  document.addEventListener("keydown", (event) => {
    if (event.target.closest("input, select") || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "/") { event.preventDefault(); search.focus(); }
    if (event.key !== "Escape") return;
    for (const item of items) item.open = false;
    state.only = null;
    select(null);
    draw();
    fit();
  });
  let resizing = 0;
  addEventListener("resize", () => { clearTimeout(resizing); resizing = setTimeout(() => { draw(); fit(); }, 120); });

  // A link may say what to show: #theme=dark&view=all&path=1&node=Orders
  const wish = new URLSearchParams(location.hash.slice(1));
  if (["light", "dark"].includes(wish.get("theme"))) root.dataset.theme = wish.get("theme");
  nameTheme();
  buildFilters();
  show(["worst", "paths", "all"].includes(wish.get("view")) ? wish.get("view") : state.view);
  const wished = document.getElementById("path-" + (Number(wish.get("path")) - 1));
  if (wished) wished.open = true;
  const named = data.nodes.findIndex((node) => node.title === wish.get("node"));
  if (named >= 0) select(named);
  })();
  """#
