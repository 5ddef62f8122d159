internal import SourceModel

typealias TraceID = Int32

/// A place in one of the loaded modules.
struct Spot: Hashable, Sendable {
  let module: Int32
  let range: SourceRange
}

/// How labels came where they are: steps that know the one before.
final class TraceTable {
  enum Step: Hashable {
    /// The field's name and what it is read from.
    case read(OriginID, name: String?)
    case assigned(String)
    /// A function and the parameter's name, where they have one.
    case passed(String?, String?)
    case returned(String?)
    case text(String?)
    case call(String)
    case stored(String)
  }

  private struct Node {
    let parent: TraceID
    let length: Int32
    let line: Int32
    let spot: Spot
    let step: Step
  }

  private var nodes: [Node] = []

  /// Nodes kept; later steps are left out of traces.
  static let nodeLimit = 2_000_000

  func length(of id: TraceID) -> Int32 { id < 0 ? 0 : nodes[Int(id)].length }

  /// - Parameter parent: Negative for none.
  func add(_ step: Step, at spot: Spot, line: Int32, after parent: TraceID) -> TraceID {
    if nodes.count >= Self.nodeLimit { return parent }
    if parent >= 0 {
      let last = nodes[Int(parent)]
      if last.spot == spot, last.step == step { return parent }
      if let merged = merge(last, with: step, line: line, module: spot.module) {
        nodes.append(merged)
        return TraceID(nodes.count - 1)
      }
      if Self.isRedundant(step), last.line == line, last.spot.module == spot.module { return parent }
      if last.length >= Int32(Flow.stepLimit * 2) { return parent }
    }
    nodes.append(
      Node(
        parent: parent, length: (parent < 0 ? 0 : nodes[Int(parent)].length) + 1, line: line, spot: spot,
        step: step))
    return TraceID(nodes.count - 1)
  }

  /// One line is one step: what is read, or put into a text, and named there is told at once.
  private func merge(_ last: Node, with step: Step, line: Int32, module: Int32) -> Node? {
    guard case .assigned(let name) = step, last.line == line, last.spot.module == module else { return nil }
    switch last.step {
    case .read(let origin, nil):
      return Node(
        parent: last.parent, length: last.length, line: line, spot: last.spot, step: .read(origin, name: name)
      )
    case .text(nil):
      return Node(
        parent: last.parent, length: last.length, line: line, spot: last.spot, step: .text(name))
    default: return nil
    }
  }

  /// Steps that say nothing beside another of the same line.
  private static func isRedundant(_ step: Step) -> Bool {
    switch step {
    case .text, .call: true
    case .read, .assigned, .passed, .returned, .stored: false
    }
  }

  /// The nearest step at which the value was handed to a function; what came after is told by a new reading.
  func lastPassing(_ id: TraceID) -> TraceID {
    var id = id
    while id >= 0 {
      if case .passed = nodes[Int(id)].step { return id }
      id = nodes[Int(id)].parent
    }
    return -1
  }

  /// Steps in order.
  func steps(of id: TraceID) -> [(step: Step, spot: Spot)] {
    var steps: [(Step, Spot)] = []
    var id = id
    while id >= 0, steps.count < Flow.stepLimit * 2 {
      steps.append((nodes[Int(id)].step, nodes[Int(id)].spot))
      id = nodes[Int(id)].parent
    }
    return steps.reversed()
  }
}
