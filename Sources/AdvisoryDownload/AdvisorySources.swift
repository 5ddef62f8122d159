/// Where advisories and what is known of their use are published.
package enum AdvisorySources {
  /// OSV's daily archives, https://google.github.io/osv.dev/data/#data-dumps.
  package static let archives = "https://osv-vulnerabilities.storage.googleapis.com"
  /// CISA's catalogue of flaws that are used in attacks.
  package static let knownExploited =
    "https://www.cisa.gov/sites/default/files/feeds/known_exploited_vulnerabilities.json"
  /// FIRST's estimates how likely a flaw is to be used in the next thirty days.
  package static let exploitPrediction = "https://epss.empiricalsecurity.com/epss_scores-current.csv.gz"

  /// One archive of each ecosystem, `npm.zip`.
  ///
  /// - Parameter ecosystems: As OSV names them, which is what `Ecosystem` has as raw values.
  package static func files(ecosystems: [String], from base: String = archives) -> [RemoteFile] {
    ecosystems.map { name in
      RemoteFile(name: name + ".zip", address: HTTPSAddress.join(base, [name, "all.zip"]))
    }
  }

  package static let exploits = [
    RemoteFile(name: "known-exploited.json", address: knownExploited),
    RemoteFile(name: "exploit-prediction.csv.gz", address: exploitPrediction),
  ]
}
