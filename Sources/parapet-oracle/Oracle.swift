/// Answers questions for scripts/policy-oracle.py and scripts/version-oracle.py, which ask other programs the same; not
/// shipped.
///
/// Reads one question per line, its fields separated by tabs, and writes one answer per line:
///
///     expand  PATTERN                    names of the actions that it covers, with their access levels
///     decide  ACTION RESOURCE POLICY… KEY=VALUE…
///                                        what identity policies, JSON without line breaks, say of a role's request
///     trust   ACTION RESOURCE PRINCIPAL KEY=VALUE POLICY
///                                        what a trust policy says of a role's request; `-` for no key
///     order   ECOSYSTEM VERSION VERSION  `<`, `=` or `>`
///     allows  ECOSYSTEM REQUIREMENT VERSION
///                                        `yes` or `no`
///     score   VECTOR                     version, score and severity of a CVSS vector
///     licence TEXT                       the SPDX expression that it means
@main
struct Oracle {
  static func main() {
    while let line = readLine() {
      let fields = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      print(Question(fields)?.answer ?? PackageQuestion(fields)?.answer ?? "error: no question that is known")
    }
  }
}
