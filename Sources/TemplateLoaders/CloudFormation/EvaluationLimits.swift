/// Bounds on what evaluating one template may cost; each has a test one below and one above.
package struct EvaluationLimits: Sendable {
  /// Sets of assumptions a template is read under.
  package var scenarios = 32
  /// Stacks inside stacks; the root is level 0.
  package var nesting = 8
  /// Templates of one tree of stacks, and files included by `AWS::Include`.
  package var templates = 100
  /// Nesting of values while they are evaluated, through conditions and outputs of nested stacks.
  package var depth = 300
  /// Bytes of text that functions and loops make under one scenario; a deployed template ends at 1 MB.
  package var textBytes = 1 << 20
  /// Values that functions and loops make under one scenario, beyond those written.
  package var values = 200_000
  /// Values evaluated under one scenario, with nested stacks.
  package var evaluated = 1_200_000
  /// Values evaluated under all scenarios; a huge template is read under fewer of them.
  package var evaluatedInAll = 4_000_000
  /// Remarks and errors kept of one template.
  package var problems = 1000

  package static let standard = EvaluationLimits()

  package init() {}
}
