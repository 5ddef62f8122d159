import FindingModel

/// The controls above the findings; they appear only where the script that serves them runs.
struct HTMLFilters {
  private let index: HTMLIndex

  init(_ index: HTMLIndex) { self.index = index }

  var html: HTML {
    """
    <form class="filters js" id="filters" role="search" aria-label="Filter the findings">
    <div class="row">
    <label class="search"><span class="unseen">Search</span><input type="search" name="text" \
    placeholder="Search findings, press / to jump here" autocomplete="off" spellcheck="false"></label>
    <div class="pills" role="group" aria-label="Severity">\(presentSeverities.map(pill))</div>
    </div>
    <div class="row">
    \(select("risk", "Risk", presentRisks.map { ($0.id, "\($0.id) \($0.title)") }))
    \(select("function", "Function", numbered(index.functions.map(\.name))))
    \(index.applications.count > 1 ? select("application", "Application", numbered(index.applications)) : nil)
    \(select("verdict", "Verdict", FunctionVerdict.allCases.map { ($0.rawValue, $0.rawValue) }))
    \(select("exposure", "Exposure", Exposure.allCases.reversed().map { ($0.name, $0.words) }))
    \(hasSuppressed ? suppressed : nil)
    <span class="spring"></span>
    <output id="shown" aria-live="polite"></output>
    <button type="reset" class="quiet">Clear</button>
    </div>
    </form>
    """
  }

  private var hasSuppressed: Bool { index.findings.contains { !$0.isActive } }

  private var presentSeverities: [Severity] {
    let present = Set(index.findings.map(\.finding.severity))
    return Severity.worstFirst.filter(present.contains)
  }

  private var presentRisks: [Risk] {
    let present = Set(index.findings.map(\.finding.risk))
    return Risk.allCases.filter(present.contains)
  }

  private var suppressed: HTML {
    "<label class=\"check\"><input type=\"checkbox\" name=\"suppressed\"> Show suppressed</label>"
  }

  private func pill(_ severity: Severity) -> HTML {
    """
    <label class="pill \(severity.name)"><input type="checkbox" name="severity" value="\(severity.name)">\
    \(severity.name)</label>
    """
  }

  private func numbered(_ names: [String]) -> [(String, String)] {
    names.enumerated().map { (String($0.offset), $0.element) }
  }

  private func select(_ name: String, _ label: String, _ choices: [(value: String, title: String)]) -> HTML {
    let options = choices.map { choice -> HTML in
      "<option value=\"\(choice.value)\">\(choice.title)</option>"
    }
    return """
      <label class="select"><span>\(label)</span><select name="\(name)"><option value="">any</option>\
      \(options)</select></label>
      """
  }
}
