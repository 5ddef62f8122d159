internal import PackageModel

/// Who gave a flaw its name, and the page about it.
struct AdvisoryReference {
  let source: String
  let address: String

  init(_ id: String) {
    let name = PercentEncoding.encode(id)
    if id.hasPrefix("CVE-") {
      source = "NVD"
      address = "https://nvd.nist.gov/vuln/detail/\(name)"
    } else if id.hasPrefix("GHSA-") {
      source = "GitHub Advisory Database"
      address = "https://github.com/advisories/\(name)"
    } else {
      source = "OSV"
      address = "https://osv.dev/vulnerability/\(name)"
    }
  }

  /// Pages that the advisory names, its own first; each once, in the order of the source.
  static func pages(of advisory: Advisory) -> [String] {
    var seen: Set<String> = []
    return ([AdvisoryReference(advisory.id).address] + advisory.references.compactMap(WebAddress.page))
      .filter { seen.insert($0).inserted }
  }
}

extension VulnerabilityStatement {
  /// What to do, one sentence.
  var recommendation: String {
    let package = advisory.affected.first?.identity.name ?? "the package"
    if advisory.isMalicious {
      return "Remove \(package): the package itself is the attack. Change every secret that it could read."
    }
    if let fixedVersion { return "Update to \(fixedVersion) or a later version." }
    return "No fixed version is known; remove the package or keep what reaches it from callers."
  }
}
