/// Answers questions about policies for scripts/policy-oracle.py, which asks other programs the same; not shipped.
///
/// Reads one question per line, its fields separated by tabs, and writes one answer per line:
///
///     expand  PATTERN                    names of the actions that it covers, with their access levels
///     decide  ACTION RESOURCE POLICY… KEY=VALUE…
///                                        what identity policies, JSON without line breaks, say of a role's request
///     trust   ACTION RESOURCE PRINCIPAL KEY=VALUE POLICY
///                                        what a trust policy says of a role's request; `-` for no key
@main
struct Oracle {
  static func main() {
    while let line = readLine() {
      let fields = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      print(Question(fields)?.answer ?? "error: no question that is known")
    }
  }
}
