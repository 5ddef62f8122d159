package import FindingModel
package import SourceModel
package struct HandlerCandidate: Sendable { package let names: [String]; package let parameters: [String]; package let location: SourceLocation }
package struct TaintEngine: Sendable { package static let standard = TaintEngine(); package func candidates(in module: SourceModule) -> [HandlerCandidate] { [] }
 package func analyse(_ e: EntryPoint, in m: any ModuleSource) -> Analysis { Analysis() } }
