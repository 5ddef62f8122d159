/// Which part of a bill needs which.
struct BillGraph {
  /// Every part of the bill once, sorted after the subject; `to` is sorted and may be empty.
  let edges: [(from: String, to: [String])]

  init(_ bill: BillOfMaterials, _ contents: BillContents) {
    let subject = bill.subject.packageURL.description
    let functions = contents.functions
    var edges: [(from: String, to: [String])] = []
    let own = Set(functions.map(\.packageURL.description))
    // What no function carries belongs to the application as a whole.
    var direct = contents.roots(of: contents.items.filter { own.isDisjoint(with: $0.functions) })
      .map(\.reference)
    direct += contents.binaries.filter { own.isDisjoint(with: $0.functions) }.map(\.reference)
    edges.append((subject, (functions.map(\.packageURL.description) + direct).sorted()))
    for function in functions {
      let reference = function.packageURL.description
      let carried = contents.items.filter { $0.functions.contains(reference) }
      let binaries = contents.binaries.filter { $0.functions.contains(reference) }
      let needs = contents.roots(of: carried).map(\.reference) + binaries.map(\.reference)
      edges.append((reference, needs.sorted()))
    }
    edges += contents.items.map { ($0.reference, $0.dependencies) }
    edges += contents.binaries.map { ($0.reference, []) }
    self.edges = edges
  }
}
