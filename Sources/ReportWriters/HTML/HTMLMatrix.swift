import FindingModel

/// Functions by risks: a row each with exposure, score, verdict and the worst severity per risk.
struct HTMLMatrix {
  private let index: HTMLIndex
  private let namesApplication: Bool

  init(_ index: HTMLIndex) {
    self.index = index
    namesApplication = index.applications.count > 1
  }

  var html: HTML? {
    guard !index.functions.isEmpty else { return nil }
    return """
      <section id="functions" aria-labelledby="functions-title">
      <h2 id="functions-title">Functions</h2>
      <div class="matrix" role="region" aria-labelledby="functions-title" tabindex="0">
      <table>
      <thead><tr><th scope="col">Function</th><th scope="col">Exposure</th><th scope="col">Score</th>\
      <th scope="col">Verdict</th>\(Risk.allCases.map(heading))</tr></thead>
      <tbody>
      \(index.functions.indices.map(row))
      </tbody>
      </table>
      </div>
      </section>
      """
  }

  private func heading(of risk: Risk) -> HTML {
    """
    <th scope="col" class="risk"><a href="#findings" data-only-risk="\(risk.id)" title="\(risk.title)">\
    <span>\(risk.shortTitle)</span> <b><span class="unseen">SAS-</span>\(risk.rawValue)</b></a></th>
    """
  }

  private func row(of number: Int) -> HTML {
    let function = index.functions[number]
    return """
      <tr data-function="\(number)"><th scope="row">\(name(of: number))</th>\
      <td><span class="chip \(function.exposure.name)">\(function.exposure.words)</span></td>\
      <td class="score"><b>\(function.riskScore)</b>\(bar(of: function))</td>\
      <td><span class="verdict \(function.verdict.rawValue)">\(function.verdict.rawValue)</span></td>\
      \(Risk.allCases.map { cell(of: number, $0) })</tr>

      """
  }

  private func name(of number: Int) -> HTML {
    let function = index.functions[number]
    let build = [function.runtime, function.handler].compactMap { $0 }.joined(separator: ", ")
    let application: HTML? = namesApplication ? "<small>\(function.application)</small>" : nil
    let paths = function.exposurePaths.map { path -> HTML in "<li>\(path)</li>" }
    return """
      <details><summary>\(function.name)\(application)</summary>
      <p>\(function.verdictReason)</p>
      <ul>\(paths)</ul>
      <p class="quiet"><code>\(function.location.description)</code> \(build)</p>
      <p><a href="#findings" data-only-function="\(number)">Findings of this function</a></p>
      </details>
      """
  }

  private func bar(of function: FunctionSummary) -> HTML {
    """
    <svg class="bar" viewBox="0 0 100 1" preserveAspectRatio="none" aria-hidden="true">\
    <rect class="track" width="100" height="1"/>\
    <rect class="\(function.verdict.rawValue)" width="\(min(100, max(0, function.riskScore)))" height="1"/></svg>
    """
  }

  private func cell(of number: Int, _ risk: Risk) -> HTML {
    let function = index.functions[number]
    guard let severity = function.risks[risk] else { return "<td class=\"cell\"></td>" }
    let findings = index.cells[number][risk] ?? []
    let label =
      "\(function.name), \(risk.id) \(risk.title): worst \(severity.name), \(count(findings.count, "finding"))"
    let several: HTML? = findings.count > 1 ? "<sup>\(findings.count)</sup>" : nil
    guard let first = findings.first else {
      return """
        <td class="cell"><span class="mark \(severity.name)" title="\(severity.name)">\(severity.letter)</span></td>
        """
    }
    return """
      <td class="cell"><a class="mark \(severity.name)" href="#finding-\(first)" data-only-function="\(number)" \
      data-only-risk="\(risk.id)" aria-label="\(label)" title="\(label)">\(severity.letter)\(several)</a></td>
      """
  }
}

extension Risk {
  /// For the heads of narrow columns.
  fileprivate var shortTitle: String {
    switch self {
    case .eventInjection: "Injection"
    case .brokenAuthentication: "Authentication"
    case .insecureDeployment: "Deployment"
    case .overPrivilegedRoles: "Privileges"
    case .inadequateMonitoring: "Monitoring"
    case .vulnerableDependencies: "Dependencies"
    case .insecureSecrets: "Secrets"
    case .denialOfServiceAndWallet: "Denial of service"
    case .flowManipulation: "Flow"
    case .verboseErrors: "Verbose errors"
    case .obsoleteParts: "Obsolete parts"
    case .crossExecutionData: "Kept data"
    }
  }
}
