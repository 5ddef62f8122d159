internal import FindingModel
internal import PackageModel

/// Files of pip, Poetry, uv, PDM, Pipenv and setuptools.
enum PythonFiles: RegistryFiles {
  static let formats: Set<PackageListFormat> = [
    .requirements, .pythonProject, .pipfile, .pipfileLock, .poetryLock, .uvLock, .pdmLock, .pythonLock,
    .setupConfiguration, .setupScript, .pythonBundle,
  ]

  static func format(ofFile name: Substring, in path: String) -> PackageListFormat? {
    switch name {
    case "pyproject.toml": return .pythonProject
    case "Pipfile": return .pipfile
    case "Pipfile.lock": return .pipfileLock
    case "poetry.lock": return .poetryLock
    case "uv.lock": return .uvLock
    case "pdm.lock": return .pdmLock
    case "setup.cfg": return .setupConfiguration
    case "setup.py": return .setupScript
    case "METADATA": return FilePath.folder(of: path).hasSuffix(".dist-info") ? .pythonBundle : nil
    case "PKG-INFO":
      let folder = FilePath.folder(of: path)
      return folder.hasSuffix(".egg-info") || FilePath.name(of: folder) == "EGG-INFO" ? .pythonBundle : nil
    default: break
    }
    if name == "pylock.toml" || name.hasPrefix("pylock.") && name.hasSuffix(".toml") { return .pythonLock }
    if name.hasSuffix(".whl") || name.hasSuffix(".egg-info") { return .pythonBundle }
    return isRequirements(name, in: path) ? .requirements : nil
  }

  /// `requirements.txt`, `requirements-dev.txt`, `dev_requirements.txt`, `requirements/base.txt`, `constraints.txt`.
  private static func isRequirements(_ name: Substring, in path: String) -> Bool {
    guard name.hasSuffix(".txt") else { return name == "requirements.pip" }
    let stem = name.dropLast(".txt".count).lowercased()
    if stem.hasPrefix("requirements") || stem.hasSuffix("requirements") || stem.hasPrefix("constraints") {
      return true
    }
    return FilePath.name(of: FilePath.folder(of: path)) == "requirements"
  }

  static func read(_ source: ListSource, into list: inout PackageList) {
    switch list.format {
    case .requirements: RequirementsFile.read(source, into: &list)
    case .pythonProject: PythonProject.read(source, into: &list)
    case .pipfile: PoetryTables.readPipfile(source, into: &list)
    case .pipfileLock: PipfileLock.read(source, into: &list)
    case .poetryLock, .pdmLock: PoetryLock.read(source, into: &list)
    case .uvLock: UVLock.read(source, into: &list)
    case .pythonLock: PythonLock.read(source, into: &list)
    case .setupConfiguration: SetupFiles.readConfiguration(source, into: &list)
    case .setupScript: SetupFiles.readScript(source, into: &list)
    case .pythonBundle: PythonBundle.read(source, into: &list)
    default: break
    }
  }
}
