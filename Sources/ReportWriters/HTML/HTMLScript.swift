/// The page's script: filters, the theme, copy buttons and keys.
///
/// It never builds markup from data: cards are shown or hidden, and text is set as text.
let htmlScript = #"""
  "use strict";
  (() => {
    const root = document.documentElement;
    root.classList.add("scripted");
    const data = JSON.parse(document.getElementById("data").textContent);
    const filters = document.getElementById("filters");
    const cards = data.findings.map((_, number) => document.getElementById("finding-" + number));
    const rows = [...document.querySelectorAll("tr[data-function]")];
    const several = ["severity"];
    const single = ["risk", "function", "application", "verdict", "exposure"];
    let texts = null;

    // MARK: Theme

    const themeButton = document.getElementById("theme");
    const prefersDark = matchMedia("(prefers-color-scheme: dark)");
    const isDark = () => root.dataset.theme ? root.dataset.theme === "dark" : prefersDark.matches;
    const nameTheme = () => { themeButton.textContent = isDark() ? "Light" : "Dark"; };
    const remembered = () => {
      // A browser may refuse storage to a local file; the system's scheme is used then.
      try { return localStorage.getItem("parapet-theme"); } catch { return null; }
    };
    const setTheme = (theme) => {
      if (theme === "dark" || theme === "light") root.dataset.theme = theme;
      nameTheme();
    };
    themeButton.addEventListener("click", () => {
      setTheme(isDark() ? "light" : "dark");
      try { localStorage.setItem("parapet-theme", root.dataset.theme); } catch { /* as above */ }
    });
    prefersDark.addEventListener("change", nameTheme);

    // MARK: Filters

    const read = () => {
      const form = new FormData(filters);
      const state = { text: (form.get("text") || "").trim().toLowerCase(), suppressed: form.has("suppressed") };
      for (const name of several) state[name] = new Set(form.getAll(name));
      for (const name of single) state[name] = form.get(name) || "";
      return state;
    };
    const admitsFunction = (state, number) => {
      const known = data.functions[number];
      return (!state.function || state.function === String(number))
        && (!state.verdict || state.verdict === known.verdict)
        && (!state.exposure || state.exposure === known.exposure);
    };
    const admits = (state, finding, number) => {
      if (finding.suppressed && !state.suppressed) return false;
      if (state.severity.size && !state.severity.has(finding.severity)) return false;
      if (state.risk && state.risk !== finding.risk) return false;
      if (state.application && state.application !== String(finding.application)) return false;
      if ((state.function || state.verdict || state.exposure)
        && !finding.functions.some((each) => admitsFunction(state, each))) return false;
      return !state.text || state.text.split(/\s+/).every((word) => texts[number].includes(word));
    };
    const apply = () => {
      const state = read();
      if (state.text && !texts) texts = cards.map((card) => card.textContent.toLowerCase());
      let shown = 0;
      data.findings.forEach((finding, number) => {
        const isShown = admits(state, finding, number);
        if (isShown) shown += 1;
        cards[number].hidden = !isShown;
      });
      const rowState = { ...state, function: "" };
      rows.forEach((row, number) => {
        row.hidden = !admitsFunction(rowState, number)
          || Boolean(state.application) && state.application !== String(data.functions[number].application);
      });
      document.getElementById("none").hidden = shown > 0;
      document.getElementById("shown").textContent = shown + " of " + data.findings.length;
      remember(state);
    };
    const remember = (state) => {
      const hash = new URLSearchParams();
      for (const name of several) if (state[name].size) hash.set(name, [...state[name]].join(","));
      for (const name of single) if (state[name]) hash.set(name, state[name]);
      if (state.text) hash.set("text", state.text);
      if (state.suppressed) hash.set("suppressed", "1");
      const text = hash.toString();
      if (!text && !location.hash.includes("=")) return;
      // Some browsers refuse this for local files; the filters work all the same.
      try { history.replaceState(null, "", text ? "#" + text : location.pathname + location.search); } catch { /* fine */ }
    };
    const recall = () => {
      if (!location.hash.includes("=")) return;
      const hash = new URLSearchParams(location.hash.slice(1));
      setTheme(hash.get("theme"));
      if (!filters) return;
      for (const name of several) {
        const chosen = (hash.get(name) || "").split(",");
        for (const box of filters.querySelectorAll('input[name="' + name + '"]')) box.checked = chosen.includes(box.value);
      }
      for (const name of single) if (filters.elements[name]) filters.elements[name].value = hash.get(name) || "";
      filters.elements.text.value = hash.get("text") || "";
      if (filters.elements.suppressed) filters.elements.suppressed.checked = hash.has("suppressed");
    };
    const showOnly = (choice) => {
      filters.reset();
      for (const name of single) {
        const value = choice["only" + name[0].toUpperCase() + name.slice(1)];
        if (value !== undefined && filters.elements[name]) filters.elements[name].value = value;
      }
      for (const box of filters.querySelectorAll('input[name="severity"]')) box.checked = box.value === choice.onlySeverity;
      apply();
    };

    setTheme(remembered());
    recall();
    if (filters) {
      let pending = 0;
      filters.addEventListener("input", (event) => {
        clearTimeout(pending);
        pending = setTimeout(apply, event.target.type === "search" ? 120 : 0);
      });
      filters.addEventListener("reset", () => setTimeout(apply, 0));
      filters.addEventListener("submit", (event) => event.preventDefault());
      window.addEventListener("hashchange", () => { if (location.hash.includes("=")) { recall(); apply(); } });
      apply();
    }

    // MARK: Clicks and keys

    const copy = async (button) => {
      const holder = button.parentElement.querySelector("code");
      const said = button.textContent;
      try {
        await navigator.clipboard.writeText(holder.textContent);
        button.textContent = "Copied";
      } catch {
        getSelection().selectAllChildren(holder);
        button.textContent = "Selected";
      }
      setTimeout(() => { button.textContent = said; }, 1500);
    };
    document.addEventListener("click", (event) => {
      const button = event.target.closest("button.copy");
      if (button) { copy(button); return; }
      const link = event.target.closest("a[data-only-risk], a[data-only-function], a[data-only-severity]");
      if (!link || !filters || event.ctrlKey || event.metaKey) return;
      event.preventDefault();
      showOnly(link.dataset);
      document.getElementById("findings").scrollIntoView();
    });
    const step = (direction) => {
      const shown = cards.filter((card) => !card.hidden);
      if (!shown.length) return;
      const current = shown.indexOf(document.activeElement.closest("article"));
      const next = current < 0 ? 0 : Math.min(shown.length - 1, Math.max(0, current + direction));
      shown[next].focus();
      shown[next].scrollIntoView({ block: "start" });
    };
    document.addEventListener("keydown", (event) => {
      const field = event.target.closest("input, select, textarea");
      if (event.ctrlKey || event.metaKey || event.altKey || !filters) return;
      if (event.key === "Escape" && field) { field.blur(); return; }
      if (field) return;
      if (event.key === "/") { event.preventDefault(); filters.elements.text.focus(); }
      if (event.key === "j") step(1);
      if (event.key === "k") step(-1);
    });
    let closed = [];
    window.addEventListener("beforeprint", () => {
      closed = [...document.querySelectorAll("article:not([hidden]) details:not([open])")];
      for (const each of closed) each.open = true;
    });
    window.addEventListener("afterprint", () => { for (const each of closed) each.open = false; });
  })();
  """#
