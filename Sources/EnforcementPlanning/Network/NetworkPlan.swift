internal import CodeAnalysis
internal import EnforcementPolicy
internal import FindingModel

/// Which hosts a function needs, and how sure that is.
struct NetworkPlan {
  private let facts: FunctionFacts
  private let programs: ProgramPlan

  init(_ facts: FunctionFacts, _ programs: ProgramPlan) {
    self.facts = facts
    self.programs = programs
  }

  func apply(to policy: inout EnforcementPolicy) {
    guard let code = facts.code, facts.code?.entry != nil else {
      policy.modes[.egress] = .alert
      policy.remarks.controls[.egress] = ["Alert, because nobody knows yet which hosts it contacts."]
      return
    }
    let found = HostReader(facts, code).hosts()
    let services = ServiceReader.services(of: code)
    let known = Set(services.services.map(\.value))
    policy.egress.services =
      (services.services + found.services.filter { !known.contains($0.value) }).sorted { $0.value < $1.value }
    policy.egress.hosts = found.hosts
    policy.egress.networks = found.networks
    var (mode, remarks) = decision(found, services)
    if policy.egress == Egress(), mode == .block {
      remarks.append("The code contacts no host; the platform's own addresses are always allowed.")
    }
    policy.modes[.egress] = mode
    policy.remarks.controls[.egress] = remarks
  }

  private func decision(_ found: HostReader.Found, _ services: ServiceReader.Found) -> (
    EnforcementMode, [String]
  ) {
    var mode = EnforcementMode.block
    var remarks: [String] = []
    func alert(_ remark: String) {
      mode = .alert
      remarks.append("Alert, because " + remark)
    }
    if !facts.isCodeComplete { alert("the code was not read to its end.") }
    for (what, influence) in found.open.prefix(5) {
      if let influence {
        alert(
          "\(what) contacts whatever host \(influence) names. If that is meant for a few hosts, list them and "
            + "block: nothing else stops requests to foreign servers here.")
      } else {
        alert("the code does not tell which host \(what) contacts. List it, then block.")
      }
    }
    for (program, place) in programs.networkPrograms {
      alert("\(program), which \(place) starts, contacts hosts of its own. List them, then block.")
    }
    if !services.unknown.isEmpty {
      alert("the hosts of \(services.unknown.joined(separator: ", ")) are not known here.")
    }
    let unknown = facts.unknownLibraries
    if !unknown.isEmpty {
      let names = unknown.prefix(8).joined(separator: ", ") + (unknown.count > 8 ? " and others" : "")
      alert("nobody knows here which hosts these packages contact by themselves: \(names).")
    }
    return (mode, remarks)
  }
}
