package import FindingModel
internal import JSONText

/// The graph for people: one page with a picture to explore, which needs nothing else and no network.
package struct GraphHTMLWriter: Sendable {
  package init() {}

  package func write(_ report: GraphReport, to output: inout some TextOutputStream) {
    let data = OrderedJSONEncoder(style: .embedded).text(of: GraphPageData(report))
    let page = HTMLPage(
      title: "Parapet graph \(report.question)", style: graphStyle,
      script: graphLayoutScript + graphDrawingScript + graphPanelScript, data: data,
      body: """
        \(header(report))
        <div id="stage">
        \(canvas(report))
        <aside id="side" aria-label="Attack paths and details">
        <section id="details" aria-live="polite" hidden></section>
        \(GraphPathList(report).html)
        </aside>
        </div>
        """)
    output.write(page.html.source)
  }

  private func header(_ report: GraphReport) -> HTML {
    let functions = report.nodes.count { $0.kind == "function" }
    return """
      <header>
      <h1>Attack graph</h1>
      <p class="facts">\(count(functions, "function")), \(count(report.nodes.count, "node")), \
      \(count(report.edges.count, "edge")), \(count(report.paths.count + report.omittedPaths, "attack path"))</p>
      <div class="tools js">
      <span class="views" role="group" aria-label="What is shown">
      <button type="button" data-view="worst">Worst paths</button>\
      <button type="button" data-view="paths">All paths</button>\
      <button type="button" data-view="all">Everything</button>
      </span>
      <input type="search" id="search" placeholder="Search  /" aria-label="Search nodes" autocomplete="off">
      <button type="button" id="filter" aria-expanded="false" aria-controls="filters">Filter</button>
      <button type="button" id="theme">Dark</button>
      </div>
      </header>
      """
  }

  private func canvas(_ report: GraphReport) -> HTML {
    """
    <div id="canvas">
    <noscript><p class="hint">The picture needs its script; the attack paths beside it do not.</p></noscript>
    <svg id="picture" tabindex="0" role="group" \
    aria-label="Graph: arrow keys move, Enter selects, plus and minus zoom, 0 fits, Escape clears"></svg>
    <form id="filters" class="js" hidden></form>
    <div id="zoom" class="js" role="group" aria-label="Zoom">
    <button type="button" data-zoom="in" aria-label="Zoom in">+</button>\
    <button type="button" data-zoom="out" aria-label="Zoom out">−</button>\
    <button type="button" data-zoom="fit">Fit</button>
    </div>
    <p id="empty" class="hint" hidden></p>
    <ul id="legend" class="js" aria-label="Kinds of edges"></ul>
    </div>
    """
  }
}

/// The ranked paths, complete and readable without the script.
struct GraphPathList {
  private let report: GraphReport

  init(_ report: GraphReport) { self.report = report }

  var html: HTML {
    let notices = report.notices.map { "<p class=\"notice\">Analysis incomplete: \($0)</p>" as HTML }
    let more: HTML? =
      report.omittedPaths > 0
      ? "<p class=\"quiet\">\(count(report.omittedPaths, "weaker path")) beyond the limit not listed.</p>"
      : nil
    return """
      <section id="paths">
      <h2>Attack paths <small>\(report.question)</small></h2>
      \(notices)\(report.paths.isEmpty ? "<p class=\"quiet\">There is none.</p>" as HTML : nil)
      <ol>
      \(report.paths.indices.map(item))
      </ol>
      \(more)</section>
      """
  }

  private func item(_ number: Int) -> HTML {
    let path = report.paths[number]
    return """
      <li><details id="path-\(number)" data-path="\(number)">
      <summary><span class="badge \(path.severity.name)">\(path.severity.name)</span> \
      <span class="title">\(path.title)</span> <small>\(path.assessment)</small></summary>
      <ol class="steps">\(path.steps.map(step))</ol>
      \(path.cut.map(cut))</details></li>

      """
  }

  private func step(_ step: GraphPath.Step) -> HTML {
    let place: HTML? = step.location.map { "<code>\($0.description)</code>" }
    let condition: HTML? = step.kind == nil ? nil : step.condition.map { "<em>only if \($0)</em>" }
    return "<li data-node=\"\(step.node)\"><span>\(step.note)</span> \(place)\(condition)</li>"
  }

  private func cut(_ cut: GraphPath.Cut) -> HTML {
    "<p class=\"cut\"><b>Cut</b> \(cut.advice) <small>\(cut.effect(among: report.paths.count + report.omittedPaths))</small></p>"
  }
}
