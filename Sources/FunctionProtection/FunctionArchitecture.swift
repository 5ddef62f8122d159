/// The processors that functions run on, by Lambda's names.
package enum FunctionArchitecture: String, CaseIterable, Sendable {
  case x86_64
  case arm64
}
