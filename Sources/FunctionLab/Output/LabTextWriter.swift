internal import Documents
internal import FindingModel
internal import JSONText

/// Writes for a person: what ran, the log, what the function answered, and what the enforcer saw.
package struct LabTextWriter: Sendable {
  private let colour: Bool

  package init(colour: Bool) { self.colour = colour }

  /// What is run and how, before the first line of the log.
  package func heading(_ session: LabSession, notes: [String] = []) -> String {
    let function = session.function
    var text =
      style("1", "\(function.name)") + "  \(function.runtime), run by \(session.runtimeDescription)"
      + "  handler \(function.handler)\n"
    var facts = ["\(function.memory) MB", "time limit \(function.timeout.milliseconds / 1000) s"]
    let isolation = session.isolation
    if isolation.hasNamespaces { facts.append("own file system, processes and user") }
    if isolation.hasOwnNetwork { facts.append("no network") }
    if isolation.isLambdaLike { facts.append("Lambda-like: no prctl, seccomp, ptrace or Landlock") }
    text += style("2", facts.joined(separator: ", ")) + "\n"
    for note in notes + session.notes { text += style("33", "note: ") + printable(note) + "\n" }
    return text + "\n"
  }

  /// One line of the log.
  package func line(_ line: LogLine) -> String {
    switch line {
    case .text(let text):
      let isPlatform = ["START ", "END ", "REPORT ", "INIT_REPORT "].contains { text.hasPrefix($0) }
      // The platform's runtimes write `\r` for a line that belongs to the last one.
      let shown = text.split(separator: "\r", omittingEmptySubsequences: false).map { printable(String($0)) }
        .joined(separator: "\n  ")
      return (isPlatform ? style("2", shown) : shown) + "\n"
    case .event(let event): return eventLine(event)
    }
  }

  /// What the function answered.
  package func result(_ result: InvocationResult) -> String {
    if let failure = result.failure, result.status != .ok {
      var text = style("31", "\(result.status.rawValue): \(printable(failure.type))") + "\n"
      text += failure.body.isEmpty ? printable(failure.message) + "\n" : pretty(failure.body)
      if let advice = failure.advice { text += style("33", "hint: ") + advice + "\n" }
      return text
    }
    if let answer = HTTPStreamAnswer(result) {
      return answer.prelude.text + "\n\n" + pretty(answer.bodyBytes)
    }
    return result.payload.isEmpty ? "" : pretty(result.payload)
  }

  /// What the enforcer told in all; empty if it told nothing.
  package func events(_ report: LabReport) -> String {
    let table = EventTable(report.invocations.flatMap(\.events)).text
    guard !table.isEmpty else { return "" }
    let lines = table.split(separator: "\n").map { printable(String($0)) }
    return "\n" + style("1", lines[0]) + "\n" + lines.dropFirst().joined(separator: "\n") + "\n"
  }

  /// What many invocations have in common.
  package func statistics(_ statistics: DurationStatistics, failures: Int) -> String {
    func ms(_ duration: Duration) -> String { JSONPiece.milliseconds(duration).text + " ms" }
    let failed = failures == 0 ? "" : style("31", "  \(failures) failed")
    return "\(statistics.count) invocations: min \(ms(statistics.minimum)), median \(ms(statistics.median)), "
      + "p99 \(ms(statistics.percentile99))\(failed)\n"
  }

  private func eventLine(_ event: Node) -> String {
    let facts = event[path: "unmapped", "parapet"]
    let decision = facts?["decision"]?.text ?? "event"
    let colour = decision == "blocked" ? "31" : decision == "alerted" ? "33" : "36"
    let control = [facts?["control"]?.text, facts?["reason"]?.text].compactMap { $0 }.joined(separator: ", ")
    let message = event["message"]?.text ?? ""
    return style(colour, "parapet \(printable(decision))") + "  \(printable(message))"
      + style("2", "  (\(printable(control)))") + "\n"
  }

  /// JSON on several lines; anything else as it is, made safe to print.
  private func pretty(_ bytes: [UInt8]) -> String {
    // Not every answer is JSON.
    guard let node = try? JSONReader.parse(bytes, path: "result", limits: JSONPiece.payloadLimits) else {
      return String(decoding: bytes, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
        .map { printable(String($0)) }.joined(separator: "\n") + "\n"
    }
    return PrettyJSON.text(of: node) + "\n"
  }

  private func style(_ code: String, _ text: String) -> String {
    colour ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
  }

  /// A function's text must not move the cursor or start escape sequences; tabs are the platform's separators.
  private func printable(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: { $0.isUnsafeToPrint && $0 != "\t" }) else { return text }
    return text.unicodeScalars.map { scalar in
      scalar.isUnsafeToPrint && scalar != "\t" ? "\\u{\(String(scalar.value, radix: 16))}" : String(scalar)
    }.joined()
  }
}
