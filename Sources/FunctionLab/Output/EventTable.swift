package import Documents
internal import FindingModel

/// What the enforcer told in one run, equal events counted.
package struct EventTable: Sendable {
  package struct Row: Hashable, Sendable {
    package let decision: String
    package let control: String
    package let reason: String
    /// The sentence, which names program, file or host.
    package let message: String
  }

  /// In the order in which they came first.
  package private(set) var rows: [(row: Row, count: Int)] = []

  package init(_ events: [Node]) {
    var places: [Row: Int] = [:]
    for event in events {
      let facts = event[path: "unmapped", "parapet"]
      let row = Row(
        decision: facts?["decision"]?.text ?? "", control: facts?["control"]?.text ?? "",
        reason: facts?["reason"]?.text ?? "", message: event["message"]?.text ?? "")
      if let place = places[row] {
        rows[place].count += 1
      } else {
        places[row] = rows.count
        rows.append((row, 1))
      }
    }
  }

  /// Columns as wide as they must be, a line for each row; empty without rows.
  package var text: String {
    guard !rows.isEmpty else { return "" }
    let cells =
      [["count", "decision", "control", "reason", "what"]]
      + rows.map {
        [String($0.count), $0.row.decision, $0.row.control, $0.row.reason, $0.row.message]
      }
    let widths = cells[0].indices.map { column in cells.map { $0[column].count }.max() ?? 0 }
    return cells.map { row in
      let padded = row.enumerated().map { column, cell in
        // The last column is as long as it is.
        column == row.count - 1 ? cell : cell + String(repeating: " ", count: widths[column] - cell.count)
      }
      return padded.joined(separator: "  ") + "\n"
    }.joined()
  }
}
