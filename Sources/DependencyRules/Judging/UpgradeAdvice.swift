internal import DependencyAnalysis
internal import PackageModel

/// The smallest upgrade that clears all known flaws of a package.
struct UpgradeAdvice {
  let sentence: String
  /// `nil` where no version clears them.
  let version: String?
  let advice: String
  let example: String?

  init(_ package: PackagedDependency, _ affected: [AffectedPackage]) {
    let entry = package.entry
    let current = (entry.version ?? package.lowestVersion).flatMap {
      Version($0, in: entry.identity.ecosystem)
    }
    guard let target = current.flatMap({ Upgrade.smallest(from: $0, clearing: affected) }) else {
      version = nil
      sentence = "No version without \(affected.count == 1 ? "it" : "all of them") is known."
      advice =
        "Replace or remove '\(entry.name)', or see that nothing from outside gets to it; state why in a VEX document "
        + "or a suppression where it does no harm."
      example = nil
      return
    }
    version = target.text
    sentence = "Version \(target.text) is free of \(affected.count == 1 ? "it" : "all of them")."
    let parents = package.path.dropLast()
    if let parent = parents.last {
      advice =
        "Upgrade '\(parent)' until it brings '\(entry.name)' \(target.text) or newer; until it does, override the "
        + "version, then build and deploy anew."
      example = entry.identity.ecosystem.override(entry.name, target.text)
    } else {
      advice = "Upgrade '\(entry.name)' to \(target.text) or newer, then build and deploy anew."
      example = entry.identity.ecosystem.upgrade(entry.name, target.text, in: package.list)
    }
  }
}

extension PackagedDependency {
  /// The first version that a constraint names.
  fileprivate var lowestVersion: String? {
    constraint?.split { !($0.isLetter || $0.isNumber || ".-+".contains($0)) }.first.map(String.init)
  }
}

extension Ecosystem {
  /// What asks for the version, in the words of the registry's own tools.
  fileprivate func upgrade(_ name: String, _ version: String, in list: PackageListFormat) -> String? {
    switch self {
    case .npm:
      switch list {
      case .yarnLock: "yarn up \(name)@^\(version)"
      case .pnpmLock: "pnpm update \(name)@^\(version)"
      default: "npm install \(name)@^\(version)"
      }
    case .pypi:
      switch list {
      case .poetryLock: "poetry add '\(name)>=\(version)'"
      case .uvLock: "uv add '\(name)>=\(version)'"
      case .pdmLock: "pdm add '\(name)>=\(version)'"
      case .pipfileLock: "pipenv install '\(name)>=\(version)'"
      default: "\(name)==\(version)"
      }
    case .maven: xml(name, version)
    case .nuget: "dotnet add package \(name) --version \(version)"
    case .go: "go get \(name)@\(version.hasPrefix("v") ? version : "v" + version)"
    case .rubyGems: "bundle update \(name) --conservative"
    case .swift: "swift package update"
    }
  }

  /// What raises the version of a package that another one brings.
  fileprivate func override(_ name: String, _ version: String) -> String? {
    switch self {
    case .npm: "\"overrides\": { \"\(name)\": \"^\(version)\" }"
    case .pypi: "\(name)>=\(version)"
    case .maven:
      "<dependencyManagement>\n  <dependencies>\n" + xml(name, version).indented
        + "\n  </dependencies>\n</dependencyManagement>"
    case .nuget: "<PackageReference Include=\"\(name)\" Version=\"\(version)\" />"
    case .go: "go get \(name)@\(version.hasPrefix("v") ? version : "v" + version)"
    case .rubyGems: "gem \"\(name)\", \">= \(version)\""
    case .swift: nil
    }
  }

  private func xml(_ name: String, _ version: String) -> String {
    let parts = name.split(separator: ":")
    return """
      <dependency>
        <groupId>\(parts.first ?? "")</groupId>
        <artifactId>\(parts.last ?? "")</artifactId>
        <version>\(version)</version>
      </dependency>
      """
  }
}

extension String {
  fileprivate var indented: String {
    split(separator: "\n").map { "    " + $0 }.joined(separator: "\n")
  }
}
