/// How far one analysis goes; whatever is cut is said in ``Analysis/incomplete``.
package struct EngineLimits: Sendable {
  /// Expressions and statements that are looked at.
  package var steps = 6_000_000
  /// Steps within calls of one function, all calls together; then calls are told from each other less.
  package var stepsPerFunction = 60_000
  /// Calls inside calls.
  package var callDepth = 60
  /// Rounds until a loop or recursion has to be stable.
  package var rounds = 4
  /// Modules that are loaded.
  package var modules = 3_000
  /// Flows and calls that are kept.
  package var flows = 5_000
  package var calls = 20_000
  package init() {}

  package static let standard = EngineLimits()
}
