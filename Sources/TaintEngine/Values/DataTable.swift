/// A piece of data from outside, or a part of one; 0 where a value is none.
typealias DataID = Int32

/// Which piece of data a value is, so that everybody who holds it sees what the program writes into it.
///
/// Data from outside has no object: its fields are known only as far as they are asked for. A piece is told by where
/// it was made and of which labels, its parts by the way there; numbers are given on demand and never taken back.
final class DataTable {
  private enum Root: Hashable {
    case made(Spot, [LabelID])
    /// What a record of the program was copied from.
    case copy(ObjectID)
  }

  private struct Step: Hashable {
    let whole: DataID
    let key: CellKey
  }

  private struct Node {
    let whole: DataID
    let key: CellKey
    let depth: Int
    /// Whether it is an element that stands for all of a sequence, or a part of one.
    let isOfAny: Bool
    /// Whether it or a part of it was ever written.
    var isTouched = false
    var touchedParts: [DataID] = []
  }

  private var nodes = [Node(whole: 0, key: .rest, depth: 0, isOfAny: false)]
  private var roots: [Root: DataID] = [:]
  private var parts: [Step: DataID] = [:]

  /// Parts within parts that are told apart.
  static let depthLimit = 12
  /// Pieces told apart in one analysis; later ones are not remembered.
  static let nodeLimit = 400_000

  /// Any element of a sequence.
  static let anyElement = CellKey.rest
  /// A field of which the name is not known.
  static let anyField = CellKey.keys

  func root(at spot: Spot, _ taints: [Taint]) -> DataID { number(of: .made(spot, taints.map(\.label))) }

  func copy(into record: ObjectID) -> DataID { number(of: .copy(record)) }

  private func number(of root: Root) -> DataID {
    if let known = roots[root] { return known }
    let made = add(Node(whole: 0, key: .rest, depth: 0, isOfAny: false))
    roots[root] = made
    return made
  }

  private func add(_ node: Node) -> DataID {
    guard nodes.count < Self.nodeLimit else { return 0 }
    nodes.append(node)
    return DataID(nodes.count - 1)
  }

  /// - Returns: 0 where it is not told apart.
  func part(_ key: CellKey, of whole: DataID) -> DataID {
    let node = nodes[Int(whole)]
    guard whole != 0, node.depth < Self.depthLimit else { return 0 }
    let step = Step(whole: whole, key: key)
    if let known = parts[step] { return known }
    let isOfAny = node.isOfAny || key == Self.anyElement || key == Self.anyField
    let made = add(Node(whole: whole, key: key, depth: node.depth + 1, isOfAny: isOfAny))
    parts[step] = made
    return made
  }

  func key(of part: DataID) -> CellKey { nodes[Int(part)].key }
  func isOfAny(_ part: DataID) -> Bool { nodes[Int(part)].isOfAny }
  func isTouched(_ id: DataID) -> Bool { nodes[Int(id)].isTouched }
  /// Parts that were ever written, or parts of them, in the order of the first time.
  func touchedParts(of id: DataID) -> [DataID] { nodes[Int(id)].touchedParts }

  func touch(_ part: DataID) {
    var id = part
    while id != 0, !nodes[Int(id)].isTouched {
      nodes[Int(id)].isTouched = true
      let whole = nodes[Int(id)].whole
      if whole != 0 { nodes[Int(whole)].touchedParts.append(id) }
      id = whole
    }
  }
}
