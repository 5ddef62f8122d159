/// Bounds on what the variables of one service may ask of us; each has a test one below and one above.
package struct VariableLimits: Sendable {
  /// Variables that resolve to variables; real services stay below 10.
  package var chain: Int
  /// Values of the resolved service, counting every copy that a reference makes.
  package var nodes: Int
  /// Bytes of one resolved text; a policy or a state machine is well below.
  package var text: Int
  /// Different files that variables read.
  package var files: Int
  /// Variables inside the address of a variable.
  package var nesting: Int
  /// Nesting of sequences and mappings once references are followed.
  package var depth: Int
  /// Values of `provider` times functions and their events: every function takes its defaults from there.
  package var repetition: Int

  package static let standard = VariableLimits(
    chain: 50, nodes: 500_000, text: 256 << 10, files: 500, nesting: 10, depth: 120,
    repetition: 5_000_000)

  package init(
    chain: Int, nodes: Int, text: Int, files: Int, nesting: Int, depth: Int, repetition: Int
  ) {
    self.chain = chain
    self.nodes = nodes
    self.text = text
    self.files = files
    self.nesting = nesting
    self.depth = depth
    self.repetition = repetition
  }
}
