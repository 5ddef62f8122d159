internal import FindingModel
internal import JSONText
internal import PackageModel

/// A bill as a table for people: what is carried, why it is there, and what is known of it.
package struct BillTextWriter: Sendable {
  /// Longest text of a column; what is longer is cut, so that one odd name does not push all others away.
  private static let columnLimit = 60

  package init() {}

  package func write(_ bill: BillOfMaterials, to output: inout some TextOutputStream) {
    let order = bill.components.indices.sorted { left, right in
      let sides = [left, right].map { bill.components[$0] }.map {
        ($0.listPath, $0.entry.identity, $0.entry.version ?? "")
      }
      return sides[0] < sides[1]
    }
    let flaws = Dictionary(grouping: bill.vulnerabilities, by: \.component)
    output.write(heading(of: bill))
    var list: String?
    var rows: [[String]] = []
    for index in order {
      let component = bill.components[index]
      if component.listPath != list {
        print(rows, to: &output)
        rows = [["package", "version", "because of", "licence", "reached", "known flaws"]]
        list = component.listPath
        output.write("\n\(component.listPath.printable)\n")
      }
      rows.append(row(for: component, flaws[index] ?? []))
    }
    print(rows, to: &output)
    printBinaries(of: bill, to: &output)
  }

  private func heading(of bill: BillOfMaterials) -> String {
    let functions = bill.functions.count
    let packages = bill.components.count
    let flawed = Set(bill.vulnerabilities.filter(\.isOpen).map(\.component)).count
    let carriers = bill.subject.kind == .application && functions > 0 ? " in \(functions) functions" : ""
    return
      "\(bill.subject.name.printable): \(packages) packages\(carriers), \(flawed) of them with known flaws, "
      + "\(bill.binaries.count) binaries\n"
  }

  private func row(for component: BillComponent, _ flaws: [VulnerabilityStatement]) -> [String] {
    let entry = component.entry
    let parents = component.path.dropLast()
    let reached =
      switch component.reachability {
      case .reached: "yes"
      case .notReached: "no"
      case .unknown: "?"
      }
    let scope = entry.scope == .production ? "" : " (\(entry.scope.rawValue))"
    return [
      "\(entry.name)\(scope)", entry.version ?? "?",
      parents.isEmpty ? (entry.isDirect ? "the project" : "?") : parents.joined(separator: " > "),
      entry.licences.isEmpty ? "?" : entry.licences.joined(separator: ", "), reached,
      flaws.map(\.phrase).joined(separator: "; "),
    ]
  }

  private func printBinaries(of bill: BillOfMaterials, to output: inout some TextOutputStream) {
    guard !bill.binaries.isEmpty else { return }
    output.write("\nbinaries\n")
    let rows = bill.binaries.map(\.binary).sorted { $0.path < $1.path }.map { binary in
      [
        binary.path, [binary.product, binary.version].compactMap(\.self).joined(separator: " "),
        "\(binary.kind.rawValue), \(binary.architecture)", "SHA-256 \(binary.sha256.prefix(16))…",
      ]
    }
    print(rows, to: &output)
  }

  private func print(_ rows: [[String]], to output: inout some TextOutputStream) {
    // The last column has room to its right.
    let rows = rows.map { row in
      row.indices.map { index in
        let text = row[index].printable
        return index == row.indices.last ? text : text.cut(to: Self.columnLimit)
      }
    }
    guard let count = rows.map(\.count).max() else { return }
    let widths = (0..<count).map { column in rows.map { $0[column].count }.max() ?? 0 }
    for row in rows {
      var line = " "
      for (text, width) in zip(row, widths) {
        line += " " + text + String(repeating: " ", count: width - text.count + 1)
      }
      while line.hasSuffix(" ") { line.removeLast() }
      output.write(line + "\n")
    }
  }
}

extension VulnerabilityStatement {
  /// Whether it may do harm.
  fileprivate var isOpen: Bool {
    switch status {
    case .affected, .underInvestigation: true
    case .notAffected, .fixed: false
    }
  }

  /// `CVE-2015-8851 high, fixed in 1.4.4`.
  fileprivate var phrase: String {
    let name = advisory.aliases.filter { $0.hasPrefix("CVE-") }.min() ?? advisory.id
    let severity = rating?.severity.map { " " + $0 } ?? ""
    let end =
      switch status {
      case .notAffected: ", does no harm"
      case .fixed: ", fixed"
      case .affected, .underInvestigation: fixedVersion.map { ", fixed in \($0)" } ?? ", no fix"
      }
    return name + severity + end
  }
}

extension String {
  fileprivate func cut(to limit: Int) -> String { count > limit ? prefix(limit - 1) + "…" : self }

  /// Without characters that would steer a terminal.
  fileprivate var printable: String {
    String(String.UnicodeScalarView(unicodeScalars.map { $0.isUnsafeToPrint ? "\u{FFFD}" : $0 }))
  }
}
