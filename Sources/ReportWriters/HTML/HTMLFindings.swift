import FindingModel

/// A card per finding, worst first.
struct HTMLFindings {
  private let index: HTMLIndex
  private let rules: [String: RuleMetadata]
  /// Numbers of the findings that show their remediation unasked: the first of each kind.
  private let opened: Set<Int>

  init(_ index: HTMLIndex, rules: [String: RuleMetadata]) {
    self.index = index
    self.rules = rules
    var seen: Set<[String]> = []
    opened = Set(
      index.findings.indices.filter {
        let finding = index.findings[$0].finding
        return index.findings[$0].isActive && seen.insert([finding.rule, finding.remediation]).inserted
      })
  }

  var html: HTML {
    guard !index.findings.isEmpty else {
      return
        "<section id=\"findings\"><h2>Findings</h2><p class=\"empty\">There are no findings.</p></section>"
    }
    return """
      <section id="findings" aria-labelledby="findings-title">
      <h2 id="findings-title">Findings</h2>
      \(HTMLFilters(index).html)
      <div class="cards">
      \(index.findings.indices.map(card))
      </div>
      <p class="empty" id="none" hidden>No finding matches these filters.</p>
      </section>
      """
  }

  private func card(of number: Int) -> HTML {
    let reported = index.findings[number]
    let finding = reported.finding
    return """
      <article class="card \(finding.severity.name)\(reported.isActive ? "" : " suppressed")" \
      id="finding-\(number)" aria-labelledby="title-\(number)" tabindex="-1">
      <h3 id="title-\(number)"><span class="badge \(finding.severity.name)">\(finding.severity.name)</span> \
      \(finding.title)</h3>
      <p class="place"><code>\(finding.location.description)</code>\(copyButton(finding.location.description))</p>
      \(finding.condition.map { "<p class=\"condition\">Only when \($0)</p>" as HTML })
      <p class="message">\(finding.message)</p>
      \(suppression(of: reported))
      \(trace(of: finding))
      <p class="tags">\(affected(by: finding)) <code>\(finding.rule)</code> \
      <a href="#findings" data-only-risk="\(finding.risk.id)">\(finding.risk.id) \(finding.risk.title)</a> \
      <span>\(weaknesses(of: finding))</span> <span>\(finding.confidence.name) confidence</span>\(known(reported))</p>
      \(remedy(of: finding, isOpen: opened.contains(number)))
      \(explanation(of: finding))
      </article>

      """
  }

  private func known(_ reported: ReportedFinding) -> HTML? {
    reported.baseline == .unchanged ? " <span>known from the baseline</span>" : nil
  }

  private func weaknesses(of finding: Finding) -> String {
    finding.weaknesses.map { "CWE-\($0)" }.joined(separator: ", ")
  }

  private func affected(by finding: Finding) -> HTML {
    let functions = index.affected(by: finding).map { name, number -> HTML in
      guard let number else { return "<span class=\"function\">\(name)</span> " }
      return "<a class=\"function\" href=\"#findings\" data-only-function=\"\(number)\">\(name)</a> "
    }
    if functions.isEmpty { return "<span class=\"function\">\(finding.subject.name)</span>" }
    return "\(functions)"
  }

  private func suppression(of reported: ReportedFinding) -> HTML? {
    guard let suppression = reported.suppression else { return nil }
    let until = suppression.until.map { " until \($0)" } ?? ""
    return """
      <p class="suppression"><b>Suppressed\(until):</b> \(suppression.reason) \
      <code>\(suppression.location.description)</code></p>
      """
  }

  private func trace(of finding: Finding) -> HTML? {
    guard !finding.trace.isEmpty else { return nil }
    let steps = finding.trace.map { step -> HTML in
      "<li>\(step.note) <code>\(step.location.description)</code></li>"
    }
    return """
      <details class="way" open><summary>\(count(steps.count, "step"))</summary><ol class="trace">\(steps)</ol></details>
      """
  }

  private func remedy(of finding: Finding, isOpen: Bool) -> HTML {
    let (advice, snippet) = finding.advice
    let code = snippet.map { snippet -> HTML in
      "<div class=\"code\"><pre><code>\(snippet)</code></pre>\(copyButton("snippet"))</div>"
    }
    return """
      <details\(isOpen ? " open" : "")><summary>What to do</summary>
      <p>\(advice)</p>
      \(code)
      </details>
      """
  }

  private func explanation(of finding: Finding) -> HTML {
    let rule = rules[finding.rule]
    let blindSpots = rule.flatMap { rule -> HTML? in
      rule.blindSpots.isEmpty ? nil : "<p class=\"quiet\">\(rule.blindSpots)</p>"
    }
    return """
      <details><summary>Why it matters</summary>
      \(rule.map { "<p>\($0.rationale)</p>" as HTML })
      \(blindSpots)
      <ul class="references">\(finding.references.map(reference))</ul>
      </details>
      """
  }

  private func reference(_ address: String) -> HTML {
    // Any other scheme could run something.
    guard address.hasPrefix("https://") else { return "<li>\(address)</li>" }
    return "<li><a href=\"\(address)\" rel=\"noopener noreferrer\" target=\"_blank\">\(address)</a></li>"
  }

  private func copyButton(_ what: String) -> HTML {
    "<button type=\"button\" class=\"js quiet copy\" aria-label=\"Copy \(what)\">Copy</button>"
  }
}
